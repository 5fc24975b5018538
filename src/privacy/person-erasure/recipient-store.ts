// The SQL of who received data of erased people: what is asked of these alone, beside what they
// share with deleted accounts.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import {
  endMails,
  findNotice,
  insertNotice,
  type NoticeColumns,
  type NoticeTable,
  noteAnswerTo,
  noticesOf,
  type RecipientSaid,
  type Unanswered,
} from '../notice-store.ts'

export type RecipientRow = NoticeColumns & {
  erasure_id: string
  kind: 'supplier' | 'receiver'
  numbers_sealed: Buffer | null
  numbers_key: SubjectId | null
  numbers_until: Instant | null
}

/** Without the numbers, which are read in their account alone. */
export type NoticeRow = Omit<RecipientRow, 'numbers_sealed'>

export const noticesOfPeople: NoticeTable = {
  name: 'privacy.erasure_recipient',
  of: 'erasure_id',
  more: 'kind, numbers_key, numbers_until',
}
const withNumbers: NoticeTable = {
  ...noticesOfPeople,
  more: `${noticesOfPeople.more}, numbers_sealed`,
}

export const insertRecipient = (tx: Tx, row: Unanswered<RecipientRow>): Promise<void> =>
  insertNotice(tx, noticesOfPeople, row)

export const readRecipients = (
  tx: Tx,
  accountId: AccountId,
  erasureIds: readonly string[],
): Promise<RecipientRow[]> => noticesOf(tx, accountId, withNumbers, erasureIds)

export const readNotice = (
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<RecipientRow | null> => findNotice(tx, accountId, withNumbers, id)

/** Null: no such recipient. */
export async function noteAnswer(
  tx: Tx,
  accountId: AccountId,
  said: RecipientSaid,
): Promise<{ erasureId: string } | null> {
  const erasureId = await noteAnswerTo(tx, accountId, noticesOfPeople, said)
  if (erasureId === null) return null
  await touchErasure(tx, accountId, { ids: [erasureId], at: said.at })
  return { erasureId }
}

/** A certificate says more from now on. */
async function touchErasure(
  tx: Tx,
  accountId: AccountId,
  { ids, at }: { ids: readonly string[]; at: Instant },
): Promise<void> {
  await tx.query(
    `update privacy.person_erasure set changed_at = $3
     where account_id = $1 and erasure_id = any($2::uuid[])`,
    [accountId, ids, toTimestamp(at)],
  )
}

/** What was kept for these notices alone. */
export async function forgetNumbers(
  tx: Tx,
  accountId: AccountId,
  noticeIds: readonly string[],
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ key: SubjectId }>(
    `update privacy.erasure_recipient r set numbers_sealed = null, numbers_key = null,
       numbers_until = null
     from (select notice_id, numbers_key from privacy.erasure_recipient
       where account_id = $1 and notice_id = any($2::uuid[]) and numbers_key is not null
       for update) was
     where r.account_id = $1 and r.notice_id = was.notice_id
     returning was.numbers_key as key`,
    [accountId, noticeIds],
  )
  return rows.map(({ key }) => key)
}

/** Whose term is over, answered or not. */
export async function numbersDue(
  tx: Tx,
  accountId: AccountId,
  { at, limit }: { at: Instant; limit: number },
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select notice_id as id from privacy.erasure_recipient
     where account_id = $1 and numbers_sealed is not null and numbers_until <= $2
     order by numbers_until limit $3`,
    [accountId, toTimestamp(at), limit],
  )
  return rows.map(({ id }) => id)
}

/** The mail did not arrive: whoever manages the installation tells them. */
export async function leaveToStaff(
  tx: Tx,
  accountId: AccountId,
  { noticeIds, at }: { noticeIds: readonly string[]; at: Instant },
): Promise<void> {
  const ids = await endMails(tx, accountId, noticesOfPeople, { noticeIds, isLost: true })
  if (ids.length > 0) await touchErasure(tx, accountId, { ids, at })
}
