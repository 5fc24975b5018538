// The routes of governance: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const governanceApi = endpoints({
  'GET /v1/suppliers': { response: shapes.supplierList },
  'POST /v1/suppliers': { body: shapes.newSupplier, response: shapes.supplierView, status: 201 },
  'POST /v1/suppliers/{id}/contracts': {
    params: idParams,
    body: shapes.newContract,
    response: shapes.supplierView,
    status: 201,
  },
  'POST /v1/suppliers/{id}/contracts/{contractId}/end': {
    params: shapes.contractParams,
    response: shapes.supplierView,
  },
})
