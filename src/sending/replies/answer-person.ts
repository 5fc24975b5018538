// A user writes back to somebody who replied, through the same gate as any message.
import type { Contacts } from '../../contacts/index.ts'
import {
  type AccountId,
  AppError,
  type Caller,
  type ContactId,
  type E164,
  type MakeId,
  type MessageId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SendDoor } from '../accept/send-message.ts'
import type { AlertBasis, MessageRequest, MessageView } from '../contract.ts'
import type { AnswerPreviewRequest, InboxAnswer } from '../contract-inbox.ts'
import { sendingError } from '../errors.ts'
import {
  answerReference,
  type Conversation,
  endConversation,
  insertAnswer,
} from '../store/conversation-store.ts'
import { inboundOf } from '../store/inbound-store.ts'
import { numberFactsOf } from '../store/number-facts-store.ts'
import { readTerms } from '../store/store.ts'
import { findMessage } from '../store/view-store.ts'
import type { Terms } from '../terms.ts'
import { viewWritten } from '../view/view-message.ts'
import { demandConversation, type InboxDeps, openReply } from './read-inbox.ts'

export type WhomDeps = InboxDeps & { contacts: Pick<Contacts, 'findByNumber'> }
export type AnswerPersonDeps = WhomDeps & { makeId: MakeId; sendDoor: SendDoor }

/**
 * An answer is an alert: it may say nothing of what is advertised, and the gate refuses it where it
 * does. It goes on under what the person was written to for; else it rests on the interest in
 * answering somebody who asked, which an objection ends. No basis that outlives an objection is
 * taken over: what a law once asked for does not ask for this.
 */
export const basisOfAnswer = (answered: Pick<Terms, 'basis'> | null): AlertBasis =>
  answered?.basis === 'contract' || answered?.basis === 'public_task'
    ? answered.basis
    : 'legitimate_interest'

export async function answerPerson(
  deps: AnswerPersonDeps,
  caller: Caller,
  input: InboxAnswer & { id: string },
): Promise<MessageView> {
  const { accountId, by } = caller
  const answerId = deps.makeId()
  const whom = await deps.database.inAccount(accountId, async (tx) => {
    const found = await whomToAnswer(deps, tx, accountId, input.id)
    const writer = by.kind === 'user' ? by.userId : by.kind === 'token' ? by.tokenId : null
    const answer = { id: answerId, replyId: found.replyId, by: writer, at: deps.clock.now() }
    await insertAnswer(tx, accountId, answer)
    return found
  })
  const request = { ...requestOf(input, whom), reference: answerReference(answerId) }
  const written = await deps.sendDoor(caller, request).catch(goneMeanwhile)
  if (input.done && written.row.state !== 'refused') {
    const at = deps.clock.now()
    await deps.database.inAccount(accountId, (tx) =>
      endConversation(tx, accountId, { id: whom.conversation.id, at }),
    )
  }
  return viewWritten(written, caller.language)
}

/** Between the look and the acceptance: whoever is at the number by then is somebody else. */
export function goneMeanwhile(error: unknown): never {
  const isGone = error instanceof AppError && error.code === 'contacts.contact_erased'
  throw isGone ? sendingError('sending.person_erased') : error
}

export type Whom = {
  /** The user need not see it. */
  number: E164
  /** To whom alone it goes: the number is asked for again as the message is accepted. */
  contactId: ContactId
  /** Of what the person answered last. */
  answered: Terms | null
  conversation: Conversation
  replyId: string
}

/** Who wrote, and nobody else: a number that went to another person since reaches that one. */
export async function whomToAnswer(
  deps: WhomDeps,
  tx: Tx,
  accountId: AccountId,
  conversationId: string,
): Promise<Whom> {
  const conversation = await demandConversation(tx, accountId, conversationId)
  const { subjectId, lastReplyId } = conversation
  const [reply] = await inboundOf(tx, accountId, { ids: [lastReplyId], subjectId })
  const keys = await deps.vault.openSubjects(tx, accountId, [subjectId])
  const body = reply === undefined ? null : openReply(deps, accountId, reply, keys)
  if (reply === undefined || body === null) throw sendingError('sending.person_erased')
  const { number } = body
  const contact = await deps.contacts.findByNumber(tx, accountId, number)
  if (contact === null) throw sendingError('sending.person_erased')
  const { changedHandsAt } = await numberFactsOf(tx, accountId, subjectId)
  const hasMoved = changedHandsAt !== null && changedHandsAt >= reply.receivedAt
  if (contact.subjectId !== subjectId || hasMoved) throw sendingError('sending.number_of_another')
  const answered = await termsOf(deps, tx, accountId, reply.messageId)
  return { number, contactId: contact.id, answered, conversation, replyId: reply.id }
}

/** What is asked of the door, and judged before: the same, or a preview would say another thing. */
export function requestOf(
  input: AnswerPreviewRequest,
  { number, contactId, answered }: Pick<Whom, 'number' | 'contactId' | 'answered'>,
): MessageRequest {
  const sender = input.sender ?? answered?.sender
  return {
    to: number,
    contactId,
    text: input.text,
    class: 'alert',
    basis: basisOfAnswer(answered),
    ifUnsure: 'never_twice',
    ...(answered === null ? {} : { controllerId: answered.controllerId }),
    ...(sender === undefined ? {} : { sender }),
  }
}

/** Null for a reply that answered nothing that is still known. */
async function termsOf(
  deps: Pick<InboxDeps, 'clock'>,
  tx: Tx,
  accountId: AccountId,
  messageId: MessageId | null,
): Promise<Terms | null> {
  if (messageId === null) return null
  const row = await findMessage(tx, accountId, deps.clock.now(), messageId)
  if (row === null) return null
  return (await readTerms(tx, accountId, [row.terms_id])).get(row.terms_id) ?? null
}
