// What the bell, the list and the profile ask of notifications.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../data/client.ts'
import { useGrowingList } from '../../ui/growing-list.tsx'

const key = 'notifications'

/** How many the bell shows; the rest is on its page. */
const latestMax = 6

export const useLatestNotices = () =>
  useQuery({
    queryKey: [key, 'latest'],
    queryFn: () => call('GET /v1/notifications', { query: { limit: latestMax } }),
  })

export const useNotices = (show: 'all' | 'unread') =>
  useGrowingList([key, 'list', show], (page) =>
    call('GET /v1/notifications', {
      query: { ...page, ...(show === 'unread' ? { unread: 'true' as const } : {}) },
    }),
  )

/** `ids` null: all of them. */
export function useMarkRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ids: readonly string[] | null) =>
      call('POST /v1/notifications/read', { body: { ids } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [key] }),
  })
}
