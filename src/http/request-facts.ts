// What is known of a request from its first moment: its trace id and the language to answer in.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { BugError, type Caller, type Language } from '../kernel/index.ts'
import type { Exchange } from './route.ts'

/** What is known once a request may go on to its body. */
export type Asked = { caller: Caller | null; exchange: Exchange }

/** What an Idempotency-Key did for a request: it was new, or its first answer was repeated. */
export type KeyUse = 'first' | 'repeated'

type Facts = {
  traceId: string
  /** What the header `Accept-Language` asks for; null when it names none of ours. */
  asked: Language | null
  /** To answer in: the caller's own, once the caller is known. */
  language: Language
  /** Null until it was looked at who asks, and whether they may. */
  admitted: Asked | null
  /** Called once the answer is out. */
  onAnswered: (() => void) | null
  /** Who showed an API token that is known, whether or not the request was let in. */
  byToken: Caller | null
  /** Of the problem that was answered. */
  code: string | null
  keyUse: KeyUse | null
}

declare module 'fastify' {
  interface FastifyRequest {
    facts: Facts | null
  }
}

export const requestFacts = {
  /** Before the first hook. On the request itself: weak maps cost the collector at each of them. */
  prepare: (server: FastifyInstance) => server.decorateRequest('facts', null),
  set: (request: FastifyRequest, facts: Facts) => {
    request.facts = facts
  },
  traceIdOf: (request: FastifyRequest): string => request.facts?.traceId ?? '',
  askedOf: (request: FastifyRequest): Language | null => request.facts?.asked ?? null,
  languageOf: (request: FastifyRequest): Language | null => request.facts?.language ?? null,
  onAnswered: (request: FastifyRequest, call: () => void) => {
    if (request.facts !== null) request.facts.onAnswered = call
  },
  answered: (request: FastifyRequest) => request.facts?.onAnswered?.(),
  admit: (request: FastifyRequest, asked: Asked) => {
    if (request.facts !== null) request.facts.admitted = asked
  },
  /** A route that got past the order of checks would end here, before it does anything. */
  admittedOf: (request: FastifyRequest): Asked => {
    const admitted = request.facts?.admitted ?? null
    if (admitted === null) throw new BugError('a request is run before it was let in')
    return admitted
  },
  shownToken: (request: FastifyRequest, caller: Caller) => {
    if (request.facts !== null) request.facts.byToken = caller
  },
  failed: (request: FastifyRequest, code: string) => {
    if (request.facts !== null) request.facts.code = code
  },
  usedKey: (request: FastifyRequest, keyUse: KeyUse) => {
    if (request.facts !== null) request.facts.keyUse = keyUse
  },
  setLanguage: (request: FastifyRequest, language: Language) => {
    if (request.facts !== null) request.facts.language = language
  },
}
