// Every route of the whole program, walked from its own document: order of checks, cursors, keys.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realTimers } from '../support/clock.ts'
import { headOf, rawConnection, statusOf } from '../support/raw-socket.ts'
import { type Accord, startAccord } from '../support/scenario.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord()
})
afterAll(async () => {
  await accord.stop()
})

type Described = {
  'x-right': string
  requestBody?: { content: Record<string, unknown> }
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { content?: Record<string, unknown> }>
}
type Operation = { method: string; path: string; mediaType: string | null } & Described

/** Every operation, as the program itself tells them. */
async function operations(): Promise<Operation[]> {
  type Document = { paths: Record<string, Record<string, Described>> }
  const { body } = await accord.call<Document>('', 'GET', '/v1/openapi.json')
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const [mediaType = null] = Object.keys(operation.requestBody?.content ?? {})
      return { ...operation, method: method.toUpperCase(), path, mediaType }
    }),
  )
}

const someId = '01900000-0000-7000-8000-0000000000aa'

test('each route that takes a body answers nobody before the first octet of it', async () => {
  const port = Number(new URL(accord.url).port)
  const withBody = (await operations()).filter(({ mediaType }) => mediaType !== null)
  expect(withBody.length).toBeGreaterThan(50)
  const answered = async ({ method, path, 'x-right': right, mediaType }: Operation) => {
    const connection = await rawConnection(port)
    const type = mediaType === 'multipart/form-data' ? `${mediaType}; boundary=b` : mediaType
    const headers = { 'content-type': type ?? '', 'content-length': '300', 'x-accord': '1' }
    connection.write(headOf({ method, path: path.replace(/\{\w+\}/g, someId), headers }))
    const said = await connection.until('"traceId"')
    connection.end()
    // What needs nobody is let in by a secret of its own, or ends by 408 when no body comes.
    const expected = right === 'none' ? [403, 408, 429] : [401]
    expect(expected, `${method} ${path}: ${said}`).toContain(statusOf(said))
  }
  await Promise.all(withBody.map(answered))
})

test('twenty receipts of a mebibyte, and two hundred half-sent bodies, hold nobody up', async () => {
  const port = Number(new URL(accord.url).port)
  const headers = { 'content-type': 'application/json', 'content-length': '1048576' }
  const path = `/v1/routes/${someId}/receipts`
  const receipts = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const connection = await rawConnection(port)
      connection.write(`${headOf({ path, headers })}[${'[],'.repeat(20_000)}`)
      return connection
    }),
  )
  const token = { authorization: `Bearer ${accord.accounts[0].token}` }
  const half = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const connection = await rawConnection(port)
      connection.write(`${headOf({ path: '/v1/messages', headers: { ...headers, ...token } })}{`)
      return connection
    }),
  )
  const { status } = await accord.call(accord.accounts[0].token, 'GET', '/v1/account')
  expect(status).toBe(200)
  await Promise.all(receipts.map((one) => one.until('"traceId"')))
  expect(new Set(receipts.map((one) => statusOf(one.said())))).toEqual(new Set([413]))
  const begun = realTimers.monotonicMs()
  await Promise.all([...receipts, ...half].map(({ closed }) => closed))
  // Seconds, on a machine that is held up by others; they stayed open for 130 s.
  expect(realTimers.monotonicMs() - begun).toBeLessThan(60_000)
  expect(new Set(half.map((one) => statusOf(one.said())))).toEqual(new Set([408]))
})

const encoded = (key: unknown) => Buffer.from(JSON.stringify(key), 'utf8').toString('base64url')

test('each list refuses a cursor that it did not write', async () => {
  const lists = (await operations()).filter(({ parameters }) =>
    parameters?.some(({ name }) => name === 'cursor'),
  )
  expect(lists.length).toBeGreaterThan(7)
  const values = ['x', '\u0000', 1e300, -1, null, {}, '2026-11-30', 9_007_199_254_740_991]
  const nameOf = (path: string) => path.split('/')[2]
  const ofAnother = lists.flatMap(({ path }) => [
    [nameOf(path), '2026-11-30'],
    [nameOf(path), '2026-11-30', 'x'],
  ])
  for (const { path, 'x-right': right, parameters = [] } of lists) {
    // What a list cannot be asked without: the days that it is about, or the reason.
    const days = parameters
      .filter((one) => one.in === 'query' && one.required === true)
      .map(({ name }) => `&${name}=${name === 'refusal' ? 'no_consent' : '2026-11-01'}`)
      .join('')
    const own = values.flatMap((value) => [
      [value],
      [value, value],
      [nameOf(path), value],
      [nameOf(path), value, 'x'],
    ])
    const keys = [...own, ...ofAnother]
    // A list over all accounts is for whoever manages the installation.
    const isOfAll = right === 'installation.manage'
    const by = isOfAll ? accord.owner.cookie : accord.accounts[0].token
    for (const cursor of ['x', '%C3%A9', ...keys.map(encoded)]) {
      const asked = path.replace(/\{\w+\}/g, someId)
      const answer = await accord.call<{ code: string }>(
        by,
        'GET',
        `${asked}?cursor=${cursor}${days}`,
      )
      expect([path, cursor, answer.body.code]).toEqual([path, cursor, 'http.cursor_invalid'])
    }
  }
})

test('each POST of somebody whom we know takes an Idempotency-Key, and is done once', async () => {
  const posts = (await operations()).filter(({ method, 'x-right': right, responses }) => {
    const isFile = !('application/json' in (responses['200']?.content ?? { 'application/json': 1 }))
    return method === 'POST' && right !== 'none' && !isFile
  })
  expect(posts.length).toBeGreaterThan(40)
  const without = posts.filter(
    ({ parameters = [] }) => !parameters.some(({ name }) => name === 'Idempotency-Key'),
  )
  expect(without.map(({ path }) => path)).toEqual([])
  const make = async () => {
    const answer = await fetch(`${accord.url}/v1/lists`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${accord.accounts[0].token}`,
        'content-type': 'application/json',
        'idempotency-key': 'the-list-of-june',
      },
      body: JSON.stringify({ name: 'June' }),
    })
    return [answer.status, answer.headers.get('idempotency-replayed'), await answer.json()]
  }
  const [status, , list] = await make()
  expect(status).toBe(201)
  expect(await make()).toEqual([201, 'true', list])
})
