// What the screens of segments ask of the API.
import {
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PersonStatus, SegmentRules } from '../../../contacts/contract.ts'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { useSession } from '../../data/session.tsx'

const queryKey = ['segments']

export const useSegments = () =>
  useQuery({ queryKey, queryFn: () => call('GET /v1/segments'), select: ({ items }) => items })

export const useSegment = (id: string) =>
  useQuery({
    queryKey: [...queryKey, id],
    queryFn: () => call('GET /v1/segments/{id}', { params: { id } }),
  })

/** The newest campaigns of which something may have left, for whoever may see campaigns. */
export function useSentCampaigns(): readonly Named[] {
  const { may } = useSession()
  const { data } = useQuery({
    queryKey: ['campaigns', 'sent'],
    queryFn: () => call('GET /v1/campaigns', { query: { limit: 100 } }),
    enabled: may('campaigns.read'),
    select: sentOf,
    staleTime: 60_000,
  })
  return data ?? none
}

type Named = { id: string; name: string }
const none: readonly Named[] = []
const sentOf = ({ items }: { items: readonly (Named & { counts: { accepted: number } })[] }) =>
  items.filter(({ counts }) => counts.accepted > 0)

export function useSegmentMoves() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey })
  return {
    make: useMutation({
      mutationFn: (body: BodyOf<'POST /v1/segments'>) => call('POST /v1/segments', { body }),
      onSettled,
    }),
    change: useMutation({
      mutationFn: ({ id, body }: { id: string; body: BodyOf<'PATCH /v1/segments/{id}'> }) =>
        call('PATCH /v1/segments/{id}', { params: { id }, body }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (id: string) => call('DELETE /v1/segments/{id}', { params: { id } }),
      onSettled,
    }),
  }
}

/** The people who fit now, as a list that a campaign can name. */
export function useChooseAudience() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('POST /v1/segments/{id}/audience', { params: { id } }),
    onSuccess: (list) => queries.setQueryData(['lists', list.id], list),
  })
}

export type Fitting = {
  looked: number
  people: number
  statuses: { status: PersonStatus; people: number }[]
  isWhole: boolean
}

/** Its count opens values of people, and is recorded: it begins when somebody presses for it. */
export const isSealed = (rules: SegmentRules | null): boolean =>
  rules?.rules.some(({ field }) => field === 'custom') === true

/**
 * Counted span by span until it is whole; null: nothing is asked. Without `mayCount`, what was
 * counted before is shown. A count that opens values is kept, and never made again by itself.
 */
export function useFitting(
  rules: SegmentRules | null,
  { listId = null, mayCount = true }: { listId?: string | null; mayCount?: boolean } = {},
) {
  const queries = useQueryClient()
  // Not beside the segments themselves: what changes one of them counts nobody anew.
  const ofCount = ['segment-count', rules, listId]
  const counted = useInfiniteQuery({
    queryKey: ofCount,
    enabled: mayCount,
    queryFn:
      rules === null
        ? skipToken
        : ({ pageParam }) =>
            call('POST /v1/segments/count', {
              body: {
                ...rules,
                ...(listId === null ? {} : { listId }),
                ...(pageParam === '' ? {} : { cursor: pageParam }),
              },
            }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    ...(isSealed(rules)
      ? { staleTime: Number.POSITIVE_INFINITY, gcTime: 600_000 }
      : { staleTime: 30_000, gcTime: 60_000 }),
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = counted
  useEffect(() => {
    if (mayCount && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [mayCount, hasNextPage, isFetching, isError, fetchNextPage])
  const pages = counted.data?.pages
  const fitting: Fitting | null =
    pages === undefined ? null : { ...summed(pages), isWhole: !hasNextPage }
  const isCounting = rules !== null && mayCount && (isFetching || hasNextPage)
  const countedAt = new Date(counted.dataUpdatedAt).toISOString()
  const { error } = counted
  // What failed half-way goes on from there; what is whole begins anew, with its progress.
  const again = () =>
    void (isError && hasNextPage
      ? fetchNextPage()
      : queries.resetQueries({ queryKey: ofCount, exact: true }))
  return { fitting, countedAt, isCounting, error, again }
}

type Page = { looked: number; people: number; statuses: Fitting['statuses'] }

function summed(pages: readonly Page[]): Omit<Fitting, 'isWhole'> {
  const counts = new Map<PersonStatus, number>()
  let [looked, people] = [0, 0]
  for (const page of pages) {
    looked += page.looked
    people += page.people
    for (const one of page.statuses) {
      counts.set(one.status, (counts.get(one.status) ?? 0) + one.people)
    }
  }
  return { looked, people, statuses: [...counts].map(([status, of]) => ({ status, people: of })) }
}
