// The routes of receipts: what each takes and answers, for the server and for whoever asks it.
import { endpoints } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const receiptsApi = endpoints({
  'GET /v1/consents/receipts': { query: shapes.receiptQuery, response: shapes.receiptDocument },
  'GET /v1/consents/export': { query: shapes.exportQuery },
  'POST /v1/consents/import': {
    fields: shapes.importFields,
    response: shapes.importCounts,
    status: 200,
    file: true,
  },
})
