// A scheduled campaign over HTTP: moved, taken back, and moved at the moment at which it leaves.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import type {
  CalendarView,
  CampaignResults,
  PeriodResults,
} from '../../src/campaigns/contract-api.ts'
import type { FiguresView } from '../../src/overview/contract.ts'
import type { MessageView } from '../../src/sending/contract.ts'
import { realTimers } from '../support/clock.ts'
import { type Accord, asked, logInOwner, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const people = 30
const hourMs = 3_600_000
let accord: Accord
let listId: string
let now: () => number
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T09:30:00Z' })
  await ask('POST', '/v1/senders', { name: 'LUMEN' })
  listId = (await ask<{ id: string }>('POST', '/v1/lists', { name: 'Rendez-vous' })).id
  now = await clockOf()
  for (let index = 0; index < people; index += 1) {
    const number = `+336399830${String(index).padStart(2, '0')}`
    await ask('POST', '/v1/contacts', { number, listId })
  }
}, 120_000)
afterAll(() => accord.stop())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const tried = (method: Method, path: string, body?: unknown) =>
  accord.call<{ code: string }>(accord.accounts[0].token, method, path, body)
const view = (id: string) => ask<CampaignView>('GET', `/v1/campaigns/${id}`)
const figures = async () => (await ask<FiguresView>('GET', '/v1/overview/figures')).total

/** The clock of the installation, which went on while it started. */
async function clockOf(): Promise<() => number> {
  const asked = realTimers.now()
  const { readAt } = await ask<FiguresView>('GET', '/v1/overview/figures')
  return () => Date.parse(readAt) + realTimers.now() - asked
}
const iso = (at: number) => new Date(at).toISOString()

async function launched(sendAt: string, more: Record<string, unknown> = {}): Promise<string> {
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', {
    ...{ name: 'Rappel', listId, class: 'alert', basis: 'contract', sender: 'LUMEN' },
    ...{ text: 'Votre rendez-vous est demain.', sendAt, ...more },
  })
  await approved(id)
  return id
}

async function approved(id: string): Promise<void> {
  const { hash } = await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  await ask('POST', `/v1/campaigns/${id}/approve`, { hash, launch: true })
}

const waiting = (id: string) =>
  eventually(async () => {
    const { state, counts } = await view(id)
    return state === 'running' && counts.waiting === people ? counts : null
  })
const delivered = (id: string) =>
  eventually(async () => {
    const { counts } = await view(id)
    return counts.delivered === people ? counts : null
  })

const sheetFor = (id: string, sendAt: string) =>
  ask<CheckSheet>('POST', `/v1/campaigns/${id}/moved-sheet`, { sendAt })

test('moved, it leaves at its new instant and not at the old one; nobody is written to twice', async () => {
  const before = await figures()
  const id = await launched('2026-11-25T13:00:00Z')
  await waiting(id)
  const to = '2026-11-26T10:00:00.000Z'
  const old = await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  const sheet = await sheetFor(id, to)
  expect(sheet).toMatchObject({ receive: people, startsAt: to, problems: [] })
  // The approval covers the instant: neither the old sheet nor this one for another day will do.
  expect(sheet.hash).not.toBe(old.hash)
  const path = `/v1/campaigns/${id}/move`
  for (const wish of [
    { sendAt: to, hash: old.hash },
    { sendAt: '2026-11-27T10:00:00Z', hash: sheet.hash },
  ]) {
    const refused = await tried('POST', path, wish)
    expect([refused.status, refused.body.code]).toEqual([409, 'campaigns.sheet_changed'])
  }
  expect(await view(id)).toMatchObject({ sendAt: '2026-11-25T13:00:00.000Z', mayMove: true })

  const moved = await ask<CampaignView>('POST', path, { sendAt: to, hash: sheet.hash })
  expect(moved).toMatchObject({ sendAt: to, approvedHash: sheet.hash })
  expect(await waiting(id)).toMatchObject({ accepted: people, submitted: 0, refused: 0 })
  // What was taken out is in no figure: each message counts once.
  expect((await figures()).accepted).toBe(before.accepted + people)

  const { days } = await ask<CalendarView>('GET', '/v1/calendar?from=2026-11-25&days=2')
  const itemOf = (day: string) =>
    days.find((one) => one.day === day)?.items.find((item) => item.id === id)
  expect([itemOf('2026-11-25'), itemOf('2026-11-26')?.time]).toEqual([undefined, '11:00'])
  type Entries = { items: { action: string; at: string }[] }
  const journal = await ask<Entries>('GET', '/v1/audit?action=campaigns.move')
  expect(journal.items.length).toBe(1)

  accord.letPass(4 * hourMs)
  await realTimers.sleep(1_500)
  expect((await view(id)).counts).toMatchObject({ waiting: people, delivered: 0 })
  accord.letPass(21 * hourMs)
  expect(await delivered(id)).toMatchObject({ accepted: people, delivered: people })
  expect((await figures()).handedOver).toBe(before.handedOver + people)
  const late = await tried('POST', `/v1/campaigns/${id}/take-back`)
  expect([late.status, ['campaigns.has_begun', 'campaigns.step_not_possible']]).toEqual([
    409,
    expect.arrayContaining([late.body.code]),
  ])
  now = await clockOf()
}, 60_000)

test('taken back, it is a draft as if it had never been launched, and can be launched again', async () => {
  const before = await figures()
  const id = await launched(iso(now() + 5 * hourMs))
  await waiting(id)
  const draft = await ask<CampaignView>('POST', `/v1/campaigns/${id}/take-back`)
  expect(draft).toMatchObject({ state: 'draft', approvedHash: null, startedAt: null })
  expect(draft.counts).toMatchObject({ accepted: 0, waiting: 0 })
  const { items } = await ask<{ items: MessageView[] }>('GET', `/v1/messages?campaignId=${id}`)
  expect(items).toEqual([])
  expect(await figures()).toEqual(before)

  await ask('PATCH', `/v1/campaigns/${id}`, { text: 'Votre rendez-vous est lundi.', sendAt: null })
  await approved(id)
  expect(await delivered(id)).toMatchObject({ accepted: people })
  expect((await figures()).handedOver).toBe(before.handedOver + people)
}, 60_000)

test('what cannot be moved is refused with its reason, and stays as it was', async () => {
  const id = await launched(iso(now() + 5 * hourMs), { usefulUntil: iso(now() + 8 * hourMs) })
  await waiting(id)
  const path = `/v1/campaigns/${id}`
  const past = await tried('POST', `${path}/moved-sheet`, { sendAt: iso(now() - hourMs) })
  expect([past.status, past.body.code]).toEqual([400, 'campaigns.moved_to_past'])
  // Beyond the instant until which it is of use nobody would get it.
  const useless = iso(now() + 9 * hourMs)
  const sheet = await sheetFor(id, useless)
  const outlived = await tried('POST', `${path}/move`, { sendAt: useless, hash: sheet.hash })
  expect([outlived.status, outlived.body.code]).toEqual([409, 'campaigns.sheet_has_problems'])
  // Its session has ended while a day passed.
  await logInOwner(accord)
  // Above the bound somebody else than its author approves, the new date as well.
  await accord.call(accord.owner.cookie, 'PUT', '/v1/campaign-policy', { anotherAbove: 5 })
  const sendAt = iso(now() + 6 * hourMs)
  const { hash } = await sheetFor(id, sendAt)
  const alone = await tried('POST', `${path}/move`, { sendAt, hash })
  expect([alone.status, alone.body.code]).toEqual([403, 'campaigns.needs_another'])
  expect((await view(id)).counts.waiting).toBe(people)
  const by = accord.owner.cookie
  expect((await accord.call(by, 'POST', `${path}/move`, { sendAt, hash })).status).toBe(200)
  await accord.call(by, 'PUT', '/v1/campaign-policy', { anotherAbove: null })
  await waiting(id)
  await ask('POST', `${path}/take-back`)
  await ask('DELETE', path)
}, 60_000)

test('a move that meets the departure moves all of it or nothing', async () => {
  const ends = new Set<number>()
  // From well before to well behind the instant at which the engine claims.
  for (const behindMs of [-200, -50, 0, 30, 60, 100, 200, 400, 1_600]) {
    const leavesAt = now() + 1_600
    const id = await launched(iso(leavesAt))
    const to = iso(now() + 48 * hourMs)
    const { hash } = await sheetFor(id, to)
    await realTimers.sleep(Math.max(0, leavesAt - now() + behindMs))
    const answer = await tried('POST', `/v1/campaigns/${id}/move`, { sendAt: to, hash })
    ends.add(answer.status)
    if (answer.status === 200) {
      expect(await waiting(id)).toMatchObject({ accepted: people, submitted: 0, delivered: 0 })
      await realTimers.sleep(300)
      expect((await view(id)).counts).toMatchObject({ waiting: people, delivered: 0 })
      await ask('POST', `/v1/campaigns/${id}/take-back`)
    } else {
      // `step_not_possible`: all of it has ended already.
      expect(answer.body.code).toMatch(/^campaigns\.(has_begun|step_not_possible)$/)
      expect(await delivered(id)).toMatchObject({ accepted: people, delivered: people })
    }
  }
  // Else nothing was raced.
  expect([...ends].sort()).toEqual([200, 409])
}, 120_000)

test('its list stays for it, and what was counted before it was taken back is forgotten', async () => {
  const own = (await ask<{ id: string }>('POST', '/v1/lists', { name: 'Deux personnes' })).id
  for (const end of ['80', '81']) {
    await ask('POST', '/v1/contacts', { number: `+336399831${end}`, listId: own })
  }
  const id = await launched(iso(now() + 5 * hourMs), { listId: own })
  const accepted = (parts: number) =>
    eventually(async () => {
      const { state, counts } = await view(id)
      if (state !== 'running' || counts.waiting !== 2) return null
      const results = await ask<CampaignResults>('GET', `/v1/campaigns/${id}/results`)
      expect(results.breakdown?.parts).toBe(parts)
      return results
    })
  await accepted(2)
  const merge = { path: `/v1/lists/${listId}/merge`, body: { listIds: [own] } }
  for (const refused of [
    await tried('DELETE', `/v1/lists/${own}`),
    await tried('POST', merge.path, merge.body),
  ]) {
    expect([refused.status, refused.body.code]).toEqual([409, 'contacts.list_in_use'])
  }
  // Counted and kept, as whoever opens the results of the period has it.
  const days = [-1, 1].map((by) => iso(now() + by * 24 * hourMs).slice(0, 10))
  await eventually(async () => {
    const path = `/v1/campaign-results?from=${days[0]}&until=${days[1]}`
    return (await ask<PeriodResults>('GET', path)).uncounted === 0 ? true : null
  })
  await ask('POST', `/v1/campaigns/${id}/take-back`)
  await ask('PATCH', `/v1/campaigns/${id}`, { text: 'Votre rendez-vous est lundi. '.repeat(7) })
  await approved(id)
  await accepted(4)
  await ask('POST', `/v1/campaigns/${id}/take-back`)
  await ask('DELETE', `/v1/campaigns/${id}`)
  await ask('POST', merge.path, merge.body)
}, 60_000)
