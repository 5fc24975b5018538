// What the server is built from: the rooms' routes and the ports that the app fills.
import type { Caller, Language, Timers } from '../kernel/index.ts'
import type { Authenticate } from './guard.ts'
import type { HttpLimits } from './http-limits.ts'
import type { IdempotencyStore } from './idempotency.ts'
import type { ApiFacts } from './openapi/openapi.ts'
import type { KeyUse } from './request-facts.ts'
import type { Route } from './route.ts'
import type { TakeTurn } from './turns.ts'

/** One line a request: the route's pattern, never the address that was asked for. */
export type AccessEntry = {
  method: string
  route: string
  status: number
  durationMs: number
  traceId: string
}

export type TokenRequest = {
  caller: Caller
  method: string
  /** As the reference writes it, such as `/v1/messages/{id}`; null: no route has this address. */
  path: string | null
  status: number
  durationMs: number
  traceId: string
  /** Of the problem that was answered. */
  code: string | null
  keyUse: KeyUse | null
}

export type ServerOptions = {
  routes: readonly Route[]
  authenticate: Authenticate
  timers: Timers
  /** 32 hex digits, as in W3C Trace Context. */
  makeTraceId(): string
  version: string
  /** What the OpenAPI document tells beside the routes. */
  api?: Omit<ApiFacts, 'version'>
  /** The folder of the built web app; null: none. */
  webRoot: string | null
  /** The addresses of its screens, as patterns: `/contacts/:id`. What is no such address is 404. */
  sitePaths?: readonly string[]
  /** The public address, when it is not the one that is listened on. */
  publicUrl: string | null
  /** Behind a proxy that is trusted to name the client. */
  trustProxy: boolean
  idempotency: IdempotencyStore | null
  /** The one throttle of the installation; without it each server counts for itself. */
  takeTurn?: TakeTurn | null
  limits?: Partial<HttpLimits>
  /** A request came through a proxy that is not trusted: told once. */
  onProxySeen?(): void
  /** Why the server is not ready, or null when it is. */
  notReady(): string | null | Promise<string | null>
  onAccess(entry: AccessEntry): void
  /** A request of an API token that is known was answered. */
  onTokenRequest?(told: TokenRequest): void
  /** An error that is not the caller's: logged by the app with its trace id. */
  onFailure(error: unknown, facts: { route: string; traceId: string }): void
  /** The language when nothing says otherwise. */
  language: Language
}
