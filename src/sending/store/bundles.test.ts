// Messages that wait together: claimed in order and once, and apart as soon as one is meant alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, CampaignId, MessageId, RouteId } from '../../kernel/index.ts'
import { addBundles, bundleMax, unbundleSome, waitingRows } from './bundle-store.ts'
import { takeLeaseInAnyAccount } from './lease-store.ts'
import {
  claimInAnyAccount,
  isUnderWayInAnyAccount,
  takeFromQueue,
  takeOutlivedInAnyAccount,
} from './queue-store.ts'
import { moveQueueInAnyAccount } from './reroute-store.ts'

const at = Date.UTC(2026, 10, 28, 10)
const id = (n: number) => `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const accountId = id(3) as AccountId

let here: TestDatabase
beforeAll(async () => {
  here = await testDatabase()
})
afterAll(() => here.close())

/** A route with one bind, and a campaign whose messages wait on it. */
async function fixture(nth: number) {
  const routeId = id(0x10000 * nth) as RouteId
  const campaignId = id(0x10000 * nth + 1) as CampaignId
  const want = { routeId, bind: 0, nodeId: id(2), seen: null }
  const lease = await here.database.inAnyAccount((tx) => takeLeaseInAnyAccount(tx, want))
  if (lease === null) throw new Error('no lease')
  let claims = 0
  const claim = async (segmentsMax: number, intent?: string) => {
    claims += 1
    const intentId = intent ?? id(0x10000 * nth + 0x8000 + claims)
    return here.database.inAnyAccount((tx) =>
      claimInAnyAccount(tx, { lease, intentId, at, segmentsMax }),
    )
  }
  const message = (n: number) => id(0x10000 * nth + 0x100 + n) as MessageId
  const add = (
    count: number,
    like: { parts?: number; usefulUntil?: number; dueAt?: number; from?: number } = {},
  ) => {
    const { parts = 1, usefulUntil = null, dueAt = at - 1_000, from = 0 } = like
    const messages = Array.from({ length: count }, (_, n) => ({
      ...{ id: message(from + n), routeId, dueAt, usefulUntil, parts, mayRepeat: false },
    }))
    return here.database.inAccount(accountId, (tx) =>
      tx.together((to) => addBundles(to, { accountId, campaignId }, messages)),
    )
  }
  const rows = async <R extends object>(text: string, values: unknown[] = [campaignId]) =>
    here.asSuperuser(async (client) => (await client.query<R>(text, values)).rows)
  return { routeId, campaignId, claim, message, add, rows }
}

const countBundles =
  'select cardinality(message_ids) as ids from sending.bundle where campaign_id = $1 order by id'
const idsOf = ({ messages }: { messages: { messageId: MessageId }[] }) =>
  messages.map(({ messageId }) => messageId)

test('a claim takes whole bundles and cuts the last, in the order of acceptance', async () => {
  const { claim, add, message, rows } = await fixture(1)
  await add(bundleMax * 2 + 30)
  expect(await rows(countBundles)).toEqual([{ ids: bundleMax }, { ids: bundleMax }, { ids: 30 }])
  const first = await claim(bundleMax + 20)
  const all = Array.from({ length: bundleMax * 2 + 30 }, (_, n) => message(n))
  expect(idsOf(first)).toEqual(all.slice(0, bundleMax + 20))
  expect(first.hasMore).toBe(true)
  expect(first.messages[0]).toMatchObject({
    ...{ accountId, parts: 1, partsDone: 0, attempt: 1, priority: 1, mayRepeat: false },
    expiresAt: null,
  })
  const second = await claim(500)
  expect(idsOf(second)).toEqual(all.slice(bundleMax + 20))
  expect(second.hasMore).toBe(false)
  expect(await claim(500)).toEqual({ messages: [], hasMore: false, claims: 0 })
  expect(await rows(countBundles)).toEqual([])
})

test('behind as many small bundles as a claim looks at, others are known to wait', async () => {
  const { claim, add } = await fixture(9)
  for (let n = 0; n < 8; n += 1) await add(1, { from: n })
  const first = await claim(500)
  expect(first.messages).toHaveLength(6)
  expect(first.hasMore).toBe(true)
  const second = await claim(500)
  expect(second.messages).toHaveLength(2)
  expect(second.hasMore).toBe(false)
})

test('segments are counted, and one that is larger than the room leaves all the same', async () => {
  const { claim, add, message } = await fixture(2)
  await add(5, { parts: 3 })
  expect(idsOf(await claim(8))).toEqual([message(0), message(1)])
  expect(idsOf(await claim(2))).toEqual([message(2)])
  expect(idsOf(await claim(6))).toEqual([message(3), message(4)])
})

test('what waits by itself goes before a younger bundle and after an older one; alerts before both', async () => {
  const { claim, add, message, rows, routeId } = await fixture(3)
  await add(3, { dueAt: at - 3_000 })
  await add(3, { dueAt: at - 1_000, from: 10 })
  const waits = (n: number, priority: number) =>
    rows(
      `insert into sending.queue (account_id, message_id, route_id, priority, due_at, parts,
         parts_done, attempt, may_repeat) values ($1, $2, $3, $4, $5, 1, 0, 1, false)`,
      [accountId, message(n), routeId, priority, new Date(at - 2_000)],
    )
  await waits(20, 1)
  await waits(21, 0)
  expect(idsOf(await claim(3))).toEqual([message(21), message(0), message(1)])
  expect(idsOf(await claim(3))).toEqual([message(2), message(10), message(20)])
  expect(idsOf(await claim(3))).toEqual([message(11), message(12)])
})

test('a STOP takes its message alone, and the others of the bundle leave', async () => {
  const { claim, add, message, campaignId } = await fixture(4)
  await add(4)
  const underWay = () =>
    here.database.inAnyAccount((tx) => isUnderWayInAnyAccount(tx, { accountId, campaignId }))
  expect(await underWay()).toBe(true)
  const taken = await here.database.inAccount(accountId, (tx) =>
    takeFromQueue(tx, accountId, [message(2)]),
  )
  expect(taken.map(({ messageId }) => messageId)).toEqual([message(2)])
  expect(idsOf(await claim(10))).toEqual([message(0), message(1), message(3)])
  await here.asSuperuser((client) => client.query('delete from sending.intent'))
  expect(await underWay()).toBe(false)
})

test('what has outlived its use leaves its bundle, to be told as expired', async () => {
  const { claim, add, message } = await fixture(5)
  await add(2, { usefulUntil: at })
  await add(2, { usefulUntil: at + 1, from: 5 })
  const old = await here.database.inAnyAccount((tx) => takeOutlivedInAnyAccount(tx, at, 100))
  expect(old.map(({ messageId }) => messageId).sort()).toEqual([message(0), message(1)])
  expect(idsOf(await claim(10))).toEqual([message(5), message(6)])
})

test('a route that is down gives its bundles to the one that stands in', async () => {
  const [down, standIn] = [await fixture(6), await fixture(7)]
  await down.add(3)
  const move = {
    ...{ from: down.routeId, to: standIn.routeId, supplierId: null, accounts: { except: [] } },
    ...{ priority: 1, count: 10, at },
  }
  expect(await here.database.inAnyAccount((tx) => moveQueueInAnyAccount(tx, move))).toBe(3)
  expect(idsOf(await down.claim(10))).toEqual([])
  expect(idsOf(await standIn.claim(10))).toEqual([0, 1, 2].map(down.message))
})

test('a STOP finds its message also where the clock was set back between two of the page', async () => {
  const { add, message, routeId, campaignId } = await fixture(10)
  await add(3)
  const [early, late] = [id(0xa_0000), id(0xa_fff0)] as MessageId[]
  const like = { routeId, dueAt: at, usefulUntil: null, parts: 2, mayRepeat: false }
  const messages = [late, early].map((one) => ({ ...like, id: one as MessageId }))
  await here.database.inAccount(accountId, (tx) =>
    tx.together((to) => addBundles(to, { accountId, campaignId }, messages)),
  )
  for (const one of [early, late, message(0), message(2)] as MessageId[]) {
    const taken = await here.database.inAccount(accountId, (tx) =>
      takeFromQueue(tx, accountId, [one]),
    )
    expect(taken.map(({ messageId }) => messageId)).toEqual([one])
  }
})

test('what expires, moves or ends as a whole becomes rows of the queue in batches', async () => {
  const { add, rows, campaignId, routeId } = await fixture(11)
  const waiting = async () => {
    const found = await rows<{ bundles: number; queued: number }>(
      `select (select count(*)::int from sending.bundle where campaign_id = $1) as bundles,
         (select count(*)::int from sending.queue where campaign_id = $1) as queued`,
    )
    return found[0]
  }
  await add(bundleMax * 8, { usefulUntil: at })
  const move = { from: routeId, to: id(2) as RouteId, supplierId: null, accounts: { except: [] } }
  const batch = { priority: 1, count: bundleMax * 2, at }
  await here.database.inAnyAccount((tx) => moveQueueInAnyAccount(tx, { ...move, ...batch }))
  expect(await waiting()).toEqual({ bundles: 6, queued: bundleMax * 2 })
  await here.database.inAnyAccount((tx) => takeOutlivedInAnyAccount(tx, at, bundleMax))
  expect(await waiting()).toEqual({ bundles: 5, queued: bundleMax * 2 })
  const some = (limit: number) =>
    here.database.inAccount(accountId, (tx) =>
      unbundleSome(tx, accountId, { id: campaignId, limit, as: 'held' }),
    )
  expect(await some(bundleMax * 3)).toBe(true)
  expect(await waiting()).toEqual({ bundles: 2, queued: bundleMax * 5 })
  expect(await some(bundleMax * 3)).toBe(false)
  expect(await waiting()).toEqual({ bundles: 0, queued: bundleMax * 7 })
})

test('claims, STOPs and claims beside them: each message is taken once, and none is forgotten', async () => {
  const { claim, add, message, rows } = await fixture(8)
  const count = 2_000
  await add(count)
  const claimed: MessageId[] = []
  const stopped: MessageId[] = []
  const claimer = async (nth: number) => {
    for (let turn = 0; turn < 40; turn += 1) {
      const intent = id(0x8_f000 + nth * 64 + turn)
      claimed.push(...idsOf(await claim(1 + ((turn * 37 + nth * 11) % 90), intent)))
    }
  }
  const stopper = async (nth: number) => {
    for (let turn = 0; turn < 40; turn += 1) {
      const wanted = [message((turn * 199 + nth * 53) % count)]
      const taken = await here.database.inAccount(accountId, (tx) =>
        takeFromQueue(tx, accountId, wanted),
      )
      stopped.push(...taken.map(({ messageId }) => messageId))
    }
  }
  await Promise.all([...[0, 1, 2].map(claimer), ...[0, 1].map(stopper)])
  const left = await rows<{ id: MessageId }>(
    `select message_id as id from ${waitingRows} w where campaign_id = $1`,
  )
  const all = [...claimed, ...stopped, ...left.map((row) => row.id)]
  expect(stopped.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(count / 2)
  expect(all.length).toBe(count)
  expect(new Set(all).size).toBe(count)
})
