// Recurring sends over HTTP: who may write, who may start, what a day becomes, what holds a list.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  CampaignView,
  OccurrenceView,
  RecurringView,
  RecurringWaiting,
} from '../../src/campaigns/contract.ts'
import type { CalendarView } from '../../src/campaigns/contract-calendar.ts'
import { type Accord, asked, cookieOf, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let listId: string
let writer: string
beforeAll(async () => {
  // Half an hour before ten in Paris.
  accord = await startAccord({ startsAt: '2026-11-30T08:35:00Z' })
  await asked(accord, 'POST', '/v1/senders', { name: 'LUMEN' })
  listId = (await asked<{ id: string }>(accord, 'POST', '/v1/lists', { name: 'Adhérents' })).id
  const contactIds: string[] = []
  for (const last of ['0', '1']) {
    const number = `+3363998310${last}`
    const made = await asked<{ contact: { id: string } }>(accord, 'POST', '/v1/contacts', {
      number,
    })
    contactIds.push(made.contact.id)
  }
  await asked(accord, 'POST', `/v1/lists/${listId}/members`, { contactIds })
  const person = { name: 'Lou Rédac', email: 'lou@example.org', role: 'writer' }
  const { code } = await asked<{ code: string }>(accord, 'POST', '/v1/users', person)
  const password = 'un hiver sans neige'
  writer = cookieOf(await accord.call('', 'POST', '/v1/invitations', { code, password }))
}, 120_000)
afterAll(() => accord.stop())

const weekly = (more: Record<string, unknown> = {}) => ({
  name: 'Réunion',
  every: 'week',
  weekday: 1,
  time: '10:00',
  listId,
  class: 'alert',
  basis: 'contract',
  sender: 'LUMEN',
  text: 'La réunion est ce soir à 18 h.',
  ...more,
})
const make = (by: string, more: Record<string, unknown> = {}) =>
  accord.call<RecurringView>(by, 'POST', '/v1/recurring-sends', weekly(more))
const step = (by: string, id: string, verb: string, body?: unknown) =>
  accord.call<RecurringView & { code?: string }>(
    by,
    'POST',
    `/v1/recurring-sends/${id}/${verb}`,
    body,
  )
const daysOf = (id: string) =>
  asked<{ items: OccurrenceView[] }>(accord, 'GET', `/v1/recurring-sends/${id}/days`)

test('a writer writes it, somebody else starts it, and its day leaves by itself', async () => {
  const { body } = await make(writer)
  const { id, version } = body
  expect(body).toMatchObject({ state: 'draft', next: null, preparedBy: 'Lou Rédac' })
  expect((await step(writer, id, 'start', { version })).status).toBe(403)
  const waits = await accord.call(accord.owner.cookie, 'GET', '/v1/recurring-waiting')
  const toStart = [{ id, name: 'Réunion', by: 'Lou Rédac' }]
  expect(waits.body).toEqual({ toStart, starterGone: [], waiting: [], notSent: [] })
  const own = await accord.call(writer, 'GET', '/v1/recurring-waiting')
  expect(own.body).toEqual({ toStart: [], starterGone: [], waiting: [], notSent: [] })
  const started = await step(accord.owner.cookie, id, 'start', { version })
  // Today is Monday, and its hour is ahead.
  expect(started.body).toMatchObject({
    state: 'active',
    next: { day: '2026-11-30', at: '2026-11-30T09:00:00.000Z' },
    approvedBy: 'Camille Exemple',
  })
  expect((await step(writer, id, 'pause')).status).toBe(403)
  const day = await eventually(async () => {
    const [first] = (await daysOf(id)).items
    return first?.state === 'launched' && first.accepted === 2 ? first : null
  })
  expect(day).toMatchObject({ day: '2026-11-30', people: 2 })
  const campaign = await asked<CampaignView>(accord, 'GET', `/v1/campaigns/${day.campaignId}`)
  expect(campaign).toMatchObject({
    name: 'Réunion · 30 Nov 2026',
    recurringId: id,
    sendAt: '2026-11-30T09:00:00.000Z',
    approvedBy: 'Camille Exemple',
    next: { what: 'waits_for_instant' },
  })
  expect((await asked<RecurringView>(accord, 'GET', `/v1/recurring-sends/${id}`)).next?.day).toBe(
    '2026-12-07',
  )
})

test('the calendar shows the campaign of today and the days to come', async () => {
  const path = '/v1/calendar?from=2026-11-30&days=14'
  const { zone, today, days, daily } = await asked<CalendarView>(accord, 'GET', path)
  expect([zone, today, days.length, daily]).toEqual(['Europe/Paris', '2026-11-30', 14, []])
  const filled = days.filter(({ items }) => items.length > 0)
  expect(filled).toMatchObject([
    {
      day: '2026-11-30',
      items: [{ kind: 'campaign', time: '10:00', name: 'Réunion · 30 Nov 2026' }],
    },
    {
      day: '2026-12-07',
      items: [{ kind: 'recurring', time: '10:00', name: 'Réunion', state: null }],
    },
  ])
})

test('a day whose route is closed waits, says so, and goes on by itself', async () => {
  const { cookie } = accord.owner
  const routes = await asked<{ items: { id: string }[] }>(accord, 'GET', '/v1/routes')
  const setRoute = (enabled: boolean) =>
    accord.call(cookie, 'PATCH', `/v1/routes/${routes.items[0]?.id}`, { enabled })
  await setRoute(false)
  const { id } = (await make(cookie, { name: 'Rappel' })).body
  await step(cookie, id, 'start', { version: 1 })
  const waits = await eventually(async () => {
    const [first] = (await daysOf(id)).items
    return first?.state === 'waiting' ? first : null
  })
  expect(waits).toMatchObject({
    day: '2026-11-30',
    failure: { code: 'route_closed' },
    waitsUntil: '2026-12-03T09:00:00.000Z',
  })
  const waiting = await accord.call<RecurringWaiting>(writer, 'GET', '/v1/recurring-waiting')
  expect(waiting.body.waiting).toMatchObject([{ id, name: 'Rappel', day: '2026-11-30' }])
  const draft = await asked<CampaignView>(accord, 'GET', `/v1/campaigns/${waits.campaignId}`)
  expect([draft.state, draft.next.what]).toEqual(['draft', 'waits_for_way'])
  await setRoute(true)
  // The look of each minute finds it, also after a restart: nobody does anything.
  accord.letPass(60_000)
  await accord.restart()
  const launched = await eventually(async () => {
    const [first] = (await daysOf(id)).items
    return first?.state === 'launched' ? first : null
  })
  expect(launched).toMatchObject({ campaignId: waits.campaignId, people: 2, waitsUntil: null })
}, 120_000)

test('one whose starter has left goes on, says so, and is taken over by who resumes it', async () => {
  const { cookie } = accord.owner
  const person = { name: 'Noa Partie', email: 'noa@example.org', role: 'approver' }
  const { code } = await asked<{ code: string }>(accord, 'POST', '/v1/users', person)
  const password = 'un hiver sans neige'
  const noa = cookieOf(await accord.call('', 'POST', '/v1/invitations', { code, password }))
  const { id } = (await make(writer, { name: 'Rappel du mercredi', weekday: 3 })).body
  const { id: own } = (await make(cookie, { name: 'Rappel du jeudi', weekday: 4 })).body
  await step(noa, own, 'start', { version: 1 })
  const started = (await step(noa, id, 'start', { version: 1 })).body
  expect([started.approvedBy, started.isStarterGone]).toEqual(['Noa Partie', false])
  const gone = async (by: string) =>
    (await accord.call<RecurringWaiting>(by, 'GET', '/v1/recurring-waiting')).body.starterGone
  expect(await gone(cookie)).toEqual([])
  const me = await accord.call<{ user: { id: string } }>(noa, 'GET', '/v1/me')
  await asked(accord, 'DELETE', `/v1/users/${me.body.user.id}`)
  const byNoa = [
    { id: own, name: 'Rappel du jeudi', by: 'Noa Partie' },
    { id, name: 'Rappel du mercredi', by: 'Noa Partie' },
  ]
  expect([await gone(cookie), await gone(writer)]).toEqual([byNoa, []])
  const view = await asked<RecurringView>(accord, 'GET', `/v1/recurring-sends/${id}`)
  expect([view.state, view.approvedBy, view.isStarterGone]).toEqual(['active', 'Noa Partie', true])
  const resumed = async (send: string) => {
    await step(cookie, send, 'pause')
    const { approvedBy, isStarterGone } = (await step(cookie, send, 'resume')).body
    return [approvedBy, isStarterGone]
  }
  expect(await resumed(id)).toEqual(['Camille Exemple', false])
  // Its author stands for it where one user is enough, and not where another one has to start it.
  await accord.call(cookie, 'PUT', '/v1/campaign-policy', { anotherAbove: 100 })
  expect(await resumed(own)).toEqual(['Noa Partie', true])
  await accord.call(cookie, 'PUT', '/v1/campaign-policy', { anotherAbove: null })
  expect(await resumed(own)).toEqual(['Camille Exemple', false])
  expect(await gone(cookie)).toEqual([])
  for (const send of [id, own]) await step(cookie, send, 'end')
})

test('what recurs holds its list, until it is ended', async () => {
  const { id } = await asked<{ id: string }>(accord, 'POST', '/v1/lists', { name: 'À part' })
  const { token } = accord.accounts[0]
  const { body } = await make(token, { listId: id })
  const remove = () => accord.call<{ code: string }>(token, 'DELETE', `/v1/lists/${id}`)
  const refused = await remove()
  expect([refused.status, refused.body.code]).toEqual([409, 'contacts.list_in_use'])
  await step(token, body.id, 'end')
  expect((await remove()).status).toBeLessThan(300)
})

test('where large campaigns need another, what recurs does', async () => {
  const { cookie } = accord.owner
  await accord.call(cookie, 'PUT', '/v1/campaign-policy', { anotherAbove: 1_000 })
  const own = (await make(cookie)).body
  const refused = await step(cookie, own.id, 'start', { version: 1 })
  expect([refused.status, refused.body.code]).toEqual([403, 'campaigns.recurring_needs_another'])
  const others = (await make(writer)).body
  expect((await step(cookie, others.id, 'start', { version: 1 })).body.state).toBe('active')
  await accord.call(cookie, 'PUT', '/v1/campaign-policy', { anotherAbove: null })
})

test('all of them are listed page by page, the newest first', async () => {
  const { token } = accord.accounts[0]
  type Page = { items: RecurringView[]; nextCursor: string | null }
  const found: string[] = []
  let cursor = ''
  do {
    const path = `/v1/recurring-sends?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`
    const { body } = await accord.call<Page>(token, 'GET', path)
    found.push(...body.items.map(({ createdAt }) => createdAt))
    cursor = body.nextCursor ?? ''
  } while (cursor !== '')
  expect(found).toHaveLength(7)
  expect(found).toEqual([...found].sort().reverse())
})
