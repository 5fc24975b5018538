// The SQL of suppliers that are told of the deletion of an account: what is asked of these alone,
// beside what they share with those of erased people.
import type { Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import {
  insertNotice,
  type NoticeColumns,
  type NoticeTable,
  noteAnswerInAnyAccount,
  type RecipientSaid,
  type Unanswered,
} from '../notice-store.ts'

export type AccountRecipientRow = NoticeColumns & {
  deletion_id: string
  account_number: number
  telling_sealed: Buffer | null
  telling_until: Instant | null
}

export const noticesOfAccounts: NoticeTable = {
  name: 'privacy.account_recipient',
  of: 'deletion_id',
  more: 'account_number, telling_sealed, telling_until',
}

export const insertAccountRecipient = (
  tx: Tx,
  row: Unanswered<AccountRecipientRow>,
): Promise<void> => insertNotice(tx, noticesOfAccounts, row)

/** An answer ends what was kept to ask for it. */
export async function noteAccountAnswerInAnyAccount(tx: Tx, said: RecipientSaid): Promise<void> {
  await noteAnswerInAnyAccount(tx, noticesOfAccounts, said)
  if (said.answer === null) return
  await tx.query(
    `update privacy.account_recipient set telling_sealed = null, telling_until = null
     where notice_id = $1`,
    [said.noticeId],
  )
}

export async function forgetTellingsInAnyAccount(tx: Tx, at: Instant): Promise<void> {
  await tx.query(
    `update privacy.account_recipient set telling_sealed = null, telling_until = null
     where telling_sealed is not null and telling_until <= $1`,
    [toTimestamp(at)],
  )
}
