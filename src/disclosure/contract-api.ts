// The routes of disclosure: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams } from '../http/contract.ts'
import * as shapes from './contract.ts'
import * as breaches from './contract-breaches.ts'
import * as own from './contract-own.ts'

export const disclosureApi = endpoints({
  'GET /v1/register': { response: shapes.registerView },
  'PUT /v1/register/declarations': { body: shapes.declaration, response: shapes.registerView },
  'GET /v1/register/declarations': {
    query: shapes.declarationQuery,
    response: shapes.declarationPage,
  },
  'GET /v1/register/sheet.ods': { query: shapes.sheetQuery },
  'GET /v1/register/sheet.csv': { query: shapes.sheetQuery },
  'GET /v1/register/sheet.html': { query: shapes.sheetQuery },
  'GET /v1/register/sheet.pdf': { query: shapes.sheetQuery },
  'GET /v1/public-notice': { response: shapes.publicNoticeView },
  'GET /v1/public-notice/versions': {
    query: shapes.versionQuery,
    response: shapes.publicNoticeVersions,
  },
  'GET /v1/public-notice/versions/{version}': {
    params: shapes.versionParams,
    response: shapes.publicNoticeVersionDetail,
  },
  'GET /v1/operator': { response: shapes.operatorView },
  'PUT /v1/operator': { body: shapes.operatorRequest, response: shapes.operatorView },
  'GET /v1/operator/register': { response: shapes.processorRegisterView },
  'GET /v1/operator/register/sheet.ods': { query: shapes.sheetQuery },
  'GET /v1/operator/register/sheet.csv': { query: shapes.sheetQuery },
  'GET /v1/operator/register/sheet.html': { query: shapes.sheetQuery },
  'GET /v1/operator/register/sheet.pdf': { query: shapes.sheetQuery },
  'GET /v1/operator/public-notice': { response: shapes.publicNoticeView },
  'GET /v1/operator/public-notice/versions': {
    query: shapes.versionQuery,
    response: shapes.publicNoticeVersions,
  },
  'GET /v1/operator/public-notice/versions/{version}': {
    params: shapes.versionParams,
    response: shapes.publicNoticeVersionDetail,
  },
  'GET /v1/breaches': { query: breaches.breachQuery, response: breaches.breachPage },
  'POST /v1/breaches': {
    body: breaches.breachRecord,
    response: breaches.breachView,
    status: 201,
  },
  'GET /v1/breaches/{id}': { params: idParams, response: breaches.breachView },
  'PUT /v1/breaches/{id}': {
    params: idParams,
    body: breaches.breachChangeRequest,
    response: breaches.breachView,
  },
  'POST /v1/breaches/{id}/measure': { params: idParams, response: breaches.breachView },
  'POST /v1/breaches/{id}/steps': {
    params: idParams,
    body: breaches.breachStepRequest,
    response: breaches.breachView,
    status: 201,
  },
  'POST /v1/breaches/{id}/steps/{stepId}/take-back': {
    params: breaches.breachStepParams,
    body: breaches.breachTakeBackRequest,
    response: breaches.breachView,
  },
  'POST /v1/breaches/{id}/notices': { params: idParams, response: breaches.breachView },
  'POST /v1/breaches/{id}/letters': {
    params: idParams,
    body: breaches.breachLetterRequest,
    response: breaches.breachView,
    status: 201,
  },
  'GET /v1/breaches/{id}/letters/{letterId}': {
    params: breaches.breachLetterParams,
    query: breaches.breachLetterForm,
  },
  'GET /v1/breaches/sheet.ods': { query: shapes.sheetQuery },
  'GET /v1/breaches/sheet.csv': { query: shapes.sheetQuery },
  'GET /v1/breaches/sheet.html': { query: shapes.sheetQuery },
  'GET /v1/breaches/sheet.pdf': { query: shapes.sheetQuery },
  'GET /v1/account-breaches/sheet.ods': { query: shapes.sheetQuery },
  'GET /v1/account-breaches/sheet.csv': { query: shapes.sheetQuery },
  'GET /v1/account-breaches/sheet.html': { query: shapes.sheetQuery },
  'GET /v1/account-breaches/sheet.pdf': { query: shapes.sheetQuery },
  'GET /v1/account-breaches': {
    query: breaches.breachQuery,
    response: own.accountBreachPage,
  },
  'POST /v1/account-breaches': {
    body: own.accountBreachRecord,
    response: own.accountBreachView,
    status: 201,
  },
  'GET /v1/account-breaches/{id}': { params: idParams, response: own.accountBreachView },
  'PUT /v1/account-breaches/{id}': {
    params: idParams,
    body: own.accountBreachChangeRequest,
    response: own.accountBreachView,
  },
  'PUT /v1/account-breaches/{id}/judgement': {
    params: idParams,
    body: own.accountBreachJudgementRequest,
    response: own.accountBreachView,
  },
  'POST /v1/account-breaches/{id}/measure': {
    params: idParams,
    response: own.accountBreachView,
  },
  'POST /v1/account-breaches/{id}/steps': {
    params: idParams,
    body: breaches.breachStepRequest,
    response: own.accountBreachView,
    status: 201,
  },
  'POST /v1/account-breaches/{id}/steps/{stepId}/take-back': {
    params: breaches.breachStepParams,
    body: breaches.breachTakeBackRequest,
    response: own.accountBreachView,
  },
  'POST /v1/account-breaches/{id}/letters': {
    params: idParams,
    body: breaches.breachLetterRequest,
    response: own.accountBreachView,
    status: 201,
  },
  'GET /v1/account-breaches/{id}/letters/{letterId}': {
    params: breaches.breachLetterParams,
    query: breaches.breachLetterForm,
  },
})
