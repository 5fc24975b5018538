// Shared steps of logging in and joining: attempt limits, cookies, and who the caller is.
import type { Exchange } from '../http/index.ts'
import type { UserId } from '../kernel/index.ts'
import type { TriedFrom } from './attempts.ts'
import { authenticateWith } from './authenticate.ts'
import type { MeView } from './contract.ts'
import { type CookieOptions, readCookie, setCookie } from './cookies.ts'
import type { AccountsDeps } from './deps.ts'
import { deviceMarkMs } from './known-device.ts'
import { loginFailed, type NewSession, whoAmI } from './session.ts'

/** Sheds what one machine asks of this process; attempts are counted in `attempts.ts`. */
export const attemptsPerMinuteMax = 20

/** The caller that the new cookie stands for. */
export async function enter(
  deps: AccountsDeps,
  options: CookieOptions,
  exchange: Exchange,
  opened: NewSession,
): Promise<MeView> {
  const ageMs = opened.expiresAt - deps.clock.now()
  setCookie(exchange, options, { of: 'session', value: opened.secret, ageMs })
  markDevice(exchange, options, opened.device)
  return whoIs(deps, options, exchange, opened.secret)
}

export function markDevice(exchange: Exchange, options: CookieOptions, mark: string): void {
  setCookie(exchange, options, { of: 'device', value: mark, ageMs: deviceMarkMs })
}

export const triedFrom = (exchange: Exchange, options: CookieOptions): TriedFrom => ({
  address: exchange.clientAddress,
  device: readCookie(exchange, 'device', options),
})

export async function whoIs(
  deps: AccountsDeps,
  options: CookieOptions,
  exchange: Exchange,
  secret: string,
): Promise<MeView> {
  const known = await knownBy(deps, options, exchange, secret)
  if (known === null) throw loginFailed()
  return whoAmI(deps, known.caller)
}

const knownBy = (
  deps: AccountsDeps,
  options: CookieOptions,
  { language, traceId }: Exchange,
  secret: string,
) => authenticateWith(deps, options)({ bearer: null, cookie: () => secret, language, traceId })

/**
 * Who is logged in, at a route that also lets in whoever is not. Null too for whoever must enrol a
 * second factor first: what they ask for is refused elsewhere until then.
 */
export async function userHere(
  deps: AccountsDeps,
  options: CookieOptions,
  exchange: Exchange,
): Promise<UserId | null> {
  const secret = readCookie(exchange, 'session', options)
  const known = secret === null ? null : await knownBy(deps, options, exchange, secret)
  if (known === null || known.confine !== undefined) return null
  const { by } = known.caller
  return by.kind === 'user' ? by.userId : null
}
