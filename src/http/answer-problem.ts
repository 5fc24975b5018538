// How a failure leaves: the problem document, or a page for a person, with the headers it needs.
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError, type Language } from '../kernel/index.ts'
import type { ProblemDocument } from './contract.ts'
import { fromFramework } from './errors.ts'
import { problemMediaType, problemOf } from './problem.ts'
import { requestFacts } from './request-facts.ts'
import { asPage } from './run-route.ts'
import type { ServerOptions } from './server-options.ts'

export function answerFailure(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  options: Pick<ServerOptions, 'language' | 'onFailure'>,
): void {
  const expected = request.routeOptions.config.bodyMediaType ?? 'application/json'
  const failure = fromFramework(error, expected)
  const language = requestFacts.languageOf(request) ?? options.language
  const traceId = requestFacts.traceIdOf(request)
  const problem = problemOf(failure, language, traceId)
  requestFacts.failed(request, problem.code)
  if (problem.status >= 500) options.onFailure(failure, { route: patternOf(request), traceId })
  const failedPage = request.routeOptions.config.failedPage ?? null
  if (failedPage === null) {
    sendProblem(reply, problem)
    return
  }
  asPage(reply)
  setHeaders(reply, problem)
  reply.type('text/html; charset=utf-8').send(failedPage(problem, language))
}

export function sendProblem(reply: FastifyReply, problem: ProblemDocument): void {
  setHeaders(reply, problem)
  reply.type(problemMediaType).send(problem)
}

function setHeaders(reply: FastifyReply, { status, details }: ProblemDocument): void {
  const seconds = details?.['seconds']
  if (status === 503 || status === 429) {
    reply.header('retry-after', typeof seconds === 'number' ? String(seconds) : '5')
  }
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="Accord"')
  // What comes behind a body that was given up cannot be told from it.
  if (status === 408) reply.header('connection', 'close')
  const allowed = details?.['allowed']
  if (status === 405 && typeof allowed === 'string') reply.header('allow', allowed)
  reply.code(status).header('cache-control', 'no-store')
}

/** The route's pattern: an address may hold a number that somebody typed. */
export function patternOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? '(none)'
}

const statusLines: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}

/** What the parser could not read has no request and no reply: it is answered on the socket. */
export function answerUnreadable(
  error: NodeJS.ErrnoException,
  socket: Socket,
  { language, makeTraceId }: { language: Language; makeTraceId(): string },
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const statusLine = statusLines[error.code ?? ''] ?? '400 Bad Request'
  const failure = new AppError(
    'http.headers_malformed',
    'invalid',
    'What came is not a request that can be read.',
  )
  const problem = problemOf(failure, language, makeTraceId())
  const body = JSON.stringify({ ...problem, status: Number(statusLine.slice(0, 3)) })
  socket.end(
    `HTTP/1.1 ${statusLine}\r\nConnection: close\r\nContent-Type: ${problemMediaType}\r\n` +
      `Cache-Control: no-store\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  )
}
