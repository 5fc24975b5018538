// A route to an operator that has an authority of its own: trusted by the route's settings alone.
import net from 'node:net'
import tls from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addContract, addSupplier } from '../../src/governance/index.ts'
import type { AccountId, Caller, RouteId } from '../../src/kernel/index.ts'
import { createMetrics, silentLogger } from '../../src/observability/index.ts'
import { newRoute } from '../../src/routing/contract.ts'
import { addRoute, changeRoute, LinkPool } from '../../src/routing/index.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts'
import { testAuthority } from '../support/certificate.ts'
import { makeTestId, realTimers, seededRandomness } from '../support/clock.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { until } from './link-fixture.ts'

const host = 'smpp.operator.example'
const authority = testAuthority()
let base: TestDatabase
let sandbox: Sandbox
let proxy: tls.Server
let port = 0
const asked: (string | false)[] = []

beforeAll(async () => {
  base = await testDatabase()
  sandbox = await startSandbox()
  proxy = tls.createServer(authority.vouchFor(host), (socket) => {
    asked.push((socket as tls.TLSSocket & { servername: string | false }).servername)
    const inner = net.connect(sandbox.port, '127.0.0.1')
    for (const one of [socket, inner]) one.on('error', () => one.destroy())
    socket.pipe(inner).pipe(socket)
  })
  proxy.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  port = (proxy.address() as net.AddressInfo).port
})
afterAll(async () => {
  await sandbox.close()
  await new Promise((resolve) => proxy.close(resolve))
  await base.close()
})

test('it is bound with its certificate and its name, and without either of them is not', async () => {
  const randomness = seededRandomness('route over TLS')
  const deps = {
    database: base.database,
    vault: {
      sealForInstallation: (_context: object, plain: Uint8Array) => Buffer.from(plain).reverse(),
      openForInstallation: (_context: object, sealed: Uint8Array) => Buffer.from(sealed).reverse(),
    },
    clock: realTimers,
    timers: realTimers,
    randomness,
    makeId: makeTestId(realTimers, randomness),
    logger: silentLogger,
    metrics: createMetrics(),
    record: async () => undefined,
  }
  const caller: Caller = {
    accountId: '0193f6a0-0000-7000-8000-00000000000a' as AccountId,
    by: { kind: 'system', what: 'test' },
    rights: new Set(),
    language: 'en',
    traceId: 't',
  }
  const supplier = await addSupplier(deps, caller, { name: 'Operator', country: 'FR' })
  await addContract(deps, caller, supplier.id, {
    kind: 'own',
    reference: 'R1',
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: null,
    art28Items: [],
    transferInstrument: null,
  })
  const url = `smpps://accord:secret@127.0.0.1:${port}`
  const input = newRoute.parse({ url, supplierId: supplier.id, name: 'A' })
  const { routeId } = (await addRoute(deps, caller, input)).route
  const pool = new LinkPool(deps)
  await pool.start(() => ({ receipts: async () => undefined, inbound: async () => undefined }))
  const link = () => pool.states()[0]?.links[0]
  const after = async (change: { tlsCa?: string | null; tlsServerName?: string | null }) => {
    await changeRoute(deps, caller, routeId as RouteId, change)
    await pool.refresh()
    await until(() => link()?.kind === 'bound' || link()?.kind === 'down')
    return link()
  }
  const untrusted = { kind: 'down', why: 'tls_failed' }
  try {
    expect(await after({})).toMatchObject(untrusted)
    expect(await after({ tlsCa: authority.cert })).toMatchObject(untrusted)
    expect(await after({ tlsCa: null, tlsServerName: host })).toMatchObject(untrusted)
    expect(await after({ tlsCa: testAuthority().cert })).toMatchObject(untrusted)
    expect(sandbox.stats().binds).toBe(0)
    expect(await after({ tlsCa: authority.cert })).toMatchObject({ kind: 'bound' })
    expect(asked.at(-1)).toBe(host)
  } finally {
    await pool.close(100)
  }
}, 30_000)
