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

const queryKey = ['segments']

export const useSegments = () =>
  useQuery({ queryKey, queryFn: () => call('GET /v1/segments'), select: ({ items }) => items })

export const useSegment = (id: string) =>
  useQuery({
    queryKey: [...queryKey, id],
    queryFn: () => call('GET /v1/segments/{id}', { params: { id } }),
  })

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

/** Counted span by span until it is whole; null: nothing is asked. */
export function useFitting(rules: SegmentRules | null, listId: string | null = null) {
  const counted = useInfiniteQuery({
    queryKey: [...queryKey, 'count', rules, listId],
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
    staleTime: 30_000,
    gcTime: 60_000,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = counted
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const pages = counted.data?.pages
  const fitting: Fitting | null =
    pages === undefined ? null : { ...summed(pages), isWhole: !hasNextPage }
  const isCounting = rules !== null && (isFetching || hasNextPage)
  return { fitting, isCounting, error: counted.error, again: () => void counted.refetch() }
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
