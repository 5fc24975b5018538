// What is known of a request from its first moment: its trace id and the language to answer in.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Language } from '../kernel/index.ts'

type Facts = {
  traceId: string
  /** What the header `Accept-Language` asks for; null when it names none of ours. */
  asked: Language | null
  /** To answer in: the caller's own, once the caller is known. */
  language: Language
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
  setLanguage: (request: FastifyRequest, language: Language) => {
    if (request.facts !== null) request.facts.language = language
  },
}
