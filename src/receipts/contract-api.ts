// The routes of receipts: what each takes and answers, for the server and for whoever asks it.
import { exportRequest } from '../contacts/contract.ts'
import { endpoints } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const receiptsApi = endpoints({
  'POST /v1/consents/receipts': { body: shapes.receiptRequest, response: shapes.receiptDocument },
  'POST /v1/consents/export': { query: shapes.exportQuery, body: exportRequest },
  'POST /v1/consents/import': {
    fields: shapes.importFields,
    response: shapes.importCounts,
    status: 200,
    file: true,
  },
})
