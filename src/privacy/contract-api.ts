// The routes of privacy: what each takes and answers, for the server and for whoever asks it.
import { exportRequest } from '../contacts/contract.ts'
import { endpoints, idParams, pageQuery } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const privacyApi = endpoints({
  'GET /v1/account/deletion': { response: shapes.accountDeletionStanding },
  'POST /v1/account/deletion': {
    body: shapes.accountDeletionRequest,
    response: shapes.accountDeletionStanding,
    status: 201,
  },
  'DELETE /v1/account/deletion': { response: shapes.accountDeletionStanding },
  'POST /v1/account/export': { body: exportRequest },
  'GET /v1/account-deletions': {
    query: shapes.accountDeletionQuery,
    response: shapes.accountDeletionPage,
  },
  'POST /v1/account-deletions': {
    body: shapes.accountDeletionByLetter,
    response: shapes.accountDeletionItem,
    status: 201,
  },
  'POST /v1/account-deletions/{id}/undo': {
    params: idParams,
    body: shapes.accountDeletionUndo,
    response: shapes.accountDeletionItem,
  },
  'GET /v1/account-deletions/{id}/certificate': {
    params: idParams,
    query: shapes.certificateForm,
  },
  'GET /v1/erasures': { query: shapes.erasureQuery, response: shapes.erasurePage },
  'GET /v1/erasures/{id}': { params: idParams, response: shapes.erasureView },
  'GET /v1/erasures/{id}/test': { params: idParams, response: shapes.erasureTest },
  'GET /v1/erasures/{id}/certificate': { params: idParams, query: shapes.certificateQuery },
  'GET /v1/erased-contacts': { query: pageQuery, response: shapes.erasedContactPage },
  'POST /v1/erasures/{id}/link': {
    params: idParams,
    response: shapes.erasureLink,
    status: 201,
  },
  'GET /v1/erasure-notices': { query: pageQuery, response: shapes.erasureNoticePage },
  'POST /v1/erasure-notices/{id}': {
    params: idParams,
    body: shapes.recipientTold,
    response: shapes.erasureNotice,
  },
  'POST /v1/erasure-notices/{id}/text': {
    params: idParams,
    body: shapes.erasureNoticeLook,
    response: shapes.erasureNoticeText,
  },
  'POST /v1/erasures/{id}/recipients/{recipientId}': {
    params: shapes.recipientParams,
    body: shapes.recipientTold,
    response: shapes.erasureView,
  },
})
