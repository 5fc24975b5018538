// Moments between two steps: a STOP as a message is accepted, a pause as a slice is claimed.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  alertOrder,
  fictionNumber,
  type SendingGround,
  sendingGround,
  unbundleCampaign,
} from '../../../test/support/sending-ground.ts'
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
let ground: SendingGround
beforeEach(async () => {
  ground = await sendingGround()
  await ground.stopNodes()
  await ground.people([number], { agreed: true })
})
afterEach(async () => {
  await ground.close()
})

async function claim(): Promise<QueuedMessage[]> {
  const at = ground.timers.now()
  return ground.database.inAnyAccount(async (tx) => {
    const place = { routeId: ground.routeId, bind: 0 }
    const seen = await seeLeaseInAnyAccount(tx, place)
    const lease = await takeLeaseInAnyAccount(tx, { ...place, nodeId: ground.makeId(), seen })
    if (lease === null) throw new Error('the lease was free')
    const claim = { lease, intentId: ground.makeId(), at, segmentsMax: 10 }
    return (await claimInAnyAccount(tx, claim)).messages
  })
}

const campaignMessages = () =>
  createCampaignMessages({ database: ground.database, wake: () => undefined })

const gate = (slice: readonly QueuedMessage[]) => {
  const at = ground.timers.now()
  const route = ground.sending.ports.routes.all(at).find(({ id }) => id === ground.routeId)
  if (route === undefined) throw new Error('the route is worked')
  const { routes } = ground.sending.ports
  return gateSlice({ ...ground, routes }, { route, slice, at, terms: new Map() })
}

test('a STOP takes back what was accepted while it was being written', async () => {
  const { ids } = await ground.accept([number])
  const stopped: MessageId[] = []
  const worker: HandOfRoute = {
    stop: (messageIds) => void stopped.push(...messageIds),
    unstop: () => undefined,
  }
  const workers = new Map<RouteId, HandOfRoute>([[ground.routeId, worker]])
  const numberTag = ground.vault.numberTag(ground.account.id, number)
  const all = { accountId: ground.account.id, numberTag, of: { scope: 'marketing' } as const }
  await waitUntilNothingLeaves({ ...ground, workers }, all)
  expect(stopped).toEqual(ids)
})

test('a withdrawal ends what waits of its purpose, and leaves another purpose alone', async () => {
  const { account, controller, timers, database } = ground
  const { ids } = await ground.accept([number])
  const numberTag = ground.vault.numberTag(account.id, number)
  const stop = { accountId: account.id, numberTag }
  const deps = { ...ground, workers: new Map<RouteId, HandOfRoute>() }
  await stopLeaving(deps, { ...stop, of: { controllerId: controller.id, purpose: 'events' } })
  expect(await ground.states(ids)).toEqual({ queued: 1 })
  await stopLeaving(deps, { ...stop, of: { controllerId: controller.id, purpose: 'offers' } })
  expect(await ground.states(ids)).toEqual({ refused: 1 })
  const claimed = await database.inAnyAccount((tx) =>
    takeOutlivedInAnyAccount(tx, timers.now() + 1e9, 10),
  )
  expect(claimed).toEqual([])
})

test('a withdrawal is answered only when no node holds an unwritten segment of it', async () => {
  const { ids } = await ground.accept([number])
  // Another node has claimed it and not yet written it.
  await claim()
  const numberTag = ground.vault.numberTag(ground.account.id, number)
  let isAnswered = false
  const stopping = stopLeaving(
    { ...ground, workers: new Map() },
    {
      accountId: ground.account.id,
      numberTag,
      of: { controllerId: ground.controller.id, purpose: 'offers' },
    },
  ).then(() => {
    isAnswered = true
  })
  await ground.timers.sleep(300)
  expect(isAnswered).toBe(false)
  await ground.test.asSuperuser((client) => client.query('delete from sending.intent'))
  await stopping
  expect(ids).toHaveLength(1)
})

test('what was claimed before its campaign was paused does not leave after it', async () => {
  const { campaignId } = await ground.accept([number])
  const slice = await claim()
  expect((await gate(slice)).leave).toHaveLength(1)
  const at = ground.timers.now()
  await ground.database.inAccount(ground.account.id, (tx) =>
    campaignMessages().hold(tx, ground.account.id, campaignId, at),
  )
  const verdict = await gate(slice)
  expect(verdict.leave).toEqual([])
  expect(verdict.hold).toMatchObject([{ hold: 'campaign_paused' }])
})

test('a cancellation goes on while somebody holds a message of it that may come back', async () => {
  const { campaignId } = await ground.accept([number])
  const cancel = (id: CampaignId) =>
    ground.database.inAccount(ground.account.id, (tx) =>
      campaignMessages().cancelSome(tx, ground.account.id, id, ground.timers.now()),
    )
  await ground.database.inAccount(ground.account.id, (tx) =>
    unbundleCampaign(tx, ground.account.id, campaignId),
  )
  const goesOn = await ground.database.inAnyAccount(async (tx) => {
    // As a claim does that is not committed yet, and may never be.
    await tx.query('select 1 from sending.queue where campaign_id = $1 for update', [campaignId])
    return cancel(campaignId)
  })
  expect(goesOn).toBe(true)
  expect(await cancel(campaignId)).toBe(true)
  expect(await cancel(campaignId)).toBe(false)
})

test('an erasure takes a waiting message out of its campaign’s numbers', async () => {
  const { account, database, sending } = ground
  const { campaignId } = await ground.accept([number])
  await database.inAccount(account.id, async (tx) => {
    const contact = await ground.contacts.findByNumber(tx, account.id, number)
    if (contact === null) throw new Error('the contact is there')
    await sending.holder.eraseSubject(tx, account.id, contact.subjectId)
  })
  const counted = await campaignMessages().counters(account.id, [campaignId])
  expect(counted.get(campaignId)).toMatchObject({ accepted: 1, waiting: 0 })
  expect(counted.get(campaignId)?.finals.cancelled).toBe(1)
})

test('an erasure does not call back what may have left at its first attempt', async () => {
  const { account, database, sending, timers } = ground
  const order = { ...alertOrder, ifUnsure: 'twice_rather_than_never' } as const
  const { campaignId, ids } = await ground.accept([number], order)
  await ground.test.asSuperuser(async (client) => {
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
    const contact = await ground.contacts.findByNumber(tx, account.id, number)
    if (contact === null) throw new Error('the contact is there')
    await sending.holder.eraseSubject(tx, account.id, contact.subjectId)
  })
  expect(await ground.states(ids)).toEqual({ maybe_sent: 1 })
  const counted = (await campaignMessages().counters(account.id, [campaignId])).get(campaignId)
  expect(counted).toMatchObject({ maybeSent: 1, waiting: 0, finals: { cancelled: 0 } })
})
