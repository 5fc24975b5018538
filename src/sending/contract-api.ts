// The routes of sending: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams, nothing } from '../http/contract.ts'
import * as shapes from './contract.ts'
import { queueList } from './contract-queues.ts'
import { releaseRequest, restorationView } from './contract-restoration.ts'

export const sendingApi = endpoints({
  'GET /v1/messages/text-retention': { response: shapes.textRetentionView },
  'PUT /v1/messages/text-retention': {
    body: shapes.textRetentionRequest,
    response: shapes.textRetentionView,
  },
  'POST /v1/messages': { body: shapes.messageRequest, response: shapes.messageView, status: 202 },
  'GET /v1/messages': { query: shapes.messageQuery, response: shapes.messagePage },
  'GET /v1/messages/{id}': { params: idParams, response: shapes.messageView },
  'GET /v1/messages/{id}/story': { params: idParams, response: shapes.messageStory },
  'GET /v1/messages/{id}/proof': { params: idParams, response: shapes.messageProof },
  'POST /v1/messages/{id}/cancel': { params: idParams, response: shapes.messageView },
  'POST /v1/messages/{id}/reveal': {
    params: idParams,
    body: shapes.revealRequest,
    response: shapes.revealedMessage,
  },
  'POST /v1/messages/{id}/handset': {
    params: idParams,
    body: shapes.revealRequest,
    response: shapes.handsetMessage,
  },
  'GET /v1/inbound': { query: shapes.inboundQuery, response: shapes.inboundPage },
  'POST /v1/inbound/{id}/reveal': {
    params: idParams,
    body: shapes.revealRequest,
    response: shapes.revealedReply,
  },
  'POST /v1/inbound/{id}/review': {
    params: idParams,
    body: shapes.inboundReview,
    response: nothing,
  },
  'GET /v1/restoration': { response: restorationView },
  'POST /v1/restoration/release': { body: releaseRequest, response: restorationView },
  'POST /v1/restoration/marketing': { response: restorationView },
  'POST /v1/messages/{id}/handset-reply': {
    params: idParams,
    body: shapes.handsetReply,
    response: nothing,
  },
  'GET /v1/queues': { response: queueList },
})
