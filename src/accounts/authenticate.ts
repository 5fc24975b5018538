// Who is asking: a bearer token or a session's cookie becomes a Caller with its rights.
import type { Authenticate, Authenticated } from '../http/index.ts'
import type { Language } from '../kernel/index.ts'
import { type CookieOptions, cookieName } from './cookies.ts'
import * as credentials from './credential-store.ts'
import type { AccountsDeps } from './deps.ts'
import { confine } from './factors/confine.ts'
import { standingOf } from './factors/standing.ts'
import { type LookUpSession, sessionLookUps } from './look-up-sessions.ts'
import { knownRights, rightsOf } from './roles.ts'
import { hashOf, tokenPrefix } from './secrets.ts'
import { sessionLimits } from './session.ts'
import { type LookUpToken, tokenLookUps } from './tokens/look-up-tokens.ts'

type Deps = Pick<AccountsDeps, 'database' | 'clock'>
type Facts = { language: Language | null; traceId: string }

/** A request that shows a token is judged by it alone, even when it also has a cookie. */
export function authenticateWith(deps: Deps, options: CookieOptions): Authenticate {
  const lookUp = tokenLookUps(deps)
  const lookUpSession = sessionLookUps(deps)
  const sessionCookie = cookieName('session', options)
  return async ({ bearer, cookie, language, traceId }) => {
    if (bearer !== null) return byToken(lookUp, bearer, { language, traceId })
    const secret = cookie(sessionCookie)
    if (secret === null) return null
    return bySession(deps, lookUpSession, { secret, language, traceId })
  }
}

async function byToken(
  lookUp: LookUpToken,
  bearer: string,
  facts: Facts,
): Promise<Authenticated | null> {
  if (!bearer.startsWith(tokenPrefix)) return null
  const row = await lookUp(hashOf(bearer))
  if (row === null) return null
  return {
    via: 'token',
    caller: {
      accountId: row.account_id,
      by: { kind: 'token', tokenId: row.token_id },
      rights: new Set(knownRights(row.rights)),
      language: facts.language ?? row.language,
      traceId: facts.traceId,
    },
  }
}

async function bySession(
  deps: Deps,
  lookUp: LookUpSession,
  { secret, ...facts }: Facts & { secret: string },
): Promise<Authenticated | null> {
  const hash = hashOf(secret)
  const now = deps.clock.now()
  const row = await lookUp(hash)
  if (row === null || row.expires_at <= now) return null
  if (row.last_seen_at + sessionLimits.idleMs <= now) return null
  // A login that raced the first confirmation: the password alone opens nothing any more.
  if (row.has_factor && !row.with_factor) return null
  if (row.last_seen_at < now - sessionLimits.touchEveryMs) {
    await deps.database.inAnyAccount((tx) => credentials.touchSessionInAnyAccount(tx, hash, now))
  }
  return {
    via: 'cookie',
    ...(standingOf(row, now).mustEnrol ? { confine } : {}),
    caller: {
      accountId: row.account_id,
      by: { kind: 'user', userId: row.user_id },
      rights: rightsOf(row.role, row.staff_role),
      language: facts.language ?? row.language,
      traceId: facts.traceId,
    },
  }
}
