// The routes of governance: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const governanceApi = endpoints({
  'GET /v1/suppliers': { response: shapes.supplierList },
  'POST /v1/suppliers': { body: shapes.newSupplier, response: shapes.supplierView, status: 201 },
  'PUT /v1/suppliers/{id}': {
    params: idParams,
    body: shapes.supplierDetails,
    response: shapes.supplierView,
  },
  'POST /v1/suppliers/{id}/contracts': {
    params: idParams,
    body: shapes.newContract,
    response: shapes.supplierView,
    status: 201,
  },
  'POST /v1/suppliers/{id}/contracts/{contractId}/end': {
    params: shapes.contractParams,
    response: shapes.supplierView,
  },
  'POST /v1/suppliers/{id}/contracts/{contractId}/documents': {
    params: shapes.contractParams,
    fields: shapes.noFields,
    response: shapes.supplierView,
    file: true,
    status: 201,
  },
  'GET /v1/suppliers/{id}/contracts/{contractId}/documents/{documentId}': {
    params: shapes.contractDocumentParams,
  },
  'POST /v1/suppliers/{id}/subprocessors': {
    params: idParams,
    body: shapes.newSubprocessor,
    response: shapes.supplierView,
    status: 201,
  },
  'POST /v1/suppliers/{id}/subprocessors/{subprocessorId}/end': {
    params: shapes.subprocessorParams,
    body: shapes.subprocessorEnd,
    response: shapes.supplierView,
  },
  'GET /v1/suppliers/{id}/objections': { params: idParams, response: shapes.supplierObjections },
  'POST /v1/suppliers/{id}/changes/{changeId}/objections/{accountId}/answers': {
    params: shapes.objectionParams,
    body: shapes.objectionAnswer,
    response: shapes.supplierObjections,
    status: 201,
  },
  'GET /v1/account-suppliers': { response: shapes.accountSuppliers },
  'POST /v1/account-suppliers/changes/{id}/objection': {
    params: idParams,
    body: shapes.supplierObjectionRequest,
    response: shapes.accountSuppliers,
    status: 201,
  },
  'DELETE /v1/account-suppliers/changes/{id}/objection': {
    params: idParams,
    response: shapes.accountSuppliers,
  },
})
