// API calls of the quarantine screen, repeated over pages of contacts.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ListView } from '../../../contacts/contract.ts'
import type {
  ProveAnswer,
  ProveRequest,
  QuarantineDeleted,
  QuarantineView,
} from '../../../intake/contract.ts'
import type { FormView } from '../../../preferences/contract.ts'
import { get, post } from '../../data/client.ts'

export const useQuarantine = (listId: string | null) =>
  useQuery({
    queryKey: ['quarantine', listId],
    queryFn: () => get<QuarantineView>(`/v1/quarantine${listId ? `?listId=${listId}` : ''}`),
  })

export const useListNames = () =>
  useQuery({
    queryKey: ['lists'],
    queryFn: () => get<{ items: ListView[] }>('/v1/lists?limit=200'),
    select: ({ items }) => items,
  })

export const useOpenForms = () =>
  useQuery({
    queryKey: ['forms'],
    queryFn: () => get<{ items: FormView[] }>('/v1/forms'),
    select: ({ items }) => items.filter(({ state }) => state === 'open'),
  })

function useAfterwards() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['quarantine'] })
    void queries.invalidateQueries({ queryKey: ['contacts'] })
    void queries.invalidateQueries({ queryKey: ['lists'] })
  }
}

export function useProveQuarantined() {
  const onSettled = useAfterwards()
  return useMutation({
    onSettled,
    mutationFn: async (asked: ProveRequest) => {
      const sums = { proven: 0, refused: 0 }
      for (let after: string | null = null; ; ) {
        const answer: ProveAnswer = await post('/v1/quarantine/prove', { ...asked, after })
        sums.proven += answer.proven
        sums.refused += answer.refused
        if (answer.after === null) return sums
        after = answer.after
      }
    },
  })
}

export function useDeleteQuarantined() {
  const onSettled = useAfterwards()
  return useMutation({
    onSettled,
    mutationFn: async (asked: { reason: string; listId: string | null }) => {
      for (let sum = 0; ; ) {
        const answer: QuarantineDeleted = await post('/v1/quarantine/delete', asked)
        sum += answer.deleted
        if (!answer.left) return sum
      }
    },
  })
}
