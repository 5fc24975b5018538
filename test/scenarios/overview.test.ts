// The first page's figures equal what the messages themselves say, to the message; rights are kept.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  DeparturesView,
  FiguresView,
  FirstStepsView,
  ReachableView,
  SearchResult,
  WaitingView,
} from '../../src/overview/contract.ts'
import type { InboundView, MessageView } from '../../src/sending/contract.ts'
import { oneOfEverything, type Things } from '../support/one-of-everything.ts'
import { publishedWording } from '../support/published-wording.ts'
import { type Accord, asked, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let things: Things
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
}, 120_000)
afterAll(() => accord.stop())

const read = <T>(path: string, by = accord.accounts[0].token) =>
  accord.call<T>(by, 'GET', `/v1/overview/${path}`)
const figures = async () => (await read<FiguresView>('figures')).body

test('an account that sent nothing has thirty days of nothing, and all steps before it', async () => {
  const { days, total, before } = await figures()
  expect(days).toHaveLength(30)
  expect(days.at(-1)?.day).toBe('2026-11-25')
  expect([total.accepted, before.accepted, total.costMicroEur]).toEqual([0, 0, 0])
  const steps = (await read<FirstStepsView>('first-steps')).body
  expect(new Set(Object.values(steps))).toEqual(new Set([false]))
  expect((await read<ReachableView>('reachable')).body.people).toBe(0)
})

async function allMessages(): Promise<MessageView[]> {
  const found: MessageView[] = []
  let cursor = ''
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor === '' ? {} : { cursor }) })
    const page = await asked<{ items: MessageView[]; nextCursor: string | null }>(
      accord,
      'GET',
      `/v1/messages?${query}`,
    )
    found.push(...page.items)
    cursor = page.nextCursor ?? ''
  } while (cursor !== '')
  return found
}

/** Delivered, undeliverable, expired, rejected, refused at submit, answered STOP, a question. */
const endings = ['900', '901', '902', '903', '910', '940', '941']
const endingsThatReply = 2

test('figures equal what became of each message', { timeout: 120_000 }, async () => {
  things = await oneOfEverything(accord)
  const inbound = async () =>
    (await asked<{ items: InboundView[] }>(accord, 'GET', '/v1/inbound?limit=100')).items
  const earlier = (await inbound()).length
  for (const ending of endings) {
    await asked(accord, 'POST', '/v1/messages', {
      to: `+33639980${ending}`,
      class: 'alert',
      basis: 'contract',
      sender: 'Tilleuls',
      text: 'Votre commande est prête au comptoir.',
      reference: `commande ${ending}`,
    })
  }
  const messages = await eventually(async () => {
    const all = await allMessages()
    return all.every(({ finalAt }) => finalAt !== null) ? all : null
  })
  const inState = (...states: string[]) =>
    messages.filter(({ state }) => states.includes(state)).length
  const replies = await eventually(async () => {
    const items = await inbound()
    return items.length === earlier + endingsThatReply ? items : null
  })
  const { days, total } = await figures()
  expect(total).toMatchObject({
    accepted: messages.length,
    parts: messages.reduce((sum, { segments }) => sum + segments, 0),
    costMicroEur: messages
      .filter(({ state }) => state !== 'refused' && state !== 'cancelled')
      .reduce((sum, { costMicroEur }) => sum + costMicroEur, 0),
    delivered: inState('delivered'),
    failed: inState('undelivered', 'expired', 'rejected', 'unconfirmed'),
    refused: inState('refused'),
    cancelled: inState('cancelled'),
    replies: replies.length,
    stops: replies.filter(({ kind }) => kind === 'stop').length,
  })
  expect(total.delivered).toBeGreaterThan(0)
  expect(total.failed).toBeGreaterThan(0)
  expect(total.stops).toBeGreaterThan(0)
  // What an operator refused at once was never in its hands.
  expect(total.handedOver).toBe(total.delivered + total.failed - 1)
  expect(days.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(total.delivered)
})

test('another account has none of it', async () => {
  const other = accord.accounts[1].token
  const { total } = (await read<FiguresView>('figures', other)).body
  expect(total.accepted).toBe(0)
  const found = await accord.call<SearchResult>(other, 'POST', '/v1/overview/search', {
    text: 'commande 900',
  })
  expect(found.body).toEqual({ campaigns: [], wordings: [], messages: [], named: [] })
})

test('who can be reached is counted as the contacts are', async () => {
  const { controllerId, wordingId } = await publishedWording(accord)
  await asked(accord, 'POST', '/v1/contacts', { number: '+33639980077' })
  await asked(accord, 'POST', '/v1/consents', {
    number: '+33639980077',
    wordingId,
    controllerId,
    channel: 'sms',
    purpose: 'offers',
    evidence: { grade: 'api_declared', givenAt: '2026-11-25T08:00:00Z', source: 'caisse' },
  })
  const { items } = await asked<{ items: unknown[] }>(
    accord,
    'GET',
    '/v1/contacts?status=can_receive&limit=100',
  )
  expect(items.length).toBeGreaterThan(0)
  // Counted anew at the latest after half a minute.
  accord.letPass(31_000)
  const { countedAt } = await eventually(async () => {
    const { body } = await read<ReachableView>('reachable')
    return body.people === items.length ? body : null
  })
  expect(Date.parse(countedAt)).toBeGreaterThan(0)
})

test('steps that were taken are ticked', async () => {
  const steps = (await read<FirstStepsView>('first-steps')).body
  expect(steps).toMatchObject({ sender: true, contacts: true, tried: true, campaign: false })
})

test('what waits is counted, and told by rights alone', async () => {
  const waiting = (await read<WaitingView>('waiting')).body
  const { items } = await asked<{ items: unknown[] }>(
    accord,
    'GET',
    '/v1/person-requests?open=true&limit=100',
  )
  expect(waiting.requests).toBe(items.length)
  const { secret } = await asked<{ secret: string }>(accord, 'POST', '/v1/tokens', {
    name: 'Reads messages',
    rights: ['messages.read'],
  })
  const narrow = await read<WaitingView>('waiting', secret)
  expect(narrow.body.requests).toBeNull()
  expect(narrow.body.replies).toEqual(waiting.replies)
  expect((await read('departures', secret)).status).toBe(403)
  expect((await read('reachable', secret)).status).toBe(403)
  const found = await accord.call<SearchResult>(secret, 'POST', '/v1/overview/search', {
    text: 'commande 901',
  })
  expect(found.body.messages).toHaveLength(1)
  expect(found.body.wordings).toEqual([])
})

test('the search finds a campaign by a part of its name, and signs are no pattern', async () => {
  const search = (text: string) =>
    asked<SearchResult>(accord, 'POST', '/v1/overview/search', { text })
  const { name } = await asked<{ name: string }>(
    accord,
    'GET',
    `/v1/campaigns/${things['/v1/campaigns/{id}']}`,
  )
  const found = await search(name.slice(1, 6).toUpperCase())
  expect(found.campaigns.map((one) => one.name)).toContain(name)
  expect((await search('%%')).campaigns).toEqual([])
  expect((await search('%%')).named).toEqual([])
  expect((await search('__')).campaigns).toEqual([])
  const id = things['/v1/messages/{id}'] ?? ''
  expect((await search(id)).messages.map((one) => one.id)).toEqual([id])
  const short = await accord.call(accord.accounts[0].token, 'POST', '/v1/overview/search', {
    text: 'a',
  })
  expect(short.status).toBe(400)
})

test('the search finds lists, segments and templates by a part of their name', async () => {
  const search = async (text: string, token = accord.accounts[0].token) => {
    const { body } = await accord.call<SearchResult>(token, 'POST', '/v1/overview/search', { text })
    return body.named.map(({ kind, id }) => [kind, id])
  }
  const { id: listId } = await asked<{ id: string }>(accord, 'POST', '/v1/lists', {
    name: 'Boulangerie du port',
  })
  const { id: segmentId } = await asked<{ id: string }>(accord, 'POST', '/v1/segments', {
    ...{ name: 'Habitués du port', match: 'all' },
    rules: [{ field: 'list', op: 'is', listId }],
  })
  expect(await search('DU PORT')).toEqual([
    ['list', listId],
    ['segment', segmentId],
  ])
  const { secret } = await asked<{ secret: string }>(accord, 'POST', '/v1/tokens', {
    name: 'Reads messages',
    rights: ['messages.read'],
  })
  expect(await search('du port', secret)).toEqual([])
})

test('what leaves next is told in its order', async () => {
  const { items } = await asked<DeparturesView>(accord, 'GET', '/v1/overview/departures')
  const when = items.map(({ at }) => at ?? '')
  expect([...when].sort()).toEqual(when)
})
