// The routes of notifications: what each takes and answers, for the server and for whoever asks it.
import { endpoints, nothing, pageOf } from '../http/contract.ts'
import * as shapes from './contract.ts'

export const notificationsApi = endpoints({
  'GET /v1/notifications': { query: shapes.noticeQuery, response: pageOf(shapes.noticeView) },
  'GET /v1/notifications/unread': { response: shapes.unreadView },
  'POST /v1/notifications/read': { body: shapes.noticesRead, response: nothing },
  'GET /v1/notifications/choices': { response: shapes.noticeChoices },
  'PUT /v1/notifications/choices': { body: shapes.noticeChoice, response: nothing },
  'GET /v1/mails': { query: shapes.mailQuery, response: pageOf(shapes.mailView) },
  'GET /v1/mails/summary': { response: shapes.mailSummary },
  'POST /v1/mails/trial': { response: shapes.mailTried, status: 202 },
})
