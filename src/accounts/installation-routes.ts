// The HTTP of all accounts, for whoever manages the installation.
import { idParams, pageOf, pageQuery } from '../http/contract.ts'
import { cursorPart, defineCursor, defineRoute, type Route } from '../http/index.ts'
import type { AccountId } from '../kernel/index.ts'
import { accountView, readAccount } from './account.ts'
import * as shapes from './contract.ts'
import type { AccountsDeps } from './deps.ts'
import { createAccount } from './make-account.ts'
import { changeKind, pageOfAccounts, resumeAccount, suspendAccount } from './manage-account.ts'

const accountCursor = defineCursor('accounts', { number: cursorPart.integer() })

export function installationRoutes(deps: AccountsDeps): Route[] {
  return [...listRoutes(deps), ...standingRoutes(deps)]
}

function listRoutes(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/v1/accounts',
      needs: 'installation.manage',
      summary: 'List the accounts of the installation',
      query: pageQuery,
      response: pageOf(shapes.accountView),
      handle: async (_caller, { query }) => {
        const after = accountCursor.read(query.cursor)?.number ?? 0
        const { items, last } = await pageOfAccounts(deps, { after, limit: query.limit })
        return {
          items: items.map(accountView),
          nextCursor: last === null ? null : accountCursor.write({ number: last }),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/accounts',
      needs: 'installation.manage',
      summary: 'Make a further account, owned by the one who asks',
      body: shapes.accountRequest,
      response: shapes.accountView,
      status: 201,
      errors: ['accounts.zone_unknown'],
      handle: async (caller, { body }) => accountView(await createAccount(deps, caller, body)),
    }),
    defineRoute({
      method: 'GET',
      path: '/v1/accounts/{id}',
      needs: 'installation.manage',
      summary: 'Read one account of the installation',
      params: idParams,
      response: shapes.accountView,
      errors: ['accounts.account_not_found'],
      handle: async (_caller, { params }) =>
        accountView(await readAccount(deps.database, params.id as AccountId)),
    }),
  ]
}

function standingRoutes(deps: AccountsDeps): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/v1/accounts/{id}/suspend',
      needs: 'installation.manage',
      summary: 'Suspend an account: nothing more of it is accepted, and what waits is kept',
      description:
        'People of the account can still log in, read, and record objections. What an operator has ' +
        'been given already cannot be called back. Asked again, it answers the same.',
      params: idParams,
      body: shapes.accountSuspension,
      response: shapes.accountView,
      errors: ['accounts.account_not_found'],
      handle: async (caller, { params, body }) =>
        accountView(await suspendAccount(deps, caller, params.id as AccountId, body.reason)),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/accounts/{id}/resume',
      needs: 'installation.manage',
      summary: 'End the suspension of an account; what waits leaves, judged again',
      params: idParams,
      response: shapes.accountView,
      errors: ['accounts.account_not_found'],
      handle: async (caller, { params }) =>
        accountView(await resumeAccount(deps, caller, params.id as AccountId)),
    }),
    defineRoute({
      method: 'PUT',
      path: '/v1/accounts/{id}/kind',
      needs: 'installation.manage',
      summary: 'Make an account live, or a sandbox',
      description:
        'A sandbox in which people were recorded stays one, and nothing may wait to leave.',
      params: idParams,
      body: shapes.accountKindChange,
      response: shapes.accountView,
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
