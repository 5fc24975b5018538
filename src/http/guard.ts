// The guard: who is asking, may they, and did the request come from our own pages.
import { AppError, type Caller, type Language, type Right } from '../kernel/index.ts'
import type { Need } from './route.ts'

/** What a request shows of who sent it. */
export type Credentials = {
  /** The bearer token, when there is an Authorization header with one. */
  bearer: string | null
  cookie(name: string): string | null
  /** From Accept-Language: the first of our languages; null when it names none. */
  language: Language | null
  traceId: string
}

/** One token, one user, one job of ours: what is counted or kept for who asks. */
export function callerName({ by }: Caller): string {
  if (by.kind === 'token') return `token ${by.tokenId}`
  return by.kind === 'user' ? `user ${by.userId}` : `system ${by.what}`
}

export type Authenticated = {
  caller: Caller
  via: 'cookie' | 'token'
  /** Throws where this caller, though known, may not ask for the route yet. */
  confine?: (route: { method: string; path: string; needs: Need }) => void
}

/** The port that `accounts` fills. Null: nobody we know. */
export type Authenticate = (credentials: Credentials) => Promise<Authenticated | null>

/** `hasToken`: the request showed one, and nobody is known by it. */
export function demandCaller(need: Need, caller: Caller | null, hasToken = false): void {
  if (need === 'none') return
  if (caller === null && hasToken) {
    throw new AppError(
      'http.token_unknown',
      'unauthenticated',
      'This API token is not known here: it is mistyped, revoked or past its end. Send it as `Authorization: Bearer accord_…`.',
    )
  }
  if (caller === null) {
    throw new AppError(
      'http.authentication_required',
      'unauthenticated',
      'Log in, or send an API token in the header `Authorization: Bearer accord_…`.',
    )
  }
  if (need !== 'session') demandRight(caller, need)
}

/**
 * For an act that needs another right than its route: what one request may hold of several kinds.
 */
export function demandRight(caller: Caller, right: Right): void {
  if (caller.rights.has(right)) return
  throw new AppError(
    'http.right_missing',
    'forbidden',
    `This needs the right ${right}, which the caller does not have.`,
    { details: { right } },
  )
}

/** Where a request says that it comes from. */
export type OriginFacts = {
  method: string
  via: 'cookie' | 'token' | null
  origin: string | null
  /** Value of `Sec-Fetch-Site`, which pages cannot forge. */
  fetchSite: string | null
  /** `X-Accord`, a header that another site's form cannot set. */
  ownHeader: string | null
  host: string
  publicOrigin: string | null
}

/**
 * A browser sends the session cookie by itself, so a change must show that our own page asked.
 * A token is never sent by itself, so it needs no such sign. The cookie is also SameSite=Strict;
 * this is the second lock.
 */
export function demandOwnOrigin(facts: OriginFacts): void {
  if (facts.via === 'token' || facts.method === 'GET' || facts.method === 'HEAD') return
  if (isOwn(facts)) return
  throw new AppError(
    'http.origin_refused',
    'forbidden',
    'The request came from another site; send it from the pages of this installation.',
  )
}

function isOwn(facts: OriginFacts): boolean {
  if (facts.origin !== null) {
    return facts.origin === facts.publicOrigin || hostOf(facts.origin) === facts.host
  }
  if (facts.fetchSite !== null)
    return facts.fetchSite === 'same-origin' || facts.fetchSite === 'none'
  // No browser of today: a program, which holds no one's cookie unless it was given it.
  return facts.via === null || facts.ownHeader !== null
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
