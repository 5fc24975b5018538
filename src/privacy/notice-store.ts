// The SQL of what recipients are told, the same for erased people and for deleted accounts: two
// tables with the columns of `NoticeColumns`, each with what else it holds.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { RecipientAnswer, RecipientWay } from './contract-erasure.ts'

export type NoticeColumns = {
  account_id: AccountId
  recipient_id: string
  notice_id: string
  name: string
  country: string
  way: RecipientWay
  address: string | null
  people: number
  noted_at: Instant
  mail_id: string | null
  told_at: Instant | null
  answered_at: Instant | null
  answer: RecipientAnswer | null
  done_on: string | null
  note: string | null
}

type Answered = 'answered_at' | 'answer' | 'done_on' | 'note'
/** As it is written: nobody has answered yet. */
export type Unanswered<Row extends NoticeColumns> = Omit<Row, Answered>

const shared = `account_id, recipient_id, notice_id, name, country, way, address, people, noted_at,
  mail_id, told_at, answered_at, answer, done_on::text, note`

/** `of`: what it belongs to, an erasure or a deletion. `more`: columns beside the shared ones. */
export type NoticeTable = { name: string; of: string; more: string }

export const columnsOf = ({ of, more }: NoticeTable): string => `${of}, ${shared}, ${more}`

/** Where it is asked: in one account, or by whoever manages the installation in all of them. */
type Whose = AccountId | null
const isOf = (whose: Whose, place: number) => (whose === null ? '' : `account_id = $${place} and`)
const named = (whose: Whose) => (whose === null ? [] : [whose])

const stampOrNull = (at: Instant | null) => (at === null ? null : toTimestamp(at))
const isInstant = (column: string) => /_(?:at|until)$/.test(column)

/** `row` has the columns of the table for its keys. */
export async function insertNotice(
  tx: Tx,
  table: NoticeTable,
  row: Readonly<Record<string, string | number | Buffer | null>>,
): Promise<void> {
  const columns = Object.keys(row)
  const places = columns.map((_, index) => `$${index + 1}`)
  await tx.query(
    `insert into ${table.name} (${columns.join(', ')}) values (${places.join(', ')})`,
    columns.map((column) => {
      const value = row[column] ?? null
      return typeof value === 'number' && isInstant(column) ? toTimestamp(value) : value
    }),
  )
}

export type NoticePlace = { notedAt: Instant; id: string }

/** Those that are not answered, the oldest first. */
export async function openNoticesInAnyAccount<Row extends NoticeColumns>(
  tx: Tx,
  table: NoticeTable,
  page: { after: NoticePlace | null; limit: number },
): Promise<Row[]> {
  const { rows } = await tx.query<Row>(
    `select ${columnsOf(table)} from ${table.name}
     where answer is null and way in ('mail', 'staff')
       and ($1::timestamptz is null or (noted_at, notice_id) > ($1, $2::uuid))
     order by noted_at, notice_id limit $3`,
    [stampOrNull(page.after?.notedAt ?? null), page.after?.id ?? null, page.limit],
  )
  return rows
}

async function find<Row extends NoticeColumns>(
  tx: Tx,
  whose: Whose,
  table: NoticeTable,
  noticeId: string,
): Promise<Row | null> {
  const { rows } = await tx.query<Row>(
    `select ${columnsOf(table)} from ${table.name} where ${isOf(whose, 2)} notice_id = $1`,
    [noticeId, ...named(whose)],
  )
  return rows[0] ?? null
}

export const findNotice = <Row extends NoticeColumns>(
  tx: Tx,
  accountId: AccountId,
  table: NoticeTable,
  id: string,
): Promise<Row | null> => find(tx, accountId, table, id)

export const findNoticeInAnyAccount = <Row extends NoticeColumns>(
  tx: Tx,
  table: NoticeTable,
  id: string,
): Promise<Row | null> => find(tx, null, table, id)

async function list<Row extends NoticeColumns>(
  tx: Tx,
  whose: Whose,
  table: NoticeTable,
  ids: readonly string[],
): Promise<Row[]> {
  const { rows } = await tx.query<Row>(
    `select ${columnsOf(table)} from ${table.name}
     where ${isOf(whose, 2)} ${table.of} = any($1::uuid[]) order by name, recipient_id`,
    [ids, ...named(whose)],
  )
  return rows
}

/** Of an erasure, or of several. */
export const noticesOf = <Row extends NoticeColumns>(
  tx: Tx,
  accountId: AccountId,
  table: NoticeTable,
  ids: readonly string[],
): Promise<Row[]> => list(tx, accountId, table, ids)

/** Of the deletion of an account: nobody is in it any more. */
export const noticesOfInAnyAccount = <Row extends NoticeColumns>(
  tx: Tx,
  table: NoticeTable,
  ids: readonly string[],
): Promise<Row[]> => list(tx, null, table, ids)

export type RecipientSaid = {
  noticeId: string
  answer: RecipientAnswer | null
  doneOn: string | null
  note: string | null
  at: Instant
}

async function note(
  tx: Tx,
  whose: Whose,
  table: NoticeTable,
  said: RecipientSaid,
): Promise<string | null> {
  const { rows } = await tx.query<{ of: string }>(
    `update ${table.name} set told_at = coalesce(told_at, $2), answer = $3,
       answered_at = case when $3::text is null then null else $2::timestamptz end,
       done_on = $4, note = $5
     where ${isOf(whose, 6)} notice_id = $1 returning ${table.of} as of`,
    [said.noticeId, toTimestamp(said.at), said.answer, said.doneOn, said.note, ...named(whose)],
  )
  return rows[0]?.of ?? null
}

/** To what it belongs; null: no such recipient. */
export const noteAnswerTo = (
  tx: Tx,
  accountId: AccountId,
  table: NoticeTable,
  said: RecipientSaid,
): Promise<string | null> => note(tx, accountId, table, said)

export const noteAnswerInAnyAccount = (
  tx: Tx,
  table: NoticeTable,
  said: RecipientSaid,
): Promise<string | null> => note(tx, null, table, said)

export type UnendedMail = NoticePlace & { mailId: string; of: string }

type MailPage = { after: NoticePlace | null; limit: number }

async function unended(
  tx: Tx,
  whose: Whose,
  table: NoticeTable,
  { after, limit }: MailPage,
): Promise<UnendedMail[]> {
  const { rows } = await tx.query<UnendedMail>(
    `select notice_id as id, noted_at as "notedAt", mail_id as "mailId", ${table.of} as of
     from ${table.name}
     where ${isOf(whose, 4)} mail_id is not null and answer is null and way = 'mail'
       and ($1::timestamptz is null or (noted_at, notice_id) > ($1, $2::uuid))
     order by noted_at, notice_id limit $3`,
    [stampOrNull(after?.notedAt ?? null), after?.id ?? null, limit, ...named(whose)],
  )
  return rows
}

/** Mails that were handed to the mail server's queue and whose end is not known, oldest first. */
export const mailsUnended = (
  tx: Tx,
  accountId: AccountId,
  table: NoticeTable,
  page: MailPage,
): Promise<UnendedMail[]> => unended(tx, accountId, table, page)

export const mailsUnendedInAnyAccount = (
  tx: Tx,
  table: NoticeTable,
  page: MailPage,
): Promise<UnendedMail[]> => unended(tx, null, table, page)

type EndedMails = { noticeIds: readonly string[]; isLost: boolean }

async function end(
  tx: Tx,
  whose: Whose,
  table: NoticeTable,
  { noticeIds, isLost }: EndedMails,
): Promise<string[]> {
  if (noticeIds.length === 0) return []
  const { rows } = await tx.query<{ of: string }>(
    `update ${table.name} set mail_id = null,
       way = case when $2 then 'staff' else way end,
       told_at = case when $2 then null else told_at end
     where ${isOf(whose, 3)} notice_id = any($1::uuid[]) returning ${table.of} as of`,
    [noticeIds, isLost, ...named(whose)],
  )
  return [...new Set(rows.map(({ of }) => of))]
}

/**
 * Nobody asks for their end again. `isLost`: whoever manages the installation tells them; else the
 * mail server has taken it. To what they belong.
 */
export const endMails = (
  tx: Tx,
  accountId: AccountId,
  table: NoticeTable,
  ended: EndedMails,
): Promise<string[]> => end(tx, accountId, table, ended)

export const endMailsInAnyAccount = (
  tx: Tx,
  table: NoticeTable,
  ended: EndedMails,
): Promise<string[]> => end(tx, null, table, ended)

/** How many wait to be told by hand, and how many were told and said nothing since. */
export async function countNoticesInAnyAccount(
  tx: Tx,
  table: NoticeTable,
  { silentSince, limit }: { silentSince: Instant; limit: number },
): Promise<{ toTell: number; silent: number }> {
  const { rows } = await tx.query<{ toTell: number; silent: number }>(
    `select count(*) filter (where told_at is null)::int as "toTell",
       count(*) filter (where told_at <= $1)::int as silent
     from (select told_at from ${table.name}
       where answer is null and way in ('mail', 'staff') order by noted_at limit $2) open`,
    [toTimestamp(silentSince), limit],
  )
  return rows[0] ?? { toTell: 0, silent: 0 }
}
