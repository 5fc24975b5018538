// After the right password: in, or asked for the second factor.
import type { Exchange } from '../../http/index.ts'
import type { MeView } from '../contract.ts'
import { type CookieOptions, setCookie } from '../cookies.ts'
import type { AccountsDeps } from '../deps.ts'
import { enter } from '../enter.ts'
import { accountsError } from '../errors.ts'
import type { Entering } from '../invitations/invitation.ts'
import { beginSession } from './half-session.ts'

export async function enterOrAsk(
  deps: AccountsDeps,
  options: CookieOptions,
  exchange: Exchange,
  entering: Entering,
): Promise<MeView> {
  const begun = await beginSession(deps, entering)
  if (begun.kind === 'whole') return enter(deps, options, exchange, begun.session)
  setCookie(exchange, options, { of: 'half', value: begun.secret, ageMs: begun.ageMs })
  throw accountsError(
    'accounts.second_factor_needed',
    'The password is right; show the second factor now.',
  )
}
