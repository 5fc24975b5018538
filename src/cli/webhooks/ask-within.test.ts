// A server that never answers, or never ends its answer, holds up no terminal.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ask } from '../ask-server.ts'
import { askWithin } from './ask-within.ts'

let server: Server
let ask: Ask
const stops: (() => void)[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    for (const stop of stops.splice(0)) stop()
    if (request.url === '/whole') response.writeHead(503).end('{"detail":"later"}')
    if (request.url === '/none') response.writeHead(204).end()
    if (request.url === '/half') response.writeHead(200).write('{"items":')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  ask = (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const within = (path: string, ms: number, stopped: AbortSignal | null = null) =>
  askWithin(ask, path, {}, { ms, stopped })

test('an answer comes whole, whatever it says', async () => {
  const answer = await within('/whole', 60_000)
  expect([answer?.status, await answer?.json()]).toEqual([503, { detail: 'later' }])
  expect((await within('/none', 60_000))?.status).toBe(204)
})

test.each(['/silent', '/half'])(
  '%s is given up in its time, or once somebody stops it',
  async (path) => {
    expect(await within(path, 50)).toBeNull()
    const given = new AbortController()
    stops.push(() => given.abort())
    expect(await within(path, 60_000, given.signal)).toBeNull()
    expect(await within('/whole', 60_000, given.signal)).toBeNull()
  },
)
