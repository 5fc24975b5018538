// The bell in the bar; what opens behind it comes once the page is there.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { call } from '../data/client.ts'
import { BellSign } from './bell-sign.tsx'

const Bell = lazy(async () => ({ default: (await import('./bell.tsx')).Bell }))

export function BellButton() {
  const { data } = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => call('GET /v1/notifications/unread'),
    refetchInterval: 30_000,
    // A badge is not worth a sentence of failure: the page behind it has its own.
    retry: false,
  })
  const unread = data?.unread ?? 0
  return (
    <Suspense fallback={<BellSign unread={unread} />}>
      <Bell unread={unread} />
    </Suspense>
  )
}
