// Who, may they, from where, how much, then the body: on a real server, with raw connections.
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { realTimers } from '../../test/support/clock.ts'
import { bearer, callerWith, echo, upload } from '../../test/support/http-routes.ts'
import {
  headOf,
  type RawConnection,
  rawConnection,
  statusOf,
} from '../../test/support/raw-socket.ts'
import { testServer } from '../../test/support/test-server.ts'
import { AppError, BugError, type Right } from '../kernel/index.ts'
import {
  defineDownload,
  defineProgress,
  defineRoute,
  type HttpLimits,
  nothing,
  type Route,
  type ServerOptions,
} from './index.ts'

const servers: FastifyInstance[] = []
const connections: RawConnection[] = []
afterEach(async () => {
  for (const connection of connections.splice(0)) connection.end()
  for (const server of servers.splice(0)) await server.close()
})

/** Short times, so that a test waits for them; nothing here measures how fast the machine is. */
const quick = {
  lookEveryMs: 40,
  headersMs: 300,
  body: { graceMs: 300, idleMs: 300, octetsPerSecondMin: 1000 },
  upload: { graceMs: 300, idleMs: 300, octetsPerSecondMin: 1000 },
  letBy: { ms: 300, octetsMax: 1024 * 1024 },
} satisfies Partial<HttpLimits>

async function listening(
  routes: Route[],
  { rights = [], ...more }: { rights?: Right[] } & Partial<ServerOptions> = {},
): Promise<number> {
  const server = await testServer(routes, {
    timers: realTimers,
    authenticate: async ({ bearer, cookie }) => {
      if (bearer === null && cookie('accord_session') === null) return null
      return { caller: callerWith(...rights), via: bearer === null ? 'cookie' : 'token' }
    },
    ...more,
    limits: { ...quick, ...more.limits },
  })
  servers.push(server)
  await server.listen({ host: '127.0.0.1', port: 0 })
  return (server.server.address() as AddressInfo).port
}

async function connected(port: number): Promise<RawConnection> {
  const connection = await rawConnection(port)
  connections.push(connection)
  return connection
}

const json = { 'content-type': 'application/json' }
const path = '/v1/echo/01900000-0000-7000-8000-0000000000aa'

/** What is answered to a head behind which no octet of the body comes. */
async function toldBefore(port: number, headers: Record<string, string>, at = path) {
  const connection = await connected(port)
  connection.write(headOf({ path: at, headers: { ...json, 'content-length': '500', ...headers } }))
  const said = await connection.until('\r\n\r\n{')
  const code = /"code":"([\w.]+)"/.exec(await connection.until('"traceId"'))?.[1] ?? ''
  return [statusOf(said), code]
}

test('the checks have one order, and all of them come before the first octet of the body', async () => {
  const wrong = { origin: 'https://elsewhere.example', 'content-length': '2000000' }
  const nobody = await listening([echo])
  expect(await toldBefore(nobody, wrong)).toEqual([401, 'http.authentication_required'])
  const cookie = { cookie: 'accord_session=x' }
  const without = await listening([echo], { rights: ['messages.read'] })
  expect(await toldBefore(without, { ...wrong, ...cookie })).toEqual([403, 'http.right_missing'])
  const may = await listening([echo], { rights: ['messages.send'] })
  expect(await toldBefore(may, { ...wrong, ...cookie })).toEqual([403, 'http.origin_refused'])
  const large = { 'content-length': '2000000', ...bearer }
  expect(await toldBefore(may, large)).toEqual([413, 'http.body_too_large'])
  const often = await listening([{ ...echo, perMinuteMax: 0 }], { rights: ['messages.send'] })
  expect(await toldBefore(often, bearer)).toEqual([429, 'http.too_many_requests'])
})

test('an address that leads nowhere, or takes another method, is told before the body', async () => {
  const port = await listening([echo])
  expect(await toldBefore(port, {}, '/v1/nowhere')).toEqual([404, 'http.route_unknown'])
  expect(await toldBefore(port, {}, '/v1/openapi.json')).toEqual([405, 'http.method_not_allowed'])
})

test('a body that waits for 100 Continue is asked for once it is known who sends it', async () => {
  const port = await listening([echo], { rights: ['messages.send'] })
  const body = '{"text":"a"}'
  const head = { ...json, expect: '100-continue', 'content-length': String(body.length) }
  const unknown = await connected(port)
  unknown.write(headOf({ path, headers: head }))
  await unknown.closed
  expect(statusOf(unknown.said())).toBe(401)
  expect(unknown.said()).not.toContain('100 Continue')
  const known = await connected(port)
  known.write(headOf({ path, headers: { ...head, ...bearer } }))
  await known.until('100 Continue')
  known.write(body)
  expect(await known.until('"times"')).toContain('HTTP/1.1 201')
})

const withSecret = (order: string[]) =>
  defineRoute({
    method: 'POST',
    path: '/v1/secret/{id}',
    needs: 'none',
    summary: 'Take what an operator brings',
    params: z.object({ id: z.uuid() }),
    body: z.object({ text: z.string() }),
    response: nothing,
    admit: async ({ params, exchange }) => {
      order.push('admit')
      if (exchange.header('x-secret') === params.id) return
      throw new AppError('test.secret_wrong', 'not_found', 'No.')
    },
    handle: async (_caller, { body }) => {
      order.push(body.text)
    },
  })

test('a secret of the route’s own is asked for before the body', async () => {
  const order: string[] = []
  const port = await listening([withSecret(order)])
  const at = path.replace('echo', 'secret')
  expect(await toldBefore(port, {}, at)).toEqual([404, 'test.secret_wrong'])
  const right = await connected(port)
  const headers = { ...json, 'x-secret': at.slice(-36), 'content-length': '12' }
  right.write(headOf({ path: at, headers }))
  while (order.length < 2) await realTimers.sleep(5)
  right.write('{"text":"b"}')
  expect(await right.until('\r\n\r\n')).toContain('HTTP/1.1 204')
  expect(order).toEqual(['admit', 'admit', 'b'])
})

test('a route that takes a body of anybody and says not who is let in cannot be made', () => {
  const open = { method: 'POST', path: '/v1/open', needs: 'none', summary: 'Take' } as const
  const rest = { body: z.object({}), response: nothing, handle: async () => undefined }
  // @ts-expect-error: neither `admit` nor `perMinuteMax`
  expect(() => defineRoute({ ...open, ...rest })).toThrow(BugError)
  expect(defineRoute({ ...open, ...rest, perMinuteMax: 5 }).bodyOctetsMax).toBe(32 * 1024)
})

test('two hundred bodies that stop half-way are gone in a moment and stop nobody', async () => {
  const port = await listening([echo], { rights: ['messages.send'] })
  const half = async (headers: Record<string, string>) => {
    const connection = await connected(port)
    connection.write(
      `${headOf({ path, headers: { ...json, 'content-length': '500', ...headers } })}{"te`,
    )
    return connection
  }
  const known = await Promise.all(Array.from({ length: 100 }, () => half(bearer)))
  const unknown = await Promise.all(Array.from({ length: 100 }, () => half({})))
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { ...bearer, ...json },
    body: '{"text":"a"}',
  })
  expect(answer.status).toBe(201)
  await Promise.all([...known, ...unknown].map(({ closed }) => closed))
  expect(new Set(known.map((one) => statusOf(one.said())))).toEqual(new Set([408]))
  expect(new Set(unknown.map((one) => statusOf(one.said())))).toEqual(new Set([401]))
})

test('a body that trickles below the pace ends, and one that keeps it does not', async () => {
  const port = await listening([echo], { rights: ['messages.send'] })
  const slow = await connected(port)
  slow.write(headOf({ path, headers: { ...json, ...bearer, 'content-length': '900' } }))
  while (!slow.isClosed()) {
    slow.write(' ')
    await realTimers.sleep(50)
  }
  expect(slow.said()).toContain('http.body_too_slow')
  const steady = await connected(port)
  const body = `{"text":"a"${' '.repeat(4_000)}}`
  const length = String(body.length)
  steady.write(headOf({ path, headers: { ...json, ...bearer, 'content-length': length } }))
  for (let at = 0; at < body.length; at += 500) {
    steady.write(body.slice(at, at + 500))
    await realTimers.sleep(50)
  }
  expect(await steady.until('"times"')).toContain('HTTP/1.1 201')
})

test('an upload that stops half-way ends by 408, in its fields as in its file', async () => {
  const port = await listening([upload(1_000_000)], { rights: ['imports.run'] })
  const headers = {
    ...bearer,
    'content-type': 'multipart/form-data; boundary=b',
    'content-length': '100000',
  }
  const field = '--b\r\ncontent-disposition: form-data; name="country"\r\n\r\nF'
  const file = `${field}R\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nab`
  for (const begun of [field, file]) {
    const connection = await connected(port)
    connection.write(headOf({ path: '/v1/files', headers }) + begun)
    await connection.closed
    expect(connection.said()).toContain('http.body_too_slow')
  }
})

test('the time that a handler takes over an upload counts for nobody', async () => {
  const slowly: Route = {
    ...upload(1_000_000),
    run: async (_caller, { file }) => {
      let octets = 0
      for await (const chunk of file?.stream ?? []) {
        if (octets === 0) await realTimers.sleep(1_500)
        octets += (chunk as Buffer).length
      }
      return { name: '', octets, country: '' }
    },
  }
  const port = await listening([slowly], { rights: ['imports.run'] })
  const form = new FormData()
  form.set('country', 'FR')
  form.set('file', new Blob(['x'.repeat(900_000)]))
  const url = `http://127.0.0.1:${port}/v1/files`
  const answer = await fetch(url, { method: 'POST', headers: bearer, body: form })
  expect(await answer.json()).toMatchObject({ octets: 900_000 })
})

test('headers that do not come in time, or cannot be read, are answered and closed', async () => {
  const port = await listening([echo])
  const late = await connected(port)
  late.write('POST / HTTP/1.1\r\nHost: here')
  const silent = await connected(port)
  const broken = await connected(port)
  broken.write('NONSENSE\r\n\r\n')
  await Promise.all([late.closed, silent.closed, broken.closed])
  expect(statusOf(late.said())).toBe(408)
  expect(statusOf(broken.said())).toBe(400)
  expect(broken.said()).toContain('http.headers_malformed')
  expect(broken.said()).not.toContain('NONSENSE')
})

const waiting = (until: Promise<void>) =>
  defineRoute({
    method: 'GET',
    path: '/v1/waiting',
    needs: 'none',
    summary: 'Wait',
    response: nothing,
    handle: () => until,
  })

test('one client holds so many connections and requests, and others go on', async () => {
  let end = () => {}
  const held = new Promise<void>((resolve) => {
    end = resolve
  })
  const limits = { connectionsOfClientMax: 5, requestsOfClientMax: 3 }
  const port = await listening([waiting(held)], { limits })
  const ask = headOf({ method: 'GET', path: '/v1/waiting' })
  const all = await Promise.all(Array.from({ length: 6 }, () => connected(port)))
  for (const one of all) one.write(ask)
  await Promise.race(all.map(({ closed }) => closed))
  while (all.filter((one) => statusOf(one.said()) === 429).length < 2) await realTimers.sleep(5)
  end()
  const open = all.filter((one) => !one.isClosed())
  await Promise.all(open.map((one) => one.until('HTTP/1.1')))
  const told = open.map((one) => statusOf(one.said())).sort()
  expect(told).toEqual([204, 204, 204, 429, 429])
})

test('behind a trusted proxy a client is counted by the address that the proxy names', async () => {
  let end = () => {}
  const held = new Promise<void>((resolve) => {
    end = resolve
  })
  const limits = { connectionsOfClientMax: 1, requestsOfClientMax: 1 }
  const port = await listening([waiting(held)], { limits, trustProxy: true })
  const ask = async (client: string) => {
    const connection = await connected(port)
    const headers = { 'x-forwarded-for': client }
    connection.write(headOf({ method: 'GET', path: '/v1/waiting', headers }))
    return connection
  }
  const first = await ask('198.51.100.7')
  const second = await ask('198.51.100.8')
  const again = await ask('198.51.100.7')
  expect(statusOf(await again.until('\r\n\r\n'))).toBe(429)
  end()
  expect(statusOf(await first.until('\r\n\r\n'))).toBe(204)
  expect(statusOf(await second.until('\r\n\r\n'))).toBe(204)
})

test('the whole server holds so many connections', async () => {
  const port = await listening([echo], { limits: { connectionsMax: 3 } })
  const all = await Promise.all(Array.from({ length: 5 }, () => connected(port)))
  while (all.filter((one) => one.isClosed()).length < 2) await realTimers.sleep(5)
  const [living] = all.filter((one) => !one.isClosed())
  living?.write(headOf({ method: 'GET', path: '/health/live' }))
  expect(statusOf((await living?.until('\r\n\r\n')) ?? '')).toBe(200)
})

test('how often a client comes is counted for all nodes, and before the body', async () => {
  const asked: unknown[] = []
  const port = await listening([{ ...echo, perMinuteMax: 2 }], {
    rights: ['messages.send'],
    takeTurn: async (turn) => {
      asked.push(turn)
      return { allowed: false, retryAfterMs: 9_500 }
    },
  })
  const connection = await connected(port)
  connection.write(headOf({ path, headers: { ...json, ...bearer, 'content-length': '500' } }))
  const said = await connection.until('"traceId"')
  expect([statusOf(said), /retry-after: (\d+)/.exec(said)?.[1]]).toEqual([429, '10'])
  const turn = { door: 'http POST /v1/echo/{id}', of: '127.0.0.1', max: 2, perMs: 60_000 }
  expect(asked).toEqual([turn])
})

test('a token holds so many streams of progress at once', async () => {
  const follow = defineProgress({
    path: '/v1/follow',
    needs: 'session',
    summary: 'Follow',
    event: z.object({ done: z.number() }),
    handle: async function* (_caller, { exchange }) {
      for (let done = 0; !exchange.gone.aborted; done += 1) {
        yield { done }
        await realTimers.sleep(20)
      }
    },
  })
  const port = await listening([follow], { limits: { streamsOfCallerMax: 2 } })
  const ask = async () => {
    const connection = await connected(port)
    connection.write(headOf({ method: 'GET', path: '/v1/follow', headers: bearer }))
    await connection.until('\r\n\r\n')
    return connection
  }
  const [first] = [await ask(), await ask()]
  const third = await ask()
  expect(statusOf(third.said())).toBe(429)
  expect(await third.until('"traceId"')).toContain('http.too_many_streams')
  first.end()
  for (;;) {
    const next = await ask()
    if (statusOf(next.said()) === 200) break
    await realTimers.sleep(20)
  }
})

test('a server that stops says so in a problem document, and when to come again', async () => {
  let end = () => {}
  const held = new Promise<void>((resolve) => {
    end = resolve
  })
  const port = await listening([waiting(held)], { onFailure: () => undefined })
  const connection = await connected(port)
  connection.write(headOf({ method: 'GET', path: '/v1/waiting' }))
  await eventuallyAtWork(port)
  const closing = servers.splice(0).map((server) => server.close())
  await realTimers.sleep(50)
  connection.write(headOf({ method: 'GET', path: '/health/live' }))
  await realTimers.sleep(50)
  end()
  const said = await connection.until('"traceId"')
  const [, first = '', second = ''] = said.split('HTTP/1.1 ')
  expect([first.slice(0, 3), second.slice(0, 3)]).toEqual(['204', '503'])
  expect(second).toContain('content-type: application/problem+json')
  expect(second).toContain('retry-after: 5')
  expect(second).toContain('http.stopping')
  await Promise.all(closing)
})

/** The one before is answered after the other was taken up. */
async function eventuallyAtWork(port: number): Promise<void> {
  await fetch(`http://127.0.0.1:${port}/health/live`)
}

const counts = defineDownload({
  path: '/v1/counts',
  needs: 'installation.manage',
  summary: 'Count',
  mediaType: 'text/plain',
  answersWithoutDatabase: true,
  handle: async () => ({ fileName: 'a', mediaType: 'text/plain', stream: Readable.from(['1']) }),
})

test('who was known a moment ago is known while the database is away, where that is enough', async () => {
  const away = new AppError('storage.database_unavailable', 'unavailable', 'Away.')
  let state: 'here' | 'away' | 'frozen' | 'revoked' = 'here'
  const port = await listening(
    [counts, { ...counts, path: '/v1/x', answersWithoutDatabase: false }],
    {
      authenticate: ({ bearer }) => {
        if (state === 'frozen') return new Promise(() => undefined)
        if (state === 'away') return Promise.reject(away)
        const isKnown = state === 'here' && bearer === 'accord_x'
        const caller = callerWith('installation.manage')
        return Promise.resolve(isKnown ? { caller, via: 'token' } : null)
      },
      onFailure: () => undefined,
    },
  )
  const ask = async (path: string, token: string) => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status
  }
  state = 'away'
  expect(await ask('/v1/counts', 'accord_x')).toBe(503)
  state = 'here'
  expect(await ask('/v1/counts', 'accord_x')).toBe(200)
  state = 'away'
  expect(await ask('/v1/counts', 'accord_x')).toBe(200)
  expect(await ask('/v1/counts', 'accord_y')).toBe(503)
  expect(await ask('/v1/x', 'accord_x')).toBe(503)
  state = 'frozen'
  expect(await ask('/v1/counts', 'accord_x')).toBe(200)
  state = 'revoked'
  expect(await ask('/v1/counts', 'accord_x')).toBe(401)
  state = 'away'
  expect(await ask('/v1/counts', 'accord_x')).toBe(503)
})

test('a proxy that is not trusted is told of once', async () => {
  let seen = 0
  const tell = {
    onProxySeen: () => {
      seen += 1
    },
  }
  const ask = async (port: number, headers: Record<string, string>) => {
    await fetch(`http://127.0.0.1:${port}/health/live`, { headers })
  }
  const port = await listening([], tell)
  await ask(port, {})
  expect(seen).toBe(0)
  await ask(port, { 'x-forwarded-for': '198.51.100.7' })
  await ask(port, { forwarded: 'for=198.51.100.7' })
  expect(seen).toBe(1)
  await ask(await listening([], { ...tell, trustProxy: true }), { forwarded: 'for=x' })
  expect(seen).toBe(1)
})
