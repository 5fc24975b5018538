// The HTTP server with a room's routes and nothing around them: no site, no log, nobody known.
import type { FastifyInstance } from 'fastify'
import { buildServer, type Route, type ServerOptions } from '../../src/http/index.ts'

const standingStill = {
  now: () => 0,
  monotonicMs: () => 0,
  sleep: async () => undefined,
  after: () => () => undefined,
}

/** What a route did not mean to fail by fails the test, unless it asks to hear of it. */
function failed(error: unknown): never {
  throw error
}

export function testServer(
  routes: readonly Route[],
  changed: Partial<ServerOptions> = {},
): Promise<FastifyInstance> {
  return buildServer({
    routes,
    authenticate: async () => null,
    timers: standingStill,
    makeTraceId: () => 'a'.repeat(32),
    version: '0.0.0',
    webRoot: null,
    publicUrl: null,
    trustProxy: false,
    idempotency: null,
    notReady: () => null,
    onAccess: () => undefined,
    onFailure: failed,
    language: 'en',
    ...changed,
  })
}
