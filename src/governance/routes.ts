// The HTTP of suppliers and contracts; thin.
import { defineRoute, type Route } from '../http/index.ts'
import { governanceApi } from './contract-api.ts'
import type { GovernanceDeps } from './deps.ts'
import { addContract, addSupplier, endContract, listSuppliers } from './manage-suppliers.ts'

export function governanceRoutes(deps: GovernanceDeps): Route[] {
  return [
    defineRoute({
      ...governanceApi['GET /v1/suppliers'],
      needs: 'routes.read',
      summary: 'List suppliers with their contracts and how each stands',
      handle: async () => ({ items: await listSuppliers(deps) }),
    }),
    defineRoute({
      ...governanceApi['POST /v1/suppliers'],
      needs: 'installation.manage',
      summary: 'Add a supplier',
      handle: (caller, { body }) => addSupplier(deps, caller, body),
    }),
    defineRoute({
      ...governanceApi['POST /v1/suppliers/{id}/contracts'],
      needs: 'installation.manage',
      summary: 'Add a contract with a supplier',
      errors: ['governance.supplier_not_found', 'governance.contract_dates_swapped'],
      handle: (caller, { params, body }) => addContract(deps, caller, params.id, body),
    }),
    defineRoute({
      ...governanceApi['POST /v1/suppliers/{id}/contracts/{contractId}/end'],
      needs: 'installation.manage',
      summary: 'End a contract now; the supplier’s routes close',
      errors: ['governance.contract_not_found'],
      handle: (caller, { params }) => endContract(deps, caller, params.id, params.contractId),
    }),
  ]
}
