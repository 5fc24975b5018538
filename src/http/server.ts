// Builds the HTTP server out of the rooms' routes: the order of checks, problems, headers, limits.
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Admission, demandRoom } from './admit.ts'
import { answerFailure, answerUnreadable, patternOf, sendProblem } from './answer-problem.ts'
import { AtOnce } from './at-once.ts'
import { pacedBody } from './body/body-watch.ts'
import { expectation, newHttpServer } from './connections.ts'
import { routeUnknown, stopping } from './errors.ts'
import { healthRoutes } from './health-routes.ts'
import { type HttpLimits, httpLimits } from './http-limits.ts'
import { languageOf } from './language.ts'
import { openApiOf } from './openapi/openapi.ts'
import { serveReference } from './openapi/serve-reference.ts'
import { problemOf } from './problem.ts'
import { requestFacts } from './request-facts.ts'
import type { Route } from './route.ts'
import { runRoute } from './run-route.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServerOptions } from './server-options.ts'
import { serveSite } from './site.ts'
import { TokenRequests } from './token-requests.ts'
import { UnknownAddress } from './unknown-address.ts'

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const limits = { ...httpLimits, ...options.limits }
  const server = emptyServer(options, limits)
  const stop = new AbortController()
  server.addHook('preClose', async () => stop.abort())
  const admission = new Admission({
    ...options,
    limits,
    takeTurn: options.takeTurn ?? null,
    stopping: stop.signal,
    publicOrigin: options.publicUrl === null ? null : new URL(options.publicUrl).origin,
  })
  const documented = [...options.routes, ...healthRoutes(nowAndThen(options))]
  const routes = documented.flatMap((route) => [
    route,
    ...route.alsoAt.map((path) => ({ ...route, path })),
  ])
  const unknown = new UnknownAddress(options, [...routes, { method: 'GET', path: documentPath }])
  await greet(server, options)
  refuseFirst(server, { options, limits, unknown, stopping: stop.signal })
  watch(server, options, admission)
  await protect(server)
  await addRoutes(server, routes, admission)
  serveDocument(server, documented, options)
  if (options.webRoot !== null) await serveSite(server, options.webRoot)
  server.setNotFoundHandler((request, reply) => unknown.answer(request, reply))
  return server
}

/** Anybody may ask whether the server is ready: however many do, it is looked at once a second. */
function nowAndThen({ timers, notReady }: ServerOptions): () => Promise<string | null> {
  let looked: { at: number; reason: Promise<string | null> } | null = null
  return () => {
    const at = timers.monotonicMs()
    if (looked === null || at - looked.at >= 1_000) {
      looked = { at, reason: (async () => notReady())() }
    }
    return looked.reason
  }
}

function emptyServer(options: ServerOptions, limits: HttpLimits): FastifyInstance {
  const { trustProxy } = options
  return fastify({
    logger: false,
    // One proxy stands in front: the address it adds is believed, what the client claims is not.
    trustProxy: trustProxy ? (_address, hop) => hop < 1 : false,
    bodyLimit: 1024 * 1024,
    serverFactory: (handler) => newHttpServer(handler, { limits, trustProxy }),
    // A stop waits for the requests at work; streams are told to end by `preClose`.
    forceCloseConnections: 'idle',
    // Answered in our own words, by `refuseFirst`.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket, options),
    // An address that cannot be read comes before any hook; it is not repeated in the answer.
    frameworkErrors: (_error, request, reply) => {
      const language = languageOf(request.headers['accept-language']) ?? options.language
      sendProblem(reply, problemOf(routeUnknown(), language, options.makeTraceId()))
    },
  })
}

/** What each request is given first. Hooks of many requests call back: a promise costs each. */
async function greet(server: FastifyInstance, options: ServerOptions): Promise<void> {
  const fixed = await securityHeaders(options.publicUrl?.startsWith('https:') ?? false)
  requestFacts.prepare(server)
  server.addHook('onRequest', (request, reply, done) => {
    const traceId = options.makeTraceId()
    const asked = languageOf(request.headers['accept-language'])
    const language = asked ?? options.language
    requestFacts.set(request, {
      ...{ traceId, asked, language, admitted: null, onAnswered: null },
      ...{ byToken: null, code: null, keyUse: null },
    })
    reply.headers(fixed).header('x-trace-id', traceId)
    done()
  })
}

/** What is refused before anything is asked of the database, whatever it wants. */
function refuseFirst(
  server: FastifyInstance,
  of: {
    options: ServerOptions
    limits: HttpLimits
    unknown: UnknownAddress
    stopping: AbortSignal
  },
): void {
  const { options, unknown } = of
  const requests = new AtOnce(of.limits.requestsOfClientMax)
  let isProxySeen = options.trustProxy
  server.addHook('onRequest', (request, reply, done) => {
    if (!isProxySeen && isForwarded(request)) {
      isProxySeen = true
      options.onProxySeen?.()
    }
    try {
      if (of.stopping.aborted) throw stopping()
      demandRoom(requests, request, reply)
    } catch (error) {
      done(error as Error)
      return
    }
    // The body of a request that leads nowhere is not read.
    if (request.is404) unknown.answer(request, reply)
    else done()
  })
}

function isForwarded({ headers }: FastifyRequest): boolean {
  return headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
}

function watch(server: FastifyInstance, options: ServerOptions, admission: Admission): void {
  const tokens = new TokenRequests(options)
  server.addHook('onResponse', (request, reply, done) => {
    options.onAccess({
      method: request.method,
      route: patternOf(request),
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      traceId: requestFacts.traceIdOf(request),
    })
    requestFacts.answered(request)
    tokens.answered(request, reply)
    letRestBy(request, admission)
    done()
  })
  server.setErrorHandler((error, request, reply) => {
    // Unread, the rest of an upload that failed would keep the answer from arriving.
    if (request.raw.complete === false && !expectation.isOpen(request.raw)) {
      request.raw.unpipe()
      request.raw.resume()
    }
    answerFailure(error, request, reply, options)
  })
}

/**
 * The rest of a body that nobody reads any more; the next request on the connection lies behind.
 */
function letRestBy({ raw, routeOptions, facts }: FastifyRequest, admission: Admission): void {
  if (raw.complete !== false || raw.destroyed || expectation.isOpen(raw)) return
  const { limits } = admission
  const isKnown = (facts?.admitted?.caller ?? null) !== null
  const octetsMax = Math.max(limits.letBy.octetsMax, 2 * (routeOptions.config.octetsMax ?? 0))
  admission.watch.letBy(raw, isKnown ? { ms: limits.letByKnownMs, octetsMax } : limits.letBy)
}

async function protect(server: FastifyInstance): Promise<void> {
  // Read where somebody asks for one: a program that shows a token has none.
  await server.register(cookie, { hook: false })
  // A body of a kind that no route reads is refused before it is read.
  server.removeContentTypeParser('text/plain')
  acceptNoBody(server)
}

/** Programs name the kind of a body that they do not have: with `DELETE`, or to launch. */
function acceptNoBody(server: FastifyInstance): void {
  const read = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else read(request, String(body), done)
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    bodyMediaType?: string
    octetsMax?: number
    failedPage?: Route['failed']
  }
}

const formMediaType = 'application/x-www-form-urlencoded'
const bodyMediaTypes: Partial<Record<Route['kind'], string>> = {
  upload: 'multipart/form-data',
  page: formMediaType,
}

/** Uploads and pages each in a context of their own: no other route takes what these can send. */
async function addRoutes(
  server: FastifyInstance,
  routes: readonly Route[],
  admission: Admission,
): Promise<void> {
  const isApart = ({ kind }: Route) => kind === 'upload' || kind === 'page'
  const add = (context: FastifyInstance, which: (route: Route) => boolean) => {
    for (const route of routes.filter(which)) addRoute(context, route, admission)
  }
  add(server, (route) => !isApart(route))
  await server.register(async (context) => {
    await context.register(multipart)
    add(context, ({ kind }) => kind === 'upload')
  })
  await server.register(async (context) => {
    context.addContentTypeParser(formMediaType, { parseAs: 'string' }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))))
    })
    add(context, ({ kind }) => kind === 'page')
  })
}

function addRoute(server: FastifyInstance, route: Route, admission: Admission): void {
  const { options, watch, shared, limits } = admission
  server.route({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, ':$1'),
    bodyLimit: route.kind === 'upload' ? Number.MAX_SAFE_INTEGER : route.bodyOctetsMax,
    config: {
      bodyMediaType: bodyMediaTypes[route.kind] ?? 'application/json',
      octetsMax: route.bodyOctetsMax,
      failedPage: route.failed,
    },
    onRequest: (request, reply) => admission.admit(route, request, reply),
    preParsing: (request, _reply, payload, done) => {
      // Nearly every body came with its headers; an upload is looked after where it is taken apart.
      const isOurs = route.method !== 'GET' && route.kind !== 'upload'
      const isOnItsWay = isOurs && request.raw.complete === false
      done(null, isOnItsWay ? pacedBody(request.raw, watch, limits.body) : payload)
    },
    handler: async (request, reply) => {
      await runRoute(route, request, reply, { ...options, watch, shared })
      return reply
    },
  })
}

const documentPath = '/v1/openapi.json'

function serveDocument(
  server: FastifyInstance,
  routes: readonly Route[],
  { version, api }: ServerOptions,
): void {
  // Made when somebody first asks for it: a start need not wait.
  let document: ReturnType<typeof openApiOf> | null = null
  const made = () => {
    document ??= openApiOf(routes, { ...api, version })
    return document
  }
  server.get(documentPath, async (_request, reply: FastifyReply) => {
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8')
    return made()
  })
  serveReference(server, made)
}
