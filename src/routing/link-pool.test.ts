// Routes, contracts and links on a real database, with links that only pretend.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeTestId, seededRandomness, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { addContract, addSupplier, art28Items, endContract } from '../governance/index.ts'
import type { AccountId, Caller, RouteId } from '../kernel/index.ts'
import { createMetrics, silentLogger } from '../observability/index.ts'
import { newRoute } from './contract.ts'
import type { LinkDeps, LinkSettings, LinkState, OperatorLink } from './link/index.ts'
import { LinkPool } from './link-pool.ts'
import { addRoute, changeRoute, ensureSandboxRoute } from './manage-routes.ts'

let test_: TestDatabase
beforeAll(async () => {
  test_ = await testDatabase()
})
afterAll(() => test_.close())

type Made = { settings: LinkSettings; deps: LinkDeps; closed: boolean; say(state: LinkState): void }

function pretend(made: Made[], settings: LinkSettings, deps: LinkDeps): OperatorLink {
  let state: LinkState = { kind: 'connecting', since: 0 }
  const one: Made = {
    settings,
    deps,
    closed: false,
    say: (next) => {
      state = next
      deps.handlers.stateChanged?.(next)
    },
  }
  made.push(one)
  return {
    start: () => undefined,
    get state() {
      return state
    },
    counters: {} as OperatorLink['counters'],
    capacity: () => 0,
    handMax: () => 0,
    open: 0,
    submit: () => Promise.resolve({ kind: 'not_sent', why: 'link_down' }),
    submitMany: () => undefined,
    waiting: () => new Set<string>(),
    withdraw: () => 0,
    close: async () => {
      one.closed = true
    },
  }
}

/** A vault that only turns the octets round, and refuses another place; never twice the same. */
let sealings = 0
const vault = {
  sealForInstallation: (context: object, plain: Uint8Array) => {
    sealings += 1
    const head = Buffer.from(`${JSON.stringify(context)}\n`)
    return Buffer.concat([head, Buffer.from(plain).reverse(), Buffer.from([sealings % 256])])
  },
  openForInstallation: (context: object, sealed: Uint8Array) => {
    const head = Buffer.from(`${JSON.stringify(context)}\n`)
    if (!Buffer.from(sealed).subarray(0, head.length).equals(head)) throw new Error('elsewhere')
    return Buffer.from(Buffer.from(sealed).subarray(head.length, -1)).reverse()
  },
}

const accountId = '0193f6a0-0000-7000-8000-00000000000a' as AccountId
const caller: Caller = {
  accountId,
  by: { kind: 'system', what: 'test' },
  rights: new Set(),
  language: 'en',
  traceId: 't',
}

let world: ReturnType<typeof newWorld>
function newWorld() {
  const clock = testClock('2026-11-25T09:00:00Z')
  const randomness = seededRandomness(Math.random())
  const made: Made[] = []
  const records: string[] = []
  const deps = {
    database: test_.database,
    vault,
    clock,
    timers: clock,
    randomness,
    makeId: makeTestId(clock, randomness),
    logger: silentLogger,
    metrics: createMetrics(),
    record: async (_tx: unknown, _caller: Caller, entry: { action: string }) => {
      records.push(entry.action)
    },
    createLink: (settings: LinkSettings, linkDeps: LinkDeps) => pretend(made, settings, linkDeps),
  }
  const pool = new LinkPool(deps)
  return { clock, made, records, deps, pool }
}
beforeEach(async () => {
  await test_.asSuperuser(async (client) => {
    // What accounts object to only grows, and goes with the suppliers here.
    await client.query('set session_replication_role = replica')
    await client.query(`truncate routing.receipt_habit, routing.bind_state, routing.route, routing.sender,
      governance.contract, governance.supplier cascade`)
  })
  world = newWorld()
})

const handlers = () => ({ receipts: async () => undefined, inbound: async () => undefined })
const url = 'smpp://acc:secret@127.0.0.1:2775?rate=5&binds=2'

async function supplierWithContract(validUntil: string | null = null) {
  const supplier = await addSupplier(world.deps, caller, { name: 'Operator', country: 'FR' })
  return addContract(world.deps, caller, supplier.id, {
    kind: 'processor',
    reference: 'DPA 1',
    validFrom: '2026-01-01T00:00:00.000Z',
    validUntil,
    art28Items: [...art28Items],
    transferInstrument: null,
  })
}

test('a route with a valid contract is opened with its password and its rate', async () => {
  const supplier = await supplierWithContract()
  await addRoute(world.deps, caller, newRoute.parse({ url, supplierId: supplier.id, name: 'A' }))
  await world.pool.start(handlers)
  expect(world.made.map(({ deps }) => deps.pace?.rate)).toEqual([5, 5])
  expect(world.made[0]?.settings.password.reveal('submit_to_operator')).toBe('secret')
  expect(world.pool.states()).toMatchObject([{ closedWhy: null, isBound: false }])
  world.made[0]?.say({ kind: 'bound', since: 1, operatorSystemId: 'op' })
  expect(world.pool.states()).toMatchObject([{ isBound: true }])
  expect(world.records).toEqual([
    'governance.supplier_added',
    'governance.contract_added',
    'routing.route_added',
  ])
  const asked = { country: 'FR', class: 'alert', accountKind: 'live' } as const
  expect(world.pool.choose(asked).route?.name).toBe('A')
  await world.pool.close()
  expect(world.made.every(({ closed }) => closed)).toBe(true)
})

test('a process has as much of the rate as it holds of the binds, whoever holds the others', async () => {
  const supplier = await supplierWithContract()
  const added = await addRoute(
    world.deps,
    caller,
    newRoute.parse({ url: url.replace('binds=2', 'binds=3'), supplierId: supplier.id, name: 'A' }),
  )
  const { routeId } = added.route
  const held = new Set([0, 1])
  const pool = new LinkPool({ ...world.deps, mayBind: (_routeId, bind) => held.has(bind) })
  await pool.start(handlers)
  const [first] = world.made
  expect([world.made.length, first?.deps.pace?.rate]).toEqual([2, 4])
  held.delete(1)
  await pool.rebind(routeId)
  expect([world.made[1]?.closed, first?.deps.pace?.rate]).toEqual([true, 2])
  // What the others gave up reaches their operator within a second: only then it is used here.
  held.add(1).add(2)
  await pool.rebind(routeId)
  expect([world.made.length, first?.deps.pace?.rate]).toEqual([4, 2])
  await world.clock.advance(1_200)
  expect(first?.deps.pace?.rate).toBe(5)
  await changeRoute(world.deps, caller, routeId, {
    url: url.replace('rate=5&binds=2', 'rate=9&binds=3'),
  })
  await pool.refresh()
  await world.clock.advance(1_200)
  expect([world.made.length, first?.closed, first?.deps.pace?.rate]).toEqual([4, false, 9])
  await pool.close()
})

test('a route that has no bind at any node is told as down, and one that is like it stands in', async () => {
  const supplier = await supplierWithContract()
  const add = async (change: object) => {
    const parsed = newRoute.parse({ url, supplierId: supplier.id, ...change })
    return (await addRoute(world.deps, caller, parsed)).route.routeId
  }
  const stop = { stopText: 'STOP au 36111', stopShortcode: '36111' }
  const a = await add({ name: 'A', priority: 1, ...stop })
  const b = await add({ name: 'B', priority: 3, ...stop })
  const c = await add({ name: 'C', priority: 2, stopText: 'STOP au 36222', stopShortcode: '36222' })
  await add({ name: 'D', priority: 0, concatenation: 'sar', ...stop })
  await world.pool.start(handlers)
  const down = { kind: 'down', since: 5_000, why: 'connection_lost', status: null } as const
  // In the order of their priorities, two binds each: D, A, C, B.
  const [, , one, two] = world.made
  for (const made of world.made) made.say({ kind: 'bound', since: 1, operatorSystemId: 'op' })
  // What a bind says is written down in its own time.
  const downSince = async (routeId: RouteId) => {
    await world.pool.refresh()
    return world.pool.downSince(routeId)
  }
  one?.say({ ...down, retryAt: null, failures: 1 })
  await vi.waitFor(async () => expect(await downSince(a)).toBeNull(), 10_000)
  two?.say({ ...down, since: 9_000, retryAt: null, failures: 1 })
  await vi.waitFor(async () => expect(await downSince(a)).toBe(9_000), 10_000)
  expect([world.pool.standIn(a, 'marketing'), world.pool.standIn(a, 'alert')]).toEqual([b, c])
  expect(world.pool.standIn(c, 'marketing')).toBeNull()
  // What may take over some day need not be bound now; whoever is barred never may.
  const can = (kind: 'marketing' | 'alert', barred: string[] = []) =>
    world.pool.standIns(b, kind, new Set(barred)).length > 0
  expect([world.pool.standIn(b, 'marketing'), can('marketing')]).toEqual([null, true])
  expect(can('alert', [supplier.id])).toBe(false)
  await world.pool.close()
})

test('before routes are read nobody is told that there is none', async () => {
  const asked = { country: 'FR', class: 'alert', accountKind: 'live' } as const
  expect(() => world.pool.choose(asked)).toThrow('routes are read before one is chosen')
  const away = new Error('the database is away')
  let isAway = true
  const { inInstallation } = world.deps.database
  const database: typeof world.deps.database = {
    ...world.deps.database,
    inInstallation: (...work) => (isAway ? Promise.reject(away) : inInstallation(...work)),
  }
  const pool = new LinkPool({ ...world.deps, database })
  // As the sandbox route does when it is made: nobody waits for it.
  await pool.refresh()
  await expect(pool.start(handlers)).rejects.toBe(away)
  expect(() => pool.choose(asked)).toThrow('routes are read before one is chosen')
  isAway = false
  await pool.start(handlers)
  expect(pool.choose(asked)).toEqual({ route: null, refusal: 'no_route' })
  await pool.close()
})

test('a node that holds no bind of a route that is down everywhere takes another one', async () => {
  const supplier = await supplierWithContract()
  const add = async (name: string, priority: number) => {
    const parsed = newRoute.parse({ url, supplierId: supplier.id, name, priority })
    return (await addRoute(world.deps, caller, parsed)).route.routeId
  }
  const a = await add('A', 1)
  await add('B', 2)
  await world.pool.start(handlers)
  const other = new LinkPool({ ...world.deps, mayBind: () => false })
  await other.start(handlers)
  const asked = { country: 'FR', class: 'alert', accountKind: 'live' } as const
  expect(other.choose(asked).route?.name).toBe('A')
  const down = { kind: 'down', why: 'connection_lost', status: null, retryAt: null } as const
  // Two binds each: A's, then B's.
  const [one, two, three] = world.made
  for (const made of [one, two]) made?.say({ ...down, since: 5_000, failures: 1 })
  three?.say({ kind: 'bound', since: 1, operatorSystemId: 'op' })
  await vi.waitFor(async () => {
    await other.refresh()
    expect(other.downSince(a)).toBe(5_000)
  }, 10_000)
  expect(other.choose(asked).route?.name).toBe('B')
  expect(other.states()).toMatchObject([{ isBound: false }, { isBound: true }])
  two?.say({ kind: 'bound', since: 9_000, operatorSystemId: 'op' })
  await vi.waitFor(async () => {
    await other.refresh()
    expect(other.choose(asked).route?.name).toBe('A')
  }, 10_000)
  await world.pool.close()
  await other.close()
})

test('a route that has fewer binds than before is down when those that it has are', async () => {
  const supplier = await supplierWithContract()
  const input = newRoute.parse({ url, supplierId: supplier.id, name: 'A' })
  const { routeId } = (await addRoute(world.deps, caller, input)).route
  await world.pool.start(handlers)
  for (const made of world.made) made.say({ kind: 'bound', since: 1, operatorSystemId: 'op' })
  await changeRoute(world.deps, caller, routeId, { url: url.replace('binds=2', 'binds=1') })
  await world.pool.refresh()
  const down = { kind: 'down', why: 'connection_lost', status: null, retryAt: null } as const
  world.made.at(-1)?.say({ ...down, since: 5_000, failures: 1 })
  const downSince = async () => {
    await world.pool.refresh()
    return world.pool.downSince(routeId)
  }
  await vi.waitFor(async () => expect(await downSince()).toBe(5_000), 10_000)
  // Nor does one count that has no share of the rate.
  await changeRoute(world.deps, caller, routeId, { url: url.replace('rate=5', 'rate=1') })
  await vi.waitFor(async () => expect(await downSince()).toBe(5_000), 10_000)
  await world.pool.close()
})

test('a receipt that is late here is looked up among those of all nodes before a route is slow', async () => {
  const supplier = await supplierWithContract()
  const input = newRoute.parse({ url, supplierId: supplier.id, name: 'A' })
  await addRoute(world.deps, caller, input)
  const asked: (readonly string[])[] = []
  let answer: (keys: readonly string[]) => Iterable<string> = () => {
    throw new Error('the database is away')
  }
  const arrived = async (keys: readonly string[], since: number) => {
    expect.soft(since).toBeLessThan(world.clock.now() - 6 * minute)
    asked.push(keys)
    return new Map([...answer(keys)].map((key) => [key, world.clock.now() - 6 * minute]))
  }
  const minute = 60_000
  await world.pool.start(() => ({ ...handlers(), arrived }))
  const isSlow = () => world.pool.states()[0]?.isSlow
  const send = async (name: string) => {
    for (let index = 0; index < 40; index += 1) {
      world.made[0]?.deps.handlers.accepted?.(`${name}${index}`)
      await world.clock.advance(100)
    }
    await world.clock.advance(6 * minute)
    await world.pool.refresh()
  }
  // Unknown is not late.
  await send('a')
  await world.clock.advance(11_000)
  expect(isSlow()).toBe(false)
  expect(asked.at(-1)).toHaveLength(40)
  answer = (keys) => keys
  await world.pool.refresh()
  await world.clock.advance(minute)
  expect(isSlow()).toBe(false)
  expect(world.deps.metrics.text()).toMatch(/accord_receipt_seconds_count\{[^}]*\} 40/)
  // Nowhere is late, and is asked once.
  answer = () => []
  const before = asked.length
  await send('b')
  // A judgement stands for ten seconds.
  await world.clock.advance(11_000)
  expect(isSlow()).toBe(true)
  await world.pool.refresh()
  expect(asked.slice(before).flat()).toHaveLength(40)
  await world.pool.close()
})

test('the password is not in the database in clear, and opens in its own row only', async () => {
  const supplier = await supplierWithContract()
  const { route } = await addRoute(
    world.deps,
    caller,
    newRoute.parse({ url, supplierId: supplier.id, name: 'A' }),
  )
  const sealed = vault.sealForInstallation(
    { table: 'routing.route', column: 'password_sealed', rowId: 'another' },
    Buffer.from('secret'),
  )
  await test_.asSuperuser(async (client) => {
    const { rows } = await client.query('select route::text as text from routing.route')
    expect(rows[0].text).not.toContain(Buffer.from('secret').toString('hex'))
    await client.query('update routing.route set password_sealed = $1', [sealed])
  })
  await world.pool.start(handlers)
  expect(world.pool.linksOf(route.routeId)).toEqual([])
  await world.pool.close()
})

test('when its contract ends, a route writes nothing more at once, and its links close', async () => {
  const supplier = await supplierWithContract('2026-11-25T09:00:05.000Z')
  await addRoute(world.deps, caller, newRoute.parse({ url, supplierId: supplier.id, name: 'A' }))
  await world.pool.start(handlers)
  const link = world.made[0]
  await world.clock.advance(4999)
  expect(link?.deps.mayWrite?.()).toBe(true)
  expect(world.pool.states()).toMatchObject([{ closedWhy: null }])
  await world.clock.advance(1)
  expect(link?.deps.mayWrite?.()).toBe(false)
  expect(world.pool.states()).toMatchObject([{ closedWhy: 'contract_expired' }])
  // By its own timer, long before the pool would have looked again.
  await expect.poll(() => link?.closed).toBe(true)
  expect(world.pool.choose({ country: 'FR', class: 'alert', accountKind: 'live' })).toEqual({
    route: null,
    refusal: 'contract_expired',
  })
  await world.pool.close()
})

test('ending a contract by hand closes, a new one opens again', async () => {
  const supplier = await supplierWithContract()
  await addRoute(world.deps, caller, newRoute.parse({ url, supplierId: supplier.id, name: 'A' }))
  await world.pool.start(handlers)
  await endContract(world.deps, caller, supplier.id, supplier.contracts[0]?.id ?? '')
  await world.pool.refresh()
  expect(world.made[0]?.closed).toBe(true)
  expect(world.pool.states()[0]?.closedWhy).toBe('contract_expired')
  await addContract(world.deps, caller, supplier.id, {
    kind: 'processor',
    reference: 'DPA 2',
    validFrom: '2026-11-25T00:00:00.000Z',
    validUntil: null,
    art28Items: [...art28Items].slice(1),
    transferInstrument: null,
  })
  await world.pool.refresh()
  expect(world.pool.states()[0]?.closedWhy).toBe('contract_incomplete')
  expect(world.made).toHaveLength(2)
  await world.pool.close()
})

test('a new address makes new links; a new mention does not', async () => {
  const supplier = await supplierWithContract()
  const { route } = await addRoute(
    world.deps,
    caller,
    newRoute.parse({ url, supplierId: supplier.id, name: 'A' }),
  )
  await world.pool.start(handlers)
  await changeRoute(world.deps, caller, route.routeId, {
    stopText: 'STOP au 36111',
    stopShortcode: '36111',
  })
  await world.pool.refresh()
  expect(world.made).toHaveLength(2)
  expect(world.pool.routeOf(route.routeId)?.stopText).toBe('STOP au 36111')
  await changeRoute(world.deps, caller, route.routeId, { url: 'smpp://acc:other@127.0.0.1:2776' })
  await world.pool.refresh()
  expect(world.made.map(({ closed }) => closed)).toEqual([true, true, false])
  expect(world.made[2]?.settings.password.reveal('submit_to_operator')).toBe('other')
  // What the old links wrote in the last second counts for the new ones.
  expect(world.made[2]?.deps.pace).toBe(world.made[0]?.deps.pace)
  await changeRoute(world.deps, caller, route.routeId, { enabled: false })
  await world.pool.refresh()
  expect(world.made[2]?.closed).toBe(true)
  await world.pool.close()
})

test('what a route has learned of its receipts survives a restart', async () => {
  const routeId = await ensureSandboxRoute(world.deps, {
    name: 'Sandbox',
    url: 'smpp://sandbox:pw@127.0.0.1:4000',
    supplier: 'This installation',
    country: 'FR',
    stopText: 'STOP au 36111',
    stopShortcode: '36111',
  })
  await world.pool.start(handlers)
  world.pool.habits.matched(routeId, 'hex_in_answer')
  await world.pool.close()
  const next = new LinkPool(world.deps)
  await next.start(handlers)
  expect(next.habits.of(routeId).hex_in_answer).toBe(1)
  expect(next.states()[0]?.matchingRate).toBe(1)
  await next.close()
})

test('the sandbox route moves to a new port and has a contract like every other', async () => {
  const own = {
    name: 'Sandbox',
    url: 'smpp://sandbox:pw@127.0.0.1:4000',
    supplier: 'This installation',
    country: 'FR',
    stopText: 'STOP au 36111',
    stopShortcode: '36111',
  }
  const first = await ensureSandboxRoute(world.deps, own)
  const moved = { ...own, url: 'smpp://sandbox:pw@127.0.0.1:4001' }
  expect(await ensureSandboxRoute(world.deps, moved)).toBe(first)
  await world.pool.start(handlers)
  expect(world.pool.states()).toMatchObject([
    { route: { port: 4001, isSandbox: true }, contract: 'valid', closedWhy: null },
  ])
  await world.pool.close()
})

test('a node that starts beside others with the same address leaves their links as they are', async () => {
  const own = {
    name: 'Sandbox',
    url: 'smpp://sandbox:pw@127.0.0.1:4000',
    supplier: 'This installation',
    country: 'FR',
    stopText: 'STOP au 36111',
    stopShortcode: '36111',
  }
  await ensureSandboxRoute(world.deps, own)
  await world.pool.start(handlers)
  const links = world.made.length
  await ensureSandboxRoute(world.deps, own)
  await world.pool.refresh()
  expect(world.made).toHaveLength(links)
  await ensureSandboxRoute(world.deps, { ...own, url: 'smpp://sandbox:new@127.0.0.1:4000' })
  await world.pool.refresh()
  expect(world.made).toHaveLength(2 * links)
  expect(world.made.at(-1)?.settings.password.reveal('submit_to_operator')).toBe('new')
  await world.pool.close()
})

test('refusals of routes are told: a taken name, a stranger as supplier, a stranger as route', async () => {
  const supplier = await supplierWithContract()
  const input = newRoute.parse({ url, supplierId: supplier.id, name: 'A' })
  await addRoute(world.deps, caller, input)
  await expect(addRoute(world.deps, caller, input)).rejects.toMatchObject({
    code: 'routing.route_name_taken',
  })
  const stranger = '0193f6a0-0000-7000-8000-0000000000ff'
  await expect(
    addRoute(world.deps, caller, { ...input, name: 'B', supplierId: stranger }),
  ).rejects.toMatchObject({ code: 'routing.supplier_not_found' })
  await expect(changeRoute(world.deps, caller, stranger as RouteId, {})).rejects.toMatchObject({
    code: 'routing.route_not_found',
  })
  await expect(
    addRoute(world.deps, caller, { ...input, name: 'C', hours: { from: '20:00', until: '08:00' } }),
  ).rejects.toMatchObject({ code: 'routing.hours_invalid' })
})
