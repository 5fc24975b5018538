// API calls of the quarantine screen, repeated over pages of contacts.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ProveAnswer, ProveRequest, QuarantineDeleted } from '../../../intake/contract.ts'
import { call } from '../../data/client.ts'

export const useQuarantine = (listId: string | null) =>
  useQuery({
    queryKey: ['quarantine', listId],
    queryFn: () => call('GET /v1/quarantine', { query: { listId: listId ?? undefined } }),
  })

export const useOpenForms = () =>
  useQuery({
    queryKey: ['forms'],
    queryFn: () => call('GET /v1/forms'),
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
        const answer: ProveAnswer = await call('POST /v1/quarantine/prove', {
          body: { ...asked, after },
        })
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
        const answer: QuarantineDeleted = await call('POST /v1/quarantine/delete', { body: asked })
        sum += answer.deleted
        if (!answer.left) return { removed: sum, kept: answer.kept }
      }
    },
  })
}
