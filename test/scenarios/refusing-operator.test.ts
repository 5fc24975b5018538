// A wrong description of an HTTP operator: it refuses everything,
// and hardly a message is lost by it.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RouteTestView, RouteView } from '../../src/routing/contract.ts'
import { refusesAllAt } from '../../src/routing/link/refusal-watch.ts'
import { type Accord, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let routeId = ''
const taken: string[] = []

/** Knows `destination` and not `to`, and says the number back. */
const operator = http.createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, string>
    if (asked['destination'] === undefined) {
      const error = `destination is missing; found to=${asked['to']}`
      response.writeHead(400).end(JSON.stringify({ error }))
      return
    }
    taken.push(asked['destination'])
    response.end(JSON.stringify({ id: `op-${taken.length}` }))
  })
})

const description = (body: object) => ({
  auth: 'Bearer key-1',
  receiptSecret: 'what-the-operator-brings',
  body,
  answer: { idAt: 'id' },
  receipt: { idAt: 'id', stateAt: 'state', states: { delivered: ['ok'] } },
})

beforeAll(async () => {
  accord = await startAccord({
    startsAt: '2026-11-25T10:00:00+01:00',
    environment: { ACCORD_PRIVATE_NETWORKS: '127.0.0.1' },
  })
  await new Promise<void>((resolve) => operator.listen(0, '127.0.0.1', resolve))
  const { port } = operator.address() as AddressInfo
  const { cookie } = accord.owner
  const ask = accord.call<{ id: string }>
  const supplier = (await ask(cookie, 'POST', '/v1/suppliers', { name: 'Op', country: 'FR' })).body
  await ask(cookie, 'POST', `/v1/suppliers/${supplier.id}/contracts`, {
    kind: 'own',
    reference: 'R1',
    validFrom: '2026-01-01T00:00:00.000Z',
  })
  const made = await ask(cookie, 'POST', '/v1/routes', {
    url: `http://127.0.0.1:${port}/sms?key=geheim`,
    supplierId: supplier.id,
    name: 'HTTP',
    isSandbox: true,
    priority: 1,
    http: description({ to: '{to}', text: '{text}' }),
  })
  expect(made.status).toBe(201)
  routeId = made.body.id
  // With another route what follows would leave by that one.
  const { items } = (await accord.call<{ items: RouteView[] }>(cookie, 'GET', '/v1/routes')).body
  const own = items.find(({ id }) => id !== routeId)
  await accord.call(cookie, 'PATCH', `/v1/routes/${own?.id}`, { enabled: false })
  await accord.call(accord.accounts[0].token, 'POST', '/v1/senders', { name: 'LUMEN' })
}, 120_000)
afterAll(async () => {
  await accord?.stop()
  operator.closeAllConnections()
  await new Promise((resolve) => operator.close(resolve))
})

const send = async (last: number): Promise<string> => {
  const { body } = await accord.call<{ id: string }>(
    accord.accounts[0].token,
    'POST',
    '/v1/messages',
    {
      to: `+3363998${String(last).padStart(4, '0')}`,
      class: 'alert',
      basis: 'contract',
      sender: 'LUMEN',
      text: `Votre commande ${last} est prête.`,
    },
  )
  return body.id
}
const stateOf = async (id: string) => {
  const path = `/v1/messages/${id}`
  return (await accord.call<{ state: string }>(accord.accounts[0].token, 'GET', path)).body.state
}
const route = async () => {
  const { body } = await accord.call<{ items: RouteView[] }>(
    accord.owner.cookie,
    'GET',
    '/v1/routes',
  )
  return body.items.find(({ id }) => id === routeId)
}

test('the route is paused with the operator’s words, and what waits leaves once it is mended', async () => {
  const ids: string[] = []
  for (let one = 1; one <= refusesAllAt.refusals; one += 1) {
    const id = await send(one)
    ids.push(id)
    await eventually(async () => ((await stateOf(id)) === 'rejected' ? true : null))
  }
  const paused = await eventually(async () => {
    const now = await route()
    return now?.state === 'paused' ? now : null
  })
  const [bind] = paused.operator?.binds ?? []
  expect(bind).toMatchObject({ state: 'down', why: 'refuses_all' })
  expect(bind?.operatorSaid).toBe('destination is missing; found to=…')
  expect(JSON.stringify(paused)).not.toContain('geheim')
  const later = await Promise.all([101, 102, 103, 104, 105, 106].map(send))
  expect(await Promise.all(later.map(stateOf))).not.toContain('rejected')
  await accord.call(accord.owner.cookie, 'PATCH', `/v1/routes/${routeId}`, {
    http: description({ destination: '{to}', text: '{text}' }),
  })
  for (const id of later) {
    await eventually(async () => ((await stateOf(id)) === 'submitted' ? true : null))
  }
  expect((await route())?.state).toBe('open')
  // Each once, and none of those that had been given up.
  expect(taken.toSorted()).toEqual([101, 102, 103, 104, 105, 106].map((last) => `+33639980${last}`))
}, 120_000)

test('a test message tells what was sent, without a secret, and what the operator said', async () => {
  const path = `/v1/routes/${routeId}/test`
  const { cookie } = accord.owner
  const ask = (body: object) => accord.call<RouteTestView>(cookie, 'POST', path, body)
  const before = taken.length
  const own = { to: '+33639980201', sender: 'LUMEN' }
  const dry = await ask({ ...own, dry: true })
  expect(dry).toMatchObject({ status: 200, body: { outcome: 'dry', sent: { from: 'LUMEN' } } })
  expect(taken).toHaveLength(before)
  const sent = await ask(own)
  expect(sent.body).toMatchObject({
    outcome: 'accepted',
    status: 200,
    operatorSaid: `op-${before + 1}`,
  })
  expect(sent.body.sent.body).toMatchObject({ destination: '+33 6 ** ** ** 01' })
  expect(taken).toHaveLength(before + 1)
  await accord.call(cookie, 'PATCH', `/v1/routes/${routeId}`, {
    http: description({ to: '{to}', text: '{text}' }),
  })
  const refused = await ask(own)
  expect(refused.body).toMatchObject({
    outcome: 'refused',
    status: 400,
    operatorSaid: 'destination is missing; found to=…',
  })
  for (const answer of [dry, sent, refused]) {
    expect(JSON.stringify(answer.body)).not.toMatch(/geheim|key-1|33639980201/)
  }
  const wrong = await ask({ ...own, to: '12' })
  expect(wrong.status).toBe(400)
  const token = accord.accounts[0].token
  expect((await accord.call(token, 'POST', path, own)).status).toBe(403)
})
