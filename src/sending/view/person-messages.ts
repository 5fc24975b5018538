// One person's messages and replies, newest first: what their page tells in one line of time.
import type { AccountId, Instant, Language, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { MessageView } from '../contract.ts'
import { messagesBefore, type ReplyOfPerson, repliesBefore } from '../store/person-store.ts'
import { findMessages } from '../store/view-store.ts'
import { type ViewDeps, viewMessages } from './view-message.ts'

export type PersonAsked = {
  accountId: AccountId
  language: Language
  subjectId: SubjectId
  /** At this instant or before; null: from the newest. */
  until: Instant | null
  limit: number
  at: Instant
}

export async function messagesOfPerson(
  deps: ViewDeps,
  tx: Tx,
  asked: PersonAsked,
): Promise<MessageView[]> {
  const { accountId, language, subjectId, at } = asked
  const ids = await messagesBefore(tx, accountId, subjectId, asked)
  const rows = await findMessages(tx, accountId, at, ids)
  return viewMessages(deps, tx, { accountId, language, rows })
}

export function repliesOfPerson(tx: Tx, asked: PersonAsked): Promise<ReplyOfPerson[]> {
  return repliesBefore(tx, asked.accountId, asked.subjectId, asked)
}
