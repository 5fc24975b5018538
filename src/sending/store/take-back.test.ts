// A campaign is taken back while an engine claims of it: all of it, or nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realTimers } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, CampaignId, MessageId, RouteId } from '../../kernel/index.ts'
import { addBundles } from './bundle-store.ts'
import { takeLeaseInAnyAccount } from './lease-store.ts'
import { claimInAnyAccount, putBackInAnyAccount } from './queue-store.ts'
import { takeBackMessages } from './take-back-store.ts'

const at = Date.UTC(2026, 10, 28, 10)
const id = (n: number) => `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const accountId = id(3) as AccountId
const count = 250

let here: TestDatabase
beforeAll(async () => {
  here = await testDatabase()
})
afterAll(() => here.close())

/** A campaign whose messages are due on a route with one bind. */
async function due(nth: number) {
  const routeId = id(0x10000 * nth) as RouteId
  const campaignId = id(0x10000 * nth + 1) as CampaignId
  const want = { routeId, bind: 0, nodeId: id(2), seen: null }
  const lease = await here.database.inAnyAccount((tx) => takeLeaseInAnyAccount(tx, want))
  if (lease === null) throw new Error('no lease')
  const messages = Array.from({ length: count }, (_, n) => ({
    ...{ id: id(0x10000 * nth + 0x100 + n) as MessageId, routeId, dueAt: at - 1_000 },
    ...{ usefulUntil: null, parts: 1, mayRepeat: false },
  }))
  await here.database.inAccount(accountId, (tx) =>
    tx.together((to) => addBundles(to, { accountId, campaignId }, messages)),
  )
  const asked = { lease, intentId: id(0x10000 * nth + 2), at, segmentsMax: 120 }
  const takeBack = async (): Promise<number | 'begun'> => {
    try {
      return await here.database.inAccount(accountId, async (tx) => {
        const taken = await takeBackMessages(tx, accountId, campaignId)
        if (taken === null) throw new RangeError('begun')
        return taken
      })
    } catch (error) {
      if (error instanceof RangeError) return 'begun'
      throw error
    }
  }
  return { routeId, campaignId, asked, takeBack }
}

/** How many wait in bundles, wait by themselves, and are in flight. */
async function places(campaignId: CampaignId): Promise<number[]> {
  const { rows } = await here.asSuperuser((client) =>
    client.query<{ of: string[] }>(
      `select array[
         (select coalesce(sum(cardinality(message_ids)), 0) from sending.bundle
          where campaign_id = $1),
         (select count(*) from sending.queue where campaign_id = $1),
         (select coalesce(sum(cardinality(message_ids)), 0) from sending.intent
          where $1 = any (campaign_ids))] as of`,
      [campaignId],
    ),
  )
  return (rows[0]?.of ?? []).map(Number)
}

test('what waits is taken back whole', async () => {
  const { campaignId, takeBack } = await due(1)
  expect(await takeBack()).toBe(0)
  expect(await places(campaignId)).toEqual([0, 0, 0])
})

test('what was counted of it goes as well, also where its older messages were deleted', async () => {
  const { campaignId, takeBack } = await due(5)
  const counted = (text: string) =>
    here.asSuperuser(async (client) => (await client.query(text, [campaignId])).rows)
  await counted(
    `insert into sending.campaign_breakdown (account_id, campaign_id, counted_at, took_ms,
       fingerprint, figures, details_deleted_at)
     values ('${accountId}', $1, now(), 1, 'before', '{}', now())`,
  )
  expect(await takeBack()).toBe(0)
  expect(await counted('select from sending.campaign_breakdown where campaign_id = $1')).toEqual([])
})

test('a claim that is not committed yet is waited for, and then all of it stays', async () => {
  const { campaignId, asked, takeBack } = await due(2)
  let ended: Promise<unknown> = Promise.resolve()
  await here.database.inAnyAccount(async (tx) => {
    await claimInAnyAccount(tx, asked)
    ended = takeBack()
    // Time enough to be done with it, if it does not wait.
    expect(await Promise.race([ended, realTimers.sleep(500)])).toBeUndefined()
  })
  expect(await ended).toBe('begun')
  expect(await places(campaignId)).toEqual([count - 120, 0, 120])
})

test('what an engine has put back, since its hour had not come, is taken back as well', async () => {
  const { campaignId, routeId, asked, takeBack } = await due(3)
  const { messages } = await here.database.inAnyAccount((tx) => claimInAnyAccount(tx, asked))
  expect(await takeBack()).toBe('begun')
  await here.database.inAnyAccount(async (tx) => {
    await tx.query('delete from sending.intent where id = $1', [asked.intentId])
    const back = messages.map((one) => ({ ...one, routeId, dueAt: at, hold: 'outside_hours' }))
    await tx.together((to) => putBackInAnyAccount(to, back))
  })
  expect(await places(campaignId)).toEqual([count - 120, 120, 0])
  expect(await takeBack()).toBe(0)
  expect(await places(campaignId)).toEqual([0, 0, 0])
})

test('a message that an operator refused once, and that is tried again, is not taken back', async () => {
  const { campaignId, routeId, asked, takeBack } = await due(4)
  const { messages } = await here.database.inAnyAccount((tx) => claimInAnyAccount(tx, asked))
  await here.database.inAnyAccount(async (tx) => {
    await tx.query('delete from sending.intent where id = $1', [asked.intentId])
    const again = messages.map((one) => ({ ...one, routeId, attempt: 2, dueAt: at, hold: null }))
    await tx.together((to) => putBackInAnyAccount(to, again))
  })
  expect(await takeBack()).toBe('begun')
  expect(await places(campaignId)).toEqual([count - 120, 120, 0])
})

test('whoever is first, nothing is lost and nothing is both', { timeout: 60_000 }, async () => {
  for (let round = 10; round < 40; round += 1) {
    const { campaignId, asked, takeBack } = await due(round)
    const [claimed, taken] = await Promise.all([
      here.database.inAnyAccount((tx) => claimInAnyAccount(tx, asked)),
      takeBack(),
    ])
    const left = claimed.messages.length
    expect(await places(campaignId)).toEqual(
      taken === 'begun' ? [count - left, 0, left] : [0, 0, 0],
    )
    if (taken !== 'begun') expect(left).toBe(0)
  }
})
