// The HTTP of invitations: from the account, and to the person who answers with the code.
import { idParams, pageOf } from '../http/contract.ts'
import { defineRoute, nothing, type Route } from '../http/index.ts'
import type { UserId } from '../kernel/index.ts'
import * as shapes from './contract.ts'
import type { CookieOptions } from './cookies.ts'
import type { AccountsDeps } from './deps.ts'
import { attemptsPerMinuteMax, enter, triedFrom } from './enter.ts'
import * as invitations from './invitation.ts'
import { openSession } from './session.ts'

export function invitationRoutes(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [...fromAccount(deps), ...toPerson(deps, options)]
}

function fromAccount(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/v1/users',
      needs: 'account.manage',
      summary: 'Invite a person into the account; they belong to it once they accept',
      body: shapes.userRequest,
      response: shapes.userInvitation,
      status: 201,
      errors: ['accounts.user_exists', 'accounts.rights_beyond_own', 'accounts.too_many_attempts'],
      handle: (caller, { body }) => invitations.inviteUser(deps, caller, body),
    }),
    defineRoute({
      method: 'GET',
      path: '/v1/users/invitations',
      needs: 'account.manage',
      summary: 'List the invitations that wait for an answer',
      response: pageOf(shapes.invitationView),
      handle: async (caller) => ({
        items: await invitations.listInvitations(deps, caller),
        nextCursor: null,
      }),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/users/invitations/{id}/code',
      needs: 'account.manage',
      summary: 'Give a new code for an invitation that was not answered; the old one is void',
      params: idParams,
      response: shapes.userInvitation,
      errors: ['accounts.invitation_not_found', 'accounts.rights_beyond_own'],
      handle: (caller, { params }) => invitations.inviteAgain(deps, caller, params.id as UserId),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/v1/users/invitations/{id}',
      needs: 'account.manage',
      summary: 'Withdraw an invitation that was not answered',
      params: idParams,
      response: nothing,
      errors: ['accounts.invitation_not_found'],
      handle: (caller, { params }) =>
        invitations.withdrawInvitation(deps, caller, params.id as UserId),
    }),
  ]
}

function toPerson(deps: AccountsDeps, options: CookieOptions): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/v1/invitations/read',
      needs: 'none',
      summary: 'Read an invitation with its code: which account invites, and as what',
      body: shapes.invitationCode,
      response: shapes.invitationRead,
      perMinuteMax: attemptsPerMinuteMax,
      errors: ['accounts.invitation_wrong'],
      handle: (_caller, { body }) => invitations.readInvitation(deps, body.code),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/invitations',
      needs: 'none',
      summary: 'Accept an invitation, with one’s password here or a new one, and log in there',
      body: shapes.invitationAnswer,
      response: shapes.meView,
      status: 201,
      perMinuteMax: attemptsPerMinuteMax,
      errors: [
        'accounts.invitation_wrong',
        'accounts.password_known',
        'accounts.login_failed',
        'accounts.too_many_attempts',
      ],
      handle: async (_caller, { body, exchange }) => {
        const from = triedFrom(exchange, options)
        const joined = await invitations.acceptInvitation(deps, body, from)
        return enter(deps, options, exchange, await openSession(deps, joined))
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/invitations/refusal',
      needs: 'none',
      summary: 'Refuse an invitation; the account reads that it was refused',
      body: shapes.invitationCode,
      response: nothing,
      perMinuteMax: attemptsPerMinuteMax,
      errors: ['accounts.invitation_wrong'],
      handle: (_caller, { body }) => invitations.refuseInvitation(deps, body.code),
    }),
  ]
}
