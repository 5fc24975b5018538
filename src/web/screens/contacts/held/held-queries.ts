// API calls of rows that were kept apart.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HeldRowView } from '../../../../contacts/contract.ts'
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

/** What was seen when it is decided. */
type Seen = Pick<HeldRowView, 'id' | 'heldAt' | 'contactUpdatedAt'>
const readOf = ({ heldAt, contactUpdatedAt: updatedAt }: Seen) => ({ heldAt, updatedAt })

export const useTakeRow = (row: Seen) =>
  useMutation({
    mutationFn: (reason: string) =>
      call('POST /v1/held-rows/{id}/take', {
        params: { id: row.id },
        body: { reason, ...readOf(row) },
      }),
    onSettled: useAfterwards(),
  })

export const useLeaveRow = (row: Seen) =>
  useMutation({
    mutationFn: () =>
      call('DELETE /v1/held-rows/{id}', { params: { id: row.id }, query: readOf(row) }),
    onSettled: useAfterwards(),
  })
