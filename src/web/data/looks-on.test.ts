// Which look of a page may be answered by what another page was told a moment ago.
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { looksOn } from './looks-on.ts'

test('a page’s own looks may share; the first, and one after a change, may not', async () => {
  const client = new QueryClient()
  const looks: boolean[] = []
  const queryKey = ['campaigns', 'a']
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: async (look) => {
      looks.push(looksOn(look))
      return looks.length
    },
  })
  const leave = observer.subscribe(() => undefined)
  await expect.poll(() => observer.getCurrentResult().data).toBe(1)
  await observer.refetch()
  await client.invalidateQueries({ queryKey })
  await observer.refetch()
  expect(looks).toEqual([false, true, false, true])
  leave()
  client.clear()
})
