// Messages through an operator that speaks HTTP, from the request to the receipt that it brings.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accord, sendAlert, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

type Asked = { to: string; from: string; text: string; validity: number | null }

let accord: Accord
let nextId = 1
const asked: Asked[] = []
const receiptSecret = 'what-the-operator-brings'
let routeId = ''

/** Takes each message, and brings its receipt a little later; a text with 422 in it is refused. */
const operator = http.createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const message = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked
    const isKnown = request.headers['x-api-key'] === 'key-1'
    const isRefused = message.text.includes('422')
    if (!isKnown || isRefused) {
      response.writeHead(isKnown ? 422 : 401).end('{"error":"no"}')
      return
    }
    asked.push(message)
    const id = `op-${nextId}`
    nextId += 1
    response.end(JSON.stringify({ id }))
    setTimeout(() => void bring(id), 100)
  })
})

async function bring(id: string): Promise<void> {
  await fetch(`${accord.url}/v1/routes/${routeId}/receipts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-receipt-secret': receiptSecret },
    body: JSON.stringify({ events: [{ message: id, status: 'DELIVERED_TO_HANDSET' }] }),
  })
}

beforeAll(async () => {
  // The engine is in a thread of its own: receipts come to the door and are handed on to it.
  accord = await startAccord({
    startsAt: '2026-11-25T10:00:00+01:00',
    environment: { ACCORD_ENGINE_THREAD: 'yes', ACCORD_PRIVATE_NETWORKS: '127.0.0.1' },
  })
  await new Promise<void>((resolve) => operator.listen(0, '127.0.0.1', resolve))
  const { port } = operator.address() as AddressInfo
  const { cookie } = accord.owner
  const supplier = await accord.call<{ id: string }>(cookie, 'POST', '/v1/suppliers', {
    name: 'Operator by HTTP',
    country: 'FR',
  })
  await accord.call(cookie, 'POST', `/v1/suppliers/${supplier.body.id}/contracts`, {
    kind: 'own',
    reference: 'R1',
    validFrom: '2026-01-01T00:00:00.000Z',
  })
  const route = await accord.call<{ id: string }>(cookie, 'POST', '/v1/routes', {
    url: `http://127.0.0.1:${port}/sms`,
    supplierId: supplier.body.id,
    name: 'HTTP',
    isSandbox: true,
    priority: 1,
    stopText: 'STOP au 36111',
    http: {
      authHeader: 'X-Api-Key',
      auth: 'key-1',
      receiptSecret,
      body: { to: '{to}', from: '{from}', text: '{text}', validity: '{validitySeconds}' },
      answer: { idAt: 'id' },
      receipt: {
        listAt: 'events',
        idAt: 'message',
        stateAt: 'status',
        states: { delivered: ['delivered_to_handset'] },
      },
    },
  })
  expect(route.status).toBe(201)
  routeId = route.body.id
  await accord.call(accord.accounts[0].token, 'POST', '/v1/senders', { name: 'LUMEN' })
}, 120_000)
afterAll(async () => {
  await accord?.stop()
  operator.closeAllConnections()
  await new Promise((resolve) => operator.close(resolve))
})

const send = (text: string) => sendAlert(accord, text)

const stateOf = async (id: string) => {
  const path = `/v1/messages/${id}`
  return (await accord.call<{ state: string }>(accord.accounts[0].token, 'GET', path)).body.state
}

test('a message leaves as one request, and its receipt makes it delivered', async () => {
  const text = 'Votre commande "4512" est prête.'
  const id = await send(text)
  await eventually(async () => ((await stateOf(id)) === 'delivered' ? true : null))
  expect(asked.at(-1)).toMatchObject({ to: '+33639980001', from: 'LUMEN', text })
})

test('a long text leaves whole, and one receipt is enough for it', async () => {
  const text = 'Votre rendez-vous de demain est confirmé ; merci de venir à l’heure dite. '.repeat(
    5,
  )
  const id = await send(text)
  await eventually(async () => ((await stateOf(id)) === 'delivered' ? true : null))
  const long = asked.filter((one) => one.text.startsWith('Votre rendez-vous'))
  expect(long.map((one) => one.text)).toEqual([text])
})

test('what the operator refuses ends as rejected', async () => {
  const id = await send('Votre code est 422.')
  await eventually(async () => ((await stateOf(id)) === 'rejected' ? true : null))
})
