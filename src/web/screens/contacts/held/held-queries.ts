// API calls of rows that were kept apart.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../data/client.ts'
import { useGrowingList } from '../../../ui/growing-list.tsx'

/** All of them, or those of one import or person. */
export type HeldOf = { importId?: string; contactId?: string }

export const useHeldRows = (of: HeldOf) =>
  useGrowingList(['held-rows', of], (asked) =>
    call('GET /v1/held-rows', { query: { ...of, ...asked } }),
  )

function useAfterwards() {
  const queries = useQueryClient()
  return () => {
    for (const name of ['held-rows', 'contact', 'contacts']) {
      void queries.invalidateQueries({ queryKey: [name] })
    }
  }
}

export const useTakeRow = (id: string) =>
  useMutation({
    mutationFn: (reason: string) =>
      call('POST /v1/held-rows/{id}/take', { params: { id }, body: { reason } }),
    onSettled: useAfterwards(),
  })

export const useLeaveRow = (id: string) =>
  useMutation({
    mutationFn: () => call('DELETE /v1/held-rows/{id}', { params: { id } }),
    onSettled: useAfterwards(),
  })
