// What is known of a request from its first moment: its trace id and the language to answer in.
import type { FastifyRequest } from 'fastify'
import type { Language } from '../kernel/index.ts'

const traceIds = new WeakMap<FastifyRequest, string>()
const languages = new WeakMap<FastifyRequest, Language>()

export const requestFacts = {
  traceIdOf: (request: FastifyRequest): string => traceIds.get(request) ?? '',
  setTraceId: (request: FastifyRequest, id: string) => traceIds.set(request, id),
  languageOf: (request: FastifyRequest): Language | null => languages.get(request) ?? null,
  setLanguage: (request: FastifyRequest, language: Language) => languages.set(request, language),
}
