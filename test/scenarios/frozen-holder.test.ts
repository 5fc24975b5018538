// A node that is stopped in the midst of a transaction keeps nobody from taking its slices over.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RouteId } from '../../src/kernel/index.ts'
import { type LeaseSight, takeLeaseInAnyAccount } from '../../src/sending/store/lease-store.ts'
import { claimInAnyAccount, takeOrphansInAnyAccount } from '../../src/sending/store/queue-store.ts'
import { newEnginePool } from '../../src/storage/connection.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

const at = Date.UTC(2026, 10, 27, 10)
const id = (n: number) => `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const place = { routeId: id(0xa0000) as RouteId, bind: 0 }

let here: TestDatabase
beforeAll(async () => {
  here = await testDatabase()
})
afterAll(() => here.close())

test('what a frozen node holds in a transaction is freed before its lease would be over', async () => {
  await here.asSuperuser((client) =>
    client.query(
      `insert into sending.queue (account_id, message_id, route_id, priority, due_at, parts,
         parts_done, attempt, may_repeat)
       select $1, gen_random_uuid(), $2, 1, $3, 1, 0, 1, false from generate_series(1, 5)`,
      [id(3), place.routeId, new Date(at)],
    ),
  )
  const { database } = here
  const take = (nodeId: string, seen: LeaseSight | null) =>
    database.inAnyAccount((tx) => takeLeaseInAnyAccount(tx, { ...place, nodeId, seen }))
  const first = await take(id(1), null)
  if (first === null) throw new Error('no lease')
  const claim = { lease: first, intentId: id(9), at, segmentsMax: 50 }
  await database.inAnyAccount((tx) => claimInAnyAccount(tx, claim))

  const frozen = newEnginePool(here.address, here.logins.engine, 1)
  const client = await frozen.connect()
  await client.query('begin')
  const { rowCount } = await client.query('delete from sending.intent where id = $1', [id(9)])
  expect(rowCount).toBe(1)

  const second = await take(id(2), { nodeId: id(1), fence: 1, beat: 1 })
  if (second === null) throw new Error('no take-over')
  const orphans = await database.inAnyAccount((tx) => takeOrphansInAnyAccount(tx, second))
  expect(orphans.map(({ messages }) => messages.length)).toEqual([5])
  // It wakes up, and what it was about to write is written nowhere.
  await expect(client.query('commit')).rejects.toThrow()
  client.release(true)
  await frozen.end()
}, 30_000)
