// The routes of links: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams, pageQuery } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const linksApi = endpoints({
  'GET /v1/link-settings': { response: shapes.linkSettings },
  'PUT /v1/link-settings': { body: shapes.linkSettingsChange, response: shapes.linkSettings },
  'GET /v1/links': { query: pageQuery, response: shapes.linkPage },
  'POST /v1/links': { body: shapes.linkRequest, response: shapes.linkView, status: 201 },
  'GET /v1/links/{id}': { params: idParams, response: shapes.linkDays },
  'POST /v1/links/{id}/switch-off': { params: idParams, response: shapes.linkView },
})
