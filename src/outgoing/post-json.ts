// One POST of JSON: what is sure of it, and the answer. No redirects.
import http from 'node:http'
import https from 'node:https'
import type net from 'node:net'
import type { Timers } from '../kernel/index.ts'
import { type AddressRule, isRefusedLiteral, lookupAllowed } from './addresses.ts'
import { type NotConnected, whyNotConnected } from './not-connected.ts'
import type { Resolve } from './resolve.ts'

export type Posted =
  | { kind: 'answered'; status: number; body: string; retryAfter: string | undefined }
  /** Nothing of it has left this machine. */
  | { kind: 'not_connected'; why: NotConnected }
  /** It may have arrived. */
  | { kind: 'lost'; why: 'no_answer' | 'connection_lost' }

/** Certificates to trust instead of the machine's (PEM), and the name that is asked of them. */
export type Trust = { ca?: string; serverName?: string }

export type PostRequest = {
  url: URL
  headers: Readonly<Record<string, string>>
  body: string
  agent: http.Agent | https.Agent
  timeoutMs: number
  allows: AddressRule
  /** Where others choose the host; the system's own way otherwise. */
  resolve?: Resolve
  timers: Pick<Timers, 'after'>
  /** The status alone counts: it is told at once, and what follows is thrown away. */
  isStatusEnough?: boolean
}

/** More than any answer to one message holds. */
const answerOctetsMax = 256 * 1024
const thrownAwayMax = 16 * 1024

export function makeAgent(
  url: URL,
  { connectionsMax, trust }: { connectionsMax: number; trust: Trust },
): http.Agent | https.Agent {
  const options = { keepAlive: true, maxSockets: connectionsMax, scheduling: 'lifo' as const }
  if (url.protocol !== 'https:') return new http.Agent(options)
  const { ca, serverName: servername } = trust
  return new https.Agent({
    ...options,
    ...(ca === undefined ? {} : { ca }),
    ...(servername === undefined ? {} : { servername }),
  })
}

/** Never rejects. */
export function postJson(asked: PostRequest): Promise<Posted> {
  const { url, allows } = asked
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isRefusedLiteral(literal, allows)) {
    return Promise.resolve({ kind: 'not_connected', why: 'address_not_allowed' })
  }
  return new Promise((resolve) => new Post(asked, resolve))
}

class Post {
  readonly #resolve: (posted: Posted) => void
  readonly #request: http.ClientRequest
  #cancelTimer: () => void
  readonly #isStatusEnough: boolean
  #hasConnected = false
  #isOver = false

  constructor(asked: PostRequest, resolve: (posted: Posted) => void) {
    this.#resolve = resolve
    this.#isStatusEnough = asked.isStatusEnough ?? false
    const { url, headers, body, agent } = asked
    const isTls = url.protocol === 'https:'
    const module = isTls ? https : http
    this.#request = module.request(url, {
      method: 'POST',
      agent,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
      lookup: lookupAllowed(asked.allows, asked.resolve),
    })
    this.#request.on('socket', (socket) => this.#watch(socket, isTls))
    this.#request.on('response', (response) => this.#read(response))
    this.#request.on('error', (error: NodeJS.ErrnoException) => this.#end(this.#failed(error)))
    this.#cancelTimer = asked.timers.after(asked.timeoutMs, () => this.#timeOut())
    this.#request.end(body)
  }

  #watch(socket: net.Socket, isTls: boolean): void {
    // A connection that is used again is there already.
    if (!socket.connecting && (!isTls || this.#request.reusedSocket)) this.#hasConnected = true
    else {
      socket.once(isTls ? 'secureConnect' : 'connect', () => {
        this.#hasConnected = true
      })
    }
  }

  #read(response: http.IncomingMessage): void {
    if (this.#isStatusEnough) {
      this.#throwAway(response)
      return
    }
    const chunks: Buffer[] = []
    let size = 0
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > answerOctetsMax) this.#request.destroy()
      else chunks.push(chunk)
    })
    response.on('end', () => {
      this.#end(answered(response, Buffer.concat(chunks).toString('utf8')))
    })
    response.on('error', () => this.#end({ kind: 'lost', why: 'connection_lost' }))
    response.on('close', () => this.#end({ kind: 'lost', why: 'connection_lost' }))
  }

  /** So that the connection can be used again; what is long or slow ends it. */
  #throwAway(response: http.IncomingMessage): void {
    const cancel = this.#cancelTimer
    this.#cancelTimer = () => undefined
    this.#end(answered(response, ''))
    let size = 0
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > thrownAwayMax) this.#request.destroy()
    })
    response.on('error', () => undefined)
    response.on('close', cancel)
  }

  #timeOut(): void {
    const posted: Posted = this.#hasConnected
      ? { kind: 'lost', why: 'no_answer' }
      : { kind: 'not_connected', why: 'connection_refused' }
    this.#end(posted)
    this.#request.destroy()
  }

  #failed(error: NodeJS.ErrnoException): Posted {
    if (this.#hasConnected) return { kind: 'lost', why: 'connection_lost' }
    return { kind: 'not_connected', why: whyNotConnected(error.code) }
  }

  #end(posted: Posted): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#cancelTimer()
    this.#resolve(posted)
  }
}

const answered = (response: http.IncomingMessage, body: string): Posted => ({
  kind: 'answered',
  status: response.statusCode ?? 0,
  body,
  retryAfter: response.headers['retry-after'],
})
