// What the screens of lists ask of the API.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ListView } from '../../../contacts/contract.ts'
import { ask, post } from '../../data/client.ts'

export function useListMoves() {
  const queries = useQueryClient()
  const onSettled = () => {
    void queries.invalidateQueries({ queryKey: ['lists'] })
    void queries.invalidateQueries({ queryKey: ['contacts'] })
  }
  return {
    make: useMutation({
      mutationFn: (name: string) => post<ListView>('/v1/lists', { name }),
      onSettled,
    }),
    rename: useMutation({
      mutationFn: ({ id, name }: { id: string; name: string }) =>
        ask<ListView>('PATCH', `/v1/lists/${id}`, { name }),
      onSettled,
    }),
    merge: useMutation({
      mutationFn: ({ id, listIds }: { id: string; listIds: readonly string[] }) =>
        post<ListView>(`/v1/lists/${id}/merge`, { listIds }),
      onSettled,
    }),
    split: useMutation({
      mutationFn: ({ id, parts }: { id: string; parts: number }) =>
        post<{ items: ListView[] }>(`/v1/lists/${id}/split`, { parts }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (id: string) => ask('DELETE', `/v1/lists/${id}`),
      onSettled,
    }),
  }
}
