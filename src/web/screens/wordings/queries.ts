// What the wording screens ask of the API.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WordingDraftBody, WordingView } from '../../../consent/contract.ts'
import type { ControllerView } from '../../../contacts/contract.ts'
import { get, post } from '../../data/client.ts'

export const useWordings = () =>
  useQuery({
    queryKey: ['wordings'],
    queryFn: () => get<{ items: WordingView[] }>('/v1/wordings'),
  })

export const useWording = (id: string) =>
  useQuery({
    queryKey: ['wordings', id],
    queryFn: () => get<WordingView>(`/v1/wordings/${id}`),
  })

export const useControllers = () =>
  useQuery({
    queryKey: ['controllers'],
    queryFn: () => get<{ items: ControllerView[] }>('/v1/controllers'),
  })

export function useCreateWording(onDone: (wording: WordingView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (draft: WordingDraftBody) => post<WordingView>('/v1/wordings', draft),
    onSuccess: (wording) => {
      queries.setQueryData(['wordings', wording.id], wording)
      void queries.invalidateQueries({ queryKey: ['wordings'], exact: true })
      onDone(wording)
    },
  })
}

export function usePublishWording(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => post<unknown>(`/v1/wordings/${id}/publish`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['wordings'] }),
  })
}
