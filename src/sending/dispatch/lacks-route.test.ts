// What would go nowhere once a supplier is barred, on a real database.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, RouteId } from '../../kernel/index.ts'
import type { MessageClass, Route } from '../../routing/index.ts'
import { lacksRoute } from './lacks-route.ts'

let world: TestDatabase
beforeAll(async () => {
  world = await testDatabase()
})
afterAll(() => world.close())

const id = (last: number) => `0193f6a0-0000-7000-8000-0000000000${last}`
const account = { id: id(99) as AccountId, country: 'FR' as const }
const route = (last: number, supplierId: string, more: Partial<Route> = {}) =>
  ({
    ...{ routeId: id(last) as RouteId, name: `R${last}`, supplierId, isSandbox: false },
    ...{ countries: [], classes: ['marketing', 'alert'], stopText: 'STOP au 36111', ...more },
  }) as unknown as Route

const standings = (routes: Route[]) =>
  routes.map((one) => ({
    ...{ route: one, contract: 'valid' as const, contractUntil: null, isBound: false },
  }))
/** Whatever may stand in for whatever: which routes are alike is tested in routing. */
const poolOf = (routes: Route[], standIns: MessageClass[]) => ({
  standings: () => standings(routes),
  openRoutes: () => routes,
  standIns: (_id: RouteId, kind: MessageClass, barred: ReadonlySet<string> = new Set()) =>
    standings(routes).filter(
      ({ route: { supplierId } }) => standIns.includes(kind) && !barred.has(supplierId),
    ),
})
const asked = (
  routes: Route[],
  { standIns = [], barred = [] }: { standIns?: MessageClass[]; barred?: string[] } = {},
) =>
  world.database.inAccount(account.id, (tx) =>
    lacksRoute(tx, poolOf(routes, standIns), account, {
      ...{ supplierId: id(80), barred: new Set([id(80), ...barred]) },
    }),
  )
const waits = (last: number, priority: number, partsDone = 0) =>
  world.asSuperuser((client) =>
    client.query(
      `insert into sending.queue (account_id, message_id, route_id, due_at, priority, parts,
         parts_done, attempt, may_repeat)
       values ($1, $2, $3, to_timestamp(0), $4, 2, $5, 0, false)`,
      [account.id, id(last), id(10), priority, partsDone],
    ),
  )
const own = route(10, id(80))

test.each([
  ['no other route', [], 'another'],
  ['another route of the same supplier', [route(11, id(80))], 'another'],
  ['one whose supplier is barred, too', [route(11, id(82))], 'another'],
  ['the sandbox', [route(11, id(81), { isSandbox: true })], 'another'],
  ['one to another country', [route(11, id(81), { countries: ['BE'] })], 'another'],
  ['one that carries as it does', [route(11, id(81), { countries: ['FR'] })], null],
  ['one for alerts', [route(11, id(81), { classes: ['alert'], stopText: null })], null],
  [
    'one for marketing that cannot say STOP',
    [route(11, id(81), { classes: ['marketing'], stopText: null })],
    'another',
  ],
] as const)('with %s', async (_what, others, expected) => {
  expect(await asked([own, ...others], { barred: [id(82)] })).toBe(expected)
})

test('what waits needs a route that may take it, for its class; what has begun has none', async () => {
  const routes = [own, route(11, id(81))]
  await waits(20, 1, 1)
  expect(await asked(routes)).toBeNull()
  await waits(21, 0)
  expect(await asked(routes)).toEqual({ waitingFor: ['R10'] })
  expect(await asked(routes, { standIns: ['marketing'] })).toEqual({ waitingFor: ['R10'] })
  expect(await asked(routes, { standIns: ['alert'] })).toBeNull()
  await waits(22, 1)
  expect(await asked(routes, { standIns: ['alert'] })).toEqual({ waitingFor: ['R10'] })
  expect(await asked(routes, { standIns: ['alert', 'marketing'] })).toBeNull()
})
