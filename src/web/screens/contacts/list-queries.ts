// What the screens of lists ask of the API.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'

export function useListMoves() {
  const queries = useQueryClient()
  const onSettled = () => {
    void queries.invalidateQueries({ queryKey: ['lists'] })
    void queries.invalidateQueries({ queryKey: ['contacts'] })
  }
  return {
    make: useMutation({
      mutationFn: (name: string) => call('POST /v1/lists', { body: { name } }),
      onSettled,
    }),
    rename: useMutation({
      mutationFn: ({ id, name }: { id: string; name: string }) =>
        call('PATCH /v1/lists/{id}', { params: { id }, body: { name } }),
      onSettled,
    }),
    merge: useMutation({
      mutationFn: ({ id, listIds }: { id: string; listIds: readonly string[] }) =>
        call('POST /v1/lists/{id}/merge', { params: { id }, body: { listIds } }),
      onSettled,
    }),
    split: useMutation({
      mutationFn: ({ id, parts }: { id: string; parts: number }) =>
        call('POST /v1/lists/{id}/split', { params: { id }, body: { parts } }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (id: string) => call('DELETE /v1/lists/{id}', { params: { id } }),
      onSettled,
    }),
  }
}
