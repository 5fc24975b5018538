// The routes of retention: what each takes and answers, for the server and for whoever asks it.
import { endpoints } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const retentionApi = endpoints({
  'GET /v1/retention': { response: shapes.retentionPage },
  'PUT /v1/retention': {
    body: shapes.retentionPeriodRequest,
    response: shapes.retentionPage,
  },
  'GET /v1/retention/nights': {
    query: shapes.retentionNightsQuery,
    response: shapes.retentionNights,
  },
  'GET /v1/installation/retention-bounds': { response: shapes.retentionBounds },
  'PUT /v1/installation/retention-bounds': {
    body: shapes.retentionBoundRequest,
    response: shapes.retentionBounds,
  },
})
