// The routes of links: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const linksApi = endpoints({
  'GET /v1/link-settings': { response: shapes.shortLinkSettings },
  'PUT /v1/link-settings': {
    body: shapes.shortLinkSettingsChange,
    response: shapes.shortLinkSettings,
  },
  'GET /v1/links': { query: shapes.shortLinkQuery, response: shapes.shortLinkPage },
  'POST /v1/links': { body: shapes.shortLinkRequest, response: shapes.shortLink, status: 201 },
  'GET /v1/links/{id}': { params: idParams, response: shapes.shortLinkDays },
  'POST /v1/links/{id}/switch-off': { params: idParams, response: shapes.shortLink },
})
