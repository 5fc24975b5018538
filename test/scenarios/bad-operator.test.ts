// Operators that refuse, are down, or answer nonsense: one sentence says what to do,
// nothing is lost.
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/index.ts'
import { newPlace, type Place } from '../support/process.ts'
import { type Accord, accountOf, callerOf, setUp, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

type Bind = { state: string; why: string | null; sentence: string | null }
type RouteList = { items: { name: string; operator: { binds: Bind[] } }[] }

async function accordWith(operator: string): Promise<Accord> {
  const accord = await startAccord({ environment: { ACCORD_OPERATOR: operator } })
  closers.push(() => accord.stop())
  return accord
}

const sentenceOf = (accord: Accord, why: string) =>
  eventually(async () => {
    const { body } = await accord.call<RouteList>(accord.owner.cookie, 'GET', '/v1/routes')
    const bind = body.items[0]?.operator.binds[0]
    return bind?.why === why ? bind.sentence : null
  })

async function sendAlert(accord: Accord): Promise<string> {
  const { token } = accord.accounts[0]
  await accord.call(token, 'POST', '/v1/senders', { name: 'Tilleuls' })
  const answer = await accord.call<{ id: string; state: string }>(token, 'POST', '/v1/messages', {
    to: '+33639981500',
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: 'Votre commande est prête au comptoir.',
  })
  expect([answer.status, answer.body.state]).toEqual([202, 'queued'])
  return answer.body.id
}

const delivered = (accord: Accord, id: string) =>
  eventually(async () => {
    const { token } = accord.accounts[0]
    const { body } = await accord.call<{ state: string }>(token, 'GET', `/v1/messages/${id}`)
    return body.state === 'delivered' ? body : null
  })

function listenOn(port: number, talk: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    talk(socket)
  })
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
}

const portOf = (server: Server) => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('a wrong SMPP password: the terminal and the API say so; corrected, what waited leaves', async () => {
  const accounts = [{ systemId: 'accord', password: 'right' }]
  const sandbox = await startSandbox({ receiptDelayMs: 20, accounts })
  closers.push(() => sandbox.close())
  const place: Place = newPlace({ isLaid: true })
  closers.push(() => place.remove())
  const address = (password: string) => `smpp://accord:${password}@127.0.0.1:${sandbox.port}`
  let process = await place.start({ ACCORD_OPERATOR: address('guess') })
  const caller = callerOf(() => process.url)
  const owner = await setUp(caller, process.setupCode ?? '')
  const { token } = await accountOf(caller, owner.cookie)
  await eventually(async () => {
    const { body } = await caller.call<RouteList>(owner.cookie, 'GET', '/v1/routes')
    return body.items[0]?.operator.binds[0]?.why === 'wrong_password' ? body : null
  })
  await caller.call(token, 'POST', '/v1/senders', { name: 'Tilleuls' })
  const sent = await caller.call<{ id: string }>(token, 'POST', '/v1/messages', {
    to: '+33639981500',
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: 'Votre commande est prête au comptoir.',
  })
  expect(sent.status).toBe(202)
  process.kill('SIGTERM')
  const { told } = await process.ended
  expect(told.split('\n').filter((line) => line.includes('password'))).toEqual([
    `127.0.0.1:${sandbox.port}: The operator refuses the password. Correct it in the route or in ACCORD_OPERATOR.`,
  ])
  expect(told).not.toContain('guess')

  process = await place.start({ ACCORD_OPERATOR: address('right') })
  await eventually(async () => {
    const { body } = await caller.call<{ state: string }>(
      token,
      'GET',
      `/v1/messages/${sent.body.id}`,
    )
    return body.state === 'delivered' ? body : null
  })
  expect(sandbox.taken()).toHaveLength(1)
}, 60_000)

test('an operator that is down is told with what to check; once it is up, what waited leaves', async () => {
  const placeholder = await listenOn(0, (socket) => socket.destroy())
  const port = portOf(placeholder)
  await new Promise((resolve) => placeholder.close(resolve))
  const accord = await accordWith(`smpp://accord:secret@127.0.0.1:${port}`)
  expect(await sentenceOf(accord, 'connection_refused')).toBe(
    'The operator refuses the connection. Check the host and port.',
  )
  const id = await sendAlert(accord)
  const sandbox = await startSandbox({ port, receiptDelayMs: 20 })
  closers.push(() => sandbox.close())
  await delivered(accord, id)
  expect(sandbox.taken()).toHaveLength(1)
}, 60_000)

test('an operator that answers nonsense is told as no SMPP, and the server goes on', async () => {
  const web = await listenOn(0, (socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'.repeat(50))),
  )
  closers.push(() => web.close())
  const accord = await accordWith(`smpp://accord:secret@127.0.0.1:${portOf(web)}`)
  expect(await sentenceOf(accord, 'malformed_bytes')).toBe(
    'The operator’s answer is not SMPP. Check the port.',
  )
  await sendAlert(accord)
  expect((await accord.call('', 'GET', '/health/ready')).status).toBe(200)
}, 60_000)
