// The HTTP of invitations: from the account, and to the person who answers with the code.
import { defineRoute, type Route } from '../../http/index.ts'
import type { UserId } from '../../kernel/index.ts'
import { accountsApi } from '../contract-api.ts'
import type { CookieOptions } from '../cookies.ts'
import type { AccountsDeps } from '../deps.ts'
import { attemptsPerMinuteMax, triedFrom } from '../enter.ts'
import { enterOrAsk } from '../factors/enter-or-ask.ts'
import * as invitations from './invitation.ts'

export function invitationRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [...fromAccount(deps), ...toPerson(deps, options)]
}

function fromAccount(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      ...accountsApi['POST /v1/users'],
      needs: 'account.manage',
      summary: 'Invite a person into the account; they belong to it once they accept',
      errors: ['accounts.user_exists', 'accounts.rights_beyond_own', 'accounts.too_many_attempts'],
      handle: (caller, { body }) => invitations.inviteUser(deps, caller, body),
    }),
    defineRoute({
      ...accountsApi['GET /v1/users/invitations'],
      needs: 'account.manage',
      summary: 'List the invitations that wait for an answer',
      handle: async (caller) => ({
        items: await invitations.listInvitations(deps, caller),
        nextCursor: null,
      }),
    }),
    defineRoute({
      ...accountsApi['POST /v1/users/invitations/{id}/code'],
      needs: 'account.manage',
      summary: 'Give a new code for an invitation that was not answered; the old one is void',
      errors: [
        'accounts.invitation_not_found',
        'accounts.rights_beyond_own',
        'accounts.too_many_attempts',
      ],
      handle: (caller, { params }) => invitations.inviteAgain(deps, caller, params.id as UserId),
    }),
    defineRoute({
      ...accountsApi['DELETE /v1/users/invitations/{id}'],
      needs: 'account.manage',
      summary: 'Withdraw an invitation that was not answered',
      errors: ['accounts.invitation_not_found'],
      handle: (caller, { params }) =>
        invitations.withdrawInvitation(deps, caller, params.id as UserId),
    }),
  ]
}

function toPerson(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [
    defineRoute({
      ...accountsApi['POST /v1/invitations/read'],
      needs: 'none',
      summary: 'Read an invitation with its code: which account invites, and as what',
      perMinuteMax: attemptsPerMinuteMax,
      errors: ['accounts.invitation_wrong'],
      handle: (_caller, { body }) => invitations.readInvitation(deps, body.code),
    }),
    defineRoute({
      ...accountsApi['POST /v1/invitations'],
      needs: 'none',
      summary: 'Accept an invitation, with one’s password here or a new one, and log in there',
      description:
        'Whoever has a second factor gets `accounts.second_factor_needed`, and joins once they ' +
        'have shown it at `POST /v1/sessions/second-factor`.',
      perMinuteMax: attemptsPerMinuteMax,
      errors: [
        'accounts.invitation_wrong',
        'accounts.password_known',
        'accounts.login_failed',
        'accounts.second_factor_needed',
        'accounts.too_many_attempts',
      ],
      handle: async (_caller, { body, exchange }) => {
        const from = triedFrom(exchange, options)
        const joined = await invitations.acceptInvitation(deps, body, from)
        return enterOrAsk(deps, options, exchange, joined)
      },
    }),
    defineRoute({
      ...accountsApi['POST /v1/invitations/refusal'],
      needs: 'none',
      summary: 'Refuse an invitation; the account reads that it was refused',
      perMinuteMax: attemptsPerMinuteMax,
      errors: ['accounts.invitation_wrong'],
      handle: (_caller, { body }) => invitations.refuseInvitation(deps, body.code),
    }),
  ]
}
