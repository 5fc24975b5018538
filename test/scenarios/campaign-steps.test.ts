// A campaign's steps over HTTP: not before an instant, at a pace, paused, resumed, called off.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import type { RouteView } from '../../src/routing/contract.ts'
import { realTimers } from '../support/clock.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

const people = 30
let accord: Accord
let listId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T09:30:00Z' })
  const controller = { name: 'LUMEN', country: 'FR' }
  await ask('POST', '/v1/senders', controller)
  listId = (await ask<{ id: string }>('POST', '/v1/lists', { name: 'Rendez-vous' })).id
  const contactIds: string[] = []
  for (let index = 0; index < people; index += 1) {
    const number = `+336399830${String(index).padStart(2, '0')}`
    const made = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
    contactIds.push(made.contact.id)
  }
  await ask('POST', `/v1/lists/${listId}/members`, { contactIds })
}, 120_000)
afterAll(() => accord.stop())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

async function launched(wishes: { sendAt?: string; perHour?: number }): Promise<string> {
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', {
    name: 'Rappel',
    listId,
    class: 'alert',
    basis: 'contract',
    sender: 'LUMEN',
    text: 'Votre rendez-vous est demain.',
    ...wishes,
  })
  const sheet = await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  await ask('POST', `/v1/campaigns/${id}/approve`, { hash: sheet.hash })
  await ask('POST', `/v1/campaigns/${id}/launch`)
  return id
}

async function when(id: string, is: (view: CampaignView) => boolean): Promise<CampaignView> {
  const until = realTimers.now() + 20_000
  for (;;) {
    const view = await ask<CampaignView>('GET', `/v1/campaigns/${id}`)
    if (is(view)) return view
    if (realTimers.now() > until) throw new Error(JSON.stringify(view))
    await realTimers.sleep(100)
  }
}

test('a campaign for later waits, and leaves nothing before its instant', async () => {
  const id = await launched({ sendAt: '2026-11-25T13:00:00Z' })
  const view = await when(id, ({ counts }) => counts.accepted === people)
  expect(view.counts).toMatchObject({ waiting: people, submitted: 0, delivered: 0 })
  await ask('POST', `/v1/campaigns/${id}/cancel`)
  const ended = await when(id, ({ counts }) => counts.cancelled === people)
  expect(ended.state).toBe('cancelled')
})

test('at a hundred an hour ten leave at once; paused nothing does; resumed and called off, all is told', async () => {
  const id = await launched({ perHour: 100 })
  const view = await when(id, ({ counts }) => counts.delivered >= 10)
  expect([view.perHour, view.counts.delivered]).toEqual([100, 10])
  const { items } = await ask<{ items: { hold: { reason: string } | null }[] }>(
    'GET',
    `/v1/messages?campaignId=${id}&state=held`,
  )
  expect(items.map(({ hold }) => hold?.reason)).toEqual(Array(people - 10).fill('campaign_paced'))

  expect((await ask<CampaignView>('POST', `/v1/campaigns/${id}/pause`)).state).toBe('paused')
  const refused = await accord.call(accord.accounts[0].token, 'POST', `/v1/campaigns/${id}/launch`)
  expect([refused.status, refused.body]).toMatchObject([
    409,
    { code: 'campaigns.step_not_possible' },
  ])
  expect((await ask<CampaignView>('POST', `/v1/campaigns/${id}/resume`)).state).toBe('running')
  await ask('POST', `/v1/campaigns/${id}/cancel`)
  const ended = await when(id, ({ counts }) => counts.delivered + counts.cancelled === people)
  // The pause began the line anew: ten more may have left in the meantime, if a span had ended.
  expect([10, 20]).toContain(ended.counts.delivered)
})

async function sheetFor(wishes: {
  perHour?: number
}): Promise<CheckSheet & { takesHours: number }> {
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', {
    name: 'Rappel',
    listId,
    class: 'alert',
    basis: 'contract',
    sender: 'LUMEN',
    text: 'Votre rendez-vous est demain.',
    ...wishes,
  })
  const sheet = await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)
  const takesMs = Date.parse(sheet.endsAt ?? '') - Date.parse(sheet.startsAt ?? '')
  return { ...sheet, takesHours: takesMs / 3_600_000 }
}

test('the sheet says when a paced campaign ends', async () => {
  expect((await sheetFor({ perHour: 15 })).takesHours).toBeCloseTo(2, 1)
})

test('the sheet counts the rate that each sender has on its route', async () => {
  const { cookie } = accord.owner
  const all = await accord.call<{ items: RouteView[] }>(cookie, 'GET', '/v1/routes')
  const path = `/v1/routes/${all.body.items.find(({ isSandbox }) => isSandbox)?.id}`
  const rated = (rate: number | null) =>
    accord.call<RouteView>(cookie, 'PATCH', path, { senderSegmentsPerSecond: rate })
  // 36 an hour: slower than the route.
  expect((await rated(0.01)).body.operator?.senderSegmentsPerSecond).toBe(0.01)
  const plain = await sheetFor({})
  expect(plain.ratePerSecond).toBe(0.01)
  expect(plain.takesHours).toBeCloseTo(people / 36, 2)
  expect((await sheetFor({ perHour: 15 })).takesHours).toBeCloseTo(2, 1)
  await rated(null)
  expect((await sheetFor({})).takesHours).toBeLessThan(0.1)
})
