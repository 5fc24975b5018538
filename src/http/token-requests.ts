// What is told of each request of an API token, once it is answered: for the account's own log.
// Never an address, a query or a body: the route's pattern, and the code of an error.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../kernel/index.ts'
import { patternOf } from './answer-problem.ts'
import { headerOf } from './request-exchange.ts'
import { requestFacts } from './request-facts.ts'
import type { ServerOptions, TokenRequest } from './server-options.ts'

type Asked = Pick<ServerOptions, 'authenticate' | 'onTokenRequest'>

/** Addresses that lead nowhere are answered before anybody asks who sent them. */
const looksAtOnceMax = 20

export class TokenRequests {
  readonly #asked: Asked
  #looks = 0

  constructor(asked: Asked) {
    this.#asked = asked
  }

  /** The answer is out: nothing here delays it. */
  answered(request: FastifyRequest, reply: FastifyReply): void {
    const tell = this.#asked.onTokenRequest
    if (tell === undefined) return
    const told = (caller: Caller, path: string | null): TokenRequest => ({
      caller,
      method: request.method,
      path,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
      traceId: requestFacts.traceIdOf(request),
      code: request.facts?.code ?? null,
      keyUse: request.facts?.keyUse ?? null,
    })
    const known = request.facts?.byToken ?? null
    if (known !== null) tell(told(known, patternOf(request).replace(/:(\w+)/g, '{$1}')))
    else if (request.is404 && reply.statusCode >= 400) {
      void this.#look(request, (caller) => tell(told(caller, null)))
    }
  }

  /** Of an address that is none; beyond a few at once it is not asked who sent them. */
  async #look(request: FastifyRequest, tell: (caller: Caller) => void): Promise<void> {
    const authorization = headerOf(request, 'authorization')
    const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null
    if (bearer === null || this.#looks >= looksAtOnceMax) return
    this.#looks += 1
    try {
      const traceId = requestFacts.traceIdOf(request)
      const asked = { bearer, cookie: () => null, language: null, traceId }
      const found = await this.#asked.authenticate(asked)
      if (found?.via === 'token') tell(found.caller)
    } catch {
      // The database is away: the log lacks a line.
    } finally {
      this.#looks -= 1
    }
  }
}
