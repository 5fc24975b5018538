// A claim that was planned while nothing waited reads no more of a long queue than its slice.
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import type { RouteId } from '../kernel/index.ts'
import { takeLeaseInAnyAccount } from './lease-store.ts'
import { claimInAnyAccount } from './queue-store.ts'

const at = Date.UTC(2026, 10, 26, 10)
const id = (n: number) => `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

test('the queue is not read from end to end, whatever it was like when the plan was made', async () => {
  const here = await testDatabase()
  const routeId = id(1) as RouteId
  const want = { routeId, bind: 0, nodeId: id(2), seen: null }
  const lease = await here.database.inAnyAccount((tx) => takeLeaseInAnyAccount(tx, want))
  if (lease === null) throw new Error('no lease')
  let claims = 0
  const claim = () => {
    claims += 1
    const one = { lease, intentId: id(100 + claims), at, segmentsMax: 50 }
    return here.database.inAnyAccount((tx) => claimInAnyAccount(tx, one))
  }
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
      [id(3), routeId, new Date(at)],
    ),
  )
  await here.asSuperuser((client) => client.query('select pg_stat_force_next_flush()'))
  const before = await readsOfAll()
  for (let n = 0; n < 8; n += 1) expect((await claim()).messages).toHaveLength(50)
  await here.database.inAnyAccount((tx) => tx.query('select pg_stat_force_next_flush()'))
  expect(await readsOfAll()).toBe(before)
  await here.close()
})
