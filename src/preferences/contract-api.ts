// The routes of preferences: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams, nothing } from '../http/contract.ts'
import * as shapes from './contract.ts'
import { timelinePage, timelineQuery } from './contract-timeline.ts'

export const preferencesApi = endpoints({
  'GET /v1/keywords': { response: shapes.keywordList },
  'POST /v1/keywords': { body: shapes.keywordRequest, response: shapes.keywordView, status: 201 },
  'POST /v1/keywords/{id}/close': { params: idParams, response: shapes.keywordView },
  'POST /v1/contacts/{id}/desk': {
    params: idParams,
    body: shapes.deskRequest,
    response: shapes.deskView,
  },
  'POST /v1/contacts/{id}/desk/copy': { params: idParams, body: shapes.deskCopy },
  'POST /v1/contacts/{id}/desk/acts': {
    params: idParams,
    body: shapes.deskAct,
    response: shapes.deskActed,
  },
  'POST /v1/contacts/stops': { body: shapes.stopsRequest, response: shapes.stopsRecorded },
  'GET /v1/forms': { response: shapes.formList },
  'POST /v1/forms': { body: shapes.formRequest, response: shapes.formView, status: 201 },
  'GET /v1/forms/{id}': { params: idParams, response: shapes.formView },
  'GET /v1/forms/{id}/preview': {
    params: idParams,
    query: shapes.formPreviewQuery,
    response: shapes.formPreview,
  },
  'PATCH /v1/forms/{id}': {
    params: idParams,
    body: shapes.formChange,
    response: shapes.formView,
  },
  'DELETE /v1/forms/{id}': { params: idParams, response: nothing },
  'POST /v1/forms/{id}/copy': {
    params: idParams,
    body: shapes.formCopy,
    response: shapes.formView,
    status: 201,
  },
  'POST /v1/forms/{id}/open': { params: idParams, response: shapes.formView },
  'POST /v1/forms/{id}/close': { params: idParams, response: shapes.formView },
  'POST /v1/person-links': { body: shapes.linkRequest, response: shapes.linkView, status: 201 },
  'GET /v1/logo': { response: shapes.logoState },
  'PUT /v1/logo': { response: shapes.logoState, status: 200, file: true },
  'DELETE /v1/logo': { response: nothing },
  'GET /v1/person-requests': { query: shapes.requestQuery, response: shapes.requestPage },
  'POST /v1/person-requests': {
    body: shapes.requestTaken,
    response: shapes.requestView,
    status: 201,
  },
  'POST /v1/person-requests/no-contact': {
    body: shapes.askerRequest,
    response: shapes.requestView,
    status: 201,
  },
  'POST /v1/person-requests/{id}/asker': {
    params: idParams,
    body: shapes.askerAdded,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/asker/reveal': {
    params: idParams,
    body: shapes.requestReveal,
    response: shapes.askerShown,
  },
  'POST /v1/person-requests/{id}/ask-details': {
    params: idParams,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/search': { params: idParams, response: shapes.heldSearched },
  'POST /v1/person-requests/{id}/tie': {
    params: idParams,
    body: shapes.askerTie,
    response: shapes.requestView,
  },
  'GET /v1/person-requests/{id}': { params: idParams, response: shapes.requestDetail },
  'POST /v1/person-requests/{id}/identity': {
    params: idParams,
    body: shapes.requestIdentityAsk,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/identified': {
    params: idParams,
    body: shapes.requestIdentified,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/extend': {
    params: idParams,
    body: shapes.requestExtension,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/acknowledge': { params: idParams, response: shapes.requestView },
  'POST /v1/person-requests/{id}/correct': {
    params: idParams,
    body: shapes.requestCorrection,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/erase': {
    params: idParams,
    body: shapes.requestErase,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/restrict': {
    params: idParams,
    body: shapes.requestDeed,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/lift': {
    params: idParams,
    body: shapes.requestLift,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/lifting.pdf': {
    params: idParams,
    body: shapes.requestLiftLetter,
  },
  'POST /v1/person-requests/{id}/prepare': {
    params: idParams,
    body: shapes.requestPrepare,
    response: shapes.requestView,
    status: 202,
  },
  'POST /v1/person-requests/{id}/letters': {
    params: idParams,
    fields: shapes.requestLetterFields,
    response: shapes.requestFile,
    status: 201,
    file: true,
  },
  'POST /v1/person-requests/{id}/letters/{letterId}/open': {
    params: shapes.letterParams,
    body: shapes.requestReveal,
  },
  'GET /v1/person-requests/{id}/reply.pdf': { params: idParams, query: shapes.replyLetterQuery },
  'GET /v1/answer-texts': { response: shapes.answerTexts },
  'PUT /v1/answer-texts': { body: shapes.answerTextChosen, response: shapes.answerTexts },
  'POST /v1/person-requests/{id}/answer': {
    params: idParams,
    body: shapes.requestAnswer,
    response: shapes.requestView,
  },
  'POST /v1/person-requests/{id}/reveal': {
    params: idParams,
    body: shapes.requestReveal,
    response: shapes.requestText,
  },
  'GET /v1/contacts/{id}/timeline': {
    params: idParams,
    query: timelineQuery,
    response: timelinePage,
  },
})
