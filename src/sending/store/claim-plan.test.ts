// What a claim takes, in which order, and that it reads no more of a long queue than its slice.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { RouteId } from '../../kernel/index.ts'
import { takeLeaseInAnyAccount } from './lease-store.ts'
import { claimInAnyAccount } from './queue-store.ts'

const at = Date.UTC(2026, 10, 26, 10)
const id = (n: number) => `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

let here: TestDatabase
beforeAll(async () => {
  here = await testDatabase()
})
afterAll(() => here.close())

/** A bind of a route of its own, and its claims. */
async function bindOf(routeId: RouteId) {
  const want = { routeId, bind: 0, nodeId: id(2), seen: null }
  const lease = await here.database.inAnyAccount((tx) => takeLeaseInAnyAccount(tx, want))
  if (lease === null) throw new Error('no lease')
  let claims = 0
  return async () => {
    claims += 1
    const intentId = `${routeId.slice(0, -4)}${String(1000 + claims)}`
    const one = { lease, intentId, at, segmentsMax: 50 }
    return here.database.inAnyAccount((tx) => claimInAnyAccount(tx, one))
  }
}

test('alerts come first, then what was accepted first; what differs between them is kept', async () => {
  const routeId = id(0xa0000) as RouteId
  const claim = await bindOf(routeId)
  const rows = [
    { message: 9, priority: 1, account: 4, campaign: 7, parts: 1, mayRepeat: false },
    { message: 8, priority: 1, account: 3, campaign: 6, parts: 2, mayRepeat: false },
    { message: 7, priority: 1, account: 4, campaign: 7, parts: 1, mayRepeat: false },
    { message: 6, priority: 0, account: 4, campaign: null, parts: 1, mayRepeat: true },
    { message: 5, priority: 1, account: 4, campaign: 7, parts: 1, mayRepeat: false },
    { message: 4, priority: 0, account: 3, campaign: null, parts: 3, mayRepeat: false },
  ]
  await here.asSuperuser((client) =>
    client.query(
      `insert into sending.queue (account_id, message_id, route_id, priority, due_at, parts,
         parts_done, attempt, may_repeat, campaign_id)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::smallint[], $5::timestamptz[],
         $6::smallint[], $7::integer[], $8::smallint[], $9::boolean[], $10::uuid[])`,
      [
        rows.map(({ account }) => id(account)),
        rows.map(({ message }) => id(message)),
        rows.map(() => routeId),
        rows.map(({ priority }) => priority),
        rows.map(() => new Date(at)),
        rows.map(({ parts }) => parts),
        rows.map(() => 0),
        rows.map(() => 1),
        rows.map(({ mayRepeat }) => mayRepeat),
        rows.map(({ campaign }) => (campaign === null ? null : id(campaign))),
      ],
    ),
  )
  const { messages, hasMore } = await claim()
  expect(hasMore).toBe(false)
  const told = messages.map((one) => [one.messageId, one.accountId, one.campaignId, one.parts])
  expect(told).toEqual([
    [id(4), id(3), null, 3],
    [id(6), id(4), null, 1],
    [id(5), id(4), id(7), 1],
    [id(7), id(4), id(7), 1],
    [id(8), id(3), id(6), 2],
    [id(9), id(4), id(7), 1],
  ])
  expect(messages.map(({ mayRepeat }) => mayRepeat)).toEqual([false, true, ...Array(4).fill(false)])
  expect(messages.every(({ partsDone, attempt }) => partsDone === 0 && attempt === 1)).toBe(true)
})

test('the queue is not read from end to end, whatever it was like when the plan was made', async () => {
  const claim = await bindOf(id(0xb0000) as RouteId)
  const readsOfAll = async (): Promise<number> => {
    const { rows } = await here.asSuperuser((client) =>
      client.query(
        "select seq_scan as n from pg_stat_all_tables where relid = 'sending.queue'::regclass",
      ),
    )
    return Number(rows[0].n)
  }
  await here.asSuperuser((client) => client.query('vacuum analyze sending.queue'))
  // From the sixth on a statement keeps the plan that it has.
  for (let n = 0; n < 8; n += 1) expect((await claim()).messages).toHaveLength(0)
  await here.asSuperuser((client) =>
    client.query(
      `insert into sending.queue (account_id, message_id, route_id, priority, due_at, parts,
         parts_done, attempt, may_repeat)
       select $1, gen_random_uuid(), $2, 1, $3, 1, 0, 1, false from generate_series(1, 3000)`,
      [id(3), id(0xb0000), new Date(at)],
    ),
  )
  await here.asSuperuser((client) => client.query('select pg_stat_force_next_flush()'))
  const before = await readsOfAll()
  for (let n = 0; n < 8; n += 1) expect((await claim()).messages).toHaveLength(50)
  await here.database.inAnyAccount((tx) => tx.query('select pg_stat_force_next_flush()'))
  expect(await readsOfAll()).toBe(before)
})
