// The SQL of how long texts stay: what an account chose, and the bodies of what is over, emptied.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { uuidV7 } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import { ofSubjects } from './person-store.ts'

export type TextRetentionRow = {
  days: number
  erasesFrom: Instant
  /** Up to these ids everything is over and emptied. */
  messagesThrough: string | null
  repliesThrough: string | null
  erased: number
  erasedAt: Instant | null
}

export async function readTextRetention(
  tx: Tx,
  accountId: AccountId,
): Promise<TextRetentionRow | null> {
  const { rows } = await tx.query<TextRetentionRow>(
    `select days, erases_from as "erasesFrom", messages_through as "messagesThrough",
       replies_through as "repliesThrough", erased::float8, erased_at as "erasedAt"
     from sending.text_retention where account_id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}

/** The same until the transaction ends: what an account chooses meanwhile waits for it. */
export async function holdTextRetention(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query('select from sending.text_retention where account_id = $1 for no key update', [
    accountId,
  ])
}

type Chosen = { days: number; toldAt: Instant; erasesFrom: Instant }

export async function writeTextRetention(tx: Tx, accountId: AccountId, row: Chosen): Promise<void> {
  await tx.query(
    `insert into sending.text_retention (account_id, days, told_at, erases_from)
     values ($1, $2, $3, $4)
     on conflict (account_id) do update set days = excluded.days, told_at = excluded.told_at,
       erases_from = excluded.erases_from`,
    [accountId, row.days, toTimestamp(row.toldAt), toTimestamp(row.erasesFrom)],
  )
}

/**
 * What an account that has chosen nothing is told; false when it was told, or has chosen, before.
 */
export async function tellTextRetention(
  tx: Tx,
  accountId: AccountId,
  row: Chosen,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into sending.text_retention (account_id, days, told_at, erases_from)
     values ($1, $2, $3, $4) on conflict (account_id) do nothing`,
    [accountId, row.days, toTimestamp(row.toldAt), toTimestamp(row.erasesFrom)],
  )
  return rowCount === 1
}

export const textTables = ['message', 'inbound'] as const
export type TextTable = (typeof textTables)[number]

/** What is over: a message with its final state; a reply that nobody has to read any more. */
const isOver: Record<TextTable, string> = {
  message: `exists (select from sending.outcome o
    where o.account_id = t.account_id and o.message_id = t.id)`,
  inbound: 'not t.needs_review or t.reviewed_at is not null',
}

export type EmptiedPage = { looked: number; emptied: number; last: string | null; goesOn: boolean }

const idBefore = (at: Instant) => uuidV7(Math.max(0, at), new Uint8Array(10))

/**
 * A page in the order of ids, which tell when a row came in. `goesOn`: something of it is not over
 * yet, however old it is. Texts of the people in $5, whose data may only be kept (GDPR 18), stay,
 * and it is written down whose they are: the mark goes on past them.
 */
export async function emptyTexts(
  tx: Tx,
  accountId: AccountId,
  page: {
    table: TextTable
    before: Instant
    after: string | null
    limit: number
    restricted: readonly SubjectId[]
  },
): Promise<EmptiedPage> {
  const { rows } = await tx.query<EmptiedPage>(
    `with page as (
       select t.id, t.subject_id, t.body_sealed is not null as is_held,
         ${isOver[page.table]} as is_over, t.subject_id = any($5::uuid[]) as is_spared
       from sending.${page.table} t
       where t.account_id = $1 and ($2::uuid is null or t.id > $2) and t.id < $3
       order by t.id limit $4
     ), emptied as (
       update sending.${page.table} e set body_sealed = null from page
       where e.account_id = $1 and e.id = page.id and page.is_held and page.is_over
         and not page.is_spared
       returning 1
     ), spared as (
       insert into sending.spared_text (account_id, subject_id)
       select distinct $1::uuid, subject_id from page where is_held and is_over and is_spared
       on conflict do nothing
     )
     select (select count(*) from page)::int as looked,
       (select count(*) from emptied)::int as emptied,
       (select max(id::text) from page) as last,
       exists (select from page where not is_over) as "goesOn"`,
    [accountId, page.after, idBefore(page.before), page.limit, arrayOf.uuid(page.restricted)],
  )
  return rows[0] ?? { looked: 0, emptied: 0, last: null, goesOn: false }
}

/** Whose texts were spared and are spared no more: what was restricted was lifted. */
export async function noMoreSpared(
  tx: Tx,
  accountId: AccountId,
  asked: { restricted: readonly SubjectId[]; limit: number },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select subject_id as id from sending.spared_text
     where account_id = $1 and subject_id <> all($2::uuid[])
     order by subject_id limit $3 for update`,
    [accountId, arrayOf.uuid(asked.restricted), asked.limit],
  )
  return rows.map(({ id }) => id)
}

type OfPeople = { table: TextTable; subjects: readonly SubjectId[]; before: Instant }

/** What of these people is over and older: `t`, of the people in $2. */
const oldOf = (table: TextTable) => `
from ${table === 'message' ? `(select m.* from ${ofSubjects}) t` : 'sending.inbound t'}
where t.account_id = $1 and t.subject_id = any($2::uuid[]) and t.id < $3
  and t.body_sealed is not null and (${isOver[table]})`

/** Behind the mark, where no page comes by again. */
export async function emptyTextsOf(
  tx: Tx,
  accountId: AccountId,
  { table, subjects, before }: OfPeople,
): Promise<number> {
  const { rowCount } = await tx.query(
    `update sending.${table} e set body_sealed = null
     where e.account_id = $1 and e.id = any(array(select t.id ${oldOf(table)}))`,
    [accountId, arrayOf.uuid(subjects), idBefore(before)],
  )
  return rowCount
}

export async function forgetSpared(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<void> {
  await tx.query(
    'delete from sending.spared_text where account_id = $1 and subject_id = any($2::uuid[])',
    [accountId, arrayOf.uuid(subjects)],
  )
}

/** How many texts are past their days and stay, since their people asked that they be kept. */
export async function countSparedTexts(
  tx: Tx,
  accountId: AccountId,
  { restricted, before }: { restricted: readonly SubjectId[]; before: Instant },
): Promise<number> {
  if (restricted.length === 0) return 0
  let count = 0
  for (const table of textTables) {
    const { rows } = await tx.query<{ count: number }>(
      `select count(*)::int as count ${oldOf(table)}`,
      [accountId, arrayOf.uuid(restricted), idBefore(before)],
    )
    count += rows[0]?.count ?? 0
  }
  return count
}

/** With the page that it tells of. */
export async function addEmptied(
  tx: Tx,
  accountId: AccountId,
  page: { table: TextTable; emptied: number; through: string | null; at: Instant },
): Promise<void> {
  const mark = page.table === 'message' ? 'messages_through' : 'replies_through'
  await tx.query(
    `update sending.text_retention set erased = erased + $2, ${mark} = coalesce($3, ${mark}),
       erased_at = case when $2 > 0 then $4::timestamptz else erased_at end
     where account_id = $1`,
    [accountId, page.emptied, page.through, toTimestamp(page.at)],
  )
}
