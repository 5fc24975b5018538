// An integrator at a terminal: webhooks and their log, a test, an event sent again, and events of a
// running server listened to and handed to a program on this machine.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { DeliveryView, WebhookView } from '../../src/webhooks/contract.ts'
import { commandWords } from '../support/program.ts'
import { type Accord, asked, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'
import { type Receiver, startReceiver } from '../support/webhook-receiver.ts'

let accord: Accord
let receiver: Receiver
let token: string
const children: ChildProcess[] = []
beforeAll(async () => {
  receiver = await startReceiver()
  accord = await startAccord({
    startsAt: '2026-11-25T10:00:00+01:00',
    environment: { ACCORD_WEBHOOK_NETWORKS: '127.0.0.1' },
  })
  token = accord.accounts[0].token
  await asked(accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
}, 120_000)
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  receiver.got.length = 0
  receiver.answer(204)
})
afterAll(async () => {
  await accord?.stop()
  await receiver?.close()
})

async function cli(...args: string[]) {
  let [out, err] = ['', '']
  const io = {
    stdin: Readable.from([`${token}\n`]),
    stdout: { write: (piece: string | Uint8Array) => (out += piece) },
    stderr: { write: (piece: string | Uint8Array) => (err += piece) },
    language: 'en' as const,
  }
  const code = await main(['webhooks', ...args, '--url', accord.url], io)
  return { code, out, err }
}

/** The command as a process, until Ctrl-C. */
async function listening(...args: string[]) {
  const [node = '', ...command] = commandWords
  const words = ['webhooks', 'listen', '--lang', 'en', '--url', accord.url, ...args]
  const child = spawn(node, [...command, ...words], { stdio: 'pipe' })
  children.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (piece) => {
    said.out += piece
  })
  child.stderr.on('data', (piece) => {
    said.err += piece
  })
  child.stdin.end(`${token}\n`)
  await eventually(() => Promise.resolve(/Listening/.test(said.err) ? true : null))
  const end = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    return (await ended)[0] as number | null
  }
  return { said, end }
}

const send = (reference: string) =>
  asked<{ id: string }>(accord, 'POST', '/v1/messages', {
    ...{ to: '+33639980072', class: 'alert', basis: 'contract', sender: 'Tilleuls', reference },
    text: 'Votre commande est prête au comptoir.',
  })
const told = (reference: string) =>
  eventually(() =>
    Promise.resolve(receiver.got.find(({ body }) => body.includes(reference)) ?? null),
  )

test('webhooks are listed, tested, their log is shown and an event sent again', {
  timeout: 90_000,
}, async () => {
  expect(await cli('list')).toMatchObject({ code: 0, out: '' })
  const { webhook } = await asked<{ webhook: WebhookView }>(accord, 'POST', '/v1/webhooks', {
    ...{ url: receiver.url, events: ['message.delivered', 'import.finished'] },
  })
  const { id } = webhook
  const listed = await cli('list')
  expect(listed.out).toBe(`${id}\tactive\t127.0.0.1\t\tmessage.delivered,import.finished\n`)

  receiver.answer(500)
  const refused = await cli('test', id)
  expect([refused.code, refused.out]).toEqual([
    1,
    expect.stringMatching(
      /\twaiting\twebhook\.test\t[0-9a-f-]{36}\t1\t500 refused_status\t2026-[-0-9T:.]+Z\n$/,
    ),
  ])
  expect(refused.err).toMatch(/did not accept it/)
  const event = refused.out.split('\t')[3] ?? ''
  receiver.answer(204)
  const again = await cli('send-again', id, event, '--json')
  expect([again.code, JSON.parse(again.out) as DeliveryView]).toMatchObject([
    ...[0, { id: event, state: 'delivered', status: 204 }],
  ])
  const log = await cli('log', id, '--state', 'delivered', '--limit', '1')
  expect(log.out).toMatch(new RegExp(`\\tdelivered\\twebhook\\.test\\t${event}\\t1\\t204\\n$`))

  const replayed = await cli('send-again', id, '--since', '2026-11-25T08:00:00Z', '--all')
  expect([replayed.code, replayed.out]).toEqual([0, 'Events sent again: 1.\n'])
  await eventually(() => Promise.resolve(receiver.got.length >= 3 ? true : null))

  const none = await cli('log', '01a210d0-21d9-75bb-863c-000000000001')
  expect([none.code, none.err]).toMatchObject([1, expect.stringMatching(/does not exist/)])
  await asked(accord, 'DELETE', `/v1/webhooks/${id}`)
})

test('events are heard as they happen, and handed on with a signature that holds', {
  timeout: 120_000,
}, async () => {
  const { said, end } = await listening('--forward', receiver.url)
  const secret = /whsec_\S+/.exec(said.err)?.[0] ?? ''
  await send('order-4801')
  const { headers, body } = await told('order-4801')
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'message.delivered' })
  await eventually(() => Promise.resolve(said.out.includes('order-4801') ? true : null))
  expect(said.out).toMatch(
    new RegExp(`\\tmessage\\.delivered\\t${headers['webhook-id']}\\t204\\t\\{.*order-4801`),
  )
  // What the program does not accept is said, and is not tried again.
  receiver.answer(500)
  await send('order-4802')
  await eventually(() => Promise.resolve(/\t500\t.*order-4802/.test(said.out) ? true : null))
  receiver.answer(302, { location: receiver.url })
  await send('order-4803')
  await eventually(() => Promise.resolve(/\t302\t.*order-4803/.test(said.out) ? true : null))
  expect(receiver.got.map((one) => one.path)).toEqual(['/hook', '/hook', '/hook'])
  expect(said.err.match(/whsec_/g)).toHaveLength(1)
  expect(said.out).not.toMatch(/whsec_|\+33/)
  expect(await end()).toBe(0)
  const { items } = await asked<{ items: unknown[] }>(accord, 'GET', '/v1/webhooks')
  expect(items).toEqual([])
})

test('where the server has let go of it, it listens again', { timeout: 120_000 }, async () => {
  const { said, end } = await listening('--events', 'message.delivered', '--json')
  await send('order-4804')
  await eventually(() => Promise.resolve(said.out.includes('order-4804') ? true : null))
  const line = said.out.split('\n').find((one) => one.includes('order-4804')) ?? ''
  expect(JSON.parse(line)).toMatchObject({
    ...{ event: 'message.delivered', data: { reference: 'order-4804' } },
  })
  // No program is told of: no secret is needed.
  expect(said.err).not.toContain('whsec_')
  // As after a minute and a half in which nobody asked: the server has ended it.
  accord.letPass(91_000)
  await eventually(() => Promise.resolve(/it listens again/.test(said.err) ? true : null))
  await send('order-4805')
  await eventually(() => Promise.resolve(said.out.includes('order-4805') ? true : null))
  expect(await end()).toBe(0)
})

/** What stands before the server, and answers for it where it says so; null: not at all. */
async function doorTo(server: string) {
  type Instead = (path: string) => number | null | undefined
  let instead: Instead = () => undefined
  const door = createServer(async (request, response) => {
    const status = instead(request.url ?? '')
    if (status === null) return
    if (status !== undefined) return response.writeHead(status).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { authorization = '' } = request.headers
    const answer = await fetch(new URL(request.url ?? '', server), {
      method: request.method ?? 'GET',
      headers: { authorization, 'content-type': 'application/json' },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(await answer.text())
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    answers: (how: Instead) => {
      instead = how
    },
    close: () => {
      door.closeAllConnections()
      door.close()
    },
  }
}

test('what happens while the server is not reached comes once it is', {
  timeout: 120_000,
}, async () => {
  const door = await doorTo(accord.url)
  try {
    const { said, end } = await listening('--url', door.url, '--forward', receiver.url)
    door.answers(() => 502)
    await eventually(() => Promise.resolve(/does not answer/.test(said.err) ? true : null))
    await send('order-4806')
    door.answers(() => undefined)
    await told('order-4806')
    expect(said.err).toMatch(/answers again/)
    expect(said.err.match(/does not answer/g)).toHaveLength(1)
    expect(await end()).toBe(0)
  } finally {
    door.close()
  }
})

test('a server that has forgotten it, and is not ready yet, is asked again', {
  timeout: 120_000,
}, async () => {
  const door = await doorTo(accord.url)
  try {
    const { said, end } = await listening('--url', door.url)
    const busy = [429, 503]
    door.answers((path) => (path.endsWith('/take') ? 404 : (busy.shift() ?? 503)))
    await eventually(() => Promise.resolve(/asked again/.test(said.err) ? true : null))
    await eventually(() => Promise.resolve(busy.length === 0 ? true : null))
    let isForgotten = true
    door.answers((path) => {
      if (!isForgotten || !path.endsWith('/take')) return undefined
      isForgotten = false
      return 404
    })
    await eventually(() => Promise.resolve(/it listens again/.test(said.err) ? true : null))
    await send('order-4807')
    await eventually(() => Promise.resolve(said.out.includes('order-4807') ? true : null))
    // Where nobody answers any more, Ctrl-C ends it all the same.
    door.answers(() => null)
    expect(await end()).toBe(0)
  } finally {
    door.close()
  }
})

test('a program that ends while it reads was reached, and lost', { timeout: 60_000 }, async () => {
  const program = createServer((request) => request.socket.destroy())
  await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve))
  const { port } = program.address() as AddressInfo
  const { said, end } = await listening('--forward', `http://127.0.0.1:${port}/hook`)
  await send('order-4808')
  const line = /\tthe connection was lost\t.*order-4808/
  await eventually(() => Promise.resolve(line.test(said.out) ? true : null))
  program.close()
  await send('order-4809')
  const gone = /\tnot reached\t.*order-4809/
  await eventually(() => Promise.resolve(gone.test(said.out) ? true : null))
  expect(await end()).toBe(0)
})

test('who reads the texts of replies stands in the journal, with the reason', {
  timeout: 60_000,
}, async () => {
  const reason = 'A shop asks what its clients write'
  const { said, end } = await listening('--reply-text', '--reason', reason)
  await send('order-4810')
  await textFrom(accord, '+33639980072', 'Le magasin est ouvert dimanche ?')
  await eventually(() => Promise.resolve(said.out.includes('dimanche') ? true : null))
  const journal = await asked<{ items: { action: string; reason: string | null }[] }>(
    ...([accord, 'GET', '/v1/audit?action=sending.reply_revealed'] as const),
  )
  expect(journal.items).toMatchObject([{ reason }])
  expect(await end()).toBe(0)
})

test('a pause while a test is under way is told as a pause', { timeout: 60_000 }, async () => {
  const { webhook } = await asked<{ webhook: WebhookView }>(accord, 'POST', '/v1/webhooks', {
    ...{ url: receiver.url, events: ['import.finished'] },
  })
  receiver.answer(null)
  const tested = cli('test', webhook.id)
  await eventually(() => Promise.resolve(receiver.got.length > 0 ? true : null))
  await asked(accord, 'PATCH', `/v1/webhooks/${webhook.id}`, { state: 'paused' })
  const { code, err } = await tested
  expect([code, err]).toEqual([1, expect.stringMatching(/was paused before/)])
  await asked(accord, 'DELETE', `/v1/webhooks/${webhook.id}`)
})

test.each([
  [['listen', '--reply-text'], 'say why you read'],
  [['listen', '--forward', 'http://crm.example/hook'], 'to this machine'],
  [['listen', '--forward', 'ftp://localhost/hook'], 'to this machine'],
  [['listen', '--forward', 'http://me:secret@localhost/hook'], 'without a user name'],
  [['listen', '--events', 'message.delivered,orders'], 'takes these names'],
  [['log', 'crm'], 'accord webhooks log ID'],
  [['send-again', '01a210d0-21d9-75bb-863c-000000000001'], 'accord webhooks send-again'],
  [['log', '01a210d0-21d9-75bb-863c-000000000001', '--state', 'sent'], 'accord webhooks log ID'],
])('called with %s it says what is wrong', async (args, sentence) => {
  const { code, out, err } = await cli(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
})

test('a token without the right is told so', { timeout: 60_000 }, async () => {
  const owners = token
  const made = await asked<{ secret: string }>(accord, 'POST', '/v1/tokens', {
    ...{ name: 'reader', rights: ['contacts.read'] },
  })
  token = made.secret
  const { code, err } = await cli('listen')
  token = owners
  expect(code).toBe(1)
  expect(err).not.toContain('whsec_')
  expect(err).toMatch(/right/)
})
