// The routes of campaigns: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams } from '../http/contract.ts'
import * as shapes from './contract.ts'
import { campaignResults, resultFileQuery } from './contract-results.ts'

export type { CampaignResults, ResultFileFormat } from './contract-results.ts'

export const campaignsApi = endpoints({
  'POST /v1/campaigns': {
    body: shapes.campaignRequest,
    response: shapes.campaignView,
    status: 201,
  },
  'PATCH /v1/campaigns/{id}': {
    params: idParams,
    body: shapes.campaignChange,
    response: shapes.campaignView,
  },
  'GET /v1/campaigns': { query: shapes.campaignQuery, response: shapes.campaignPage },
  'GET /v1/campaigns/{id}': { params: idParams, response: shapes.campaignView },
  'GET /v1/campaigns/{id}/check-sheet': { params: idParams, response: shapes.checkSheet },
  'GET /v1/campaigns/{id}/results': { params: idParams, response: campaignResults },
  'GET /v1/campaigns/{id}/results/file': { params: idParams, query: resultFileQuery },
  'POST /v1/campaigns/{id}/approve': {
    params: idParams,
    body: shapes.approvalRequest,
    response: shapes.campaignView,
  },
  'POST /v1/campaigns/{id}/launch': { params: idParams, response: shapes.campaignView },
  'POST /v1/campaigns/{id}/pause': { params: idParams, response: shapes.campaignView },
  'POST /v1/campaigns/{id}/resume': { params: idParams, response: shapes.campaignView },
  'POST /v1/campaigns/{id}/cancel': { params: idParams, response: shapes.campaignView },
})
