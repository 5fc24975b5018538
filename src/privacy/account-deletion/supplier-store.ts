// The SQL of suppliers that are told of the deletion of an account, and of what they answered.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { RecipientAnswer, RecipientWay } from '../contract-erasure.ts'

export type AccountRecipientRow = {
  account_id: AccountId
  deletion_id: string
  recipient_id: string
  notice_id: string
  account_number: number
  name: string
  country: string
  way: RecipientWay
  address: string | null
  people: number
  noted_at: Instant
  telling_sealed: Buffer | null
  telling_until: Instant | null
  mail_id: string | null
  told_at: Instant | null
  answered_at: Instant | null
  answer: RecipientAnswer | null
  done_on: string | null
  note: string | null
}

const columns = `account_id, deletion_id, recipient_id, notice_id, account_number, name, country,
  way, address, people, noted_at, telling_sealed, telling_until, mail_id, told_at, answered_at,
  answer, done_on::text, note`

const stampOrNull = (at: Instant | null) => (at === null ? null : toTimestamp(at))

export async function insertAccountRecipient(
  tx: Tx,
  row: Omit<AccountRecipientRow, 'answered_at' | 'answer' | 'done_on' | 'note'>,
): Promise<void> {
  await tx.query(
    `insert into privacy.account_recipient (account_id, deletion_id, recipient_id, notice_id,
       account_number, name, country, way, address, people, noted_at, telling_sealed,
       telling_until, mail_id, told_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      row.account_id,
      row.deletion_id,
      row.recipient_id,
      row.notice_id,
      row.account_number,
      row.name,
      row.country,
      row.way,
      row.address,
      row.people,
      toTimestamp(row.noted_at),
      row.telling_sealed,
      stampOrNull(row.telling_until),
      row.mail_id,
      stampOrNull(row.told_at),
    ],
  )
}

export async function recipientsOfDeletionInAnyAccount(
  tx: Tx,
  deletionId: string,
): Promise<AccountRecipientRow[]> {
  const { rows } = await tx.query<AccountRecipientRow>(
    `select ${columns} from privacy.account_recipient
     where deletion_id = $1 order by name, recipient_id`,
    [deletionId],
  )
  return rows
}

type Place = { notedAt: Instant; id: string }

/** Those that are not answered, the oldest first. */
export async function openAccountNoticesInAnyAccount(
  tx: Tx,
  page: { after: Place | null; limit: number },
): Promise<AccountRecipientRow[]> {
  const { rows } = await tx.query<AccountRecipientRow>(
    `select ${columns} from privacy.account_recipient
     where answer is null and way in ('mail', 'staff')
       and ($1::timestamptz is null or (noted_at, notice_id) > ($1, $2::uuid))
     order by noted_at, notice_id limit $3`,
    [stampOrNull(page.after?.notedAt ?? null), page.after?.id ?? null, page.limit],
  )
  return rows
}

export async function findAccountNoticeInAnyAccount(
  tx: Tx,
  noticeId: string,
): Promise<AccountRecipientRow | null> {
  const { rows } = await tx.query<AccountRecipientRow>(
    `select ${columns} from privacy.account_recipient where notice_id = $1`,
    [noticeId],
  )
  return rows[0] ?? null
}

/** An answer ends what was kept to ask for it. */
export async function noteAccountAnswerInAnyAccount(
  tx: Tx,
  said: {
    noticeId: string
    answer: RecipientAnswer | null
    doneOn: string | null
    note: string | null
    at: Instant
  },
): Promise<void> {
  await tx.query(
    `update privacy.account_recipient set told_at = coalesce(told_at, $2), answer = $3,
       answered_at = case when $3::text is null then null else $2::timestamptz end,
       done_on = $4, note = $5,
       telling_sealed = case when $3::text is null then telling_sealed end,
       telling_until = case when $3::text is null then telling_until end
     where notice_id = $1`,
    [said.noticeId, toTimestamp(said.at), said.answer, said.doneOn, said.note],
  )
}

export async function accountMailsUnendedInAnyAccount(
  tx: Tx,
  { after, limit }: { after: Place | null; limit: number },
): Promise<(Place & { mailId: string; deletionId: string })[]> {
  const { rows } = await tx.query<Place & { mailId: string; deletionId: string }>(
    `select notice_id as id, noted_at as "notedAt", mail_id as "mailId",
       deletion_id as "deletionId"
     from privacy.account_recipient
     where mail_id is not null and answer is null
       and ($1::timestamptz is null or (noted_at, notice_id) > ($1, $2::uuid))
     order by noted_at, notice_id limit $3`,
    [stampOrNull(after?.notedAt ?? null), after?.id ?? null, limit],
  )
  return rows
}

/** `isLost`: whoever manages the installation tells them; else the mail server has taken it. */
export async function endAccountMailsInAnyAccount(
  tx: Tx,
  { noticeIds, isLost }: { noticeIds: readonly string[]; isLost: boolean },
): Promise<void> {
  await tx.query(
    `update privacy.account_recipient set mail_id = null,
       way = case when $2 then 'staff' else way end,
       told_at = case when $2 then null else told_at end
     where notice_id = any($1::uuid[])`,
    [noticeIds, isLost],
  )
}

export async function forgetTellingsInAnyAccount(tx: Tx, at: Instant): Promise<void> {
  await tx.query(
    `update privacy.account_recipient set telling_sealed = null, telling_until = null
     where telling_sealed is not null and telling_until <= $1`,
    [toTimestamp(at)],
  )
}

/** How many wait to be told by hand, and how many were told and said nothing since. */
export async function countAccountNoticesInAnyAccount(
  tx: Tx,
  { silentSince, limit }: { silentSince: Instant; limit: number },
): Promise<{ toTell: number; silent: number }> {
  const { rows } = await tx.query<{ toTell: number; silent: number }>(
    `select count(*) filter (where told_at is null)::int as "toTell",
       count(*) filter (where told_at <= $1)::int as silent
     from (select told_at from privacy.account_recipient
       where answer is null and way in ('mail', 'staff') order by noted_at limit $2) open`,
    [toTimestamp(silentSince), limit],
  )
  return rows[0] ?? { toTell: 0, silent: 0 }
}
