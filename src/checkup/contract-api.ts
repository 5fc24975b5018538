// The routes of the self-check: what each takes and answers, for the server and for whoever asks.
import { endpoints } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const checkupApi = endpoints({
  'GET /v1/checkup': { response: shapes.checkupView },
  'POST /v1/checkup': { body: shapes.checkupRequest, response: shapes.checkupView },
  'GET /v1/checkup/days': { query: shapes.checkupDaysQuery, response: shapes.checkupDays },
})
