// The HTTP of prices; thin.
import { idParams } from '../http/contract.ts'
import { defineRoute, type Route } from '../http/index.ts'
import type { AccountId } from '../kernel/index.ts'
import * as shapes from './contract.ts'
import type { BillingDeps } from './deps.ts'
import { listDefaultPrices, listPrices } from './read-prices.ts'
import { setAccountPrice, setDefaultPrice } from './set-price.ts'

export function billingRoutes(deps: BillingDeps): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/v1/prices',
      needs: 'account.read',
      summary: 'List what a part costs in each country',
      response: shapes.priceList,
      handle: async (caller) => ({ items: await listPrices(deps, caller.accountId) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/v1/default-prices',
      needs: 'installation.manage',
      summary: 'List what a part costs accounts without a price of their own',
      response: shapes.priceList,
      handle: async (caller) => ({ items: await listDefaultPrices(deps, caller.accountId) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/v1/accounts/{id}/prices',
      needs: 'installation.manage',
      summary: 'List what a part costs an account in each country',
      params: idParams,
      response: shapes.priceList,
      handle: async (_caller, { params }) => ({
        items: await listPrices(deps, params.id as AccountId),
      }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/v1/default-prices/{country}',
      needs: 'installation.manage',
      summary: 'Set what a part costs in a country for accounts without a price of their own',
      params: shapes.countryParams,
      body: shapes.priceChange,
      response: shapes.priceList,
      handle: async (caller, { params, body }) => ({
        items: await setDefaultPrice(deps, caller, { ...params, ...body }),
      }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/v1/accounts/{id}/prices/{country}',
      needs: 'installation.manage',
      summary: 'Set what a part costs an account in a country',
      params: shapes.accountCountryParams,
      body: shapes.priceChange,
      response: shapes.priceList,
      handle: async (caller, { params, body }) => ({
        items: await setAccountPrice(deps, caller, params.id as AccountId, {
          country: params.country,
          microEur: body.microEur,
        }),
      }),
    }),
  ]
}
