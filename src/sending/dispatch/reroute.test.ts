// What waits for a route that is down, on a real database.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { RouteId } from '../../kernel/index.ts'
import { createMetrics } from '../../observability/index.ts'
import type { OutgoingRoute } from '../ports.ts'
import { reroute } from './reroute.ts'

let world: TestDatabase
beforeAll(async () => {
  world = await testDatabase()
})
afterAll(() => world.close())

const id = (last: number) => `0193f6a0-0000-7000-8000-0000000000${last}`
const a = id(10) as RouteId
const b = id(11) as RouteId

async function waiting(): Promise<Record<string, string>> {
  return world.asSuperuser(async (client) => {
    const { rows } = await client.query<{ message_id: string; route_id: string }>(
      'select message_id, route_id from sending.queue',
    )
    return Object.fromEntries(rows.map((row) => [row.message_id.slice(-2), row.route_id.slice(-2)]))
  })
}

test('leaves by the route that stands in, by class, but for what has begun to leave', async () => {
  await world.asSuperuser(async (client) => {
    for (const [message, priority, partsDone] of [
      [20, 0, 0],
      [21, 1, 0],
      [22, 1, 1],
    ] as const) {
      await client.query(
        `insert into sending.queue (account_id, message_id, route_id, due_at, priority, parts,
           parts_done, attempt, may_repeat)
         values ($1, $2, $3, to_timestamp(0), $4, 2, $5, 0, false)`,
        [id(99), id(message), a, priority, partsDone],
      )
    }
  })
  const down = new Map([[a, 1_000]])
  const standIns: Record<string, RouteId | null> = { alert: b, marketing: null }
  const deps = {
    database: world.database,
    metrics: createMetrics(),
    routes: {
      all: () =>
        [
          { id: a, isOpen: true, supplierId: id(80) },
          { id: b, isOpen: true, supplierId: id(81) },
        ] as OutgoingRoute[],
    },
    pool: {
      downSince: (routeId: RouteId) => down.get(routeId) ?? null,
      standIn: (_routeId: RouteId, kind: string) => standIns[kind] ?? null,
    },
  }
  // A link that is lost for a moment comes back by itself.
  expect(await reroute(deps, 10_000)).toEqual(new Set())
  expect(await reroute(deps, 20_000)).toEqual(new Set([b]))
  expect(await waiting()).toEqual({ 20: '11', 21: '10', 22: '10' })
  standIns['marketing'] = b
  expect(await reroute(deps, 20_000)).toEqual(new Set([b]))
  expect(await waiting()).toEqual({ 20: '11', 21: '11', 22: '10' })
  expect(deps.metrics.text()).toContain(`accord_rerouted_total{route="${a}"} 2`)
  const { rows } = await world.asSuperuser((client) =>
    client.query<{ message: string; facts: object }>(
      `select right(message_id::text, 2) as message, facts from sending.event
       where what = 'rerouted' order by 1`,
    ),
  )
  const facts = { from: a, to: b, supplierId: id(81) }
  expect(rows).toEqual(['20', '21'].map((message) => ({ message, facts })))
})

test('what its account may not send by a supplier goes by another one, and not by that one', async () => {
  const [barred, other] = [id(99), id(98)]
  await world.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query('delete from sending.queue')
    await client.query(
      `insert into governance.subprocessor_change
         (change_id, supplier_id, kind, effective_at, announced_at)
       values ($1, $2, 'added', to_timestamp(0), to_timestamp(0))`,
      [id(70), id(80)],
    )
    await client.query(
      `insert into governance.supplier_bar (account_id, supplier_id, change_id, from_at)
       values ($1, $2, $3, to_timestamp(15))`,
      [barred, id(80), id(70)],
    )
    for (const [message, account, route, hold] of [
      // Held by the gate, because its supplier is barred.
      [30, barred, a, 'supplier_barred'],
      // Not yet seen by the gate; and of an account that has objected to nothing.
      [31, barred, a, null],
      [32, other, a, null],
      // On a route that is down, of both accounts.
      [33, barred, b, null],
      [34, other, b, null],
    ] as const) {
      await client.query(
        `insert into sending.queue (account_id, message_id, route_id, due_at, priority, parts,
           parts_done, attempt, may_repeat, hold)
         values ($1, $2, $3, to_timestamp(0), 0, 1, 0, 0, false, $4)`,
        [account, id(message), route, hold],
      )
    }
  })
  const supplierOf: Record<string, string> = { [a]: id(80), [b]: id(81) }
  const deps = {
    database: world.database,
    metrics: createMetrics(),
    routes: {
      all: () =>
        [a, b].map((one) => ({
          ...{ id: one, isOpen: true, supplierId: supplierOf[one] },
        })) as OutgoingRoute[],
    },
    pool: {
      downSince: () => null as number | null,
      standIn: (routeId: RouteId, kind: string, without: ReadonlySet<string> = new Set()) => {
        const to = routeId === a ? b : a
        return kind === 'alert' && !without.has(supplierOf[to] ?? '') ? to : null
      },
    },
  }
  // Before its day it bars nothing.
  await reroute(deps, 10_000)
  expect((await waiting())['30']).toBe('10')
  await reroute(deps, 20_000)
  expect(await waiting()).toEqual({ 30: '11', 31: '10', 32: '10', 33: '11', 34: '11' })
  expect(deps.metrics.text()).toContain(`accord_rerouted_total{route="${a}"} 1`)
  // The other route goes down: of whoever bars this supplier nothing is moved to it.
  deps.pool.downSince = () => 0
  deps.pool.standIn = (routeId, kind, without = new Set()) =>
    routeId === b && kind === 'alert' && !without.has(id(80)) ? a : null
  await reroute(deps, 30_000)
  expect(await waiting()).toEqual({ 30: '11', 31: '10', 32: '10', 33: '11', 34: '10' })
  // A third supplier's route is like it, too: what the bar kept back goes there.
  const c = id(12) as RouteId
  supplierOf[c] = id(82)
  deps.routes.all = () =>
    [a, b, c].map((one) => ({
      ...{ id: one, isOpen: true, supplierId: supplierOf[one] },
    })) as OutgoingRoute[]
  deps.pool.standIn = (routeId, kind, without = new Set()) => {
    if (routeId !== b || kind !== 'alert') return null
    return without.has(id(80)) ? c : a
  }
  await reroute(deps, 40_000)
  expect(await waiting()).toEqual({ 30: '12', 31: '10', 32: '10', 33: '12', 34: '10' })
})
