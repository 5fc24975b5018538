// How long things stay: contacts, texts, and the kinds of data that a night deletes.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RetentionRequest } from '../../../contacts/contract.ts'
import type { RetentionKind, RetentionPeriodRequest } from '../../../retention/contract.ts'
import type { TextRetentionRequest } from '../../../sending/contract.ts'
import { call } from '../../data/client.ts'

const pageKey = ['retention-periods'] as const

export const useRetentionPage = () =>
  useQuery({ queryKey: pageKey, queryFn: () => call('GET /v1/retention') })

export function useChoosePeriod(kind: RetentionKind) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (chosen: Omit<RetentionPeriodRequest, 'kind'>) =>
      call('PUT /v1/retention', { body: { ...chosen, kind } }),
    onSuccess: (page) => queries.setQueryData(pageKey, page),
  })
}

/** Before no night: from the newest on. */
const newest = (): string | null => null

export const useNights = (isWanted: boolean) =>
  useInfiniteQuery({
    queryKey: [...pageKey, 'nights'],
    enabled: isWanted,
    queryFn: ({ pageParam: before }) =>
      call('GET /v1/retention/nights', { query: before === null ? {} : { before } }),
    initialPageParam: newest(),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

const boundsKey = ['retention-bounds'] as const
export const useBounds = (isWanted: boolean) =>
  useQuery({
    queryKey: boundsKey,
    enabled: isWanted,
    queryFn: () => call('GET /v1/installation/retention-bounds'),
  })

export function useSetBound(kind: RetentionKind) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (bounds: { shortest: number; longest: number }) =>
      call('PUT /v1/installation/retention-bounds', { body: { ...bounds, kind } }),
    onSuccess: async (bounds) => {
      queries.setQueryData(boundsKey, bounds)
      await queries.invalidateQueries({ queryKey: pageKey })
    },
  })
}

export const useRetention = () =>
  useQuery({ queryKey: ['retention'], queryFn: () => call('GET /v1/contacts/retention') })

export function useChooseRetention() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (chosen: RetentionRequest) => call('PUT /v1/contacts/retention', { body: chosen }),
    onSuccess: (retention) => queries.setQueryData(['retention'], retention),
  })
}

export const useTextRetention = () =>
  useQuery({
    queryKey: ['text-retention'],
    queryFn: () => call('GET /v1/messages/text-retention'),
  })

export function useChooseTextRetention() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (chosen: TextRetentionRequest) =>
      call('PUT /v1/messages/text-retention', { body: chosen }),
    onSuccess: (retention) => queries.setQueryData(['text-retention'], retention),
  })
}
