// The SQL of who received data of erased people: told when and how, answered what.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { RecipientAnswer, RecipientWay } from '../contract-erasure.ts'

export type RecipientRow = {
  account_id: AccountId
  erasure_id: string
  recipient_id: string
  notice_id: string
  kind: 'supplier' | 'receiver'
  name: string
  country: string
  way: RecipientWay
  address: string | null
  people: number
  noted_at: Instant
  numbers_sealed: Buffer | null
  numbers_key: SubjectId | null
  numbers_until: Instant | null
  mail_id: string | null
  told_at: Instant | null
  answered_at: Instant | null
  answer: RecipientAnswer | null
  done_on: string | null
  note: string | null
}

/** Without the numbers, which are read in their account alone. */
export type NoticeRow = Omit<RecipientRow, 'numbers_sealed'>

const noticeColumns = `account_id, erasure_id, recipient_id, notice_id, kind, name, country, way,
  address, people, noted_at, numbers_key, numbers_until, mail_id, told_at, answered_at, answer,
  done_on::text, note`
const columns = `${noticeColumns}, numbers_sealed`

const stampOrNull = (at: Instant | null) => (at === null ? null : toTimestamp(at))

export async function insertRecipient(
  tx: Tx,
  row: Omit<RecipientRow, 'answered_at' | 'answer' | 'done_on' | 'note'>,
): Promise<void> {
  await tx.query(
    `insert into privacy.erasure_recipient (account_id, erasure_id, recipient_id, notice_id, kind,
       name, country, way, address, people, noted_at, numbers_sealed, numbers_key, numbers_until,
       mail_id, told_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      row.account_id,
      row.erasure_id,
      row.recipient_id,
      row.notice_id,
      row.kind,
      row.name,
      row.country,
      row.way,
      row.address,
      row.people,
      toTimestamp(row.noted_at),
      row.numbers_sealed,
      row.numbers_key,
      stampOrNull(row.numbers_until),
      row.mail_id,
      stampOrNull(row.told_at),
    ],
  )
}

export async function readRecipients(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<RecipientRow[]> {
  const { rows } = await tx.query<RecipientRow>(
    `select ${columns} from privacy.erasure_recipient
     where account_id = $1 and erasure_id = any($2::uuid[]) order by name, recipient_id`,
    [accountId, ids],
  )
  return rows
}

export type RecipientSaid = {
  noticeId: string
  answer: RecipientAnswer | null
  doneOn: string | null
  note: string | null
  at: Instant
}

/** Null: no such recipient. */
export async function noteAnswer(
  tx: Tx,
  accountId: AccountId,
  said: RecipientSaid,
): Promise<{ erasureId: string } | null> {
  const { rows } = await tx.query<{ erasureId: string }>(
    `update privacy.erasure_recipient set told_at = coalesce(told_at, $3), answer = $4,
       answered_at = case when $4::text is null then null else $3::timestamptz end,
       done_on = $5, note = $6
     where account_id = $1 and notice_id = $2 returning erasure_id as "erasureId"`,
    [accountId, said.noticeId, toTimestamp(said.at), said.answer, said.doneOn, said.note],
  )
  const [noted] = rows
  if (noted === undefined) return null
  await touchErasure(tx, accountId, { ids: [noted.erasureId], at: said.at })
  return noted
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

export type UnendedMail = NoticePlace & { mailId: string }

/** Mails that were handed to the mail server's queue and whose end is not known, oldest first. */
export async function mailsUnended(
  tx: Tx,
  accountId: AccountId,
  { after, limit }: { after: NoticePlace | null; limit: number },
): Promise<UnendedMail[]> {
  const { rows } = await tx.query<UnendedMail>(
    `select notice_id as id, noted_at as "notedAt", mail_id as "mailId"
     from privacy.erasure_recipient
     where account_id = $1 and way = 'mail' and answer is null and mail_id is not null
       and ($2::timestamptz is null or (noted_at, notice_id) > ($2, $3::uuid))
     order by noted_at, notice_id limit $4`,
    [accountId, stampOrNull(after?.notedAt ?? null), after?.id ?? null, limit],
  )
  return rows
}

/** The mail server took them: nobody asks for their end again. */
export async function endMailsOf(
  tx: Tx,
  accountId: AccountId,
  noticeIds: readonly string[],
): Promise<void> {
  await tx.query(
    `update privacy.erasure_recipient set mail_id = null
     where account_id = $1 and notice_id = any($2::uuid[])`,
    [accountId, noticeIds],
  )
}

/** The mail did not arrive: whoever manages the installation tells them. */
export async function leaveToStaff(
  tx: Tx,
  accountId: AccountId,
  { noticeIds, at }: { noticeIds: readonly string[]; at: Instant },
): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `update privacy.erasure_recipient set way = 'staff', told_at = null, mail_id = null
     where account_id = $1 and notice_id = any($2::uuid[]) returning erasure_id as id`,
    [accountId, noticeIds],
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await touchErasure(tx, accountId, { ids, at })
}

export type NoticePlace = { notedAt: Instant; id: string }

/** Those that are not answered, the oldest first. */
export async function openNoticesInAnyAccount(
  tx: Tx,
  page: { after: NoticePlace | null; limit: number },
): Promise<NoticeRow[]> {
  const { rows } = await tx.query<NoticeRow>(
    `select ${noticeColumns} from privacy.erasure_recipient
     where answer is null and way in ('mail', 'staff')
       and ($1::timestamptz is null or (noted_at, notice_id) > ($1, $2::uuid))
     order by noted_at, notice_id limit $3`,
    [stampOrNull(page.after?.notedAt ?? null), page.after?.id ?? null, page.limit],
  )
  return rows
}

export async function findNoticeInAnyAccount(tx: Tx, id: string): Promise<NoticeRow | null> {
  const { rows } = await tx.query<NoticeRow>(
    `select ${noticeColumns} from privacy.erasure_recipient where notice_id = $1`,
    [id],
  )
  return rows[0] ?? null
}

export async function readNotice(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<RecipientRow | null> {
  const { rows } = await tx.query<RecipientRow>(
    `select ${columns} from privacy.erasure_recipient where account_id = $1 and notice_id = $2`,
    [accountId, id],
  )
  return rows[0] ?? null
}

/** How many wait to be told by hand, and how many were told and said nothing since. */
export async function countNoticesInAnyAccount(
  tx: Tx,
  { silentSince, limit }: { silentSince: Instant; limit: number },
): Promise<{ toTell: number; silent: number }> {
  const { rows } = await tx.query<{ toTell: number; silent: number }>(
    `select count(*) filter (where told_at is null)::int as "toTell",
       count(*) filter (where told_at <= $1)::int as silent
     from (select told_at from privacy.erasure_recipient
       where answer is null and way in ('mail', 'staff') order by noted_at limit $2) open`,
    [toTimestamp(silentSince), limit],
  )
  return rows[0] ?? { toTell: 0, silent: 0 }
}
