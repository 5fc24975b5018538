// The HTTP of messages and replies; thin.
import type { Audit } from '../audit/index.ts'
import { cursorPart, defineCursor, defineDownload, defineRoute, type Route } from '../http/index.ts'
import {
  type CampaignId,
  type ContactId,
  isoTimeOrNull,
  type MessageId,
  type RouteId,
} from '../kernel/index.ts'
import { csvMediaType, odsMediaType } from '../paper/index.ts'
import { type CancelDeps, cancelMessage } from './accept/cancel-message.ts'
import { type PreviewMessageDeps, previewMessage } from './accept/preview-message.ts'
import type { SendDoor } from './accept/send-message.ts'
import { withNumber } from './accept/to-contact.ts'
import { sheetMessagesMax } from './contract.ts'
import { sendingApi } from './contract-api.ts'
import type { MessageCountQuery } from './contract-messages.ts'
import { askingErrors } from './errors.ts'
import { type InboxRoutesDeps, inboxRoutes } from './replies/inbox-routes.ts'
import { type RepliesDeps, readReplies, revealReply } from './replies/read-replies.ts'
import { type HandsetReplyDeps, replyFromHandset } from './replies/reply-from-handset.ts'
import { reviewReply } from './replies/review-reply.ts'
import { deadNumberRoutes } from './view/dead-number-routes.ts'
import type { DeadNumbersDeps } from './view/dead-numbers.ts'
import { messagesCsv, messagesOds } from './view/message-file.ts'
import { type NameCampaignsDeps, withCampaignNames } from './view/name-campaigns.ts'
import { queueRoutes } from './view/queue-routes.ts'
import {
  countedMax,
  countMessages,
  type HandsetDeps,
  proveMessage,
  readMessage,
  readMessages,
  readStory,
  revealMessage,
  showOnHandset,
} from './view/read-messages.ts'
import type { QueuesDeps } from './view/read-queues.ts'
import { viewWritten } from './view/view-message.ts'

export type SendingRoutesDeps = CancelDeps &
  HandsetDeps &
  HandsetReplyDeps &
  QueuesDeps &
  RepliesDeps &
  DeadNumbersDeps &
  NameCampaignsDeps &
  PreviewMessageDeps &
  InboxRoutesDeps & { sendDoor: SendDoor; audit: Pick<Audit, 'record'> }

export function sendingRoutes(deps: SendingRoutesDeps): Route[] {
  return [
    ...messageRoutes(deps),
    ...fileRoutes(deps),
    ...oneMessageRoutes(deps),
    ...actsOnOne(deps),
    ...replyRoutes(deps),
    ...queueRoutes(deps),
    ...deadNumberRoutes(deps),
    ...inboxRoutes(deps),
  ]
}

const messageCursor = defineCursor('messages', { id: cursorPart.uuid<MessageId>() })
const replyCursor = defineCursor('inbound', { id: cursorPart.uuid() })
const instantOf = (text: string | undefined) => (text === undefined ? null : Date.parse(text))

/** A pause in typing asks once; several people may share an address. */
const previewsPerMinuteMax = 240

function messageRoutes(deps: SendingRoutesDeps): Route[] {
  return [
    defineRoute({
      ...sendingApi['POST /v1/messages'],
      needs: 'messages.send',
      summary: 'Send one message',
      description:
        'The answer comes when the message is on disk. A refused message exists, in the state ' +
        '`refused`, with its reason. Send an `Idempotency-Key` to be able to ask again.',
      errors: [...askingErrors, 'contacts.contact_not_found', 'contacts.contact_erased'],
      handle: async (caller, { body }) => {
        const request = await withNumber(deps, caller, body)
        return viewWritten(await deps.sendDoor(caller, request), caller.language)
      },
    }),
    defineRoute({
      ...sendingApi['POST /v1/messages/preview'],
      needs: 'messages.send',
      summary: 'Show how one message would leave and what it costs; nothing is sent or kept',
      description:
        'What stands against the text, its sender or its route is told. Whether the person may ' +
        'receive it is not: that is answered, and recorded, when it is sent.',
      errors: [...askingErrors, 'contacts.contact_not_found'],
      perMinuteMax: previewsPerMinuteMax,
      handle: (caller, { body }) => previewMessage(deps, caller, body),
    }),
    defineRoute({
      ...sendingApi['GET /v1/messages'],
      needs: 'messages.read',
      summary: 'List messages, newest first, numbers masked',
      description: 'A page may hold fewer than its limit: go on while there is a `nextCursor`.',
      handle: async (caller, { query }) => {
        const { items, last, lookedBackTo } = await readMessages(deps, caller, {
          ...wishOf(query),
          before: messageCursor.read(query.cursor)?.id ?? null,
          limit: query.limit,
        })
        return {
          items: await withCampaignNames(deps, caller, items),
          nextCursor: last === null ? null : messageCursor.write({ id: last }),
          lookedBackTo: isoTimeOrNull(lookedBackTo),
        }
      },
    }),
    defineRoute({
      ...sendingApi['GET /v1/messages/count'],
      needs: 'messages.read',
      summary: 'Count the messages that the list holds with the same filters',
      description: `At most ${countedMax} are counted; \`isAtLeast\` says that there may be more.`,
      handle: (caller, { query }) => countMessages(deps, caller, wishOf(query)),
    }),
  ]
}

/** Each file reads the messages anew. */
const filesPerMinuteMax = 10

function fileRoutes(deps: SendingRoutesDeps): Route[] {
  const shared = { needs: 'messages.read', perMinuteMax: filesPerMinuteMax } as const
  const description =
    'With the filters of the list, newest first; numbers are masked. The journal tells of it.'
  return [
    defineDownload({
      ...sendingApi['GET /v1/messages/export.csv'],
      ...{ ...shared, description, mediaType: csvMediaType },
      summary: 'Download the list of messages as CSV',
      handle: (caller, { query }) => messagesCsv(deps, caller, { query, wish: wishOf(query) }),
    }),
    defineDownload({
      ...sendingApi['GET /v1/messages/export.ods'],
      ...{ ...shared, mediaType: odsMediaType },
      summary: 'Download the list of messages as a spreadsheet',
      description: `${description} It holds ${sheetMessagesMax} messages at most.`,
      errors: ['sending.too_many_for_sheet'],
      handle: (caller, { query }) => messagesOds(deps, caller, { query, wish: wishOf(query) }),
    }),
  ]
}

const wishOf = (query: MessageCountQuery) => ({
  class: query.class ?? null,
  campaignId: (query.campaignId ?? null) as CampaignId | null,
  contactId: (query.contactId ?? null) as ContactId | null,
  state: query.state ?? null,
  reference: query.reference ?? null,
  reason: query.reason ?? null,
  sender: query.sender ?? null,
  routeId: (query.routeId ?? null) as RouteId | null,
  country: query.country ?? null,
  from: instantOf(query.acceptedFrom),
  until: instantOf(query.acceptedBefore),
  group: query.group ?? null,
  leftFrom: instantOf(query.leftFrom),
  endedFrom: instantOf(query.endedFrom),
})

function oneMessageRoutes(deps: SendingRoutesDeps): Route[] {
  const errors = ['sending.message_not_found'] as const
  return [
    defineRoute({
      ...sendingApi['GET /v1/messages/{id}'],
      needs: 'messages.read',
      summary: 'Read one message',
      errors,
      handle: (caller, { params }) => readMessage(deps, caller, params.id as MessageId),
    }),
    defineRoute({
      ...sendingApi['GET /v1/messages/{id}/story'],
      needs: 'messages.read',
      summary: 'Tell how one message was sent, step by step, with its reasons',
      errors,
      handle: async (caller, { params }) => {
        const { message, ...told } = await readStory(deps, caller, params.id as MessageId)
        const [named] = await withCampaignNames(deps, caller, [message])
        return { ...told, message: { campaignName: null, ...message, ...named } }
      },
    }),
    defineRoute({
      ...sendingApi['GET /v1/messages/{id}/proof'],
      needs: 'messages.read',
      summary: 'Give the reasons for which one message was allowed',
      errors,
      handle: async (caller, { params }) => {
        const proof = await proveMessage(deps, caller, params.id as MessageId)
        const entry = proof.consentEntryId
        return {
          ...proof,
          disclosurePath: entry === null ? null : `/v1/ledger/export?disclose=${entry}`,
        }
      },
    }),
  ]
}

/** By hand, from a screen. */
const handsetRepliesPerMinuteMax = 60

/** One message is called back, or looked at in clear. */
function actsOnOne(deps: SendingRoutesDeps): Route[] {
  const errors = ['sending.message_not_found'] as const
  return [
    defineRoute({
      ...sendingApi['POST /v1/messages/{id}/cancel'],
      needs: 'messages.send',
      summary: 'Call a message back that has not left yet',
      description:
        'It is taken out of the queue for good, or it has been taken by an operator’s link ' +
        'before: then the answer is 409, and nothing changes. Asked again, it answers the same. ' +
        'A message that an operator may have had already is marked `maybe_sent` and is not sent ' +
        'again.',
      errors: [...errors, 'sending.message_not_waiting'],
      handle: (caller, { params }) => cancelMessage(deps, caller, params.id as MessageId),
    }),
    defineRoute({
      ...sendingApi['POST /v1/messages/{id}/reveal'],
      needs: 'contacts.reveal',
      summary: 'Show number and text in clear, but no code; the look is recorded with its reason',
      errors: [...errors, 'sending.person_erased'],
      handle: (caller, { params, body }) =>
        revealMessage(deps, caller, { id: params.id as MessageId, reason: body.reason }),
    }),
    defineRoute({
      ...sendingApi['POST /v1/messages/{id}/handset'],
      needs: 'contacts.reveal',
      summary: 'Show what the simulated phone of a sandbox account received, codes included',
      description:
        'Only in a sandbox account, whose messages reach nobody. What is recorded by such a code says in its evidence that the handset was the sandbox.',
      errors: [...errors, 'sending.person_erased', 'sending.handset_is_real'],
      handle: (caller, { params, body }) =>
        showOnHandset(deps, caller, { id: params.id as MessageId, reason: body.reason }),
    }),
    defineRoute({
      ...sendingApi['POST /v1/messages/{id}/handset-reply'],
      needs: 'messages.send',
      summary: 'Let the simulated phone of a sandbox account answer a message',
      description:
        'Only in a sandbox account. The reply comes by way of the sandbox operator, as a real ' +
        'one would, and has all of its effects: a STOP ends what waits for that number.',
      errors: [
        ...errors,
        'sending.person_erased',
        'sending.handset_is_real',
        'sending.handset_absent',
        'sending.handset_silent',
      ],
      perMinuteMax: handsetRepliesPerMinuteMax,
      handle: (caller, { params, body }) =>
        replyFromHandset(deps, caller, { id: params.id as MessageId, text: body.text }),
    }),
  ]
}

function replyRoutes(deps: SendingRoutesDeps): Route[] {
  return [
    defineRoute({
      ...sendingApi['GET /v1/inbound'],
      needs: 'messages.read',
      summary: 'List replies, newest first, numbers masked',
      handle: async (caller, { query }) => {
        const page = await readReplies(deps, caller, {
          before: replyCursor.read(query.cursor)?.id ?? null,
          limit: query.limit,
          needsReview: query.needsReview === undefined ? null : query.needsReview === 'true',
          campaignId: (query.campaignId ?? null) as CampaignId | null,
          show: query.show ?? null,
          from: query.receivedFrom === undefined ? null : Date.parse(query.receivedFrom),
        })
        const { last } = page
        return {
          items: page.items,
          nextCursor: last === null ? null : replyCursor.write({ id: last }),
        }
      },
    }),
    defineRoute({
      ...sendingApi['POST /v1/inbound/{id}/reveal'],
      needs: 'contacts.reveal',
      summary: 'Show a reply in clear; the look is recorded with its reason',
      errors: ['sending.inbound_not_found', 'sending.person_erased'],
      handle: (caller, { params, body }) =>
        revealReply(deps, caller, { id: params.id, reason: body.reason }),
    }),
    defineRoute({
      ...sendingApi['POST /v1/inbound/{id}/review'],
      needs: 'consent.record',
      summary:
        'Say what a doubtful reply means, until which its number gets no marketing; or of any that it was a STOP',
      errors: [
        'sending.inbound_not_found',
        'sending.reply_not_waiting',
        'sending.person_erased',
        'sending.still_leaving',
      ],
      handle: async (caller, { params, body }) => {
        await reviewReply(deps, caller, { id: params.id, meaning: body.meaning })
      },
    }),
  ]
}
