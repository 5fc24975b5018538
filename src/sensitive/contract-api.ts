// The routes of sensitive: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const sensitiveApi = endpoints({
  'GET /v1/sensitive-legal-bases': { response: shapes.legalBasisList },
  'POST /v1/sensitive-legal-bases': {
    body: shapes.legalBasisRequest,
    response: shapes.legalBasisView,
    status: 201,
  },
  'POST /v1/sensitive-legal-bases/{id}/approve': {
    params: idParams,
    response: shapes.legalBasisView,
  },
  'POST /v1/sensitive-legal-bases/{id}/end': {
    params: idParams,
    body: shapes.legalBasisEnd,
    response: shapes.legalBasisView,
  },
  'POST /v1/contacts/{id}/sensitive/reveal': {
    params: idParams,
    body: shapes.sensitiveLook,
    response: shapes.sensitiveShown,
  },
  'POST /v1/contacts/{id}/sensitive/erase': {
    params: idParams,
    body: shapes.sensitiveErasure,
    response: shapes.sensitiveErased,
  },
})
