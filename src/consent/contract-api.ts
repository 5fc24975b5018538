// The routes of consent: what each takes and answers, for the server and for whoever asks it.
import { exportRequest } from '../contacts/contract.ts'
import { endpoints, idParams, nothing } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const consentApi = endpoints({
  'GET /v1/ledger/checkpoint': { response: shapes.checkpointView },
  'GET /v1/ledger/export': {},
  'POST /v1/ledger/export': { query: shapes.disclosureQuery, body: exportRequest },
  'GET /v1/ledger/comparison': { response: shapes.comparisonView },
  'POST /v1/ledger/comparison': { response: shapes.comparisonView, status: 202 },
  'POST /v1/ledger/mending': {
    body: shapes.mendingRequest,
    response: shapes.comparisonView,
    status: 202,
  },
  'GET /v1/consent-policy': { response: shapes.policyView },
  'PUT /v1/consent-policy': { body: shapes.policyRequest, response: shapes.policyView },
  'PUT /v1/consent-policy/legal-bases': {
    body: shapes.legalBasisSwitch,
    response: shapes.policyView,
  },
  'GET /v1/consents/expiring': { query: shapes.expiringQuery, response: shapes.expiringView },
  'POST /v1/consents/expiring/list': {
    body: shapes.askAgainRequest,
    response: shapes.askAgainDone,
    status: 201,
  },
  'POST /v1/consents/authorisations': {
    body: shapes.authorisationRequest,
    response: shapes.authorisationRecorded,
    status: 201,
  },
  'POST /v1/consents/authorisations/withdraw': {
    body: shapes.authorisationWithdrawal,
    response: shapes.withdrawalRecorded,
  },
  'POST /v1/consents/legal-bases': {
    body: shapes.legalBasisRequest,
    response: shapes.legalBasisRecorded,
    status: 201,
  },
  'GET /v1/wordings': { response: shapes.wordingList },
  'POST /v1/wordings': { body: shapes.wordingDraft, response: shapes.wordingView, status: 201 },
  'GET /v1/wordings/{id}': { params: idParams, response: shapes.wordingView },
  'PATCH /v1/wordings/{id}': {
    params: idParams,
    body: shapes.wordingChange,
    response: shapes.wordingView,
  },
  'DELETE /v1/wordings/{id}': { params: idParams, response: nothing },
  'POST /v1/wordings/{id}/publish': { params: idParams, response: shapes.wordingView },
  'POST /v1/consents': {
    body: shapes.consentRequest,
    response: shapes.consentRecorded,
    status: 201,
  },
  'GET /v1/consents': { query: shapes.consentQuery, response: shapes.contactConsents },
  'POST /v1/consents/withdraw': {
    body: shapes.withdrawalRequest,
    response: shapes.withdrawalRecorded,
  },
  'POST /v1/objections': {
    body: shapes.objectionRequest,
    response: shapes.objectionRecorded,
    status: 201,
  },
  'POST /v1/objections/check': { body: shapes.objectionCheck, response: shapes.objectionChecked },
  'POST /v1/consents/documents': {
    fields: shapes.documentFields,
    response: shapes.documentRecorded,
    file: true,
  },
  'POST /v1/consents/documents/{id}/open': { params: idParams, body: shapes.documentLook },
  'GET /v1/proof-holds': { response: shapes.holdList },
  'POST /v1/proof-holds/{id}/end': { params: idParams, body: shapes.holdEnd, response: nothing },
})
