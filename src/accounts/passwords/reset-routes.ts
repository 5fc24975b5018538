// The HTTP of a lost password: asked for by anybody, chosen anew by whoever has the code.
import { defineRoute, type Route } from '../../http/index.ts'
import { accountsApi } from '../contract-api.ts'
import type { CookieOptions } from '../cookies.ts'
import type { AccountsDeps } from '../deps.ts'
import { attemptsPerMinuteMax, triedFrom } from '../enter.ts'
import { askForReset, resetPassword } from './reset-password.ts'

export function resetRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [
    defineRoute({
      ...accountsApi['POST /v1/password-resets'],
      needs: 'none',
      summary: 'Ask for a link by e-mail that lets one choose a new password',
      description:
        'The answer is the same whether or not somebody has this e-mail. The link is good once, ' +
        'for an hour; asked for again, the new one replaces it.',
      perMinuteMax: attemptsPerMinuteMax,
      errors: ['accounts.too_many_attempts'],
      handle: (_caller, { body, exchange }) =>
        askForReset(deps, body.email, triedFrom(exchange, options)),
    }),
    defineRoute({
      ...accountsApi['POST /v1/password-resets/answer'],
      needs: 'none',
      summary: 'Choose a new password with the code of the link; a login follows',
      description:
        'All sessions of the user end. A second factor stays, and is asked for at the login.',
      perMinuteMax: attemptsPerMinuteMax,
      errors: ['accounts.reset_wrong', 'accounts.password_known'],
      handle: (_caller, { body }) => resetPassword(deps, body),
    }),
  ]
}
