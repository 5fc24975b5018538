// The results of a campaign equal the messages themselves: delivered, failed, refused, STOP,
// replies.
import papaparse from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import type { CampaignResults, PeriodResults } from '../../src/campaigns/contract-results.ts'
import type { FiguresView } from '../../src/overview/contract.ts'
import type { InboundView, MessageView } from '../../src/sending/contract.ts'
import { allTags, readPdf } from '../support/read-pdf.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

/** By the last digits: delivered, STOP, a question, undeliverable, expired, rejected, refused. */
const few = ['001', '940']
const many = ['001', '002', '003', '940', '943', '941', '901', '902', '903', '910', '933']
const contacts = new Map<string, string>()

let accord: Accord
let id: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T09:30:00Z' })
  await ask('POST', '/v1/senders', { name: 'LUMEN' })
  const short = await list('Essai', few)
  const whole = await list('Clients', many)
  for (const name of ['Un', 'Deux', 'Trois']) {
    const earlier = await launched(name, short)
    await ended(earlier, few.length)
    if (name === 'Un')
      await eventually(async () => (await results(earlier)).replies.stop === 1 || null)
  }
  id = await launched('Soldes', whole)
  // 933 has no receipt for four days.
  await ended(id, many.length - 1)
  await eventually(async () => (await results(id)).replies.total >= 2 || null)
}, 180_000)
afterAll(() => accord.stop())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const results = (of: string) => ask<CampaignResults>('GET', `/v1/campaigns/${of}/results`)

async function list(name: string, ends: readonly string[]): Promise<string> {
  const { id: listId } = await ask<{ id: string }>('POST', '/v1/lists', { name })
  for (const end of ends) {
    if (contacts.has(end)) continue
    const number = `+33639980${end}`
    const made = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
    contacts.set(end, made.contact.id)
  }
  const contactIds = ends.map((end) => contacts.get(end))
  await ask('POST', `/v1/lists/${listId}/members`, { contactIds })
  return listId
}

async function launched(name: string, listId: string): Promise<string> {
  const made = await ask<CampaignView>('POST', '/v1/campaigns', {
    ...{ name, listId, class: 'alert', basis: 'legitimate_interest', sender: 'LUMEN' },
    text: 'Votre avis nous aide. Merci de répondre à ce message.',
  })
  const sheet = await ask<CheckSheet>('GET', `/v1/campaigns/${made.id}/check-sheet`)
  await ask('POST', `/v1/campaigns/${made.id}/approve`, { hash: sheet.hash })
  await ask('POST', `/v1/campaigns/${made.id}/launch`)
  return made.id
}

const ended = (of: string, messages: number) =>
  eventually(async () => {
    const { groups } = await results(of)
    const over = groups.filter(({ group }) => group !== 'underway')
    return over.reduce((sum, { messages: some }) => sum + some, 0) === messages || null
  })

const periodOf = (from: string, until: string) =>
  ask<PeriodResults>('GET', `/v1/campaign-results?from=${from}&until=${until}`)

test('a period is the sum of its campaigns, by list and by operator', {
  timeout: 60_000,
}, async () => {
  // By operator once each campaign is counted, which happens in the background.
  const period = await eventually(async () => {
    const read = await periodOf('2026-11-01', '2026-11-30')
    return read.uncounted === 0 ? read : null
  })
  expect(period).toMatchObject({ isCut: false, zone: 'Europe/Paris' })
  expect(period.campaigns.map(({ name }) => name)).toEqual(['Soldes', 'Trois', 'Deux', 'Un'])
  const [whole, short] = period.lists
  expect(whole).toMatchObject({ name: 'Clients', campaigns: 1, accepted: many.length })
  expect(short).toMatchObject({ name: 'Essai', campaigns: 3, accepted: 3 * few.length })
  const own = await results(id)
  const { counts, replies } = own
  expect(whole).toMatchObject({
    delivered: counts.delivered,
    refused: counts.refused,
    failed: counts.undelivered + counts.expired + counts.rejected,
    stopped: replies.peopleWhoStopped,
    replies: replies.total,
    // What a month cost, list by list.
    parts: own.breakdown?.parts,
    costMicroEur: own.breakdown?.costMicroEur,
  })
  expect(period.total.costMicroEur).toBeGreaterThan(whole?.costMicroEur ?? 0)
  const names = [
    ...(['accepted', 'delivered', 'failed', 'refused'] as const),
    ...(['stopped', 'parts', 'costMicroEur'] as const),
  ]
  for (const name of names) {
    const sum = period.lists.reduce((all, one) => all + one[name], 0)
    expect([name, sum]).toEqual([name, period.total[name]])
  }
  const [operator, ...others] = period.operators
  expect(others).toEqual([])
  expect(operator).toMatchObject({ campaigns: 4, delivered: period.total.delivered })
  expect(await periodOf('2026-12-01', '2026-12-02')).toMatchObject({ campaigns: [], lists: [] })
  const far = '/v1/campaign-results?from=2024-01-01&until=2026-11-30'
  const token = accord.accounts[0].token
  expect((await accord.call(token, 'GET', far)).status).toBe(400)
  // The number of an operator opens its messages.
  const by = own.breakdown?.routes[0]
  const opened = await messagesOf(`&routeId=${by?.routeId}`)
  expect(opened.length).toBe(by?.messages)
  expect(new Set(opened.map(({ state }) => state)).has('refused')).toBe(false)
  const alone = await accord.call(token, 'GET', `/v1/messages?routeId=${by?.routeId}`)
  expect(alone.status).toBe(400)
})

/** As many as the list of messages holds, which the count says as well. */
async function messagesThat(query: string): Promise<number> {
  const { length } = await all(`/v1/messages?${query}`)
  const counted = await ask('GET', `/v1/messages/count?${query}`)
  expect([query, counted]).toEqual([query, { messages: length, isAtLeast: false }])
  return length
}

test('each figure of a period opens a list with exactly as many', {
  timeout: 120_000,
}, async () => {
  const days = 'from=2026-11-01&until=2026-11-30'
  const period = await eventually(async () => {
    const read = await periodOf('2026-11-01', '2026-11-30')
    return read.uncounted === 0 ? read : null
  })
  const messagesIn = (more: string) =>
    all<MessageView>(`/v1/campaign-results/messages?${days}${more}`)
  const repliesIn = (more: string) =>
    all<InboundView>(`/v1/campaign-results/replies?${days}${more}`)
  const asks = {
    ...{ accepted: '', delivered: '&state=delivered', failed: '&group=failed' },
    ...{ unconfirmed: '&state=unconfirmed', refused: '&state=refused' },
    ...{ cancelled: '&state=cancelled', underway: '&group=underway' },
  }
  const rows = [
    { of: period.total, only: '' },
    ...period.lists.map((of) => ({ of, only: `&audienceId=${of.audienceId}` })),
  ]
  for (const { of, only } of rows) {
    for (const [name, more] of Object.entries(asks)) {
      const found = await messagesIn(only + more)
      expect([only, name, found.length]).toEqual([only, name, of[name as keyof typeof asks]])
      expect(new Set(found.map(({ id: one }) => one)).size).toBe(found.length)
    }
    const charged = await messagesIn(`${only}&group=charged`)
    expect(charged.reduce((sum, { segments }) => sum + segments, 0)).toBe(of.parts)
    expect(charged.reduce((sum, one) => sum + one.costMicroEur, 0)).toBe(of.costMicroEur)
    expect((await repliesIn(only)).length).toBe(of.replies)
    expect((await repliesIn(`${only}&show=stopped`)).length).toBe(of.stopped)
  }
  expect(period.total.failed).toBeGreaterThan(0)
  expect(period.total.stopped).toBeGreaterThan(1)
  for (const { routeId, ...one } of period.operators) {
    const by = `&routeId=${routeId}`
    expect((await messagesIn(by)).length).toBe(one.messages)
    expect((await messagesIn(`${by}&group=failed`)).length).toBe(one.failed)
    expect((await messagesIn(`${by}&state=delivered`)).length).toBe(one.delivered)
    const took = period.campaigns.filter(({ routeIds }) => routeIds.includes(routeId))
    expect(took.length).toBe(one.campaigns)
  }
  const [own] = period.campaigns
  const of = `campaignId=${own?.id}`
  expect(await messagesThat(`${of}&group=failed`)).toBe(own?.failed)
  expect(await messagesThat(`${of}&group=underway`)).toBe(own?.underway)
  expect((await all(`/v1/inbound?${of}&show=stopped`)).length).toBe(own?.stopped)
  const token = accord.accounts[0].token
  const both = await accord.call(token, 'GET', '/v1/messages?group=failed&state=expired')
  expect(both.status).toBe(400)
})

test('each tile of the first page opens a list with exactly as many', {
  timeout: 60_000,
}, async () => {
  const { from, total } = await ask<FiguresView>('GET', '/v1/overview/figures')
  const tiles = {
    handedOver: await messagesThat(`leftFrom=${from}`),
    delivered: await messagesThat(`endedFrom=${from}&state=delivered`),
    failed: await messagesThat(`endedFrom=${from}&group=not_arrived`),
    accepted: await messagesThat(`acceptedFrom=${from}`),
    stops: (await all(`/v1/inbound?receivedFrom=${from}&show=stops`)).length,
  }
  expect(total).toMatchObject(tiles)
  for (const some of Object.values(tiles)) expect(some).toBeGreaterThan(0)
})

test('results are given as a PDF that can be read aloud, in the language of whoever asks', async () => {
  const pdf = async (path: string, language: string) => {
    const answer = await fetch(`${accord.url}${path}`, {
      headers: { cookie: accord.owner.cookie, 'x-accord': 'scenario', 'accept-language': language },
    })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    return readPdf(new Uint8Array(await answer.arrayBuffer()))
  }
  const period = '/v1/campaign-results/pdf?from=2026-11-01&until=2026-11-30'
  for (const path of [`/v1/campaigns/${id}/results/pdf`, period]) {
    const read = await pdf(path, 'en')
    expect(read).toMatchObject({ language: 'en', isMarked: true, showsTitle: true, uaPart: '1' })
    for (const page of read.pages) expect([page.untagged, page.unnamedMarks]).toEqual([0, 0])
    const roles = new Set(read.pages.flatMap(({ tags }) => allTags(tags)).map(({ role }) => role))
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD'])
      expect([role, roles.has(role)]).toEqual([role, true])
    expect(read.text).toContain('Soldes')
    // No person is in it.
    expect(read.text).not.toMatch(/\+?33 ?6/)
  }
})

test('the table of a period is read as a file', async () => {
  const address = '/v1/campaign-results/file?from=2026-11-01&until=2026-11-30'
  const answer = await fetch(`${accord.url}${address}`, {
    headers: { authorization: `Bearer ${accord.accounts[0].token}` },
  })
  expect(answer.headers.get('content-disposition')).toContain('2026-11-01-2026-11-30.csv')
  const { data } = papaparse.parse<string[]>((await answer.text()).replace(/^\uFEFF/, '').trim())
  expect(data.length).toBe(1 + 2 + 1 + 4 + 1)
  expect(data.every((row) => row.length === data[0]?.length)).toBe(true)
})

async function all<T>(path: string): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: { items: T[]; nextCursor: string | null } = await ask(
      'GET',
      `${path}&limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

const messagesOf = (more = '') => all<MessageView>(`/v1/messages?campaignId=${id}${more}`)

function countBy<T>(items: readonly T[], key: (item: T) => string | null | undefined) {
  const counts: Record<string, number> = {}
  for (const item of items) {
    const name = key(item)
    if (name != null) counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

test('each count of the page is the count of the messages that are in it', async () => {
  const told = await results(id)
  const messages = await messagesOf()
  const states = countBy(messages, ({ state }) => state)
  expect(states).toMatchObject({ undelivered: 1, expired: 1, refused: 1, submitted: 1 })
  expect(messages).toHaveLength(many.length)
  const of = (...names: string[]) => names.reduce((sum, name) => sum + (states[name] ?? 0), 0)
  expect(Object.fromEntries(told.groups.map(({ group, messages: some }) => [group, some]))).toEqual(
    {
      delivered: of('delivered'),
      failed: of('undelivered', 'expired', 'rejected'),
      unconfirmed: of('unconfirmed'),
      refused: of('refused'),
      cancelled: of('cancelled'),
      underway: of('held', 'queued', 'submitting', 'submitted', 'maybe_sent'),
    },
  )
  expect(Object.fromEntries(told.refused.map(({ refusal, people }) => [refusal, people]))).toEqual(
    countBy(messages, ({ refusal }) => refusal),
  )
  expect(
    Object.fromEntries((told.breakdown?.notArrived ?? []).map((one) => [one.reason, one.messages])),
  ).toEqual(countBy(messages, ({ state, failure }) => (state === 'refused' ? null : failure?.code)))
  const left = messages.filter(({ state }) => state !== 'refused')
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  expect(told.breakdown).toMatchObject({
    isCurrent: true,
    parts: sum(left.map(({ segments }) => segments)),
    costMicroEur: sum(messages.map(({ costMicroEur }) => costMicroEur)),
    routes: [{ name: 'sandbox', messages: left.length, delivered: of('delivered') }],
    countries: [{ country: 'FR', messages: left.length, delivered: of('delivered') }],
  })
  expect(sum((told.breakdown?.times ?? []).map(({ delivered }) => delivered))).toBe(of('delivered'))
  expect(sum((told.breakdown?.times ?? []).map(({ failed }) => failed))).toBe(
    of('undelivered', 'expired', 'rejected'),
  )
})

test('replies are those that answer it, and people who said STOP are counted once', async () => {
  const { replies } = await results(id)
  const answers = await all<InboundView>(`/v1/inbound?campaignId=${id}`)
  expect(answers.every(({ campaignId }) => campaignId === id)).toBe(true)
  const kinds = countBy(answers, ({ kind }) => kind)
  expect(replies).toMatchObject({ total: answers.length, ...kinds })
  expect(replies.peopleWhoStopped).toBe(1)
})

test('each number opens its messages: by state, and by state and reason', async () => {
  const { refused, breakdown } = await results(id)
  for (const { refusal, people } of refused) {
    const opened = await messagesOf(`&state=refused&reason=${refusal}`)
    expect(opened.map((one) => one.refusal)).toEqual(Array(people).fill(refusal))
  }
  expect(breakdown?.notArrived.length).toBeGreaterThan(2)
  for (const { state, reason, messages } of breakdown?.notArrived ?? []) {
    const opened = await messagesOf(`&state=${state}&reason=${reason}`)
    expect(opened.map(({ failure }) => failure?.code)).toEqual(Array(messages).fill(reason))
  }
})

test('each figure of the page opens a list with exactly as many', { timeout: 60_000 }, async () => {
  const own = await results(id)
  const { breakdown } = own
  const of = `campaignId=${id}`
  const asks = {
    ...{ delivered: 'state=delivered', failed: 'group=failed', unconfirmed: 'state=unconfirmed' },
    ...{ refused: 'state=refused', cancelled: 'state=cancelled', underway: 'group=underway' },
  }
  for (const { group, messages } of own.groups) {
    expect([group, await messagesThat(`${of}&${asks[group]}`)]).toEqual([group, messages])
  }
  const places = [
    ...(breakdown?.routes ?? []).map((one) => ({ ...one, by: `routeId=${one.routeId}` })),
    ...(breakdown?.countries ?? []).map((one) => ({ ...one, by: `country=${one.country}` })),
  ]
  expect(places.length).toBeGreaterThan(1)
  for (const { by, messages, delivered, failed, unconfirmed } of places) {
    const ends = { delivered, failed, unconfirmed }
    expect(await messagesThat(`${of}&${by}&group=charged`)).toBe(messages)
    for (const [end, many] of Object.entries(ends)) {
      const narrowed = `${of}&${by}&${asks[end as keyof typeof ends]}`
      expect([narrowed, await messagesThat(narrowed)]).toEqual([narrowed, many])
    }
  }
  expect(await messagesThat(`${of}&country=BE`)).toBe(0)
  expect((await all(`/v1/inbound?${of}&show=stopped`)).length).toBe(own.replies.peopleWhoStopped)
})

test('a message names its campaign, for whoever may read campaigns', async () => {
  type Named = { campaignId: string | null; campaignName: string | null }
  const listed = await all<Named>(`/v1/messages?campaignId=${id}`)
  expect(new Set(listed.map(({ campaignName }) => campaignName))).toEqual(new Set(['Soldes']))
  const [one] = await messagesOf('')
  const story = await ask<{ message: Named }>('GET', `/v1/messages/${one?.id}/story`)
  expect(story.message).toMatchObject({ campaignId: id, campaignName: 'Soldes' })
  const reader = { name: 'messages alone', rights: ['messages.read'] }
  const { cookie } = accord.owner
  const made = await accord.call<{ secret: string }>(cookie, 'POST', '/v1/tokens', reader)
  const path = `/v1/messages?campaignId=${id}`
  const { body } = await accord.call<{ items: Named[] }>(made.body.secret, 'GET', path)
  expect(body.items.length).toBe(listed.length)
  expect(body.items.every(({ campaignName }) => campaignName === null)).toBe(true)
})

test('beside three earlier campaigns stand their middle values', async () => {
  const { past } = await results(id)
  expect(past?.campaigns).toBe(3)
  const median = Object.fromEntries((past?.rates ?? []).map((one) => [one.rate, one.median]))
  // The first reached both; after the STOP one of two was refused.
  expect(median).toMatchObject({ delivered: 1, failed: 0, refused: 0.5, stopped: 0 })
})

test('the files hold every message, no number in clear, and the download is in the journal', async () => {
  const [first, second] = accord.accounts
  const address = `/v1/campaigns/${id}/results/file`
  const csv = await accord.call<string>(first.token, 'GET', `${address}?format=csv`)
  const { data } = papaparse.parse<Record<string, string>>(csv.body, {
    header: true,
    skipEmptyLines: true,
  })
  expect(data).toHaveLength(many.length)
  expect(csv.body).not.toMatch(/639980\d{3}|39 98 0\d/)
  expect(csv.headers.get('content-disposition')).toMatch(/results-\d+\.csv/)
  const one = await accord.call<string>(first.token, 'GET', `${address}?state=refused`)
  expect(one.body.trim().split('\n')).toHaveLength(2)
  const xlsx = await accord.call<string>(first.token, 'GET', `${address}?format=xlsx`)
  expect([xlsx.status, xlsx.body.slice(0, 2)]).toEqual([200, 'PK'])
  type Audit = { items: { action: string }[] }
  const { items } = await ask<Audit>('GET', '/v1/audit?limit=100')
  const deeds = items.filter(({ action }) => action === 'campaigns.results_downloaded')
  expect(deeds).toHaveLength(3)
  for (const path of [address, `/v1/campaigns/${id}/results`]) {
    expect((await accord.call(second.token, 'GET', path)).status).toBe(404)
  }
})
