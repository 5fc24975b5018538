// Routes and senders over HTTP, without sockets: who may, what is refused, what is shown.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testAuthority, testCertificate } from '../../test/support/certificate.ts'
import { makeTestId, seededRandomness, testClock } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import { testServer } from '../../test/support/test-server.ts'
import { governanceRoutes } from '../governance/index.ts'
import { type AccountId, type Caller, type Right, rights } from '../kernel/index.ts'
import { createMetrics, silentLogger } from '../observability/index.ts'
import { outgoingAddresses } from '../outgoing/index.ts'
import type { OperatorLink, OperatorReceipt } from './link/index.ts'
import { LinkPool } from './link-pool.ts'
import { sealOlderOperators } from './manage-routes.ts'
import { routingRoutes } from './routes.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await testDatabase()
})
afterAll(() => base.close())

const deadLink = (): OperatorLink => ({
  start: () => undefined,
  state: {
    kind: 'down',
    since: 0,
    why: 'wrong_password',
    status: 0x0e,
    retryAt: 60_000,
    failures: 1,
  },
  counters: {} as OperatorLink['counters'],
  capacity: () => 0,
  handMax: () => 0,
  open: 0,
  submit: () => Promise.resolve({ kind: 'not_sent', why: 'link_down' }),
  submitMany: () => undefined,
  waiting: () => new Set<string>(),
  withdraw: () => 0,
  close: () => Promise.resolve(),
})

async function newServer(seed = 7) {
  const clock = testClock()
  const randomness = seededRandomness(seed)
  let held: readonly Right[] | null = rights
  const deps = {
    database: base.database,
    vault: {
      sealForInstallation: (_context: object, plain: Uint8Array) => Buffer.from(plain).reverse(),
      openForInstallation: (_context: object, sealed: Uint8Array) => Buffer.from(sealed).reverse(),
      sealForAccount: (_id: string, _at: object, plain: Uint8Array) => Buffer.from(plain).reverse(),
      openForAccount: (_id: string, _at: object, sealed: Uint8Array) =>
        Buffer.from(sealed).reverse(),
    },
    clock,
    timers: clock,
    randomness,
    makeId: makeTestId(clock, randomness),
    logger: silentLogger,
    metrics: createMetrics(),
    record: async () => undefined,
    outgoing: outgoingAddresses(['127.0.0.1']),
    createLink: deadLink,
  }
  const pool = new LinkPool(deps)
  const receipts: OperatorReceipt[] = []
  let isAway = false
  await pool.start(() => ({
    receipts: async (batch) => {
      if (isAway) throw new Error('the database is away')
      receipts.push(...batch)
    },
    inbound: async () => undefined,
  }))
  const caller = (given: readonly Right[]): Caller => ({
    accountId: '0193f6a0-0000-7000-8000-00000000000a' as AccountId,
    by: { kind: 'system', what: 'test' },
    rights: new Set(given),
    language: 'fr',
    traceId: 'a'.repeat(32),
  })
  const server = await testServer(
    [...routingRoutes({ ...deps, pool }), ...governanceRoutes(deps)],
    {
      authenticate: async () => (held === null ? null : { caller: caller(held), via: 'token' }),
      timers: clock,
      onFailure: (error) => {
        if (!isAway) throw error
      },
      language: 'fr',
    },
  )
  const call = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    payload?: object,
    more: Record<string, string> = {},
  ) => {
    const headers = { authorization: 'Bearer token', 'accept-language': 'fr', ...more }
    const answer = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }
  const mayOnly = (given: readonly Right[] | null) => {
    held = given
  }
  const close = async () => {
    await pool.close()
    await server.close()
  }
  const goAway = (away: boolean) => {
    isAway = away
  }
  return { call, mayOnly, close, receipts, goAway, metrics: deps.metrics, deps }
}

test('a route is added, shown with why it is down, changed, and never tells its password', async () => {
  const { call, mayOnly, close } = await newServer()
  const supplier = (await call('POST', '/v1/suppliers', { name: 'Op', country: 'FR' })).body
  const input = {
    url: 'smpp://acc:geheim@127.0.0.1:2775?window=10',
    supplierId: supplier.id,
    name: 'Principal',
    stopText: 'STOP au 36111',
    stopShortcode: '36111',
  }
  const added = await call('POST', '/v1/routes', input)
  expect(added).toMatchObject({
    status: 201,
    body: {
      state: 'closed',
      closedWhy: 'contract_missing',
      operator: { windowMax: 10, binds: [], receiptsMatched: null },
    },
  })
  await call('POST', `/v1/suppliers/${supplier.id}/contracts`, {
    kind: 'own',
    reference: 'R1',
    validFrom: '2026-01-01T00:00:00.000Z',
  })
  const changed = await call('PATCH', `/v1/routes/${added.body.id}`, { priority: 5 })
  expect(changed).toMatchObject({
    status: 200,
    body: {
      state: 'down',
      closedWhy: null,
      operator: { priority: 5, binds: [{ state: 'down', why: 'wrong_password' }] },
    },
  })
  const shown = await call('GET', '/v1/routes')
  expect(JSON.stringify([added, changed, shown])).not.toContain('geheim')
  expect((await call('POST', '/v1/routes', input)).body.code).toBe('routing.route_name_taken')
  const wrong = await call('POST', '/v1/routes', { ...input, url: 'smpp://acc:geheim@' })
  expect(wrong).toMatchObject({ status: 400, body: { code: 'routing.url_invalid' } })
  expect(JSON.stringify(wrong)).not.toContain('geheim')
  mayOnly(['routes.read'])
  expect((await call('POST', '/v1/routes', input)).status).toBe(403)
  expect((await call('GET', '/v1/routes')).status).toBe(200)
  mayOnly(null)
  expect((await call('GET', '/v1/routes')).status).toBe(401)
  await close()
})

test('a refused sender is told in the reader’s words', async () => {
  const { call, close } = await newServer()
  expect(await call('POST', '/v1/senders', { name: 'DUPONT' })).toMatchObject({
    status: 201,
    body: { state: 'approved', kind: 'alphanumeric' },
  })
  const generic = await call('POST', '/v1/senders', { name: 'INFO' })
  expect(generic).toMatchObject({ status: 400, body: { code: 'routing.sender_generic' } })
  expect(generic.body.detail).toContain('votre marque')
  expect((await call('GET', '/v1/senders')).body.items).toHaveLength(1)
  await close()
})

test('an operator’s own authority is kept as its certificates; what cannot serve is refused', async () => {
  const { call, close } = await newServer(9)
  const supplier = (await call('POST', '/v1/suppliers', { name: 'Op', country: 'FR' })).body
  const { cert } = testAuthority()
  const input = {
    url: 'smpps://acc:geheim@smpp.operator.example',
    supplierId: supplier.id,
    name: 'Own authority',
  }
  const around = `subject=CN=Operator\n${cert}\nissuer=CN=Operator\n${testAuthority().cert}`
  const added = await call('POST', '/v1/routes', {
    ...input,
    tlsCa: around,
    tlsServerName: 'smpp.inside.example',
  })
  expect(added).toMatchObject({
    status: 201,
    body: { operator: { tlsServerName: 'smpp.inside.example' } },
  })
  expect(added.body.operator.tlsCa.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
  expect(added.body.operator.tlsCa).toContain(cert)
  expect(added.body.operator.tlsCa).not.toContain('subject=')
  const path = `/v1/routes/${added.body.id}`
  const { key } = testCertificate()
  const broken = cert.replace(/\n.{20}/, '\nAAAA')
  const answers = [
    await call('PATCH', path, { tlsCa: 'operator.pem' }),
    await call('PATCH', path, { tlsCa: cert + key }),
    await call('PATCH', path, { tlsCa: cert + broken }),
    await call('PATCH', path, { url: 'smpp://acc:geheim@smpp.operator.example' }),
    await call('PATCH', path, { tlsServerName: '192.0.2.1' }),
    await call('POST', '/v1/routes', {
      ...input,
      name: 'Web',
      url: 'http://127.0.0.1:9/send',
      http: described,
      tlsCa: cert,
    }),
  ]
  expect(answers.map(({ status, body }) => [status, body.code, body.details?.part])).toEqual([
    [400, 'routing.tls_ca_invalid', 'begin'],
    [400, 'routing.tls_ca_invalid', 'private_key'],
    [400, 'routing.tls_ca_invalid', 'certificate 2'],
    [400, 'routing.tls_unused', undefined],
    [400, 'http.input_invalid', undefined],
    [400, 'routing.tls_unused', undefined],
  ])
  expect(JSON.stringify(answers)).not.toContain('-----BEGIN PRIVATE')
  const web = {
    ...input,
    name: 'Web over TLS',
    url: 'https://api.operator.example/send',
    http: described,
  }
  expect(await call('POST', '/v1/routes', { ...web, tlsCa: cert })).toMatchObject({
    status: 201,
    body: { operator: { kind: 'http', tlsCa: expect.stringContaining('BEGIN CERTIFICATE') } },
  })
  const back = await call('PATCH', path, {
    url: 'smpp://acc:geheim@smpp.operator.example',
    tlsCa: null,
    tlsServerName: null,
  })
  expect(back).toMatchObject({ status: 200, body: { operator: { usesTls: false, tlsCa: null } } })
  await close()
})

const described = {
  auth: 'Bearer geheim-1',
  receiptSecret: 'geheim-2-long-enough',
  body: { to: '{to}', text: '{text}' },
  answer: { idAt: 'id' },
  receipt: { idAt: 'id', stateAt: 'state', states: { delivered: ['ok'], undeliverable: ['ko'] } },
}

test('an operator that speaks HTTP is described, and brings its receipts with its secret', async () => {
  const { call, mayOnly, close, receipts, goAway, metrics } = await newServer(8)
  const supplier = (await call('POST', '/v1/suppliers', { name: 'Op', country: 'FR' })).body
  await call('POST', `/v1/suppliers/${supplier.id}/contracts`, {
    kind: 'own',
    reference: 'R1',
    validFrom: '2026-01-01T00:00:00.000Z',
  })
  const input = {
    url: 'http://127.0.0.1:9/send',
    supplierId: supplier.id,
    name: 'Web',
    concatenation: 'udh8',
    http: described,
  }
  const added = await call('POST', '/v1/routes', input)
  expect(added).toMatchObject({
    status: 201,
    body: {
      state: 'open',
      // A text travels whole in JSON.
      concatenation: 'payload',
      operator: {
        kind: 'http',
        host: '127.0.0.1',
        port: 9,
        binds: [{ state: 'bound' }],
        http: { url: 'http://127.0.0.1:9/…', body: { to: '{to}', text: '{text}' } },
      },
    },
  })
  const path = `/v1/routes/${added.body.id}`
  // Whoever may change a route could have the secrets brought to an address of their own.
  const alone = await call('PATCH', path, { url: 'http://127.0.0.1:10/v2' })
  expect(alone).toMatchObject({ status: 400, body: { code: 'routing.secret_needed' } })
  const moved = await call('PATCH', path, { url: 'http://127.0.0.1:10/v2', http: described })
  expect(moved.body.operator).toMatchObject({ port: 10, http: { url: 'http://127.0.0.1:10/…' } })
  const changed = await call('PATCH', path, { http: { ...described, rate: 30 }, priority: 2 })
  expect(changed.body.operator).toMatchObject({ segmentsPerSecond: 30, priority: 2, port: 10 })
  const shown = await call('GET', '/v1/routes')
  expect(JSON.stringify([added, moved, changed, shown])).not.toContain('geheim')
  const refusals = await Promise.all([
    call('POST', '/v1/routes', { ...input, name: 'B', http: undefined }),
    call('POST', '/v1/routes', { ...input, name: 'B', url: 'smpp://a:b@127.0.0.1' }),
    call('POST', '/v1/routes', { ...input, name: 'B', url: 'http://user:key@127.0.0.1/' }),
    call('PATCH', path, { url: 'smpp://a:b@127.0.0.1' }),
  ])
  expect(refusals.map(({ body }) => body.code)).toEqual([
    'routing.http_missing',
    'routing.http_missing',
    'routing.http_not_public',
    'routing.kind_fixed',
  ])
  mayOnly(null)
  const bring = (secret: Record<string, string>, body: object, query = '') =>
    call('POST', `${path}/receipts${query}`, body, { authorization: '', ...secret })
  const receipt = { id: 'A1', state: 'OK' }
  const secret = 'geheim-2-long-enough'
  expect((await bring({ 'x-receipt-secret': 'another' }, receipt)).status).toBe(403)
  expect((await bring({}, receipt)).status).toBe(403)
  expect((await bring({ authorization: `Bearer ${secret}` }, receipt)).status).toBe(204)
  expect((await bring({ 'x-receipt-secret': secret }, [receipt, receipt])).status).toBe(204)
  expect((await bring({}, receipt, `?secret=${secret}`)).status).toBe(204)
  expect(receipts).toHaveLength(4)
  expect(receipts[0]).toMatchObject({ operatorMessageId: 'A1', state: 'delivered' })
  // What no table of the route knows would come for ever, and is counted.
  expect((await bring({ 'x-receipt-secret': secret }, { id: 'A1', state: 'HM' })).status).toBe(204)
  expect(receipts).toHaveLength(4)
  expect(metrics.text()).toContain(
    `accord_receipts_unread_total{route="${added.body.id}",why="unknown_state"} 1`,
  )
  // What could not be kept is not answered as taken: the operator brings it again.
  goAway(true)
  expect((await bring({ 'x-receipt-secret': secret }, receipt)).status).toBe(500)
  await close()
})

const secrets = {
  url: 'https://api.operator.example/geheim-path/send?apikey=geheim-query',
  http: {
    ...described,
    headers: { 'x-account': 'geheim-header' },
    body: { login: 'geheim-body', to: '{to}', text: 'geheim-text {text}', of: 424242 },
  },
}
/** Where the older program, which sealed the password alone, left everything else. */
const words = ['geheim', '424242']

test('an account sees what it may choose by; staff see where a route leads, and nobody a secret', async () => {
  const { call, mayOnly, close } = await newServer(11)
  const supplier = (await call('POST', '/v1/suppliers', { name: 'Op', country: 'FR' })).body
  const input = { ...secrets, supplierId: supplier.id, name: 'Sealed', costMicroEur: 31_337 }
  const added = await call('POST', '/v1/routes', input)
  expect(added.status).toBe(201)
  const { rows } = await base.asSuperuser((client) =>
    client.query<{ row: string }>('select row_to_json(r)::text as row from routing.route r'),
  )
  for (const word of words) {
    expect(JSON.stringify([added, await call('GET', '/v1/routes')])).not.toContain(word)
    expect(JSON.stringify(rows)).not.toContain(word)
  }
  const item = (body: { items: { name: string }[] }) =>
    body.items.find(({ name }) => name === 'Sealed')
  expect(item((await call('GET', '/v1/routes')).body)).toMatchObject({
    operator: {
      host: 'api.operator.example',
      costMicroEur: 31_337,
      http: {
        url: 'https://api.operator.example/…',
        headers: { 'x-account': '…' },
        body: { login: '…', to: '{to}', text: '…{text}', of: '…' },
      },
    },
  })
  mayOnly(['routes.read'])
  expect(item((await call('GET', '/v1/routes')).body)).toEqual({
    id: added.body.id,
    name: 'Sealed',
    isSandbox: false,
    countries: [],
    classes: ['marketing', 'alert'],
    hours: null,
    concatenation: 'payload',
    shiftTables: [],
    stopText: null,
    stopShortcode: null,
    state: 'closed',
    closedWhy: 'contract_missing',
    isSlow: false,
    operator: null,
  })
  await close()
})

test('what an older version kept in clear is sealed when the program starts', async () => {
  const { call, close, deps } = await newServer(12)
  const supplier = (await call('POST', '/v1/suppliers', { name: 'Op', country: 'FR' })).body
  const added = await call('POST', '/v1/routes', {
    url: secrets.url,
    supplierId: supplier.id,
    name: 'Older',
    http: described,
  })
  const inClear = {
    url: secrets.url,
    headers: secrets.http.headers,
    authHeader: 'Authorization',
    body: secrets.http.body,
    numberForm: 'e164',
    answer: { idAt: 'id', codeAt: null, accepted: [], throttle: [], retry: [] },
    receipt: { ...described.receipt, listAt: null, errorAt: null },
    allowsPrivateAddresses: true,
    timeoutMs: 15_000,
  }
  await base.asSuperuser((client) =>
    client.query('update routing.route set http = $2, http_sealed = null where route_id = $1', [
      added.body.id,
      JSON.stringify(inClear),
    ]),
  )
  expect([await sealOlderOperators(deps), await sealOlderOperators(deps)]).toEqual([1, 0])
  const { rows } = await base.asSuperuser((client) =>
    client.query<{ row: string }>('select row_to_json(r)::text as row from routing.route r'),
  )
  for (const word of words) expect(JSON.stringify(rows)).not.toContain(word)
  const path = `/v1/routes/${added.body.id}`
  const { body } = await call('PATCH', path, { priority: 3 })
  expect(body.operator.http).toMatchObject({
    url: 'https://api.operator.example/…',
    body: { login: '…', to: '{to}' },
  })
  await close()
})
