// The routes of intake: what each takes and answers, for the server and for whoever asks it.
import { exportRequest } from '../contacts/contract.ts'
import { endpoints, pageQuery } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const intakeApi = endpoints({
  'POST /v1/imports': {
    fields: shapes.importFieldsOfForm,
    response: shapes.importView,
    file: true,
  },
  'GET /v1/imports': { query: pageQuery, response: shapes.importList },
  'GET /v1/imports/{id}': { params: shapes.importParams, response: shapes.importView },
  'GET /v1/column-types': { response: shapes.columnTypeList },
  'POST /v1/objections/import': {
    fields: shapes.suppressionFields,
    response: shapes.suppressionCounts,
    status: 200,
    file: true,
  },
  'POST /v1/imports/{id}/mapping': {
    params: shapes.importParams,
    body: shapes.mappingRequest,
    response: shapes.importView,
    status: 202,
  },
  'POST /v1/imports/{id}/forecast': {
    params: shapes.importParams,
    body: shapes.forecastRequest,
    response: shapes.importForecast,
    status: 200,
  },
  'DELETE /v1/imports/{id}/file': { params: shapes.importParams, response: shapes.importView },
  'POST /v1/imports/{id}/undo': {
    params: shapes.importParams,
    response: shapes.importView,
    status: 202,
  },
  'POST /v1/imports/{id}/rejects': { params: shapes.importParams, body: exportRequest },
  'GET /v1/quarantine': { query: shapes.quarantineQuery, response: shapes.quarantineView },
  'POST /v1/quarantine/prove': { body: shapes.proveRequest, response: shapes.proveAnswer },
  'POST /v1/quarantine/delete': {
    body: shapes.quarantineDeletion,
    response: shapes.quarantineDeleted,
  },
})
