// The HTTP of all accounts, for whoever manages the installation.
import { cursorPart, defineCursor, defineRoute, type Route } from '../http/index.ts'
import type { AccountId } from '../kernel/index.ts'
import { accountView, readAccount } from './account.ts'
import { accountsApi } from './contract-api.ts'
import type { AccountsDeps } from './deps.ts'
import { inviteOwner, openAccount, readOwnersWaiting } from './invitations/open-account.ts'
import { changeKind, pageOfAccounts, resumeAccount, suspendAccount } from './manage-account.ts'

const accountCursor = defineCursor('accounts', { number: cursorPart.integer() })

export function installationRoutes(deps: AccountsDeps): Route[] {
  return [...listRoutes(deps), ...ownerRoutes(deps), ...standingRoutes(deps)]
}

function listRoutes(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/accounts'],
      needs: 'installation.manage',
      summary: 'List the accounts of the installation, all or those of a name, or suspended',
      handle: async (_caller, { query }) => {
        const after = accountCursor.read(query.cursor)?.number ?? 0
        const { name = null, suspended } = query
        const isSuspended = suspended === undefined ? null : suspended === 'true'
        const page = { after, limit: query.limit }
        const { items, last } = await pageOfAccounts(deps, { name, isSuspended }, page)
        return {
          items: items.map(accountView),
          nextCursor: last === null ? null : accountCursor.write({ number: last }),
        }
      },
    }),
    defineRoute({
      ...accountsApi['POST /v1/accounts'],
      needs: 'installation.manage',
      summary: 'Make a further account; its first owner is invited, or is the one who asks',
      errors: ['accounts.zone_unknown'],
      handle: async (caller, { body }) => {
        const { account, ownerInvited } = await openAccount(deps, caller, body)
        return { ...accountView(account), ownerInvited }
      },
    }),
    defineRoute({
      ...accountsApi['GET /v1/accounts/{id}'],
      needs: 'installation.manage',
      summary: 'Read one account of the installation',
      errors: ['accounts.account_not_found'],
      handle: async (_caller, { params }) =>
        accountView(await readAccount(deps.database, params.id as AccountId)),
    }),
  ]
}

/** Of an account that nobody is in yet. */
function ownerRoutes(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      ...accountsApi['GET /v1/accounts/{id}/owner'],
      needs: 'installation.manage',
      summary: 'Say whether somebody is in an account, and else who is invited as its first owner',
      errors: ['accounts.account_not_found'],
      handle: (_caller, { params }) => readOwnersWaiting(deps, params.id as AccountId),
    }),
    defineRoute({
      ...accountsApi['POST /v1/accounts/{id}/owner'],
      needs: 'installation.manage',
      summary: 'Invite the first owner of an account that nobody is in',
      description: 'Earlier invitations to this account open nothing any more.',
      errors: ['accounts.account_not_found', 'accounts.account_has_people'],
      handle: (caller, { params, body }) => inviteOwner(deps, caller, params.id as AccountId, body),
    }),
  ]
}

function standingRoutes(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      ...accountsApi['POST /v1/accounts/{id}/suspend'],
      needs: 'installation.manage',
      summary: 'Suspend an account: nothing more of it is accepted, and what waits is kept',
      description:
        'People of the account can still log in, read, and record objections. What an operator ' +
        'has been given already cannot be called back. Asked again, it answers the same.',
      errors: ['accounts.account_not_found'],
      handle: async (caller, { params, body }) =>
        accountView(await suspendAccount(deps, caller, params.id as AccountId, body.reason)),
    }),
    defineRoute({
      ...accountsApi['POST /v1/accounts/{id}/resume'],
      needs: 'installation.manage',
      summary: 'End the suspension of an account; what waits leaves, judged again',
      errors: ['accounts.account_not_found'],
      handle: async (caller, { params }) =>
        accountView(await resumeAccount(deps, caller, params.id as AccountId)),
    }),
    defineRoute({
      ...accountsApi['PUT /v1/accounts/{id}/kind'],
      needs: 'installation.manage',
      summary: 'Make an account live, or a sandbox',
      description:
        'A sandbox in which people were recorded stays one, and nothing may wait to leave.',
      errors: [
        'accounts.account_not_found',
        'accounts.sandbox_has_people',
        'accounts.messages_wait',
      ],
      handle: async (caller, { params, body }) =>
        accountView(await changeKind(deps, caller, params.id as AccountId, body.kind)),
    }),
  ]
}
