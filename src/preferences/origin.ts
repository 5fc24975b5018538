// The public address used in links: the installation's setting, or a fallback.
import type { Exchange } from '../http/index.ts'
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

/**
 * For a link that leaves as a message: never a name that a client says, since anybody could have a
 * stranger sent to theirs. In a rehearsal the address that the server listens on is enough.
 */
export function leavingOrigin(
  { publicUrl, ownUrl }: Pick<PreferencesDeps, 'publicUrl' | 'ownUrl'>,
  { kind }: { kind: 'live' | 'sandbox' },
): string {
  const origin = publicUrl ?? (kind === 'sandbox' ? ownUrl() : null)
  if (origin === null) throw preferencesError('preferences.address_missing')
  return origin
}
