// The public address used in links: the installation's setting, or a fallback.
import { type Exchange, leavingOrigin } from '../http/index.ts'
import type { PreferencesDeps } from './deps.ts'
import { preferencesError } from './errors.ts'

/**
 * For an address that is answered to whoever asked, and to nobody else: without a setting the name
 * is the one by which they reached us.
 */
export function originOf(
  { publicUrl }: Pick<PreferencesDeps, 'publicUrl'>,
  exchange: Pick<Exchange, 'header'>,
): string {
  return publicUrl ?? `http://${exchange.header('host') ?? 'localhost'}`
}

/** Null: a link that leaves would lead nowhere. */
export const originIfAny = (
  deps: Pick<PreferencesDeps, 'publicUrl' | 'ownUrl'>,
  account: { kind: 'live' | 'sandbox' },
): string | null => leavingOrigin(deps, account)

/** For a link that leaves as a message; an error where it would lead nowhere. */
export function originThatLeaves(
  deps: Pick<PreferencesDeps, 'publicUrl' | 'ownUrl'>,
  account: { kind: 'live' | 'sandbox' },
): string {
  const origin = originIfAny(deps, account)
  if (origin === null) throw preferencesError('preferences.address_missing')
  return origin
}
