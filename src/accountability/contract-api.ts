// The routes of accountability: what each takes and answers, for the server and its clients.
import { endpoints, idParams } from '../http/contract.ts'
import * as impact from './contract-impact.ts'
import * as reviews from './contract-reviews.ts'
import * as training from './contract-training.ts'

export const accountabilityApi = endpoints({
  'GET /v1/impact-assessments': { response: impact.impactList },
  'GET /v1/impact-assessment': { query: impact.impactQuery, response: impact.impactView },
  'PUT /v1/impact-assessment/answers': {
    query: impact.impactQuery,
    body: impact.impactAnswer,
    response: impact.impactView,
  },
  'PUT /v1/impact-assessment/plan': {
    query: impact.impactQuery,
    body: impact.impactPlan,
    response: impact.impactView,
  },
  'POST /v1/impact-assessment/versions': {
    query: impact.impactQuery,
    body: impact.impactDecision,
    response: impact.impactView,
    status: 201,
  },
  'GET /v1/impact-assessment/versions': {
    query: impact.impactVersionQueryOfOne,
    response: impact.impactVersions,
  },
  'GET /v1/impact-assessment/versions/{number}': {
    params: impact.impactParams,
    query: impact.impactQuery,
    response: impact.impactVersionDetail,
  },
  'GET /v1/impact-assessment/sheet.html': { query: impact.impactSheetQueryOfOne },
  'GET /v1/impact-assessment/sheet.ods': { query: impact.impactSheetQueryOfOne },
  'GET /v1/impact-assessment/sheet.csv': { query: impact.impactSheetQueryOfOne },
  'GET /v1/impact-assessment/sheet.pdf': { query: impact.impactSheetQueryOfOne },
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
  'GET /v1/operator/impact-assessment/versions/{number}': {
    params: impact.impactParams,
    response: impact.impactVersionDetail,
  },
  'GET /v1/operator/impact-assessment/sheet.html': { query: impact.impactSheetQuery },
  'GET /v1/operator/impact-assessment/sheet.ods': { query: impact.impactSheetQuery },
  'GET /v1/operator/impact-assessment/sheet.csv': { query: impact.impactSheetQuery },
  'GET /v1/operator/impact-assessment/sheet.pdf': { query: impact.impactSheetQuery },
  'GET /v1/training': { response: training.trainingView },
  'PUT /v1/training/topics': {
    body: training.trainingTopicRequest,
    response: training.trainingView,
  },
  'PUT /v1/training/sessions': {
    body: training.trainingSessionRequest,
    response: training.trainingView,
  },
  'GET /v1/operator/training': { response: training.trainingView },
  'PUT /v1/operator/training/topics': {
    body: training.trainingTopicRequest,
    response: training.trainingView,
  },
  'PUT /v1/operator/training/sessions': {
    body: training.trainingSessionRequest,
    response: training.trainingView,
  },
  'GET /v1/own-training': { response: training.ownTraining },
  'POST /v1/own-training/attestations': {
    body: training.attestationRequest,
    response: training.ownTraining,
    status: 201,
  },
  'GET /v1/reviews': { query: reviews.reviewQuery, response: reviews.reviewPage },
  'POST /v1/reviews': {
    body: reviews.reviewRecord,
    response: reviews.reviewView,
    status: 201,
  },
  'GET /v1/reviews/{id}': { params: idParams, response: reviews.reviewView },
  'PUT /v1/reviews/{id}': {
    params: idParams,
    body: reviews.reviewRecord,
    response: reviews.reviewView,
  },
  'POST /v1/reviews/{id}/documents': {
    params: idParams,
    fields: reviews.reviewNoFields,
    response: reviews.reviewView,
    file: true,
    status: 201,
  },
  'GET /v1/reviews/{id}/documents/{documentId}': {
    params: reviews.reviewDocumentParams,
  },
  'GET /v1/operator/reviews': { query: reviews.reviewQuery, response: reviews.reviewPage },
  'POST /v1/operator/reviews': {
    body: reviews.reviewRecord,
    response: reviews.reviewView,
    status: 201,
  },
  'GET /v1/operator/reviews/{id}': { params: idParams, response: reviews.reviewView },
  'PUT /v1/operator/reviews/{id}': {
    params: idParams,
    body: reviews.reviewRecord,
    response: reviews.reviewView,
  },
  'POST /v1/operator/reviews/{id}/documents': {
    params: idParams,
    fields: reviews.reviewNoFields,
    response: reviews.reviewView,
    file: true,
    status: 201,
  },
  'GET /v1/operator/reviews/{id}/documents/{documentId}': {
    params: reviews.reviewDocumentParams,
  },
})
