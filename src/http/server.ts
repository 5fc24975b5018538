// Builds the HTTP server out of the rooms' routes: guard, validation, problems, headers, limits.
import type { IncomingMessage } from 'node:http'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { AppError } from '../kernel/index.ts'
import { fromFramework, routeUnknown } from './errors.ts'
import { languageOf } from './language.ts'
import { openApiOf } from './openapi.ts'
import { problemMediaType, problemOf } from './problem.ts'
import { requestFacts } from './request-facts.ts'
import type { Route } from './route.ts'
import { asPage, type RunOptions, runRoute } from './run-route.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServerOptions } from './server-options.ts'
import { serveSite } from './site.ts'

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    // One proxy stands in front: the address it adds is believed, what the client claims is not.
    trustProxy: options.trustProxy ? (_address, hop) => hop < 1 : false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 0,
    keepAliveTimeout: 72_000,
    // A stop waits for the requests at work; streams are told to end by `preClose` below.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { ignoreTrailingSlash: true },
    // An address that cannot be read comes before any hook; it is not repeated in the answer.
    frameworkErrors: (_error, request, reply) => {
      const language = languageOf(request.headers['accept-language']) ?? options.language
      sendProblem(reply, problemOf(routeUnknown(), language, options.makeTraceId()))
    },
  })
  await greet(server, options)
  watch(server, options)
  await protect(server)
  const stop = new AbortController()
  server.addHook('preClose', async () => stop.abort())
  await addRoutes(server, {
    ...options,
    stopping: stop.signal,
    publicOrigin: options.publicUrl === null ? null : new URL(options.publicUrl).origin,
  })
  addOwnRoutes(server, options)
  if (options.webRoot !== null) await serveSite(server, options.webRoot)
  answerTheRest(server, options)
  return server
}

/** What each request is given first. Hooks of many requests call back: a promise costs each. */
async function greet(server: FastifyInstance, options: ServerOptions): Promise<void> {
  const fixed = await securityHeaders(options.publicUrl?.startsWith('https:') ?? false)
  requestFacts.prepare(server)
  server.addHook('onRequest', (request, reply, done) => {
    const traceId = options.makeTraceId()
    const asked = languageOf(request.headers['accept-language'])
    requestFacts.set(request, { traceId, asked, language: asked ?? options.language })
    reply.headers(fixed).header('x-trace-id', traceId)
    done()
  })
}

function watch(server: FastifyInstance, options: ServerOptions): void {
  server.addHook('onResponse', (request, reply, done) => {
    options.onAccess({
      method: request.method,
      route: patternOf(request),
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
      traceId: requestFacts.traceIdOf(request),
    })
    done()
  })
  server.setErrorHandler((error, request, reply) => {
    const expected = request.routeOptions.config.bodyMediaType ?? 'application/json'
    const failure = fromFramework(error, expected)
    const language = requestFacts.languageOf(request) ?? options.language
    const traceId = requestFacts.traceIdOf(request)
    const problem = problemOf(failure, language, traceId)
    if (problem.status >= 500) {
      options.onFailure(failure, { route: patternOf(request), traceId })
    }
    letBy(request.raw)
    const failedPage = request.routeOptions.config.failedPage ?? null
    if (failedPage === null) return sendProblem(reply, problem)
    asPage(reply)
    reply.code(problem.status).header('cache-control', 'no-store')
    reply.type('text/html; charset=utf-8').send(failedPage(problem, language))
  })
}

/**
 * The rest of a body that nobody reads any more, of an upload that failed: unread, it would block
 * the connection, and the next request on it would wait for nothing.
 */
function letBy(body: IncomingMessage): void {
  if (body.complete) return
  body.unpipe()
  body.resume()
}

function sendProblem(reply: FastifyReply, problem: ReturnType<typeof problemOf>): void {
  const seconds = problem.details?.['seconds']
  if (problem.status === 503) {
    reply.header('retry-after', typeof seconds === 'number' ? String(seconds) : '5')
  }
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="Accord"')
  reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type(problemMediaType)
    .send(problem)
}

/** The route's pattern: an address may hold a number that somebody typed. */
function patternOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? '(none)'
}

async function protect(server: FastifyInstance): Promise<void> {
  // Read where somebody asks for one: a program that shows a token has none.
  await server.register(cookie, { hook: false })
  await server.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, context) =>
      new AppError(
        'http.too_many_requests',
        'rate_limited',
        'Too many attempts; wait, then try again.',
        { details: { seconds: Math.max(1, Math.ceil(context.ttl / 1000)) } },
      ),
  })
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
    failedPage?: Route['failed']
  }
}

const formMediaType = 'application/x-www-form-urlencoded'
const bodyMediaTypes: Partial<Record<Route['kind'], string>> = {
  upload: 'multipart/form-data',
  page: formMediaType,
}

/** Uploads and pages each in a context of their own: no other route takes what these can send. */
async function addRoutes(server: FastifyInstance, options: RunOptions): Promise<void> {
  const isApart = ({ kind }: Route) => kind === 'upload' || kind === 'page'
  const add = (context: FastifyInstance, which: (route: Route) => boolean) => {
    for (const route of options.routes.filter(which)) addRoute(context, route, options)
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

function addRoute(server: FastifyInstance, route: Route, options: RunOptions): void {
  server.route({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, ':$1'),
    bodyLimit: route.kind === 'upload' ? Number.MAX_SAFE_INTEGER : route.bodyOctetsMax,
    config: {
      bodyMediaType: bodyMediaTypes[route.kind] ?? 'application/json',
      failedPage: route.failed,
      ...(route.perMinuteMax === null
        ? {}
        : { rateLimit: { max: route.perMinuteMax, timeWindow: 60_000 } }),
    },
    handler: async (request, reply) => {
      await runRoute(route, request, reply, options)
      return reply
    },
  })
}

function addOwnRoutes(server: FastifyInstance, options: ServerOptions): void {
  const { routes, version, api } = options
  // Made when somebody first asks for it: a start need not wait.
  let document: ReturnType<typeof openApiOf> | null = null
  server.get('/v1/openapi.json', async (_request, reply) => {
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8')
    document ??= openApiOf(routes, { ...api, version })
    return document
  })
  server.get('/health/live', async () => ({ live: true }))
  server.get('/health/ready', async () => {
    const reason = await options.notReady()
    if (reason === null) return { ready: true }
    throw new AppError('http.unavailable', 'unavailable', reason, { details: { reason } })
  })
}

function answerTheRest(server: FastifyInstance, options: ServerOptions): void {
  server.setNotFoundHandler((request, reply) => {
    const path = request.raw.url ?? '/'
    const isPage = request.method === 'GET' || request.method === 'HEAD'
    const isApi = /^\/(v1|health)(\/|$|\?)/.test(path)
    const isFile = /^\/assets\//.test(path)
    if (isPage && !isApi && !isFile && options.webRoot !== null) {
      // The web app finds its own way from the address: a screen's link can be opened directly.
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    }
    const language = requestFacts.languageOf(request) ?? options.language
    sendProblem(reply, problemOf(routeUnknown(), language, requestFacts.traceIdOf(request)))
    return reply
  })
}
