// A contract that ends closes its route at that instant, on every door; renewed, what waits leaves
// after the gate has judged it again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignView, CheckSheet } from '../../src/campaigns/contract.ts'
import type { SupplierView } from '../../src/governance/contract.ts'
import type { RouteView } from '../../src/routing/contract.ts'
import type { MessageView } from '../../src/sending/contract.ts'
import { realTimers } from '../support/clock.ts'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

const people = 20
/** By the installation’s clock: a Wednesday, noon in Paris. */
const noon = '2026-11-25T11:00:00.000Z'
let accord: Accord
let listId: string
const numberOf = (index: number) => `+336399830${String(index).padStart(2, '0')}`

beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:50:00Z' })
  await ask('POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
  listId = (await ask<{ id: string }>('POST', '/v1/lists', { name: 'Rendez-vous' })).id
  const contactIds: string[] = []
  for (let index = 0; index < people; index += 1) {
    const made = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
      number: numberOf(index),
    })
    contactIds.push(made.contact.id)
  }
  await ask('POST', `/v1/lists/${listId}/members`, { contactIds })
}, 120_000)
afterAll(() => accord?.stop())

const ask = <T>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)
const staff = async <T>(method: Method, path: string, body?: unknown) => {
  const answer = await accord.call<T>(accord.owner.cookie, method, path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  return answer.body
}

const alert = {
  class: 'alert',
  // An objection stops alerts of this basis too.
  basis: 'legitimate_interest',
  sender: 'LUMEN',
  text: 'Votre rendez-vous est demain.',
}
async function draft(more: object = {}): Promise<[string, CheckSheet]> {
  const campaign = { ...alert, name: 'Rappel', listId, ...more }
  const { id } = await ask<CampaignView>('POST', '/v1/campaigns', campaign)
  return [id, await ask<CheckSheet>('GET', `/v1/campaigns/${id}/check-sheet`)]
}
const campaign = (id: string) => ask<CampaignView>('GET', `/v1/campaigns/${id}`)
async function when(id: string, is: (view: CampaignView) => boolean): Promise<CampaignView> {
  const until = realTimers.now() + 30_000
  for (;;) {
    const view = await campaign(id)
    if (is(view)) return view
    if (realTimers.now() > until) throw new Error(JSON.stringify(view))
    await realTimers.sleep(100)
  }
}
const theRoute = async () =>
  (await staff<{ items: RouteView[] }>('GET', '/v1/routes')).items.find(
    ({ isSandbox }) => isSandbox,
  ) as RouteView
async function oneMessage(index: number): Promise<MessageView> {
  const { id } = await ask<{ id: string }>('POST', '/v1/messages', {
    ...alert,
    to: numberOf(index),
  })
  return ask<MessageView>('GET', `/v1/messages/${id}`)
}
const ownContract = (validFrom: string, validUntil: string | null) => ({
  ...{ kind: 'own', reference: 'own operation', validFrom, validUntil },
})

test('the route closes with its contract, says why on every door, and what waits leaves when it is renewed', async () => {
  // From noon on there is no contract.
  const { items } = await staff<{ items: SupplierView[] }>('GET', '/v1/suppliers')
  const supplier = items[0] as SupplierView
  const contracts = `/v1/suppliers/${supplier.id}/contracts`
  await staff('POST', contracts, ownContract('2026-11-24T00:00:00.000Z', noon))
  await staff('POST', `${contracts}/${supplier.contracts[0]?.id}/end`)
  await expect
    .poll(theRoute)
    .toMatchObject({ state: 'open', closedWhy: null, operator: { contractUntil: noon } })

  // Some leave before noon; the others wait for their turn in the hour.
  const [id, sheet] = await draft({ perHour: 60 })
  expect(sheet.problems).toEqual([])
  await ask('POST', `/v1/campaigns/${id}/approve`, { hash: sheet.hash })
  await ask('POST', `/v1/campaigns/${id}/launch`)
  await when(id, ({ counts }) => counts.accepted === people && counts.delivered > 0)
  accord.letPass(20 * 60_000)
  const closed = await theRoute()
  expect(closed).toMatchObject({ state: 'closed', closedWhy: 'contract_expired' })
  const refused = await oneMessage(1)
  expect(refused).toMatchObject({ state: 'refused', refusal: 'route_without_contract' })
  const [, later] = await draft()
  expect(later.problems).toMatchObject([{ refusal: 'route_without_contract' }])
  const points = await staff<{ items: { kind: string }[] }>('GET', '/v1/overview/open-points')
  expect(points.items.map(({ kind }) => kind)).toContain('contract_without')

  // What left before noon has its receipts; the turn of the others has come, and nothing leaves.
  const isHeld = ({ next, counts: { submitting, submitted } }: CampaignView) =>
    next.what === 'waits_for_route' && submitting + submitted === 0
  const { delivered: left } = (await when(id, isHeld)).counts
  expect(left).toBeLessThan(people)
  await realTimers.sleep(1_500)
  const waiting = await campaign(id)
  expect(waiting.next.sentence).toContain('contract')
  expect(waiting.counts).toMatchObject({ delivered: left, submitted: 0, maybeSent: 0 })

  // Some say no meanwhile: the gate hears of it as the others leave.
  for (let index = people / 2; index < people; index += 1) {
    const objection = { number: numberOf(index), scope: 'all', reason: 'objection' }
    await ask('POST', '/v1/objections', objection)
  }
  await staff('POST', contracts, ownContract(noon, null))
  await expect.poll(async () => (await theRoute()).closedWhy).toBeNull()
  const isWhole = ({ counts }: CampaignView) => counts.delivered + counts.refused === people
  for (let turn = 0; turn < 4 && !isWhole(await campaign(id)); turn += 1) {
    accord.letPass(10 * 60_000)
    await realTimers.sleep(2_000)
  }
  const done = await when(id, isWhole)
  expect(done.counts.delivered).toBeGreaterThan(left)
  expect(done.counts.refused).toBeGreaterThanOrEqual(people / 2 - left)
  expect(done.leftOut.map(({ refusal }) => refusal)).toEqual(['number_suppressed'])
}, 120_000)
