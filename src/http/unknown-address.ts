// What is at an address that no route takes: a screen of the web app, another method, or nothing.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sentence } from '../words/index.ts'
import { sendProblem } from './answer-problem.ts'
import { methodNotAllowed, routeUnknown } from './errors.ts'
import { problemOf } from './problem.ts'
import { requestFacts } from './request-facts.ts'
import type { Method, Route } from './route.ts'
import { asPage } from './run-route.ts'
import type { ServerOptions } from './server-options.ts'

type Place = { pattern: RegExp; method: Method }

export class UnknownAddress {
  readonly #places: readonly Place[]
  readonly #screens: readonly RegExp[]
  readonly #options: ServerOptions

  constructor(options: ServerOptions, routes: readonly Pick<Route, 'method' | 'path'>[]) {
    this.#options = options
    this.#places = routes.map(({ method, path }) => ({ method, pattern: patternOf(path) }))
    const screens = options.webRoot === null ? [] : (options.sitePaths ?? [])
    this.#screens = screens.map(patternOf)
  }

  /** The web app finds its own way from the address: a screen's link can be opened directly. */
  answer(request: FastifyRequest, reply: FastifyReply): void {
    const path = (request.raw.url ?? '/').split('?')[0] ?? '/'
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const isScreen = this.#screens.some((pattern) => pattern.test(path))
    if (isScreen && isRead) {
      reply.header('cache-control', 'no-cache').sendFile('index.html')
      return
    }
    const allowed = this.#allowedAt(path, isScreen)
    const failure = allowed === '' ? routeUnknown() : methodNotAllowed(allowed)
    requestFacts.failed(request, failure.code)
    const language = requestFacts.languageOf(request) ?? this.#options.language
    const problem = problemOf(failure, language, requestFacts.traceIdOf(request))
    if (isRead && allowed === '' && wantsPage(request)) {
      const home = sentence(language, 'http.to_the_first_page') ?? '/'
      asPage(reply)
      reply.code(404).header('cache-control', 'no-store').type('text/html; charset=utf-8')
      reply.send(
        `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
          `<title>${problem.title}</title><p>${problem.title}.</p><p><a href="/">${home}</a></p>`,
      )
      return
    }
    sendProblem(reply, problem)
  }

  #allowedAt(path: string, isScreen: boolean): string {
    const methods = new Set<string>(isScreen ? ['GET'] : [])
    for (const { pattern, method } of this.#places) if (pattern.test(path)) methods.add(method)
    if (methods.has('GET')) methods.add('HEAD')
    return [...methods].sort().join(', ')
  }
}

/** A browser that goes somewhere says so; programs take anything. */
function wantsPage(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') ?? false
}

/** `/v1/contacts/{id}` and `/contacts/:id`, with or without a slash at the end. */
function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    return /^[:{]/.test(part) ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('/')}/?$`)
}
