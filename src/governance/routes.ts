// The HTTP of suppliers and contracts; thin.
import { idParams } from '../http/contract.ts'
import { defineRoute, type Route } from '../http/index.ts'
import * as shapes from './contract.ts'
import type { GovernanceDeps } from './deps.ts'
import { addContract, addSupplier, endContract, listSuppliers } from './manage-suppliers.ts'

export function governanceRoutes(deps: GovernanceDeps): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/v1/suppliers',
      needs: 'routes.read',
      summary: 'List suppliers with their contracts and how each stands',
      response: shapes.supplierList,
      handle: async () => ({ items: await listSuppliers(deps) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/suppliers',
      needs: 'installation.manage',
      summary: 'Add a supplier',
      body: shapes.newSupplier,
      response: shapes.supplierView,
      status: 201,
      handle: (caller, { body }) => addSupplier(deps, caller, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/suppliers/{id}/contracts',
      needs: 'installation.manage',
      summary: 'Add a contract with a supplier',
      params: idParams,
      body: shapes.newContract,
      response: shapes.supplierView,
      status: 201,
      errors: ['governance.supplier_not_found', 'governance.contract_dates_swapped'],
      handle: (caller, { params, body }) => addContract(deps, caller, params.id, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/v1/suppliers/{id}/contracts/{contractId}/end',
      needs: 'installation.manage',
      summary: 'End a contract now; the supplier’s routes close',
      params: shapes.contractParams,
      response: shapes.supplierView,
      errors: ['governance.contract_not_found'],
      handle: (caller, { params }) => endContract(deps, caller, params.id, params.contractId),
    }),
  ]
}
