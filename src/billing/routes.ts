// The HTTP of prices; thin.
import { readAccount } from '../accounts/index.ts'
import { defineRoute, type Route } from '../http/index.ts'
import type { AccountId } from '../kernel/index.ts'
import { billingApi } from './contract-api.ts'
import type { BillingDeps } from './deps.ts'
import { listDefaultPrices, listPrices } from './read-prices.ts'
import { setAccountPrice, setDefaultPrice } from './set-price.ts'

export function billingRoutes(deps: BillingDeps): Route[] {
  return [
    defineRoute({
      ...billingApi['GET /v1/prices'],
      needs: 'account.read',
      summary: 'List what a part costs in each country',
      handle: async (caller) => ({ items: await listPrices(deps, caller.accountId) }),
    }),
    defineRoute({
      ...billingApi['GET /v1/default-prices'],
      needs: 'installation.manage',
      summary: 'List what a part costs accounts without a price of their own',
      handle: async (caller) => ({ items: await listDefaultPrices(deps, caller.accountId) }),
    }),
    defineRoute({
      ...billingApi['GET /v1/accounts/{id}/prices'],
      needs: 'installation.manage',
      summary: 'List what a part costs an account in each country',
      errors: ['accounts.account_not_found'],
      handle: async (_caller, { params }) => {
        const { id } = await readAccount(deps.database, params.id as AccountId)
        return { items: await listPrices(deps, id) }
      },
    }),
    defineRoute({
      ...billingApi['PUT /v1/default-prices/{country}'],
      needs: 'installation.manage',
      summary: 'Set what a part costs in a country for accounts without a price of their own',
      handle: async (caller, { params, body }) => ({
        items: await setDefaultPrice(deps, caller, { ...params, ...body }),
      }),
    }),
    defineRoute({
      ...billingApi['PUT /v1/accounts/{id}/prices/{country}'],
      needs: 'installation.manage',
      summary: 'Set what a part costs an account in a country',
      errors: ['accounts.account_not_found'],
      handle: async (caller, { params, body }) => ({
        items: await setAccountPrice(deps, caller, params.id as AccountId, {
          country: params.country,
          microEur: body.microEur,
        }),
      }),
    }),
  ]
}
