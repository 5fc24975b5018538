// The server kit from outside, without sockets: who may, what is wrong, what is answered.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { bearer, callerWith, echo, failing, upload } from '../../test/support/http-routes.ts'
import { testServer } from '../../test/support/test-server.ts'
import { AppError, BugError, type Caller } from '../kernel/index.ts'
import { onceForKey } from './idempotency.ts'
import {
  type AccessEntry,
  defineRoute,
  type IdempotencyStore,
  nothing,
  type Route,
} from './index.ts'

type Seen = { entries: AccessEntry[]; failures: unknown[] }
const servers: FastifyInstance[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

function memoryKeys(): IdempotencyStore {
  const kept = new Map<string, { fingerprint: string; answer: Buffer | null }>()
  return {
    begin: async (_account, key, fingerprint) => {
      const found = kept.get(key)
      if (found === undefined) {
        kept.set(key, { fingerprint: fingerprint.toString('hex'), answer: null })
        return { kind: 'new' }
      }
      if (found.fingerprint !== fingerprint.toString('hex')) return { kind: 'other_request' }
      if (found.answer === null) return { kind: 'in_progress' }
      return { kind: 'answered', answer: found.answer }
    },
    finish: async (_account, key, answer) => {
      const found = kept.get(key)
      if (found !== undefined) found.answer = answer.sealed
    },
    forget: async (_account, key) => {
      kept.delete(key)
    },
  }
}

async function serverOf(
  routes: Route[],
  caller: Caller | null,
  more: {
    via?: 'cookie' | 'token'
    webRoot?: string
    sitePaths?: string[]
    trustProxy?: boolean
    publicUrl?: string
  } = {},
): Promise<FastifyInstance & { seen: Seen }> {
  const seen: Seen = { entries: [], failures: [] }
  const server = await testServer(routes, {
    authenticate: async ({ bearer, cookie }) => {
      if (caller === null || (bearer === null && cookie('accord_session') === null)) return null
      return { caller, via: more.via ?? 'token' }
    },
    webRoot: more.webRoot ?? null,
    sitePaths: more.sitePaths ?? [],
    publicUrl: more.publicUrl ?? null,
    trustProxy: more.trustProxy ?? false,
    idempotency: memoryKeys(),
    onAccess: (entry) => seen.entries.push(entry),
    onFailure: (error) => seen.failures.push(error),
  })
  servers.push(server)
  return Object.assign(server, { seen })
}

const id = '01900000-0000-7000-8000-0000000000aa'

test('behind a proxy a client cannot escape a limit by what it claims of its address', async () => {
  const look = defineRoute({
    method: 'GET',
    path: '/v1/limited',
    needs: 'none',
    summary: 'Look',
    response: nothing,
    perMinuteMax: 2,
    handle: async () => {},
  })
  const server = await serverOf([look], null, { trustProxy: true })
  const ask = async (claimed: string, seenByProxy: string) => {
    const headers = { 'x-forwarded-for': `${claimed}, ${seenByProxy}` }
    return (await server.inject({ url: '/v1/limited', headers })).statusCode
  }
  expect(await ask('203.0.113.1', '198.51.100.7')).toBe(204)
  expect(await ask('203.0.113.2', '198.51.100.7')).toBe(204)
  expect(await ask('203.0.113.3', '198.51.100.7')).toBe(429)
  expect(await ask('203.0.113.3', '198.51.100.8')).toBe(204)
})

test('a request without a caller is told to log in, in the language that it asks for', async () => {
  const server = await serverOf([echo], null)
  const answer = await server.inject({
    method: 'POST',
    url: `/v1/echo/${id}`,
    headers: { 'accept-language': 'fr-FR,en;q=0.5' },
    payload: { text: 'a' },
  })
  expect(answer.statusCode).toBe(401)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.headers['www-authenticate']).toContain('Bearer')
  expect(answer.json()).toMatchObject({
    type: '/problems/http.authentication_required',
    title: 'Identification nécessaire',
    code: 'http.authentication_required',
    traceId: 'a'.repeat(32),
  })
})

test('a caller without the right is told which one is missing, in their language', async () => {
  const server = await serverOf([echo], callerWith('messages.read'))
  const answer = await server.inject({
    method: 'POST',
    url: `/v1/echo/${id}`,
    headers: bearer,
    payload: { text: 'a' },
  })
  expect(answer.statusCode).toBe(403)
  expect(answer.json().detail).toContain('« messages.send »')
})

test('every fault of the input is listed with its place', async () => {
  const server = await serverOf([echo], callerWith('messages.send'))
  const answer = await server.inject({
    method: 'POST',
    url: '/v1/echo/not-a-uuid?times=0',
    headers: bearer,
    payload: { text: 'much longer than ten' },
  })
  expect(answer.statusCode).toBe(400)
  const places = answer.json().errors.map((e: { in: string; pointer: string }) => e.in + e.pointer)
  expect(places).toEqual(['path/id', 'query/times', 'body/text'])
})

test('an answer holds what its schema names and nothing else', async () => {
  const server = await serverOf([echo], callerWith('messages.send'))
  const answer = await server.inject({
    method: 'POST',
    url: `/v1/echo/${id}?times=2`,
    headers: bearer,
    payload: { text: 'bonjour' },
  })
  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toEqual({ text: 'bonjour', times: 2 })
})

test('bodies that are not JSON, of another kind, or too large are refused by name', async () => {
  const server = await serverOf([echo], callerWith('messages.send'))
  const post = (contentType: string, payload: string) =>
    server.inject({
      method: 'POST',
      url: `/v1/echo/${id}`,
      headers: { ...bearer, 'content-type': contentType },
      payload,
    })
  const broken = await post('application/json', '{"text":')
  expect([broken.statusCode, broken.json().code]).toEqual([400, 'http.json_malformed'])
  const xml = await post('application/xml', '<a/>')
  expect([xml.statusCode, xml.json().code]).toEqual([415, 'http.media_type_unsupported'])
  const large = await post('application/json', JSON.stringify({ text: 'x'.repeat(2_000_000) }))
  expect([large.statusCode, large.json().code]).toEqual([413, 'http.body_too_large'])
})

test('the kinds of error have their statuses, and a bug tells nothing of itself', async () => {
  const table: [unknown, number, string][] = [
    [new AppError('a.not_here', 'not_found', 'Nothing.'), 404, 'a.not_here'],
    [new AppError('a.twice', 'conflict', 'Twice.'), 409, 'a.twice'],
    [new AppError('storage.down', 'unavailable', 'Down.'), 503, 'storage.down'],
    [new BugError('secret +33639980001'), 500, 'http.went_wrong'],
    [new Error('secret +33639980001'), 500, 'http.went_wrong'],
  ]
  for (const [error, status, code] of table) {
    const server = await serverOf([failing(error)], null)
    const answer = await server.inject({ url: '/v1/failing' })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.body).not.toContain('secret')
    expect(server.seen.failures).toHaveLength(status >= 500 ? 1 : 0)
  }
})

test('a limited route says how long to wait', async () => {
  const server = await serverOf([failing(new AppError('a.b', 'invalid', 'No.'))], null)
  for (let n = 0; n < 3; n += 1) await server.inject({ url: '/v1/failing' })
  const answer = await server.inject({ url: '/v1/failing' })
  expect(answer.statusCode).toBe(429)
  expect(answer.json().code).toBe('http.too_many_requests')
  expect(answer.json().details.seconds).toBeGreaterThan(0)
})

test('a change by cookie must come from our own page; a token needs no such sign', async () => {
  const post = async (via: 'cookie' | 'token', headers: Record<string, string>) => {
    const server = await serverOf([echo], callerWith('messages.send'), { via })
    const answer = await server.inject({
      method: 'POST',
      url: `/v1/echo/${id}`,
      headers: { host: 'sms.example', cookie: 'accord_session=x', ...headers },
      payload: { text: 'a' },
    })
    return answer.statusCode
  }
  expect(await post('cookie', {})).toBe(403)
  expect(await post('cookie', { origin: 'https://evil.example' })).toBe(403)
  expect(await post('cookie', { origin: 'null' })).toBe(403)
  expect(await post('cookie', { 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await post('cookie', { origin: 'https://evil.example', 'x-accord': '1' })).toBe(403)
  expect(await post('cookie', { origin: 'http://sms.example' })).toBe(201)
  expect(await post('cookie', { 'x-accord': '1' })).toBe(201)
  expect(await post('token', { ...bearer, origin: 'https://evil.example' })).toBe(201)
})

test('the same idempotency key gets the first answer; another request with it is refused', async () => {
  const server = await serverOf([echo], callerWith('messages.send'))
  const post = (text: string, key = 'k-1') =>
    server.inject({
      method: 'POST',
      url: `/v1/echo/${id}`,
      headers: { ...bearer, 'idempotency-key': key },
      payload: { text },
    })
  const first = await post('one')
  const again = await post('one')
  expect(again.json()).toEqual(first.json())
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect((await post('two')).json().code).toBe('http.idempotency_key_reused')
  expect((await post('two', 'clé')).json().code).toBe('http.idempotency_key_invalid')
})

test('nobody else gets the first answer, and what is kept opens with the key alone', async () => {
  const keys = memoryKeys()
  const kept: Buffer[] = []
  const names: string[] = []
  const store: IdempotencyStore = {
    ...keys,
    begin: async (accountId, name, fingerprint) => {
      names.push(name)
      return keys.begin(accountId, name, fingerprint)
    },
    finish: async (accountId, name, answer) => {
      kept.push(answer.sealed)
      return keys.finish(accountId, name, answer)
    },
  }
  const request = { caller: callerWith(), key: 'k-1', route: 'POST /', body: {} }
  const work = async () => ({ status: 201, body: { secret: 'accord_of_the_first' } })
  await onceForKey(store, request, work)
  expect(await onceForKey(store, request, work)).toMatchObject({
    repeated: true,
    ...(await work()),
  })
  const other = { ...callerWith(), by: { kind: 'system', what: 'another' } } as const
  await expect(onceForKey(store, { ...request, caller: other }, work)).rejects.toMatchObject({
    code: 'http.idempotency_key_reused',
  })
  expect(kept.join('')).not.toContain('accord_of')
  expect(names.join('')).not.toContain('k-1')
})

test('a file that is sent again under its key is taken once, and another file is refused', async () => {
  let taken = 0
  const counting: Route = {
    ...upload(1000),
    run: async (...asked) => {
      taken += 1
      return upload(1000).run(...asked)
    },
  }
  const server = await serverOf([counting], callerWith('imports.run'))
  const post = async (text: string) => {
    const part = (head: string, value: string) =>
      `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`
    const payload = `${part('name="country"', 'FR')}${part('name="file"; filename="a"', text)}--b--\r\n`
    const type = 'multipart/form-data; boundary=b'
    const headers = { ...bearer, 'content-type': type, 'idempotency-key': 'k' }
    return server.inject({ method: 'POST', url: '/v1/files', headers, payload })
  }
  const first = await post('one')
  const again = await post('one')
  expect([first.statusCode, again.json()]).toEqual([201, first.json()])
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect((await post('two')).json().code).toBe('http.idempotency_key_reused')
  expect(taken).toBe(1)
})

test('every POST of somebody whom we know is done once under its key, unasked', () => {
  const post = { method: 'POST', path: '/v1/x', summary: 'Do', response: nothing } as const
  const handle = async () => undefined
  expect(defineRoute({ ...post, needs: 'session', handle }).idempotent).toBe(true)
  expect(defineRoute({ ...post, needs: 'none', handle }).idempotent).toBe(false)
  expect(upload(1).idempotent).toBe(true)
})

test('a key stays taken when the work is done and only its answer cannot be kept', async () => {
  let work = 0
  const keys = memoryKeys()
  const lost = async () => {
    throw new Error('the database is away')
  }
  const request = { caller: callerWith('messages.send'), key: 'k-1', route: 'POST /', body: {} }
  const run = (store: IdempotencyStore) =>
    onceForKey(store, request, async () => {
      work += 1
      return { status: 202, body: {} }
    })
  expect(await run({ ...keys, finish: lost })).toMatchObject({ status: 202, repeated: false })
  await expect(run(keys)).rejects.toMatchObject({ code: 'http.idempotency_key_in_progress' })
  expect(work).toBe(1)
})

test('a key stays taken when nobody knows whether the work was committed', async () => {
  const keys = memoryKeys()
  const request = { caller: callerWith('messages.send'), key: 'k-1', route: 'POST /', body: {} }
  const failWith = (code: string, key: string) =>
    onceForKey(keys, { ...request, key }, async () => {
      throw new AppError(code, 'unavailable', 'The connection broke.')
    })
  await expect(failWith('storage.commit_unknown', 'a')).rejects.toThrow()
  await expect(failWith('storage.commit_unknown', 'a')).rejects.toMatchObject({
    code: 'http.idempotency_key_in_progress',
  })
  await expect(failWith('storage.database_unavailable', 'b')).rejects.toThrow()
  await expect(failWith('storage.database_unavailable', 'b')).rejects.toMatchObject({
    code: 'storage.database_unavailable',
  })
})

test('a request that names JSON and has no body is one without a body', async () => {
  const plain = defineRoute({
    method: 'DELETE',
    path: '/v1/things',
    needs: 'messages.send',
    summary: 'Take the things away',
    response: nothing,
    handle: async () => undefined,
  })
  const server = await serverOf([plain, echo], callerWith('messages.send'))
  const headers = { ...bearer, 'content-type': 'application/json' }
  const gone = await server.inject({ method: 'DELETE', url: '/v1/things', headers })
  expect(gone.statusCode).toBe(204)
  const url = `/v1/echo/${id}`
  const empty = await server.inject({ method: 'POST', url, headers, payload: '' })
  expect(empty.json().code).toBe('http.input_invalid')
  const proto = '{"__proto__": {"a": 1}, "text": "x"}'
  const bad = await server.inject({ method: 'POST', url, headers, payload: proto })
  expect(bad.json().code).toBe('http.json_malformed')
})

test('an address that leads nowhere is a problem document that does not repeat it', async () => {
  const webRoot = newTestFolder()
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Accord</title>')
  try {
    const server = await serverOf([echo], null, { webRoot })
    for (const url of ['/..%5cpasswd', '/%zzpasswd']) {
      const answer = await server.inject({ url })
      expect([url, answer.statusCode]).toEqual([url, 404])
      expect(answer.json().code).toBe('http.route_unknown')
      expect(answer.body).not.toContain('passwd')
    }
    expect(server.seen.failures).toEqual([])
  } finally {
    removeTestFolder(webRoot)
  }
})

test('the access log has the pattern of a route, never the address', async () => {
  const server = await serverOf([echo], callerWith('messages.send'))
  await server.inject({ url: `/v1/echo/${id}?number=%2B33639980001` })
  await server.inject({ url: '/v1/+33639980001' })
  expect(JSON.stringify(server.seen.entries)).not.toContain('639980001')
  await server.inject({
    method: 'POST',
    url: `/v1/echo/${id}`,
    headers: bearer,
    payload: { text: 'a' },
  })
  expect(server.seen.entries.at(-1)?.route).toBe('/v1/echo/:id')
})

test('the web app is served with a strict policy, and its own addresses lead to its page', async () => {
  const webRoot = newTestFolder()
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Accord</title>')
  try {
    const sitePaths = ['/start', '/campaigns/:id']
    const server = await serverOf([echo], null, { webRoot, sitePaths })
    for (const url of ['/', '/campaigns/42', '/start']) {
      const page = await server.inject({ url, headers: { accept: 'text/html' } })
      expect([url, page.statusCode]).toEqual([url, 200])
      expect(page.body).toContain('<title>Accord')
      expect(page.headers['content-security-policy']).toContain("script-src 'self'")
      expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(page.headers['cache-control']).toBe('no-cache')
    }
    const unknown = await server.inject({ url: '/v1/unknown' })
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'http.route_unknown'])
    for (const url of [
      '/assets/gone.js',
      '/healthz',
      '/campaigns',
      '/campaigns/42/x',
      '/metrics',
    ]) {
      expect([url, (await server.inject({ url })).statusCode]).toEqual([url, 404])
    }
    expect((await server.inject({ url: '/../package.json' })).body).not.toContain('dependencies')
  } finally {
    removeTestFolder(webRoot)
  }
})

test('another method than an address takes is told, with those that it takes', async () => {
  const webRoot = newTestFolder()
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Accord</title>')
  try {
    const server = await serverOf([echo], null, { webRoot, sitePaths: ['/start'] })
    const table = [
      ['GET', `/v1/echo/${id}`, 'POST'],
      ['DELETE', '/health/live', 'GET, HEAD'],
      ['POST', '/v1/openapi.json', 'GET, HEAD'],
      ['PUT', '/start', 'GET, HEAD'],
      ['OPTIONS', `/v1/echo/${id}/`, 'POST'],
    ] as const
    for (const [method, url, allow] of table) {
      const answer = await server.inject({ method, url, headers: { accept: 'text/html' } })
      expect([method, url, answer.statusCode]).toEqual([method, url, 405])
      expect(answer.headers['allow']).toBe(allow)
      expect(answer.json().code).toBe('http.method_not_allowed')
    }
  } finally {
    removeTestFolder(webRoot)
  }
})

test('somebody in a browser who goes nowhere is led to the first page, by 404', async () => {
  const server = await serverOf([echo], null)
  const headers = { accept: 'text/html,*/*', 'accept-language': 'fr' }
  const answer = await server.inject({ url: '/campagne', headers })
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.body).toContain('<a href="/">Aller à la première page</a>')
})

test('each answer has the whole set of security headers, whatever it answers', async () => {
  const fixed = {
    'content-security-policy':
      "default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';" +
      "img-src 'self' data:;font-src 'self' data:;connect-src 'self';object-src 'none';" +
      "base-uri 'none';form-action 'self';frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy':
      'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), ' +
      'fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), ' +
      'payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), web-share=(), ' +
      'xr-spatial-tracking=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  }
  const webRoot = newTestFolder()
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Accord</title>')
  try {
    const routes = [echo, failing(new BugError('broken')), upload(10)]
    const plain = await serverOf(routes, callerWith('messages.send'), { webRoot })
    const asked = [
      { url: '/', status: 200 },
      { url: '/health/live', status: 200 },
      { url: '/v1/failing', status: 500 },
      { url: '/v1/unknown', status: 404 },
      { url: '/v1/files', method: 'POST', headers: bearer, payload: {}, status: 403 },
      {
        url: `/v1/echo/${id}`,
        method: 'POST',
        headers: bearer,
        payload: { text: 'a' },
        status: 201,
      },
    ] as const
    for (const { status, ...request } of asked) {
      const answer = await plain.inject(request)
      expect([request.url, answer.statusCode]).toEqual([request.url, status])
      expect(answer.headers).toMatchObject(fixed)
      expect(answer.headers).not.toHaveProperty('strict-transport-security')
    }
    const publicUrl = 'https://sms.example'
    const secure = await serverOf(routes, null, { webRoot, publicUrl })
    expect((await secure.inject({ url: '/' })).headers).toMatchObject({
      ...fixed,
      'content-security-policy': `${fixed['content-security-policy']};upgrade-insecure-requests`,
      'strict-transport-security': 'max-age=31536000',
    })
  } finally {
    removeTestFolder(webRoot)
  }
})

test('the OpenAPI document has every route with its right, its schemas and its errors', async () => {
  const server = await serverOf([echo, upload(10)], null)
  const document = (await server.inject({ url: '/v1/openapi.json' })).json()
  expect(document.openapi).toBe('3.1.0')
  const operation = document.paths['/v1/echo/{id}'].post
  expect(operation['x-right']).toBe('messages.send')
  expect(operation.parameters.map((p: { name: string }) => p.name)).toEqual([
    'id',
    'times',
    'Idempotency-Key',
  ])
  const statuses = Object.keys(operation.responses).sort()
  const told = ['201', '400', '401', '403', '409', '413', '415', '503', 'default']
  expect(statuses).toEqual(told)
  expect(document.paths['/v1/files'].post.requestBody.content['multipart/form-data']).toBeTruthy()
})
