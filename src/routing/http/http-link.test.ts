// The link to an HTTP operator, against a real HTTP server: what is sure is told, the rest is not.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { realTimers } from '../../../test/support/clock.ts'
import { asE164, Personal } from '../../kernel/index.ts'
import { outgoingAddresses, publicAddresses } from '../../outgoing/index.ts'
import { encodeSegments } from '../../wire/index.ts'
import type { OutgoingSegment } from '../link/index.ts'
import { HttpLink } from './http-link.ts'
import { fillBody, type HttpOperator } from './http-operator.ts'
import { receiptsOf } from './read-answer.ts'

type Answer = { status?: number; json?: unknown; text?: string; headers?: Record<string, string> }
type Asked = { headers: http.IncomingHttpHeaders; body: unknown; url: string }

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** A server that answers as told; `null` ends the connection without an answer. */
async function server(answer: (asked: Asked) => Answer | null | Promise<Answer | null>) {
  const asked: Asked[] = []
  const made = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
      const one = { headers: request.headers, body, url: request.url ?? '' }
      asked.push(one)
      const given = await answer(one)
      if (given === null) {
        request.socket.destroy()
        return
      }
      response.writeHead(given.status ?? 200, given.headers)
      response.end(given.text ?? JSON.stringify(given.json ?? {}))
    })
  })
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  open.push(() => {
    made.closeAllConnections()
    return new Promise((resolve) => made.close(resolve))
  })
  return { asked, port: (made.address() as AddressInfo).port }
}

function operatorAt(port: number, change: Partial<HttpOperator> = {}): HttpOperator {
  return {
    url: `http://127.0.0.1:${port}/v1/send`,
    headers: { 'x-product': 'sms' },
    authHeader: 'Authorization',
    body: {
      messages: [{ to: '{to}', from: '{from}', content: 'SMS: {text}', ref: '{reference}' }],
    },
    numberForm: 'digits',
    answer: {
      idAt: 'messages.0.id',
      codeAt: 'messages.0.status',
      accepted: ['OK'],
      throttle: ['SLOW'],
      retry: ['LATER'],
    },
    receipt: {
      listAt: 'results',
      idAt: 'id',
      stateAt: 'status.name',
      errorAt: 'error',
      states: { delivered: ['DELIVERED'], undeliverable: ['FAILED'], enroute: ['SENT'] },
    },
    timeoutMs: 400,
    ...change,
  }
}

const here = outgoingAddresses(['127.0.0.1'])

function linkTo(operator: HttpOperator, windowMax = 10, addresses = here): HttpLink {
  const link = new HttpLink(
    {
      operator,
      secrets: { auth: 'Bearer key-1', receipts: 'a secret of receipts' },
      windowMax,
      segmentsPerSecond: null,
      allows: (address) => addresses.allows(address),
    },
    {
      timers: realTimers,
      handlers: { receipts: async () => undefined, inbound: async () => undefined },
    },
  )
  open.push(() => link.close(500))
  link.start()
  return link
}

function segment(text = 'Bonjour "à" tous €'): OutgoingSegment {
  const to = asE164('+33639980001')
  const encoded = encodeSegments(text, { concatenation: 'payload', reference: 7 })
  const content = encoded.ok ? encoded.segments[0] : undefined
  if (to === null || content === undefined) throw new Error('none')
  return {
    key: 'k1',
    from: { ton: 5, npi: 0, address: 'BOUTIQUE' },
    to: new Personal(to),
    content,
    wantsReceipt: true,
    reference: 42,
    validityPeriod: '000001020304000R',
  }
}

const ok = { json: { messages: [{ id: 'ID-7', status: 'ok' }] } }

describe('a message', () => {
  test('is asked for as the template says, whole, and its id is read', async () => {
    const { asked, port } = await server(() => ok)
    const link = linkTo(operatorAt(port))
    const text = `${'Une longue phrase. '.repeat(30)}{to} "fin"`
    expect(await link.submit(segment(text))).toEqual({
      kind: 'accepted',
      operatorMessageId: 'ID-7',
    })
    expect(asked).toMatchObject([
      {
        url: '/v1/send',
        headers: { authorization: 'Bearer key-1', 'x-product': 'sms' },
        body: {
          messages: [{ to: '33639980001', from: 'BOUTIQUE', content: `SMS: ${text}`, ref: 42 }],
        },
      },
    ])
  })

  test.each<[string, Answer | null, object]>([
    ['an accepted code', ok, { kind: 'accepted', operatorMessageId: 'ID-7' }],
    [
      'no id',
      { json: { messages: [{ status: 'OK' }] } },
      { kind: 'accepted', operatorMessageId: null },
    ],
    [
      'a code that asks for less',
      { json: { messages: [{ status: 'slow' }] } },
      { action: 'throttle' },
    ],
    ['a code that means later', { json: { messages: [{ status: 'LATER' }] } }, { action: 'retry' }],
    [
      'another code',
      { json: { messages: [{ status: 'BAD' }] } },
      { action: 'give_up', statusName: 'HTTP 200 BAD' },
    ],
    [
      'a code with a number in it',
      { json: { messages: [{ status: 'no +33639980001 here' }] } },
      { statusName: 'HTTP 200' },
    ],
    ['429', { status: 429 }, { action: 'throttle', status: 429 }],
    ['503', { status: 503 }, { action: 'retry' }],
    ['402', { status: 402 }, { action: 'retry' }],
    [
      '422',
      { status: 422, json: { messages: [{ status: 'E12' }] } },
      { action: 'give_up', statusName: 'HTTP 422 E12' },
    ],
    ['500', { status: 500 }, { kind: 'unknown', why: 'malformed_answer' }],
    ['what is no JSON', { text: '<html>' }, { kind: 'unknown', why: 'malformed_answer' }],
    ['no code', { json: {} }, { kind: 'unknown', why: 'malformed_answer' }],
    ['the end of the connection', null, { kind: 'unknown', why: 'connection_lost' }],
  ])('answered with %s', async (_name, answer, outcome) => {
    const { port } = await server(() => answer)
    expect(await linkTo(operatorAt(port)).submit(segment())).toMatchObject(outcome)
  })

  test('without an answer in time is unknown', async () => {
    const { port } = await server(() => realTimers.sleep(900).then(() => ok))
    expect(await linkTo(operatorAt(port)).submit(segment())).toEqual({
      kind: 'unknown',
      why: 'no_answer',
    })
  })

  test('to nobody was surely not sent, and the link is down for a while', async () => {
    const link = linkTo(operatorAt(1))
    expect(await link.submit(segment())).toEqual({ kind: 'not_sent', why: 'link_down' })
    expect(link.state).toMatchObject({ kind: 'down', why: 'connection_refused' })
    expect(await link.submit(segment())).toEqual({ kind: 'not_sent', why: 'link_down' })
  })

  test('with wrong credentials leaves the operator alone for a minute', async () => {
    const { asked, port } = await server(() => ({ status: 401 }))
    const link = linkTo(operatorAt(port))
    expect(await link.submit(segment())).toMatchObject({ kind: 'refused', action: 'retry' })
    expect(link.state).toMatchObject({ kind: 'down', why: 'wrong_password', status: 401 })
    expect(await link.submit(segment())).toMatchObject({ kind: 'not_sent' })
    expect(asked).toHaveLength(1)
  })

  test('is never taken elsewhere: a redirect is not followed', async () => {
    const elsewhere = await server(() => ok)
    const location = `http://127.0.0.1:${elsewhere.port}/`
    const { port } = await server(() => ({ status: 307, headers: { location } }))
    const link = linkTo(operatorAt(port))
    expect(await link.submit(segment())).toMatchObject({ kind: 'refused', action: 'retry' })
    expect(elsewhere.asked).toEqual([])
    expect(link.state).toMatchObject({ kind: 'down', why: 'bind_refused', status: 307 })
  })

  test('to an operator that is not there for now leaves it alone for a minute', async () => {
    const { asked, port } = await server(() => ({ status: 503 }))
    const link = linkTo(operatorAt(port))
    expect(await link.submit(segment())).toMatchObject({ kind: 'refused', action: 'retry' })
    expect(link.state).toMatchObject({ kind: 'down', why: 'operator_unavailable', status: 503 })
    const { state } = link
    expect(state.kind === 'down' && (state.retryAt ?? 0) - state.since).toBe(60_000)
    expect(await link.submit(segment())).toEqual({ kind: 'not_sent', why: 'link_down' })
    expect(asked).toHaveLength(1)
  })

  test('that one code puts off leaves the link to the others', async () => {
    const { port } = await server(() => ({ json: { messages: [{ status: 'LATER' }] } }))
    const link = linkTo(operatorAt(port))
    expect(await link.submit(segment())).toMatchObject({ kind: 'refused', action: 'retry' })
    expect(link.state.kind).toBe('bound')
  })

  test.each(['127.0.0.1', 'localhost', '[::1]', '[::7f00:1]', '169.254.169.254', '0x7f.1'])(
    'to %s is refused where the configuration does not name its network',
    async (host) => {
      const { asked, port } = await server(() => ok)
      const url = `http://${host}:${port}/`
      const link = linkTo(operatorAt(port, { url }), 10, publicAddresses)
      expect(await link.submit(segment())).toEqual({ kind: 'not_sent', why: 'link_down' })
      expect(link.state).toMatchObject({ kind: 'down', why: 'address_not_allowed' })
      expect(asked).toEqual([])
    },
  )

  test('is one of many in a window, each with its own outcome', async () => {
    let now = 0
    let most = 0
    const { port } = await server(async ({ body }) => {
      now += 1
      most = Math.max(most, now)
      await realTimers.sleep(5)
      now -= 1
      const { ref } = (body as { messages: { ref: number }[] }).messages[0] ?? { ref: 0 }
      return { json: { messages: [{ id: `id-${ref}`, status: 'OK' }] } }
    })
    const link = linkTo(operatorAt(port, { timeoutMs: 5_000 }), 4)
    const all = Array.from({ length: 60 }, (_, reference) => ({ ...segment(), reference }))
    const outcomes = await Promise.all(all.map((one) => link.submit(one)))
    expect(outcomes).toEqual(
      all.map(({ reference }) => ({ kind: 'accepted', operatorMessageId: `id-${reference}` })),
    )
    expect(most).toBeLessThanOrEqual(4)
  })
})

test('values fill strings alone: no text can add a field or another value', () => {
  const values = {
    to: '{text}',
    from: 'A',
    text: '","evil":"{from}',
    key: 'k',
    reference: '',
    validitySeconds: '60',
  }
  expect(
    fillBody({ a: ['{to}'], b: '{text}', c: '{validitySeconds}', d: '{reference}' }, values),
  ).toEqual({
    a: ['{text}'],
    b: '","evil":"{from}',
    c: 60,
    d: null,
  })
})

test('receipts are read where they stand; what says nothing known is left out, and told', () => {
  const body = {
    results: [
      { id: 'A', status: { name: 'delivered' } },
      { id: 12, status: { name: 'FAILED' }, error: 'E-7' },
      { id: 'B', status: { name: 'SENT' } },
      { id: 'C', status: { name: 'WHATEVER' } },
      { status: { name: 'DELIVERED' } },
      null,
      { id: 'D', status: 'DELIVERED' },
    ],
  }
  const { receipts, unread } = receiptsOf(operatorAt(1), body)
  expect(unread).toEqual([
    { why: 'unknown_state', word: 'WHATEVER' },
    { why: 'no_id' },
    { why: 'no_id' },
    { why: 'no_state' },
  ])
  expect(receipts).toMatchObject([
    { operatorMessageId: 'A', state: 'delivered', isFinal: true, errorCode: null },
    { operatorMessageId: '12', state: 'undeliverable', isFinal: true, errorCode: 'E-7' },
    { operatorMessageId: 'B', state: 'enroute', isFinal: false },
  ])
})
