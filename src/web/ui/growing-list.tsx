// A list that comes page by page: its states, and a button for the next page.
import { Button, Stack } from '@mantine/core'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../data/language.tsx'
import { Empty, Failed, Loading } from './states.tsx'

type Items<T> = { items: T[]; nextCursor: string | null }

type PageAsked = { limit: number; cursor: string | undefined }

/** How often it is read again; it may depend on what was read. */
type Every<P> =
  | number
  | false
  | ((query: { state: { data: InfiniteData<P> | undefined } }) => number | false)

/** Fifty at a time: `page` asks for those after its cursor. */
export function useGrowingList<P extends Items<unknown>>(
  key: readonly unknown[],
  page: (asked: PageAsked) => Promise<P>,
  refetchInterval: Every<P> = false,
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => page({ limit: 50, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval,
  })
}

/** What is looked at of the answer of `useGrowingList`. */
export type ListAnswer<T> = {
  data: InfiniteData<Items<T>> | undefined
  error: unknown
  isPending: boolean
  hasNextPage: boolean
  refetch(): unknown
  fetchNextPage(): unknown
}

export function GrowingList<T>(props: {
  list: ListAnswer<T>
  empty: { title: string; text: ReactNode }
  children(items: readonly T[]): ReactNode
}) {
  const words = useWords()
  const { list } = props
  if (list.isPending) return <Loading />
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      {list.error ? <Failed error={list.error} retry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? <Empty {...props.empty} /> : null}
      {items.length > 0 ? (
        <Stack>
          {props.children(items)}
          {list.hasNextPage ? (
            <Button variant="default" onClick={() => void list.fetchNextPage()}>
              {words.more}
            </Button>
          ) : null}
        </Stack>
      ) : null}
    </>
  )
}
