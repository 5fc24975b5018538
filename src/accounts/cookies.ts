// The cookies of accounts: the session, half of one before the second factor, and a known device.
import type { Exchange } from '../http/index.ts'

export type CookieOptions = {
  /** The public address is https: the cookies say so, and are then never sent in clear. */
  secureCookie: boolean
}
export type CookieOf = 'session' | 'half' | 'device'

/**
 * A browser takes a name that begins with `__Host-` only over https, for this host and all of its
 * paths: no other host of the same domain can put one of its own in its place. Over plain http,
 * which is for one's own machine, browsers refuse such a name, and the plain one is used.
 */
export function cookieName(of: CookieOf, { secureCookie }: CookieOptions): string {
  return `${secureCookie ? '__Host-' : ''}accord_${of}`
}

type Cookie = { of: CookieOf; value: string; ageMs: number }

/** The whole header, as a browser gets it. */
export function cookieText(options: CookieOptions, { of, value, ageMs }: Cookie): string {
  const secure = options.secureCookie ? '; Secure' : ''
  const age = Math.floor(ageMs / 1000)
  return `${cookieName(of, options)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${secure}`
}

export function setCookie(exchange: Exchange, options: CookieOptions, cookie: Cookie): void {
  exchange.setHeader('set-cookie', cookieText(options, cookie))
}

export function readCookie(exchange: Exchange, of: CookieOf, options: CookieOptions) {
  return exchange.cookie(cookieName(of, options))
}
