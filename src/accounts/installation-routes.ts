// The HTTP of all accounts, for whoever manages the installation.
import { cursorPart, defineCursor, defineRoute, type Route } from '../http/index.ts'
import type { AccountId } from '../kernel/index.ts'
import { accountView, readAccount } from './account.ts'
import { accountsApi } from './contract-api.ts'
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
      ...accountsApi['GET /v1/accounts'],
      needs: 'installation.manage',
      summary: 'List the accounts of the installation',
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
      ...accountsApi['POST /v1/accounts'],
      needs: 'installation.manage',
      summary: 'Make a further account, owned by the one who asks',
      errors: ['accounts.zone_unknown'],
      handle: async (caller, { body }) => accountView(await createAccount(deps, caller, body)),
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
