// The HTTP of one's own e-mail: asked for by whoever is logged in, confirmed and undone by link.
import { defineRoute, type Route } from '../../http/index.ts'
import { accountsApi } from '../contract-api.ts'
import { type CookieOptions, readCookie } from '../cookies.ts'
import type { AccountsDeps } from '../deps.ts'
import { attemptsPerMinuteMax, triedFrom, userHere } from '../enter.ts'
import {
  askForEmail,
  confirmEmail,
  readEmailChange,
  undoEmail,
  withdrawEmailChange,
} from './change-email.ts'

export const emailRoutes = (deps: AccountsDeps, options: CookieOptions): Route[] => [
  ...ownRoutes(deps, options),
  ...linkRoutes(deps, options),
]

function ownRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/me/email-change'],
      needs: 'session',
      summary: 'Read the e-mail that one has asked for and not confirmed yet',
      errors: ['accounts.not_a_user'],
      handle: (caller) => readEmailChange(deps, caller),
    }),
    defineRoute({
      ...accountsApi['POST /v1/me/email-change'],
      needs: 'session',
      summary: 'Ask for another e-mail; it counts once the link sent to it is opened',
      description:
        'The link is good once, for 24 hours; asked for again, the new one replaces it. The ' +
        'address before gets a link that undoes the change, for 7 days after it. The answer is ' +
        'the same whether or not somebody has this e-mail.',
      perMinuteMax: attemptsPerMinuteMax,
      errors: [
        'accounts.not_a_user',
        'accounts.email_same',
        'accounts.email_ask_again',
        'accounts.email_needs_mail',
        'accounts.password_wrong',
        'accounts.second_factor_asked',
        'accounts.second_factor_wrong',
        'accounts.passkey_wrong',
        'accounts.second_factor_paused',
        'accounts.too_many_attempts',
      ],
      handle: (caller, { body, exchange }) =>
        askForEmail(deps, caller, { ...body, session: readCookie(exchange, 'session', options) }),
    }),
    defineRoute({
      ...accountsApi['DELETE /v1/me/email-change'],
      needs: 'session',
      summary: 'Withdraw the e-mail that one has asked for; its links open nothing any more',
      errors: ['accounts.not_a_user'],
      handle: (caller) => withdrawEmailChange(deps, caller),
    }),
  ]
}

function linkRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [
    defineRoute({
      ...accountsApi['POST /v1/email-changes/confirmation'],
      needs: 'none',
      summary: 'Confirm the new e-mail with the code of the link that was sent to it',
      description:
        'With the session of the user whose e-mail changes, or their password: the code alone ' +
        'proves who reads the mailbox, and changes nothing. Passwords are counted as those of ' +
        'the login. All other sessions of the user end. Invitations that wait follow the e-mail.',
      perMinuteMax: attemptsPerMinuteMax,
      errors: [
        'accounts.email_link_wrong',
        'accounts.email_proof_asked',
        'accounts.email_taken',
        'accounts.password_wrong',
        'accounts.too_many_attempts',
      ],
      handle: async (_caller, { body, exchange }) =>
        confirmEmail(deps, body, {
          session: readCookie(exchange, 'session', options),
          userId: await userHere(deps, options, exchange),
          from: triedFrom(exchange, options),
        }),
    }),
    defineRoute({
      ...accountsApi['POST /v1/email-changes/undo'],
      needs: 'none',
      summary: 'Take the e-mail from before back, and choose a new password; a login follows',
      description:
        'With the code of the link that was sent to the address before. All sessions of the ' +
        'user end. A second factor stays, and is asked for at the login.',
      perMinuteMax: attemptsPerMinuteMax,
      errors: ['accounts.email_link_wrong', 'accounts.password_known'],
      handle: (_caller, { body }) => undoEmail(deps, body),
    }),
  ]
}
