// The routes of webhooks: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams, nothing } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const webhooksApi = endpoints({
  'GET /v1/webhooks': { response: shapes.webhookList },
  'POST /v1/webhooks': {
    body: shapes.webhookRequest,
    response: shapes.webhookCreated,
    status: 201,
  },
  'GET /v1/webhooks/{id}': { params: idParams, response: shapes.webhookView },
  'PATCH /v1/webhooks/{id}': {
    params: idParams,
    body: shapes.webhookChange,
    response: shapes.webhookView,
  },
  'DELETE /v1/webhooks/{id}': { params: idParams, response: nothing },
  'POST /v1/webhooks/{id}/secret': { params: idParams, response: shapes.webhookSecret },
  'POST /v1/webhooks/{id}/test': {
    params: idParams,
    response: shapes.webhookTested,
    status: 202,
  },
  'POST /v1/webhooks/{id}/replay': {
    params: idParams,
    body: shapes.replayRequest,
    response: shapes.replayed,
    status: 202,
  },
  'GET /v1/webhooks/{id}/deliveries': {
    params: idParams,
    query: shapes.deliveryQuery,
    response: shapes.deliveryPage,
  },
  'GET /v1/webhooks/{id}/deliveries/{deliveryId}': {
    params: shapes.deliveryParams,
    response: shapes.deliveryView,
  },
  'POST /v1/webhooks/{id}/deliveries/{deliveryId}/retry': {
    params: shapes.deliveryParams,
    response: shapes.deliveryView,
    status: 202,
  },
  'POST /v1/webhook-listeners': {
    body: shapes.listenRequest,
    response: shapes.listening,
    status: 201,
  },
  'POST /v1/webhook-listeners/{id}/take': {
    params: idParams,
    body: shapes.listenTake,
    response: shapes.listenEvents,
  },
  'DELETE /v1/webhook-listeners/{id}': { params: idParams, response: nothing },
})
