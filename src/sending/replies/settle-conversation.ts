// A conversation is given to a user, done, or opened again; each is written in the access log.

import { memberMay } from '../../accounts/index.ts'
import type { Audit } from '../../audit/index.ts'
import type { Caller, UserId } from '../../kernel/index.ts'
import { hasKey } from '../../vault/index.ts'
import type { ConversationView } from '../contract-inbox.ts'
import { sendingError } from '../errors.ts'
import {
  assignConversation,
  endConversation,
  settleConversations,
} from '../store/conversation-store.ts'
import { conversationIn, demandConversation, type InboxDeps } from './read-inbox.ts'

export type SettleDeps = InboxDeps & { audit: Pick<Audit, 'record'> }

export async function assignTo(
  deps: SettleDeps,
  caller: Caller,
  input: { id: string; userId: UserId | null },
): Promise<ConversationView> {
  const { accountId } = caller
  const { id, userId } = input
  return deps.database.inAccount(accountId, async (tx) => {
    const { subjectId } = await demandConversation(tx, accountId, id)
    // Whoever may not read the inbox could do nothing with it.
    const mayRead = userId === null || (await memberMay(tx, accountId, userId, 'messages.read'))
    if (!mayRead) throw sendingError('sending.assignee_unknown', { field: 'userId' })
    await assignConversation(tx, accountId, { id, to: userId })
    const details = { user: userId }
    const deed = { action: 'sending.conversation_assigned' as const, subjectId, details }
    await deps.audit.record(tx, caller, deed)
    return conversationIn(deps, tx, accountId, id)
  })
}

export async function setDone(
  deps: SettleDeps,
  caller: Caller,
  input: { id: string; done: boolean },
): Promise<ConversationView> {
  const { accountId } = caller
  const { id, done } = input
  return deps.database.inAccount(accountId, async (tx) => {
    const { subjectId } = await demandConversation(tx, accountId, id)
    const at = done ? deps.clock.now() : null
    const keys = (await deps.vault.openSubjects(tx, accountId, [subjectId])).get(subjectId)
    if (at !== null && (keys === undefined || !hasKey(keys.contactKey))) {
      // Nobody can read any more what was doubtful, and there is nobody left to write to.
      await settleConversations(tx, accountId, { subjects: [subjectId], meaning: 'stop', at })
    } else if (!(await endConversation(tx, accountId, { id, at }))) {
      throw sendingError('sending.conversation_undecided')
    }
    const deed = { action: 'sending.conversation_done' as const, subjectId, details: { done } }
    await deps.audit.record(tx, caller, deed)
    return conversationIn(deps, tx, accountId, id)
  })
}
