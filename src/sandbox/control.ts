// The sandbox's control port, on loopback: counts, messages masked, replies, habits, cuts.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asE164, maskNumber } from '../kernel/index.ts'
import { decodeText } from '../wire/index.ts'
import type { ReplyTime } from './deliveries.ts'
import { type Habits, habitsByDefault } from './options.ts'
import type { Reply } from './receipts.ts'
import type { TakenMessage } from './taken-log.ts'

/** What the control port reaches of the sandbox. */
export type Controlled = {
  stats(): object
  taken(): TakenMessage[]
  replies(): ReplyTime[]
  reply(reply: Reply, systemId?: string): boolean
  configure(habits: Partial<Habits>): void
  cutAll(): void
}

export type ControlOptions = { port: number; showsPersonalData: boolean }

/** A body of habits or replies is small; more is a mistake. */
const bodyOctetsMax = 1_000_000
const messagesShown = 100

type Answer = { status: number; body: unknown }

export async function startControl(
  sandbox: Controlled,
  options: ControlOptions,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answerTo(request, sandbox, options).then((answer) => write(response, answer))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answerTo(
  request: IncomingMessage,
  sandbox: Controlled,
  options: ControlOptions,
): Promise<Answer> {
  // A page in a browser on this machine must not drive the sandbox.
  if (request.headers.origin !== undefined) return { status: 403, body: { error: 'no browsers' } }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const what = `${request.method} ${url.pathname}`
  if (what === 'GET /stats') return { status: 200, body: sandbox.stats() }
  if (what === 'GET /messages') {
    const limit = Math.min(Number(url.searchParams.get('limit') ?? messagesShown) || 0, 100_000)
    const newest = limit > 0 ? sandbox.taken().slice(-limit).reverse() : []
    return { status: 200, body: newest.map((one) => shown(one, options.showsPersonalData)) }
  }
  if (what === 'GET /replies') {
    const isClear = options.showsPersonalData
    const replies = sandbox.replies()
    const body = replies.map((one) => ({ ...one, from: shownNumber(one.from, isClear) }))
    return { status: 200, body }
  }
  if (request.method !== 'POST') return { status: 404, body: { error: 'not here' } }
  const body = await bodyOf(request)
  if (body === null) return { status: 400, body: { error: 'the body is no JSON object' } }
  if (what === 'POST /mo') return replied(sandbox, body)
  if (what === 'POST /config') return configured(sandbox, body)
  if (what === 'POST /cut') {
    sandbox.cutAll()
    return { status: 200, body: {} }
  }
  return { status: 404, body: { error: 'not here' } }
}

function replied(sandbox: Controlled, body: Record<string, unknown>): Answer {
  const { from, to, text, systemId } = body
  if (typeof from !== 'string' || typeof to !== 'string' || typeof text !== 'string') {
    return { status: 400, body: { error: 'give from, to and text' } }
  }
  const account = typeof systemId === 'string' ? systemId : undefined
  if (sandbox.reply({ from, to, text }, account)) return { status: 202, body: {} }
  return { status: 409, body: { error: 'no receiving bind, or a text that no alphabet holds' } }
}

function configured(sandbox: Controlled, body: Record<string, unknown>): Answer {
  const unknown = Object.keys(body).filter((name) => !(name in habitsByDefault))
  if (unknown.length > 0) return { status: 400, body: { error: 'unknown habits', unknown } }
  sandbox.configure(body as Partial<Habits>)
  return { status: 200, body: {} }
}

function shown(message: TakenMessage, isClear: boolean): object {
  const { at, id, systemId, source, dataCoding, part, isAnswered } = message
  const decoded = decodeText(message.octets, dataCoding)
  return {
    at,
    id,
    systemId,
    source,
    destination: shownNumber(message.destination, isClear),
    ...(isClear ? { text: decoded.ok ? decoded.text : null } : {}),
    octets: message.octets.length,
    dataCoding,
    part,
    isAnswered,
  }
}

function shownNumber(digits: string, isClear: boolean): string {
  if (isClear) return digits
  const number = asE164(`+${digits.replace(/^\+/, '')}`)
  return number === null ? '***' : maskNumber(number)
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > bodyOctetsMax) return null
  }
  try {
    const body: unknown = JSON.parse(text === '' ? '{}' : text)
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
    return isObject ? (body as Record<string, unknown>) : null
  } catch {
    // Whoever wrote it is told that it is no JSON.
    return null
  }
}

function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { 'content-type': 'application/json' })
  response.end(`${JSON.stringify(answer.body)}\n`)
}
