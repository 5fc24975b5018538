// The list of people's requests: what is late is on the first page, however many came after it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
}, 120_000)
afterAll(() => accord?.stop())

const dayMs = 86_400_000
type View = { id: string; kind: string; dueAt: string; isOverdue: boolean; outcome: string | null }
type Page = { items: View[]; nextCursor: string | null }
const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const list = (query: string) => ask<Page>('GET', `/v1/person-requests?${query}`)
const take = (last: number, kind: string, receivedOn: string) =>
  ask<View>('POST', '/v1/person-requests', {
    ...{ number: `+3363998${String(last).padStart(4, '0')}`, kind, heardBy: 'letter', receivedOn },
    text: `Par lettre : ${kind}`,
  })

async function all(query: string): Promise<View[]> {
  const found: View[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Page = await list(`${query}${cursor === '' ? '' : `&cursor=${cursor}`}`)
    found.push(...page.items)
    cursor = page.nextCursor
  }
  return found
}

test('what is late comes first, then what is due next; each page follows the last', async () => {
  for (let one = 600; one < 612; one += 1) {
    await ask('POST', '/v1/contacts', { number: `+3363998${String(one).padStart(4, '0')}` })
  }
  const late = await take(600, 'erasure', '2026-10-01')
  const kinds = ['access', 'rectification', 'portability']
  for (let one = 601; one < 611; one += 1) {
    await take(one, kinds[one % 3] ?? 'access', `2026-11-${20 - (one % 5)}`)
  }
  // Its clock stands still: it is not late, whatever its day, and nobody has to hurry for it.
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  const paused = await take(611, 'access', '2026-10-05')
  await ask('POST', `/v1/person-requests/${paused.id}/identity`, { sendFrom: 'Tilleuls' })
  const first = await list('state=open&limit=3')
  expect(first.items[0]).toMatchObject({ id: late.id, isOverdue: true })
  const open = await all('state=open&limit=3')
  expect(open).toHaveLength(12)
  expect(new Set(open.map(({ id }) => id)).size).toBe(12)
  expect(open.at(-1)?.id).toBe(paused.id)
  const due = open.slice(0, -1).map(({ dueAt }) => dueAt)
  expect(due).toEqual([...due].sort())
  expect((await all('state=late&limit=1')).map(({ id }) => id)).toEqual([late.id])
  const access = await all('state=open&kind=access&limit=2')
  expect(access.length).toBe(open.filter(({ kind }) => kind === 'access').length)
  // What was answered last is the first of those that were answered, and no longer open.
  const answered = [open[3], open[1], open[2]]
  for (const one of answered) {
    await ask('POST', `/v1/person-requests/${one?.id}/answer`, {
      ...{ outcome: 'not_identified', reason: 'Personne n’a confirmé.' },
    })
    accord.letPass(1_000)
  }
  expect((await all('state=closed&limit=2')).map(({ id }) => id)).toEqual(
    answered.map((one) => one?.id).reverse(),
  )
  expect(await all('state=open&limit=4')).toHaveLength(9)
  expect(await all('limit=5')).toHaveLength(12)
  // A place in one order is none in another.
  const wrong = await accord.call<{ code: string }>(
    ...([token, 'GET', `/v1/person-requests?state=closed&cursor=${first.nextCursor}`] as const),
  )
  expect([wrong.status, wrong.body.code]).toEqual([400, 'http.cursor_invalid'])
  const unknown = await accord.call(token, 'GET', '/v1/person-requests?state=lost')
  expect(unknown.status).toBe(400)
}, 60_000)

test('an open point and a notice lead to the request itself', async () => {
  type Notices = { items: { kind: string; leadsTo: string }[] }
  const notices = await accord.call<Notices>(accord.owner.cookie, 'GET', '/v1/notifications')
  const arrived = notices.body.items.find(({ kind }) => kind === 'request_arrived')
  expect(arrived?.leadsTo).toMatch(/^\/requests\/[0-9a-f-]{36}$/)
  accord.letPass(40 * dayMs)
  const [late] = (await list('state=late&limit=1')).items
  type Points = { items: { kind: string; leadsTo: string; isLate: boolean }[] }
  const { items } = await ask<Points>('GET', '/v1/overview/open-points')
  const point = items.find(({ kind }) => kind === 'request_due')
  expect(point).toMatchObject({ isLate: true, leadsTo: `/requests/${late?.id}` })
}, 60_000)
