// The routes of accountability: what each takes and answers, for the server and for whoever asks it.
import { endpoints } from '../http/contract.ts'
import * as impact from './contract-impact.ts'

export const accountabilityApi = endpoints({
  'GET /v1/impact-assessment': { response: impact.impactView },
  'PUT /v1/impact-assessment/answers': {
    body: impact.impactAnswer,
    response: impact.impactView,
  },
  'PUT /v1/impact-assessment/plan': { body: impact.impactPlan, response: impact.impactView },
  'POST /v1/impact-assessment/versions': {
    body: impact.impactDecision,
    response: impact.impactView,
    status: 201,
  },
  'GET /v1/impact-assessment/versions': {
    query: impact.impactVersionQuery,
    response: impact.impactVersions,
  },
  'GET /v1/impact-assessment/versions/{version}': {
    params: impact.impactParams,
    response: impact.impactVersionDetail,
  },
  'GET /v1/impact-assessment/sheet.html': { query: impact.impactSheetQuery },
  'GET /v1/impact-assessment/sheet.ods': { query: impact.impactSheetQuery },
  'GET /v1/impact-assessment/sheet.csv': { query: impact.impactSheetQuery },
  'GET /v1/operator/impact-assessment': { response: impact.impactView },
  'PUT /v1/operator/impact-assessment/answers': {
    body: impact.impactAnswer,
    response: impact.impactView,
  },
  'PUT /v1/operator/impact-assessment/plan': {
    body: impact.impactPlan,
    response: impact.impactView,
  },
  'POST /v1/operator/impact-assessment/versions': {
    body: impact.impactDecision,
    response: impact.impactView,
    status: 201,
  },
  'GET /v1/operator/impact-assessment/versions': {
    query: impact.impactVersionQuery,
    response: impact.impactVersions,
  },
  'GET /v1/operator/impact-assessment/versions/{version}': {
    params: impact.impactParams,
    response: impact.impactVersionDetail,
  },
  'GET /v1/operator/impact-assessment/sheet.html': { query: impact.impactSheetQuery },
  'GET /v1/operator/impact-assessment/sheet.ods': { query: impact.impactSheetQuery },
  'GET /v1/operator/impact-assessment/sheet.csv': { query: impact.impactSheetQuery },
})
