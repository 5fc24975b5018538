// Checks before any byte of a body is read: who asks, may they, from where, how much, how often.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../kernel/index.ts'
import { AppError } from '../kernel/index.ts'
import { SharedAnswers } from './answers/shared-answers.ts'
import { AtOnce } from './at-once.ts'
import { BodyWatch } from './body/body-watch.ts'
import { multipartLimits } from './body/multipart.ts'
import { clientOf } from './client-address.ts'
import { expectation } from './connections.ts'
import { bodyTooLarge } from './errors.ts'
import { type Authenticated, callerName, demandCaller, demandOwnOrigin } from './guard.ts'
import type { HttpLimits } from './http-limits.ts'
import { LastKnown } from './last-known.ts'
import { cookieOf, headerOf, RequestExchange } from './request-exchange.ts'
import { requestFacts } from './request-facts.ts'
import type { Route } from './route.ts'
import type { RunOptions } from './run-route.ts'
import { Turns, tooMany } from './turns.ts'
import { validatedAddress } from './validate.ts'

export class Admission {
  readonly watch: BodyWatch
  readonly shared: SharedAnswers
  readonly options: RunOptions
  readonly #turns: Turns
  readonly #streamsOfCaller: AtOnce
  readonly #streamsOfAccount: AtOnce
  readonly #lastKnown: LastKnown

  constructor(options: RunOptions) {
    this.options = options
    this.watch = new BodyWatch(options.timers, options.limits)
    this.shared = new SharedAnswers(options.timers)
    this.#turns = new Turns(options.timers, options.takeTurn)
    this.#streamsOfCaller = new AtOnce(options.limits.streamsOfCallerMax)
    this.#streamsOfAccount = new AtOnce(4 * options.limits.streamsOfCallerMax)
    this.#lastKnown = new LastKnown(options.timers)
  }

  get limits(): HttpLimits {
    return this.options.limits
  }

  /** The one order of checks, for every route; nothing of the body is read before it ends. */
  async admit(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const options = this.options
    const known = await this.#knownCaller(route, request)
    const caller = known?.caller ?? null
    if (caller !== null) requestFacts.setLanguage(request, caller.language)
    if (caller !== null && known?.via === 'token') requestFacts.shownToken(request, caller)
    known?.confine?.(route)
    demandCaller(route.needs, caller, headerOf(request, 'authorization') !== null)
    demandOwnOrigin({
      method: request.method,
      via: known?.via ?? null,
      origin: headerOf(request, 'origin'),
      fetchSite: headerOf(request, 'sec-fetch-site'),
      ownHeader: headerOf(request, 'x-accord'),
      host: request.host,
      publicOrigin: options.publicOrigin,
    })
    demandSize(route, request)
    const exchange = new RequestExchange(request, reply, { caller, language: options.language })
    await this.#turns.demand(route, clientOf(request.ip))
    if (route.admit !== null) {
      const raw = { params: request.params, query: request.query }
      const address = validatedAddress(route, raw, exchange.language)
      await route.admit({ ...address, body: undefined, exchange })
    }
    if (route.kind === 'progress') this.#demandStream(caller, request, reply)
    requestFacts.admit(request, { caller, exchange })
    if (expectation.close(request.raw)) reply.raw.writeContinue()
  }

  #demandStream(caller: Caller | null, request: FastifyRequest, reply: FastifyReply): void {
    const leave = this.#streamsOfCaller.enter(
      caller === null ? clientOf(request.ip) : callerName(caller),
    )
    const leaveAccount =
      leave === null ? null : this.#streamsOfAccount.enter(caller?.accountId ?? request.ip)
    if (leave === null || leaveAccount === null) {
      leave?.()
      throw tooManyStreams(this.options.limits.streamsOfCallerMax)
    }
    for (const event of ['close', 'finish']) {
      reply.raw.once(event, () => {
        leave()
        leaveAccount()
      })
    }
  }

  async #knownCaller(route: Route, request: FastifyRequest): Promise<Authenticated | null> {
    const authorization = headerOf(request, 'authorization')
    const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null
    const ask = () =>
      this.options.authenticate({
        bearer: authorization === null ? null : (bearer ?? ''),
        cookie: (name) => cookieOf(request, name),
        language: requestFacts.askedOf(request),
        traceId: requestFacts.traceIdOf(request),
      })
    return route.answersWithoutDatabase ? this.#lastKnown.knownBy(bearer, ask) : ask()
  }
}

/** Of a client with too many requests at work already, before anything is asked of the database. */
export function demandRoom(requests: AtOnce, request: FastifyRequest, reply: FastifyReply): void {
  const leave = requests.enter(clientOf(request.ip))
  if (leave === null) throw tooMany(1_000)
  requestFacts.onAnswered(request, leave)
  // A client that went away gets no answer.
  reply.raw.once('close', leave)
}

/** What a request says of its size is judged before the first octet; the rest as it streams. */
function demandSize(route: Route, request: FastifyRequest): void {
  const octets = Number(request.headers['content-length'] ?? 0)
  const around =
    route.kind === 'upload' ? multipartLimits.fieldsMax * multipartLimits.fieldOctetsMax : 0
  if (octets > route.bodyOctetsMax + around) throw bodyTooLarge()
}

function tooManyStreams(max: number): AppError {
  return new AppError(
    'http.too_many_streams',
    'rate_limited',
    `At most ${max} progress streams may be open at once; close one, or look now and then instead.`,
    { details: { max, seconds: 5 } },
  )
}
