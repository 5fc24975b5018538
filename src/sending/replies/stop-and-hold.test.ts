// Moments between two steps: a STOP as a message is accepted, a pause as a slice is claimed.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  alertOrder,
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  unbundleCampaign,
} from '../../../test/support/sending-fixture.ts'
import type { CampaignId, MessageId, RouteId } from '../../kernel/index.ts'
import { createCampaignMessages } from '../accept/campaign-messages.ts'
import { gateSlice } from '../gate/leave-gate.ts'
import { seeLeaseInAnyAccount, takeLeaseInAnyAccount } from '../store/lease-store.ts'
import {
  claimInAnyAccount,
  type QueuedMessage,
  takeOutlivedInAnyAccount,
} from '../store/queue-store.ts'
import { type HandOfRoute, stopLeaving, waitUntilNothingLeaves } from './stop-leaving.ts'

const number = fictionNumber(4001)
let fixture: SendingFixture
beforeEach(async () => {
  fixture = await sendingFixture()
  await fixture.stopNodes()
  await fixture.people([number], { agreed: true })
})
afterEach(async () => {
  await fixture.close()
})

async function claim(): Promise<QueuedMessage[]> {
  const at = fixture.timers.now()
  return fixture.database.inAnyAccount(async (tx) => {
    const place = { routeId: fixture.routeId, bind: 0 }
    const seen = await seeLeaseInAnyAccount(tx, place)
    const lease = await takeLeaseInAnyAccount(tx, { ...place, nodeId: fixture.makeId(), seen })
    if (lease === null) throw new Error('the lease was free')
    const claim = { lease, intentId: fixture.makeId(), at, segmentsMax: 10 }
    return (await claimInAnyAccount(tx, claim)).messages
  })
}

const campaignMessages = () =>
  createCampaignMessages({ database: fixture.database, wake: () => undefined })

const gate = (slice: readonly QueuedMessage[]) => {
  const at = fixture.timers.now()
  const route = fixture.sending.ports.routes.all(at).find(({ id }) => id === fixture.routeId)
  if (route === undefined) throw new Error('the route is worked')
  const { routes } = fixture.sending.ports
  return gateSlice({ ...fixture, routes }, { route, slice, at, terms: new Map() })
}

test('a STOP takes back what was accepted while it was being written', async () => {
  const { ids } = await fixture.accept([number])
  const stopped: MessageId[] = []
  const worker: HandOfRoute = {
    stop: (messageIds) => void stopped.push(...messageIds),
    unstop: () => undefined,
  }
  const workers = new Map<RouteId, HandOfRoute>([[fixture.routeId, worker]])
  const numberTag = fixture.vault.numberTag(fixture.account.id, number)
  const all = { accountId: fixture.account.id, numberTag, of: { scope: 'marketing' } as const }
  await waitUntilNothingLeaves({ ...fixture, workers }, all)
  expect(stopped).toEqual(ids)
})

test('a withdrawal ends what waits of its purpose, and leaves another purpose alone', async () => {
  const { account, controller, timers, database } = fixture
  const { ids } = await fixture.accept([number])
  const numberTag = fixture.vault.numberTag(account.id, number)
  const stop = { accountId: account.id, numberTag }
  const deps = { ...fixture, workers: new Map<RouteId, HandOfRoute>() }
  await stopLeaving(deps, { ...stop, of: { controllerId: controller.id, purpose: 'events' } })
  expect(await fixture.states(ids)).toEqual({ queued: 1 })
  await stopLeaving(deps, { ...stop, of: { controllerId: controller.id, purpose: 'offers' } })
  expect(await fixture.states(ids)).toEqual({ refused: 1 })
  const claimed = await database.inAnyAccount((tx) =>
    takeOutlivedInAnyAccount(tx, timers.now() + 1e9, 10),
  )
  expect(claimed).toEqual([])
})

test('a withdrawal is answered only when no node holds an unwritten segment of it', async () => {
  const { ids } = await fixture.accept([number])
  // Another node has claimed it and not yet written it.
  await claim()
  const numberTag = fixture.vault.numberTag(fixture.account.id, number)
  let isAnswered = false
  const stopping = stopLeaving(
    { ...fixture, workers: new Map() },
    {
      accountId: fixture.account.id,
      numberTag,
      of: { controllerId: fixture.controller.id, purpose: 'offers' },
    },
  ).then(() => {
    isAnswered = true
  })
  await fixture.timers.sleep(300)
  expect(isAnswered).toBe(false)
  await fixture.test.asSuperuser((client) => client.query('delete from sending.intent'))
  await stopping
  expect(ids).toHaveLength(1)
})

test('who stops many waits no longer than until the instant that is common to all', async () => {
  await fixture.accept([number])
  await claim()
  const numberTag = fixture.vault.numberTag(fixture.account.id, number)
  const all = { accountId: fixture.account.id, numberTag, of: { scope: 'marketing' } as const }
  const deps = { ...fixture, workers: new Map<RouteId, HandOfRoute>() }
  const until = fixture.timers.now() + 100
  const stopping = stopLeaving(deps, { ...all, until })
  await expect(stopping).rejects.toMatchObject({ code: 'sending.still_leaving' })
  // Who comes after it is looked at once.
  const late = stopLeaving(deps, { ...all, until })
  await expect(late).rejects.toMatchObject({ code: 'sending.still_leaving' })
  await fixture.test.asSuperuser((client) => client.query('delete from sending.intent'))
  await stopLeaving(deps, { ...all, until })
})

test('what was claimed before its campaign was paused does not leave after it', async () => {
  const { campaignId } = await fixture.accept([number])
  const slice = await claim()
  expect((await gate(slice)).leave).toHaveLength(1)
  const at = fixture.timers.now()
  await fixture.database.inAccount(fixture.account.id, (tx) =>
    campaignMessages().hold(tx, fixture.account.id, campaignId, at),
  )
  const verdict = await gate(slice)
  expect(verdict.leave).toEqual([])
  expect(verdict.hold).toMatchObject([{ hold: 'campaign_paused' }])
})

test('a cancellation goes on while somebody holds a message of it that may come back', async () => {
  const { campaignId } = await fixture.accept([number])
  const cancel = (id: CampaignId) =>
    fixture.database.inAccount(fixture.account.id, (tx) =>
      campaignMessages().cancelSome(tx, fixture.account.id, id, fixture.timers.now()),
    )
  await fixture.database.inAccount(fixture.account.id, (tx) =>
    unbundleCampaign(tx, fixture.account.id, campaignId),
  )
  const goesOn = await fixture.database.inAnyAccount(async (tx) => {
    // As a claim does that is not committed yet, and may never be.
    await tx.query('select 1 from sending.queue where campaign_id = $1 for update', [campaignId])
    return cancel(campaignId)
  })
  expect(goesOn).toBe(true)
  expect(await cancel(campaignId)).toBe(true)
  expect(await cancel(campaignId)).toBe(false)
})

test('an erasure takes a waiting message out of its campaign’s numbers', async () => {
  const { account, database, sending } = fixture
  const { campaignId } = await fixture.accept([number])
  await database.inAccount(account.id, async (tx) => {
    const contact = await fixture.contacts.findByNumber(tx, account.id, number)
    if (contact === null) throw new Error('the contact is there')
    await sending.holder.eraseSubjects(tx, account.id, [contact.subjectId])
  })
  const counted = await campaignMessages().counters(account.id, [campaignId])
  expect(counted.get(campaignId)).toMatchObject({ accepted: 1, waiting: 0 })
  expect(counted.get(campaignId)?.finals.cancelled).toBe(1)
})

test('an erasure does not call back what may have left at its first attempt', async () => {
  const { account, database, sending, timers } = fixture
  const order = { ...alertOrder, ifUnsure: 'twice_rather_than_never' } as const
  const { campaignId, ids } = await fixture.accept([number], order)
  await fixture.test.asSuperuser(async (client) => {
    await client.query('update sending.queue set attempt = 2')
    await client.query(
      `insert into sending.result (account_id, message_id, campaign_id, part, parts, attempt,
         route_id, outcome, claimed_at, left_at)
       select account_id, message_id, campaign_id, 1, 1, 1, route_id, 'unknown', $1, $1
       from sending.queue`,
      [new Date(timers.now())],
    )
  })
  await database.inAccount(account.id, async (tx) => {
    const contact = await fixture.contacts.findByNumber(tx, account.id, number)
    if (contact === null) throw new Error('the contact is there')
    await sending.holder.eraseSubjects(tx, account.id, [contact.subjectId])
  })
  expect(await fixture.states(ids)).toEqual({ maybe_sent: 1 })
  const counted = (await campaignMessages().counters(account.id, [campaignId])).get(campaignId)
  expect(counted).toMatchObject({ maybeSent: 1, waiting: 0, finals: { cancelled: 0 } })
})
