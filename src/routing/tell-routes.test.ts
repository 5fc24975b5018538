// On a real database: staff are told of a route that is down for more than a blink, and of its way
// back, once each, however often and by however many nodes it is looked at.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId, seededRandomness, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { toldIn } from '../../test/support/told.ts'
import { ensureSandboxRoute } from './manage-routes.ts'
import type { ClosedWhy } from './route.ts'
import { readRoutes, writeBindState } from './store.ts'
import { tellRoutes } from './tell-routes.ts'

let test_: TestDatabase
beforeAll(async () => {
  test_ = await testDatabase()
})
afterAll(() => test_.close())

const vault = {
  sealForInstallation: (_: object, plain: Uint8Array) => Buffer.from(plain),
  openForInstallation: (_: object, sealed: Uint8Array) => Buffer.from(sealed),
}

test('a route that is down is told of after a minute, and that it is back; a blink is not', async () => {
  const clock = testClock('2026-11-25T09:00:00Z')
  const begunAt = clock.now()
  const { database } = test_
  const makeId = makeTestId(clock, seededRandomness(3))
  const deps = { ...{ database, vault, clock, record: async () => undefined }, makeId }
  await ensureSandboxRoute(deps, {
    ...{ name: 'sandbox', supplier: 'Accord', country: 'FR' },
    ...{ stopText: 'STOP au 36111', stopShortcode: '36111' },
    url: 'smpp://one:secret@127.0.0.1:2775?binds=2&rate=5',
  })
  const [stored] = await database.inInstallation(readRoutes)
  if (stored === undefined) throw new Error('no route was made')
  const { route } = stored
  const { routeId } = route
  let closedWhy: ClosedWhy | null = null
  const pool = { states: () => [{ route, closedWhy }] }
  const look = () => tellRoutes({ database, clock, pool }, begunAt)
  const say = (bind: number, isBound: boolean) => {
    const state = { isBound, since: clock.now() }
    return database.inInstallation((tx) => writeBindState(tx, { routeId, bind }, state))
  }
  const told = async () => (await toldIn(test_)).map(({ details }) => details)
  const later = (ms: number) => clock.advance(ms)
  const both = async (isBound: boolean) => {
    await say(0, isBound)
    await say(1, isBound)
  }
  await both(true)
  await look()
  await later(70_000)
  // One bind of two: the route is up.
  await say(0, false)
  await later(70_000)
  await look()
  // A blink.
  await say(1, false)
  await later(50_000)
  await look()
  await say(1, true)
  await later(70_000)
  await look()
  expect(await told()).toEqual([])

  await both(false)
  await later(61_000)
  // What staff closed themselves is not told of.
  closedWhy = 'route_disabled'
  await look()
  expect(await told()).toEqual([])
  closedWhy = null
  await Promise.all([look(), look()])
  await later(3_600_000)
  await look()
  const down = { name: 'sandbox', variant: 'down' }
  expect(await told()).toEqual([down])
  // Up for a moment between two failures is not back.
  await say(1, true)
  await later(20_000)
  await look()
  await say(1, false)
  await later(70_000)
  await look()
  expect(await told()).toEqual([down])
  await say(0, true)
  await later(61_000)
  await Promise.all([look(), look()])
  await later(3_600_000)
  await look()
  const back = { name: 'sandbox', variant: 'back' }
  expect(await told()).toEqual([down, back])
  await both(false)
  await later(61_000)
  await look()
  expect(await told()).toEqual([down, back, down])
})

test('what another process wrote down long ago is given a minute by one that just began', async () => {
  const clock = testClock('2026-11-27T09:00:00Z')
  const { database } = test_
  const [stored] = await database.inInstallation(readRoutes)
  if (stored === undefined) throw new Error('there is no route')
  const { route } = stored
  const before = (await toldIn(test_)).length
  for (const bind of [0, 1]) {
    const since = clock.now() - 3_600_000
    await database.inInstallation((tx) =>
      writeBindState(tx, { routeId: route.routeId, bind }, { isBound: true, since }),
    )
  }
  const pool = { states: () => [{ route, closedWhy: null }] }
  const begunAt = clock.now()
  const look = () => tellRoutes({ database, clock, pool }, begunAt)
  await clock.advance(30_000)
  await look()
  expect((await toldIn(test_)).length).toBe(before)
  await clock.advance(31_000)
  await look()
  expect((await toldIn(test_)).slice(before)).toMatchObject([{ details: { variant: 'back' } }])
})
