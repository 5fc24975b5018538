// The inbox for somebody: conversations, what stands in one, masked, and in clear for a reason.
import { actorNames, memberNames, membersWho } from '../../accounts/index.ts'
import {
  type AccountId,
  type Caller,
  isoTime,
  type MessageId,
  maskNumber,
  type SubjectId,
  type TokenId,
  type UserId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../../vault/index.ts'
import { sentence } from '../../words/index.ts'
import { type InboxShow, type MessageView, waitingMax } from '../contract.ts'
import {
  answersShown,
  type ConversationView,
  type InboxWaiting,
  type RevealedConversation,
  type ThreadReply,
} from '../contract-inbox.ts'
import { sendingError } from '../errors.ts'
import { decodeReply, hiddenMark } from '../message-body.ts'
import {
  answersTo,
  type Conversation,
  type ConversationPlace,
  countConversations,
  findConversation,
  listConversations,
} from '../store/conversation-store.ts'
import { type Inbound, inboundOf, inboundOfSubject } from '../store/inbound-store.ts'
import { findMessages, type MessageRow } from '../store/view-store.ts'
import type { ReadMessagesDeps } from '../view/read-messages.ts'
import { openBody, viewMessages } from '../view/view-message.ts'
import { inboundPlace } from './read-replies.ts'

export type InboxDeps = ReadMessagesDeps & {
  vault: Pick<Vault, 'openForInstallation'>
}

export const userOf = ({ by }: Caller): UserId | null => (by.kind === 'user' ? by.userId : null)

export async function readInbox(
  deps: InboxDeps,
  caller: Caller,
  page: { show: InboxShow; after: ConversationPlace | null; limit: number },
): Promise<{ items: ConversationView[]; last: ConversationPlace | null }> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const wish = { ...page, user: userOf(caller), limit: page.limit + 1 }
    const rows = await listConversations(tx, accountId, wish)
    const shown = rows.slice(0, page.limit)
    const items = await viewConversations(deps, tx, accountId, shown)
    const last = rows.length > page.limit ? shown.at(-1) : undefined
    const place = (row: Conversation) => ({
      undecided: row.isUndecided ? 1 : 0,
      at: row.lastAt,
      id: row.id,
    })
    return { items, last: last === undefined ? null : place(last) }
  })
}

export async function countInbox(deps: InboxDeps, caller: Caller): Promise<InboxWaiting> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, (tx) =>
    countConversations(tx, accountId, { user: userOf(caller), most: waitingMax }),
  )
}

/** Whoever may answer: what is given to somebody else is told to all of these. */
export async function inboxUsers(deps: InboxDeps, { accountId }: Caller) {
  return deps.database.inAccount(accountId, async (tx) => {
    const answering = new Set(await membersWho(tx, accountId, 'messages.send'))
    const names = await memberNames(deps.vault, tx, accountId)
    return names.filter(({ id }) => answering.has(id))
  })
}

export async function readConversation(
  deps: InboxDeps,
  { accountId }: Caller,
  id: string,
): Promise<ConversationView> {
  return deps.database.inAccount(accountId, (tx) => conversationIn(deps, tx, accountId, id))
}

/** The same in a transaction that does more. */
export async function conversationIn(
  deps: InboxDeps,
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<ConversationView> {
  const found = await demandConversation(tx, accountId, id)
  const [view] = await viewConversations(deps, tx, accountId, [found])
  if (view === undefined) throw sendingError('sending.conversation_not_found')
  return view
}

export async function demandConversation(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<Conversation> {
  const found = await findConversation(tx, accountId, id)
  if (found === null) throw sendingError('sending.conversation_not_found')
  return found
}

async function viewConversations(
  deps: InboxDeps,
  tx: Tx,
  accountId: AccountId,
  rows: readonly Conversation[],
): Promise<ConversationView[]> {
  const lastOnes = await inboundOf(tx, accountId, { ids: rows.map((row) => row.lastReplyId) })
  const replies = new Map(lastOnes.map((reply) => [reply.id, reply]))
  const subjects = [...new Set(rows.map((row) => row.subjectId))]
  const keys = await deps.vault.openSubjects(tx, accountId, subjects)
  const users = [...new Set(rows.flatMap(({ assignedTo }) => assignedTo ?? []))]
  const names = await actorNames(deps.vault, tx, accountId, { users, tokens: [] })
  return rows.flatMap((row) => {
    const reply = replies.get(row.lastReplyId)
    if (reply === undefined) return []
    const body = openReply(deps, accountId, reply, keys)
    const user = row.assignedTo
    return [
      {
        id: row.id,
        from: body === null ? '—' : maskNumber(body.number),
        contactId: row.contactId,
        kind: reply.kind,
        lastReplyId: row.lastReplyId,
        lastAt: isoTime(row.lastAt),
        toDecide: row.isUndecided,
        doneAt: row.doneAt === null ? null : isoTime(row.doneAt),
        assignedTo: user === null ? null : { id: user, name: names.get(user) ?? '—' },
      },
    ]
  })
}

/** Null once the person or the text is erased. */
export function openReply(
  { vault }: Pick<InboxDeps, 'vault'>,
  accountId: AccountId,
  reply: Inbound,
  keys: ReadonlyMap<SubjectId, SubjectKeys>,
) {
  const its = keys.get(reply.subjectId)
  if (reply.bodySealed === null || !its || !hasKey(its.contactKey)) return null
  return decodeReply(vault.openMessage(its, accountId, inboundPlace(reply), reply.bodySealed))
}

export async function readThread(
  deps: InboxDeps,
  caller: Caller,
  page: { id: string; before: string | null; limit: number },
): Promise<{ items: ThreadReply[]; last: string | null }> {
  const { accountId, language } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const { subjectId } = await demandConversation(tx, accountId, page.id)
    const more = { subjectId, before: page.before, limit: page.limit + 1 }
    const found = await inboundOfSubject(tx, accountId, more)
    const replies = found.slice(0, page.limit)
    const { rows, answers } = await messagesAround(deps, tx, { accountId, subjectId, replies })
    const views = await viewMessages(deps, tx, { accountId, language, rows })
    const messages = new Map<string, MessageView>(views.map((view) => [view.id, view]))
    const writers = [...new Set(answers.flatMap(({ by }) => by ?? []))]
    const names = await actorNames(deps.vault, tx, accountId, {
      users: writers as UserId[],
      tokens: writers as TokenId[],
    })
    const items = replies.map((reply) => ({
      id: reply.id,
      kind: reply.kind,
      receivedAt: isoTime(reply.receivedAt),
      campaignId: reply.campaignId,
      needsReview: reply.needsReview,
      review: reply.review,
      original: messages.get(reply.messageId ?? '') ?? null,
      answers: answers.flatMap(({ replyId, messageId, by }) => {
        const message = messages.get(messageId)
        if (replyId !== reply.id || message === undefined) return []
        return [{ message, by: by === null ? null : (names.get(by) ?? null) }]
      }),
    }))
    return { items, last: found.length > page.limit ? (items.at(-1)?.id ?? null) : null }
  })
}

/** What these replies answered, and what was written back to them. */
async function messagesAround(
  deps: InboxDeps,
  tx: Tx,
  asked: { accountId: AccountId; subjectId: SubjectId; replies: readonly Inbound[] },
): Promise<{ rows: MessageRow[]; answers: Awaited<ReturnType<typeof answersTo>> }> {
  const { accountId, subjectId } = asked
  const answers = await answersTo(tx, accountId, {
    subjectId,
    replies: asked.replies.map(({ id }) => id),
    most: answersShown,
  })
  const ids: MessageId[] = [
    ...asked.replies.flatMap(({ messageId }) => messageId ?? []),
    ...answers.map(({ messageId }) => messageId),
  ]
  const rows = await findMessages(tx, accountId, deps.clock.now(), [...new Set(ids)])
  // A number on which several are written to: what is another's stays with them.
  return { rows: rows.filter((row) => row.subject_id === subjectId), answers }
}

/**
 * What stands in a conversation, in clear: one look, recorded with its reason. A code or a link is
 * shown to nobody, here as elsewhere.
 */
export async function revealConversation(
  deps: InboxDeps,
  caller: Caller,
  input: { id: string; replies: readonly string[]; reason: string },
): Promise<RevealedConversation> {
  const { accountId, language } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const { subjectId } = await demandConversation(tx, accountId, input.id)
    const ids = [...new Set(input.replies)]
    const replies = await inboundOf(tx, accountId, { ids, subjectId })
    if (replies.length < ids.length) throw sendingError('sending.inbound_not_found')
    const keys = await deps.vault.openSubjects(tx, accountId, [subjectId])
    const opened = replies.flatMap((reply) => {
      const body = openReply(deps, accountId, reply, keys)
      return body === null ? [] : [{ reply, body }]
    })
    const { rows } = await messagesAround(deps, tx, { accountId, subjectId, replies })
    const messages = rows.flatMap((row) => {
      const body = openBody(deps, accountId, row, keys)
      if (body === null) return []
      const hidden = body.hides === null ? null : sentence(language, `sending.hidden_${body.hides}`)
      const text = hidden === null ? body.text : body.text.replace(hiddenMark, hidden)
      return [{ id: row.id, text, hides: body.hides }]
    })
    const number = opened[0]?.body.number
    if (number === undefined) throw sendingError('sending.person_erased')
    const look = { action: 'sending.conversation_revealed' as const, subjectId }
    await deps.accessLog.record(tx, caller, { ...look, reason: input.reason })
    return {
      from: number,
      replies: opened.map(({ reply, body }) => {
        const { by, score, model } = reply.decided ?? { by: null, score: null, model: null }
        return { id: reply.id, text: body.text, matched: body.words ?? '', by, score, model }
      }),
      messages,
    }
  })
}
