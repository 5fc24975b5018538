// A route to an operator that has an authority of its own: trusted by the route's settings alone.
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { addContract, addSupplier } from '../../src/governance/index.ts'
import {
  type AccountId,
  type Caller,
  type E164,
  Personal,
  type RouteId,
} from '../../src/kernel/index.ts'
import { createMetrics, silentLogger } from '../../src/observability/index.ts'
import { outgoingAddresses } from '../../src/outgoing/index.ts'
import { newRoute } from '../../src/routing/contract.ts'
import { addRoute, changeRoute, LinkPool, type OutgoingSegment } from '../../src/routing/index.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts'
import { encodeSegments } from '../../src/wire/index.ts'
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

type Trust = { tlsCa?: string | null; tlsServerName?: string | null }

/** A route at this address, whose settings change while it is worked. */
async function routeAt(change: Partial<z.input<typeof newRoute>> & { url: string; name: string }) {
  const randomness = seededRandomness(`route over TLS ${change.name}`)
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
    outgoing: outgoingAddresses(['127.0.0.1']),
  }
  const caller: Caller = {
    accountId: '0193f6a0-0000-7000-8000-00000000000a' as AccountId,
    by: { kind: 'system', what: 'test' },
    rights: new Set(),
    language: 'en',
    traceId: 't',
  }
  const supplier = await addSupplier(deps, caller, { name: change.name, country: 'FR' })
  await addContract(deps, caller, supplier.id, {
    kind: 'own',
    reference: 'R1',
    validFrom: '2020-01-01T00:00:00.000Z',
    validUntil: null,
    art28Items: [],
    transferInstrument: null,
  })
  const input = newRoute.parse({ supplierId: supplier.id, ...change })
  const { routeId } = (await addRoute(deps, caller, input)).route
  const pool = new LinkPool(deps)
  await pool.start(() => ({ receipts: async () => undefined, inbound: async () => undefined }))
  const state = () => pool.states().find(({ route }) => route.routeId === routeId)?.links[0]
  const after = async (trust: Trust) => {
    await changeRoute(deps, caller, routeId as RouteId, trust)
    await pool.refresh()
    await until(() => state()?.kind === 'bound' || state()?.kind === 'down')
    return state()
  }
  return { after, state, link: () => pool.bindsOf(routeId as RouteId)[0]?.link, pool }
}
const untrusted = { kind: 'down', why: 'tls_failed' }

test('it is bound with its certificate and its name, and without either of them is not', async () => {
  const url = `smpps://accord:secret@127.0.0.1:${port}`
  const { after, pool } = await routeAt({ url, name: 'A' })
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

test('an operator by HTTPS is asked with its certificate and its name, and without either is not', async () => {
  const names: (string | false)[] = []
  const server = https.createServer(authority.vouchFor(host), (request, response) => {
    names.push((request.socket as tls.TLSSocket & { servername: string | false }).servername)
    request.resume().on('end', () => response.end('{"id":"H1"}'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `https://127.0.0.1:${(server.address() as net.AddressInfo).port}/send`
  const http = {
    ...{ auth: 'Bearer key-1', receiptSecret: 'a secret of receipts', body: { to: '{to}' } },
    ...{ answer: { idAt: 'id' }, receipt: { idAt: 'id', stateAt: 'state', states: {} } },
    allowsPrivateAddresses: true,
  }
  const { after, link, state, pool } = await routeAt({ url, name: 'H', http })
  /** There is nothing to bind: what fails is the first request. */
  const asked = async (trust: Trust) => {
    await after(trust)
    const outcome = await link()?.submit(segment())
    return outcome?.kind === 'accepted' ? outcome : state()
  }
  try {
    expect(await asked({})).toMatchObject(untrusted)
    expect(await asked({ tlsCa: authority.cert })).toMatchObject(untrusted)
    expect(await asked({ tlsCa: null, tlsServerName: host })).toMatchObject(untrusted)
    expect(await asked({ tlsCa: testAuthority().cert })).toMatchObject(untrusted)
    expect(names).toEqual([])
    expect(await asked({ tlsCa: authority.cert })).toMatchObject({ operatorMessageId: 'H1' })
    expect(names).toEqual([host])
  } finally {
    await pool.close(100)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}, 30_000)

function segment(): OutgoingSegment {
  const encoded = encodeSegments('Bonjour', { concatenation: 'payload', reference: 7 })
  const content = encoded.ok ? encoded.segments[0] : undefined
  if (content === undefined) throw new Error('it is one segment')
  const from = { ton: 5, npi: 0, address: 'BOUTIQUE' }
  const to = new Personal('+33639980001' as E164)
  return { key: 'k1', from, to, content, wantsReceipt: true }
}
