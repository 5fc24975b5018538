// The routes of campaigns: what each takes and answers, for the server and for whoever asks it.
import { endpoints, idParams, nothing, pageQuery } from '../http/contract.ts'
import { inboundPage, messagePage } from '../sending/contract.ts'
import * as shapes from './contract.ts'
import {
  approvalAsking,
  approvalReturn,
  campaignPolicy,
  waitingApprovals,
} from './contract-approval.ts'
import { calendarQuery, calendarView, moveRequest, moveWish } from './contract-calendar.ts'
import {
  billRequest,
  billView,
  messagePreview,
  previewRequest,
  templateChange,
  templatePage,
  templateQuery,
  templateRequest,
  templateVersions,
  templateView,
  testNumberConfirmation,
  testNumberRequest,
  testNumbers,
  testNumberView,
  trialRequest,
  trialSent,
} from './contract-compose.ts'
import {
  occurrencePage,
  recurringChange,
  recurringPage,
  recurringRequest,
  recurringStart,
  recurringView,
  recurringWaiting,
} from './contract-recurring.ts'
import {
  campaignResults,
  periodFileQuery,
  periodMessagesQuery,
  periodQuery,
  periodRepliesQuery,
  periodResults,
  resultFileQuery,
} from './contract-results.ts'

export type { CalendarItem, CalendarView } from './contract-calendar.ts'
export type { CampaignResults, PeriodResults, ResultFileFormat } from './contract-results.ts'

export const campaignsApi = endpoints({
  'POST /v1/campaigns': {
    body: shapes.campaignRequest,
    response: shapes.campaignView,
    status: 201,
  },
  'PATCH /v1/campaigns/{id}': {
    params: idParams,
    body: shapes.campaignChange,
    response: shapes.campaignView,
  },
  'GET /v1/campaigns': { query: shapes.campaignQuery, response: shapes.campaignPage },
  'GET /v1/campaigns/{id}': { params: idParams, response: shapes.campaignView },
  'GET /v1/campaigns/{id}/check-sheet': { params: idParams, response: shapes.checkSheet },
  'GET /v1/campaigns/{id}/results': { params: idParams, response: campaignResults },
  'GET /v1/campaigns/{id}/results/file': { params: idParams, query: resultFileQuery },
  'GET /v1/campaigns/{id}/results/pdf': { params: idParams },
  'GET /v1/campaign-results': { query: periodQuery, response: periodResults },
  'GET /v1/campaign-results/file': { query: periodFileQuery },
  'GET /v1/campaign-results/pdf': { query: periodQuery },
  'GET /v1/campaign-results/messages': { query: periodMessagesQuery, response: messagePage },
  'GET /v1/campaign-results/replies': { query: periodRepliesQuery, response: inboundPage },
  'POST /v1/campaigns/{id}/approve': {
    params: idParams,
    body: shapes.approvalRequest,
    response: shapes.campaignView,
  },
  'POST /v1/campaigns/{id}/ask-approval': {
    params: idParams,
    body: approvalAsking,
    response: shapes.campaignView,
  },
  'POST /v1/campaigns/{id}/return': {
    params: idParams,
    body: approvalReturn,
    response: shapes.campaignView,
  },
  'GET /v1/campaign-approvals': { response: waitingApprovals },
  'GET /v1/campaign-policy': { response: campaignPolicy },
  'PUT /v1/campaign-policy': { body: campaignPolicy, response: campaignPolicy },
  'POST /v1/campaigns/{id}/moved-sheet': {
    params: idParams,
    body: moveWish,
    response: shapes.checkSheet,
  },
  'POST /v1/campaigns/{id}/move': {
    params: idParams,
    body: moveRequest,
    response: shapes.campaignView,
  },
  'POST /v1/campaigns/{id}/take-back': { params: idParams, response: shapes.campaignView },
  'POST /v1/campaigns/{id}/launch': { params: idParams, response: shapes.campaignView },
  'POST /v1/campaigns/{id}/pause': { params: idParams, response: shapes.campaignView },
  'POST /v1/campaigns/{id}/resume': { params: idParams, response: shapes.campaignView },
  'POST /v1/campaigns/{id}/cancel': { params: idParams, response: shapes.campaignView },
  'GET /v1/campaigns/under-way': { query: pageQuery, response: shapes.campaignUnderWayPage },
  'POST /v1/accounts/{id}/campaigns/{campaignId}/text': {
    params: shapes.moderatedParams,
    body: shapes.moderationReason,
    response: shapes.moderatedText,
  },
  'POST /v1/accounts/{id}/campaigns/{campaignId}/pause': {
    params: shapes.moderatedParams,
    body: shapes.moderationReason,
    response: nothing,
  },
  'POST /v1/campaign-bill': { body: billRequest, response: billView },
  'POST /v1/campaign-preview': { body: previewRequest, response: messagePreview },
  'POST /v1/campaigns/{id}/copy': {
    params: idParams,
    body: shapes.copyRequest,
    response: shapes.campaignView,
    status: 201,
  },
  'DELETE /v1/campaigns/{id}': { params: idParams, response: nothing },
  'POST /v1/recurring-sends': { body: recurringRequest, response: recurringView, status: 201 },
  'PATCH /v1/recurring-sends/{id}': {
    params: idParams,
    body: recurringChange,
    response: recurringView,
  },
  'DELETE /v1/recurring-sends/{id}': { params: idParams, response: nothing },
  'GET /v1/recurring-sends': { query: pageQuery, response: recurringPage },
  'GET /v1/calendar': { query: calendarQuery, response: calendarView },
  'GET /v1/recurring-waiting': { response: recurringWaiting },
  'GET /v1/recurring-sends/{id}': { params: idParams, response: recurringView },
  'GET /v1/recurring-sends/{id}/check-sheet': { params: idParams, response: shapes.checkSheet },
  'GET /v1/recurring-sends/{id}/days': {
    params: idParams,
    query: pageQuery,
    response: occurrencePage,
  },
  'POST /v1/recurring-sends/{id}/start': {
    params: idParams,
    body: recurringStart,
    response: recurringView,
  },
  'POST /v1/recurring-sends/{id}/pause': { params: idParams, response: recurringView },
  'POST /v1/recurring-sends/{id}/resume': { params: idParams, response: recurringView },
  'POST /v1/recurring-sends/{id}/end': { params: idParams, response: recurringView },
  'GET /v1/upcoming-campaigns': { response: shapes.upcomingCampaigns },
  'POST /v1/templates': { body: templateRequest, response: templateView, status: 201 },
  'PATCH /v1/templates/{id}': { params: idParams, body: templateChange, response: templateView },
  'POST /v1/templates/{id}/archive': { params: idParams, response: templateView },
  'POST /v1/templates/{id}/restore': { params: idParams, response: templateView },
  'GET /v1/templates': { query: templateQuery, response: templatePage },
  'GET /v1/templates/{id}': { params: idParams, response: templateView },
  'GET /v1/templates/{id}/versions': { params: idParams, response: templateVersions },
  'GET /v1/test-numbers': { response: testNumbers },
  'POST /v1/test-numbers': { body: testNumberRequest, response: testNumberView, status: 201 },
  'POST /v1/test-numbers/{id}/confirm': {
    params: idParams,
    body: testNumberConfirmation,
    response: testNumberView,
  },
  'POST /v1/test-numbers/{id}/send': {
    params: idParams,
    body: trialRequest,
    response: trialSent,
    status: 202,
  },
  'DELETE /v1/test-numbers/{id}': { params: idParams, response: nothing },
})
