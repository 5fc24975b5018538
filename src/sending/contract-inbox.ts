// HTTP shapes of the inbox: conversations, what they say in clear, and answers. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import {
  inboundView,
  inboxShows,
  messageHold,
  messageView,
  refusal,
  revealedReply,
  revealRequest,
  sentText,
  waitingMax,
} from './contract.ts'

/** A user of the account. */
export const inboxUser = z.object({ id: z.uuid(), name: z.string() })

export const conversationView = z.object({
  id: z.uuid(),
  from: z.string().describe('Masked.'),
  contactId: z.uuid().nullable(),
  kind: inboundView.shape.kind.describe('Of the last reply.'),
  lastReplyId: z.uuid().describe('The last reply of the conversation.'),
  lastAt: instantText.describe('When the last reply came.'),
  toDecide: z.boolean().describe('A doubtful reply waits to be read.'),
  doneAt: instantText.nullable(),
  assignedTo: inboxUser.nullable(),
})
export type ConversationView = z.output<typeof conversationView>
export const conversationPage = pageOf(conversationView)
export const inboxQuery = pageQuery.extend({
  show: z.enum(inboxShows).default('open').describe('Open ones have those to decide first.'),
})

const waits = z.number().int().max(waitingMax)
export const inboxWaiting = z
  .object({
    decide: waits.describe('Those with a doubtful reply, which somebody has to read.'),
    open: waits.describe('All that are not done.'),
    mine: waits.describe('Those that are assigned to the caller.'),
  })
  .describe(`How many conversations wait; ${waitingMax} stands for that many or more.`)
export type InboxWaiting = z.output<typeof inboxWaiting>

/** How many of what users wrote back are shown below one reply: the last. */
export const answersShown = 20
export const threadReply = inboundView.omit({ from: true, contactId: true }).extend({
  original: messageView.nullable().describe('The message that it answers.'),
  answers: z
    .array(
      z.object({
        message: messageView,
        by: z.string().nullable().describe('Who wrote it; null where they have left the account.'),
      }),
    )
    .describe(`What users wrote back from here, the last ${answersShown}.`),
})
export type ThreadReply = z.output<typeof threadReply>
export const threadPage = pageOf(threadReply)

export const inboxReveal = revealRequest.extend({
  replies: z.array(z.uuid()).min(1).max(100).describe('Which replies of the conversation.'),
})
const hides = z
  .enum(['code', 'link'])
  .nullable()
  .describe('What is left out of the text, since it would open something; else null.')
export const revealedConversation = z.object({
  from: z.string(),
  replies: z
    .array(revealedReply.omit({ from: true }).extend({ id: z.uuid() }))
    .describe('The replies that were asked for, in clear.'),
  messages: z
    .array(z.object({ id: z.uuid(), text: z.string(), hides }))
    .describe('What they answer, and what was written back. What was erased is not among them.'),
})
export type RevealedConversation = z.output<typeof revealedConversation>

/** How many of the characters that make a text dearer are named. */
export const dearCharactersMax = 10
export const inboxAnswer = z.object({
  text: sentText,
  sender: z
    .string()
    .min(1)
    .max(16)
    .optional()
    .describe('What the telephone shows as from; the sender that the person answered if absent.'),
  done: z.boolean().default(false).describe('Then nothing is left to do there.'),
})
export type InboxAnswer = z.output<typeof inboxAnswer>

/** What the answer would be, before it is sent. */
export const answerPreviewRequest = inboxAnswer.omit({ done: true })
export type AnswerPreviewRequest = z.output<typeof answerPreviewRequest>
export const answerPreview = z
  .object({
    text: z.string().describe('As the telephone shows it.'),
    sender: z.string().describe('What the telephone shows as from.'),
    encoding: z.enum(['gsm7', 'ucs2']),
    units: z.number().int().describe('Septets, or units of UCS-2, of the whole text.'),
    segments: z.number().int(),
    dearCharacters: z
      .array(z.string())
      .max(dearCharactersMax)
      .describe('Characters that alone make the text need UCS-2, and so more parts.'),
    costMicroEur: z.number().int().describe('0 where it may not leave.'),
    verdict: z
      .enum(['allowed', 'held', 'refused'])
      .describe('What the gate says at this moment; it is asked anew when the answer is sent.'),
    refusal: refusal.nullable(),
    hold: messageHold.nullable(),
    sentence: z.string().nullable().describe('The refusal or hold in the reader’s language.'),
  })
  .describe('How an answer would leave. Nothing of it is kept.')
export type AnswerPreview = z.output<typeof answerPreview>

export const inboxAssignment = z.object({
  userId: z.uuid().nullable().describe('A user of the account; null: nobody in particular.'),
})
export const inboxDone = z.object({
  done: z.boolean().describe('Nothing is left to do there; false opens it again.'),
})
export const inboxUsers = pageOf(inboxUser)
export const threadQuery = pageQuery.extend({
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

named({
  inboxUser,
  conversationView,
  conversationPage,
  inboxWaiting,
  threadReply,
  threadPage,
  inboxReveal,
  revealedConversation,
  inboxAnswer,
  answerPreviewRequest,
  answerPreview,
  inboxAssignment,
  inboxDone,
  inboxUsers,
})
