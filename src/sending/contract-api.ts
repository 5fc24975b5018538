// The routes of sending: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams, nothing } from '../http/contract.ts'
import * as shapes from './contract.ts'
import * as dead from './contract-dead.ts'
import * as inbox from './contract-inbox.ts'
import * as lists from './contract-messages.ts'
import { singlePreview, singlePreviewRequest } from './contract-preview.ts'
import { queueList } from './contract-queues.ts'
import { releaseRequest, restorationView } from './contract-restoration.ts'

export type {
  AnswerPreview,
  ConversationView,
  RevealedConversation,
  ThreadReply,
} from './contract-inbox.ts'
export type { SinglePreview } from './contract-preview.ts'

export const sendingApi = endpoints({
  'GET /v1/messages/text-retention': { response: shapes.textRetentionView },
  'PUT /v1/messages/text-retention': {
    body: shapes.textRetentionRequest,
    response: shapes.textRetentionView,
  },
  'POST /v1/messages': { body: shapes.messageRequest, response: shapes.messageView, status: 202 },
  'POST /v1/messages/preview': { body: singlePreviewRequest, response: singlePreview },
  'GET /v1/messages': { query: lists.messageQuery, response: shapes.messagePage },
  'GET /v1/messages/count': {
    query: lists.messageCountQuery,
    response: lists.messageCount,
  },
  'GET /v1/messages/export.csv': { query: lists.messageFileQuery },
  'GET /v1/messages/export.ods': { query: lists.messageFileQuery },
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
  'GET /v1/inbox': { query: inbox.inboxQuery, response: inbox.conversationPage },
  'GET /v1/inbox/waiting': { response: inbox.inboxWaiting },
  'GET /v1/inbox/users': { response: inbox.inboxUsers },
  'GET /v1/inbox/{id}': { params: idParams, response: inbox.conversationView },
  'GET /v1/inbox/{id}/replies': {
    params: idParams,
    query: inbox.threadQuery,
    response: inbox.threadPage,
  },
  'POST /v1/inbox/{id}/reveal': {
    params: idParams,
    body: inbox.inboxReveal,
    response: inbox.revealedConversation,
  },
  'POST /v1/inbox/{id}/answers': {
    params: idParams,
    body: inbox.inboxAnswer,
    response: shapes.messageView,
    status: 202,
  },
  'POST /v1/inbox/{id}/answers/preview': {
    params: idParams,
    body: inbox.answerPreviewRequest,
    response: inbox.answerPreview,
  },
  'PUT /v1/inbox/{id}/assignment': {
    params: idParams,
    body: inbox.inboxAssignment,
    response: inbox.conversationView,
  },
  'PUT /v1/inbox/{id}/done': {
    params: idParams,
    body: inbox.inboxDone,
    response: inbox.conversationView,
  },
  'GET /v1/restoration': { response: restorationView },
  'POST /v1/restoration/release': { body: releaseRequest, response: restorationView },
  'POST /v1/restoration/marketing': { response: restorationView },
  'POST /v1/messages/{id}/handset-reply': {
    params: idParams,
    body: shapes.handsetReply,
    response: nothing,
  },
  'GET /v1/dead-numbers': { query: dead.deadNumberQuery, response: dead.deadNumberPage },
  'POST /v1/dead-numbers/{id}/lift': {
    params: idParams,
    body: dead.liftRequest,
    response: nothing,
  },
  'GET /v1/queues': { response: queueList },
})
