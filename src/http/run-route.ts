// One request through its route: who, may they, is the input right, run, answer.
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../kernel/index.ts'
import { type Authenticated, demandCaller, demandOwnOrigin } from './guard.ts'
import { onceForKey } from './idempotency.ts'
import { receiveUpload } from './multipart.ts'
import { eventStream } from './progress.ts'
import { cookieOf, headerOf, RequestExchange } from './request-exchange.ts'
import { requestFacts } from './request-facts.ts'
import type { Download, Exchange, Page, RawInput, Route } from './route.ts'
import type { ServerOptions } from './server-options.ts'
import { answerOf, validated } from './validate.ts'

export type RunOptions = ServerOptions & {
  stopping: AbortSignal
  /** Of the public address, when it is not the one that is listened on. */
  publicOrigin: string | null
}

export async function runRoute(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  options: RunOptions,
): Promise<void> {
  const known = await knownCaller(request, options)
  const caller = known?.caller ?? null
  if (caller !== null) requestFacts.setLanguage(request, caller.language)
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
  reply.header('cache-control', 'no-store')
  const exchange = new RequestExchange(request, reply, { caller, language: options.language })
  switch (route.kind) {
    case 'upload':
      return runUpload(route, request, reply, { caller, exchange })
    case 'download':
      return runDownload(route, request, reply, { caller, exchange })
    case 'page':
      return runPage(route, request, reply, { caller, exchange })
    case 'progress':
      return runProgress(route, request, reply, { caller, exchange, options })
    default:
      return runJson(route, request, reply, { caller, exchange, options })
  }
}

type Asked = { caller: Caller | null; exchange: Exchange }

async function runJson(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, exchange, options }: Asked & { options: RunOptions },
): Promise<void> {
  const input = inputOf(route, request, exchange)
  const work = async () => {
    const value = await route.run(caller, input)
    return { status: route.status, body: route.status === 204 ? null : answerOf(route, value) }
  }
  const key = exchange.idempotencyKey
  if (route.idempotent && key !== null && caller !== null && options.idempotency !== null) {
    const name = `${route.method} ${request.url}`
    const asked = { caller, key, route: name, body: input.body }
    const answer = await onceForKey(options.idempotency, asked, work)
    if (answer.repeated) reply.header('idempotency-replayed', 'true')
    send(reply, answer.status, answer.body)
    return
  }
  const answer = await work()
  send(reply, answer.status, answer.body)
}

/** Nothing returns the reply: Fastify makes it a promise of the whole answer, which nobody awaits. */
function send(reply: FastifyReply, status: number, body: unknown): void {
  reply.code(status)
  if (status === 204) reply.send()
  else reply.send(body)
}

async function runUpload(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, exchange }: Asked,
): Promise<void> {
  const { fields, file } = await receiveUpload(request, route.bodyOctetsMax)
  try {
    const input = inputOf(route, request, exchange, fields)
    const value = await route.run(caller, { ...input, file })
    send(reply, route.status, answerOf(route, value))
  } finally {
    file.stream.destroy()
  }
}

async function runDownload(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, exchange }: Asked,
): Promise<void> {
  const input = inputOf(route, request, exchange)
  const file = (await route.run(caller, input)) as Download
  const plain = file.fileName.replace(/[^\w. -]/g, '_')
  const full = encodeURIComponent(file.fileName)
  reply.type(file.mediaType)
  reply.header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${full}`)
  const stream = file.stream instanceof Readable ? file.stream : Readable.from(file.stream)
  reply.send(stream)
}

async function runPage(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, exchange }: Asked,
): Promise<void> {
  const page = (await route.run(caller, inputOf(route, request, exchange))) as Page
  asPage(reply)
  reply.code(page.status).type(page.mediaType ?? route.mediaType)
  if (page.location !== undefined) reply.header('location', page.location)
  // A sender's own site loads the small script that links to a form.
  if (page.mediaType?.startsWith('text/javascript'))
    reply.header('cross-origin-resource-policy', 'cross-origin')
  reply.send(page.html)
}

/** With no referrer at all a browser hides the origin of a form, and the guard asks for it. */
export function asPage(reply: FastifyReply): void {
  reply.header('referrer-policy', 'same-origin').header('x-robots-tag', 'noindex')
}

async function runProgress(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, exchange, options }: Asked & { options: RunOptions },
): Promise<void> {
  const input = inputOf(route, request, exchange)
  const events = route.run(caller, input) as AsyncIterable<unknown>
  const end = AbortSignal.any([exchange.gone, options.stopping])
  const stream = await eventStream(events, {
    timers: options.timers,
    end,
    write: (event) => answerOf(route, event),
  })
  reply.type('text/event-stream; charset=utf-8')
  // A proxy that gathers the answer before passing it on would hide the progress.
  reply.header('x-accel-buffering', 'no')
  reply.send(stream)
}

function inputOf(
  route: Route,
  request: FastifyRequest,
  exchange: Exchange,
  body: unknown = request.body,
): RawInput {
  const raw = { params: request.params, query: request.query, body }
  return { exchange, ...validated(route, raw, exchange.language) }
}

async function knownCaller(
  request: FastifyRequest,
  options: RunOptions,
): Promise<Authenticated | null> {
  const authorization = headerOf(request, 'authorization')
  const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null
  return options.authenticate({
    bearer: authorization === null ? null : (bearer ?? ''),
    cookie: (name) => cookieOf(request, name),
    language: requestFacts.askedOf(request),
    traceId: requestFacts.traceIdOf(request),
  })
}
