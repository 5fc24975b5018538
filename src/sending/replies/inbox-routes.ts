// The HTTP of the inbox; thin.
import { cursorPart, defineCursor, defineRoute, type Route } from '../../http/index.ts'
import type { UserId } from '../../kernel/index.ts'
import { sendingApi } from '../contract-api.ts'
import { askingErrors } from '../errors.ts'
import { type AnswerPersonDeps, answerPerson } from './answer-person.ts'
import { type PreviewAnswerDeps, previewAnswer } from './preview-answer.ts'
import {
  countInbox,
  inboxUsers,
  readConversation,
  readInbox,
  readThread,
  revealConversation,
} from './read-inbox.ts'
import { assignTo, type SettleDeps, setDone } from './settle-conversation.ts'

export type InboxRoutesDeps = AnswerPersonDeps & PreviewAnswerDeps & SettleDeps

const inboxCursor = defineCursor('inbox', {
  undecided: cursorPart.integer(1),
  at: cursorPart.instant(),
  id: cursorPart.uuid(),
})
const threadCursor = defineCursor('inbox-replies', { id: cursorPart.uuid() })
const errors = ['sending.conversation_not_found'] as const

export function inboxRoutes(deps: InboxRoutesDeps): Route[] {
  return [...lists(deps), ...readingOne(deps), ...actsOnOne(deps)]
}

function lists(deps: InboxRoutesDeps): Route[] {
  return [
    defineRoute({
      ...sendingApi['GET /v1/inbox'],
      needs: 'messages.read',
      summary: 'List conversations, one for each person who wrote, numbers masked',
      description:
        'Those with a doubtful reply come first, then the newest. A STOP alone opens no conversation: it took effect by itself, and stands among the done ones.',
      handle: async (caller, { query }) => {
        const { items, last } = await readInbox(deps, caller, {
          show: query.show,
          after: inboxCursor.read(query.cursor),
          limit: query.limit,
        })
        return { items, nextCursor: last === null ? null : inboxCursor.write(last) }
      },
    }),
    defineRoute({
      ...sendingApi['GET /v1/inbox/waiting'],
      needs: 'messages.read',
      summary: 'Count the conversations that wait',
      handle: (caller) => countInbox(deps, caller),
    }),
    defineRoute({
      ...sendingApi['GET /v1/inbox/users'],
      needs: 'messages.send',
      summary: 'List the users to whom a conversation can be given',
      handle: async (caller) => ({ items: await inboxUsers(deps, caller), nextCursor: null }),
    }),
  ]
}

function readingOne(deps: InboxRoutesDeps): Route[] {
  return [
    defineRoute({
      ...sendingApi['GET /v1/inbox/{id}'],
      needs: 'messages.read',
      summary: 'Read one conversation',
      errors,
      handle: (caller, { params }) => readConversation(deps, caller, params.id),
    }),
    defineRoute({
      ...sendingApi['GET /v1/inbox/{id}/replies'],
      needs: 'messages.read',
      summary: 'List the replies of a conversation, newest first, each with what it answers',
      errors,
      handle: async (caller, { params, query }) => {
        const { items, last } = await readThread(deps, caller, {
          id: params.id,
          before: threadCursor.read(query.cursor)?.id ?? null,
          limit: query.limit,
        })
        return { items, nextCursor: last === null ? null : threadCursor.write({ id: last }) }
      },
    }),
    defineRoute({
      ...sendingApi['POST /v1/inbox/{id}/reveal'],
      needs: 'contacts.reveal',
      summary: 'Show a conversation in clear; the look is recorded with its reason',
      errors: [...errors, 'sending.inbound_not_found', 'sending.person_erased'],
      handle: (caller, { params, body }) =>
        revealConversation(deps, caller, { id: params.id, ...body }),
    }),
  ]
}

/** A pause in typing asks once; several people may share an address. */
const previewsPerMinuteMax = 240

function actsOnOne(deps: InboxRoutesDeps): Route[] {
  return [
    defineRoute({
      ...sendingApi['POST /v1/inbox/{id}/answers'],
      needs: 'messages.send',
      summary: 'Write back to the person by SMS',
      description:
        'An alert from the sender that the person answered. It goes through the same gate as any message: what may not be sent exists in the state `refused`, with its reason. Send an `Idempotency-Key` to be able to ask again.',
      errors: [...errors, ...askingErrors, 'sending.number_of_another'],
      handle: (caller, { params, body }) => answerPerson(deps, caller, { id: params.id, ...body }),
    }),
    defineRoute({
      ...sendingApi['POST /v1/inbox/{id}/answers/preview'],
      needs: 'messages.send',
      summary: 'Show how an answer would leave, and whether it may; nothing is sent or kept',
      errors: [...errors, ...askingErrors, 'sending.number_of_another'],
      perMinuteMax: previewsPerMinuteMax,
      handle: (caller, { params, body }) => previewAnswer(deps, caller, { id: params.id, ...body }),
    }),
    defineRoute({
      ...sendingApi['PUT /v1/inbox/{id}/assignment'],
      needs: 'messages.send',
      summary: 'Give a conversation to a user, or to nobody in particular',
      errors: [...errors, 'sending.assignee_unknown'],
      handle: (caller, { params, body }) =>
        assignTo(deps, caller, { id: params.id, userId: body.userId as UserId | null }),
    }),
    defineRoute({
      ...sendingApi['PUT /v1/inbox/{id}/done'],
      needs: 'messages.send',
      summary: 'Mark a conversation as done, or open it again',
      errors: [...errors, 'sending.conversation_undecided'],
      handle: (caller, { params, body }) =>
        setDone(deps, caller, { id: params.id, done: body.done }),
    }),
  ]
}
