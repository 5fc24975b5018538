// The SQL of how long texts stay: what an account chose, and the bodies of what is over, emptied.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { uuidV7 } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'

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

/**
 * A page in the order of ids, which tell when a row came in. `goesOn`: something of it is not over
 * yet, however old it is.
 */
export async function emptyTexts(
  tx: Tx,
  accountId: AccountId,
  page: { table: TextTable; before: Instant; after: string | null; limit: number },
): Promise<EmptiedPage> {
  const { rows } = await tx.query<EmptiedPage>(
    `with page as (
       select t.id, t.body_sealed is not null as is_held, ${isOver[page.table]} as is_over
       from sending.${page.table} t
       where t.account_id = $1 and ($2::uuid is null or t.id > $2) and t.id < $3
       order by t.id limit $4
     ), emptied as (
       update sending.${page.table} e set body_sealed = null from page
       where e.account_id = $1 and e.id = page.id and page.is_held and page.is_over
       returning 1
     )
     select (select count(*) from page)::int as looked,
       (select count(*) from emptied)::int as emptied,
       (select max(id::text) from page) as last,
       exists (select from page where not is_over) as "goesOn"`,
    [accountId, page.after, uuidV7(Math.max(0, page.before), new Uint8Array(10)), page.limit],
  )
  return rows[0] ?? { looked: 0, emptied: 0, last: null, goesOn: false }
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
