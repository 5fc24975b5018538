// What the wording screens ask of the API.
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WordingDraftBody, WordingView } from '../../../consent/contract.ts'
import { call } from '../../data/client.ts'

export const useWordings = () =>
  useQuery({
    queryKey: ['wordings'],
    queryFn: () => call('GET /v1/wordings'),
  })

export const useWording = (id: string | null) =>
  useQuery({
    queryKey: ['wordings', id],
    queryFn: id === null ? skipToken : () => call('GET /v1/wordings/{id}', { params: { id } }),
  })

/** The import whose file quotes a text that is not published yet. */
export const useImportOf = (importId: string | null) =>
  useQuery({
    queryKey: ['imports', importId],
    queryFn: () => call('GET /v1/imports/{id}', { params: { id: importId ?? '' } }),
    enabled: importId !== null,
  })

export const useControllers = () =>
  useQuery({
    queryKey: ['controllers'],
    queryFn: () => call('GET /v1/controllers'),
  })

/** Null: a new one is written; else the draft that is changed. */
export function useSaveWording(id: string | null, onDone: (wording: WordingView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ replaces, ...draft }: WordingDraftBody) =>
      id === null
        ? call('POST /v1/wordings', { body: { ...draft, replaces } })
        : call('PATCH /v1/wordings/{id}', { params: { id }, body: draft }),
    onSuccess: (wording) => {
      queries.setQueryData(['wordings', wording.id], wording)
      void queries.invalidateQueries({ queryKey: ['wordings'], exact: true })
      onDone(wording)
    },
  })
}

export function useRemoveWording(id: string, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call('DELETE /v1/wordings/{id}', { params: { id } }),
    onSuccess: () => {
      onDone()
      queries.removeQueries({ queryKey: ['wordings', id] })
      void queries.invalidateQueries({ queryKey: ['wordings'], exact: true })
    },
  })
}

export function usePublishWording(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call('POST /v1/wordings/{id}/publish', { params: { id } }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['wordings'] }),
        // A file that waits for its mapping may quote this very text.
        queries.invalidateQueries({ queryKey: ['imports'] }),
      ]),
  })
}
