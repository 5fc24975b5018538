// The routes of routing: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams, nothing, pageQuery } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const routingApi = endpoints({
  'GET /v1/routes': { response: shapes.routeList },
  'POST /v1/routes': { body: shapes.newRoute, response: shapes.routeView, status: 201 },
  'PATCH /v1/routes/{id}': {
    params: idParams,
    body: shapes.routeChange,
    response: shapes.routeView,
  },
  'POST /v1/routes/{id}/test': {
    params: idParams,
    body: shapes.routeTest,
    response: shapes.routeTestView,
  },
  'GET /v1/senders': { response: shapes.senderList },
  'POST /v1/senders': { body: shapes.newSender, response: shapes.senderView, status: 201 },
  'GET /v1/accounts/{id}/senders': { params: idParams, response: shapes.senderList },
  'PUT /v1/accounts/{id}/senders/{senderId}/decision': {
    params: shapes.senderParams,
    body: shapes.senderDecision,
    response: shapes.senderView,
  },
  'POST /v1/routes/{id}/receipts': {
    params: shapes.receiptsParams,
    query: shapes.receiptsQuery,
    body: shapes.receiptsBody,
    response: nothing,
  },
  'GET /v1/senders/waiting': { query: pageQuery, response: shapes.waitingSenderPage },
})
