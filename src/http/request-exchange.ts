// What a handler sees of one request and its reply, beside its validated input.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller, Language } from '../kernel/index.ts'
import { idempotencyKeyOf } from './idempotency.ts'
import { requestFacts } from './request-facts.ts'
import type { Exchange } from './route.ts'

/**
 * A class, since each literal with a getter gets a shape of its own: the runtime keeps that until
 * its next whole collection, and with it the request, the reply and all that they name.
 */
export class RequestExchange implements Exchange {
  readonly language: Language
  readonly traceId: string
  readonly clientAddress: string
  readonly idempotencyKey: string | null
  readonly #request: FastifyRequest
  readonly #reply: FastifyReply
  #gone: AbortController | null = null

  constructor(
    request: FastifyRequest,
    reply: FastifyReply,
    of: { caller: Caller | null; language: Language },
  ) {
    this.#request = request
    this.#reply = reply
    this.language = of.caller?.language ?? requestFacts.askedOf(request) ?? of.language
    this.traceId = requestFacts.traceIdOf(request)
    this.clientAddress = request.ip
    this.idempotencyKey = idempotencyKeyOf(headerOf(request, 'idempotency-key'))
  }

  cookie(name: string): string | null {
    return cookieOf(this.#request, name)
  }

  header(name: string): string | null {
    return headerOf(this.#request, name.toLowerCase())
  }

  setHeader(name: string, value: string): void {
    this.#reply.header(name, value)
  }

  /** Made when somebody asks for it: an abort costs, and most routes answer at once. */
  get gone(): AbortSignal {
    if (this.#gone === null) {
      const made = new AbortController()
      this.#reply.raw.once('close', () => made.abort())
      if (this.#reply.raw.closed) made.abort()
      this.#gone = made
    }
    return this.#gone.signal
  }
}

export function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}

export function cookieOf(request: FastifyRequest, name: string): string | null {
  const header = headerOf(request, 'cookie')
  return header === null ? null : (request.server.parseCookie(header)[name] ?? null)
}
