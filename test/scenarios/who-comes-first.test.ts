// Every route of the whole program: nobody's body is read before it is known who sends it.
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

type Operation = { method: string; path: string; right: string; mediaType: string }

/** Every operation with a body, as the program itself tells them. */
async function operationsWithBody(): Promise<Operation[]> {
  type Described = {
    'x-right': string
    requestBody?: { content: Record<string, unknown> }
  }
  const { body } = await accord.call<{ paths: Record<string, Record<string, Described>> }>(
    '',
    'GET',
    '/v1/openapi.json',
  )
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const [mediaType] = Object.keys(operation.requestBody?.content ?? {})
      if (mediaType === undefined) return []
      return [{ method: method.toUpperCase(), path, right: operation['x-right'], mediaType }]
    }),
  )
}

const someId = '01900000-0000-7000-8000-0000000000aa'

test('each route that takes a body answers nobody before the first octet of it', async () => {
  const port = Number(new URL(accord.url).port)
  const operations = await operationsWithBody()
  expect(operations.length).toBeGreaterThan(50)
  for (const { method, path, right, mediaType } of operations) {
    const connection = await rawConnection(port)
    const type = mediaType === 'multipart/form-data' ? `${mediaType}; boundary=b` : mediaType
    const headers = { 'content-type': type, 'content-length': '300', 'x-accord': '1' }
    connection.write(headOf({ method, path: path.replace(/\{\w+\}/g, someId), headers }))
    const said = await connection.until('"traceId"')
    connection.end()
    // What needs nobody is let in by a secret of its own, or ends by 408 when no body comes.
    const expected = right === 'none' ? [403, 408, 429] : [401]
    expect(expected, `${method} ${path}: ${said}`).toContain(statusOf(said))
  }
})

test('twenty receipts of a mebibyte, and two hundred half-sent bodies, hold nobody up', async () => {
  const port = Number(new URL(accord.url).port)
  const headers = { 'content-type': 'application/json', 'content-length': '1048576' }
  const path = `/v1/routes/${someId}/receipts`
  const receipts = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const connection = await rawConnection(port)
      connection.write(headOf({ path, headers }) + `[${'[],'.repeat(20_000)}`)
      return connection
    }),
  )
  const token = { authorization: `Bearer ${accord.accounts[0].token}` }
  const half = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const connection = await rawConnection(port)
      connection.write(headOf({ path: '/v1/messages', headers: { ...headers, ...token } }) + '{')
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
