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
