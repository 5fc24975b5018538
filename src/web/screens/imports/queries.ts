// What the import screens ask of the API.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ForecastRequest, ImportView, MappingRequest } from '../../../intake/contract.ts'
import { call } from '../../data/client.ts'

const working = new Set(['received', 'running', 'undoing'])

export const useImports = () =>
  useQuery({ queryKey: ['imports'], queryFn: () => call('GET /v1/imports') })

export const useImport = (id: string) =>
  useQuery({
    queryKey: ['imports', id],
    queryFn: () => call('GET /v1/imports/{id}', { params: { id } }),
    // What it quotes may have been published meanwhile, by somebody else too.
    staleTime: 0,
    refetchInterval: (query) => (working.has(query.state.data?.state ?? '') ? 700 : false),
  })

export const usePublishedWordings = () =>
  useQuery({
    queryKey: ['wordings'],
    queryFn: () => call('GET /v1/wordings'),
    select: (list) => list.items.filter((one) => one.state === 'published'),
  })

/** Those on which a sensitive column may go in today. */
export const useLegalBasesInForce = () =>
  useQuery({
    queryKey: ['sensitive-legal-bases', 'in-force'],
    queryFn: () => call('GET /v1/sensitive-legal-bases'),
    select: ({ items }) => items.filter(({ state }) => state === 'in_force'),
  })

export const useColumnTypes = () =>
  useQuery({
    queryKey: ['column-types'],
    queryFn: () => call('GET /v1/column-types'),
    select: ({ items }) => items,
    staleTime: Number.POSITIVE_INFINITY,
  })

export function useUpload(onDone: (view: ImportView) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => call('POST /v1/imports', { file }),
    onSuccess: (view) => {
      void queries.invalidateQueries({ queryKey: ['imports'], exact: true })
      onDone(view)
    },
  })
}

export function useDropFile(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call('DELETE /v1/imports/{id}/file', { params: { id } }),
    onSuccess: (view) => queries.setQueryData(['imports', id], view),
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports'] }),
  })
}

export function useConfirmMapping(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (mapping: MappingRequest) =>
      call('POST /v1/imports/{id}/mapping', { params: { id }, body: mapping }),
    onSuccess: (view) => {
      queries.setQueryData(['imports', id], view)
      // Its list is there from now on.
      void queries.invalidateQueries({ queryKey: ['lists'] })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports', id] }),
  })
}

export function useUndoImport(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call('POST /v1/imports/{id}/undo', { params: { id } }),
    onSuccess: (view) => queries.setQueryData(['imports', id], view),
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports', id] }),
  })
}

const forecastPauseMs = 500

/** Asked again when the mapping rests; the last figures stay until the next are there. */
export function useForecast(id: string, mapping: ForecastRequest | null) {
  const [asked] = useDebouncedValue(
    mapping === null ? null : JSON.stringify(mapping),
    forecastPauseMs,
  )
  return useQuery({
    queryKey: ['imports', id, 'forecast', asked],
    queryFn: () => {
      const body: ForecastRequest = JSON.parse(asked ?? '{}')
      return call('POST /v1/imports/{id}/forecast', { params: { id }, body })
    },
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    // Wordings and objections change meanwhile: it is asked anew with each visit.
    gcTime: 0,
    retry: false,
  })
}
