// The SQL of contact retention: the account's choice, inactive contacts, the last count.
import type { AccountId, ContactId, Instant, SubjectId } from '../kernel/index.ts'
import { firstIdOf } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'

export type RetentionRow = {
  months: number
  toldAt: Instant
  erasesFrom: Instant
  pausedUntil: Instant | null
  lookedAt: Instant | null
  due: number
  soon: number
  erased: number
  erasedAt: Instant | null
}

export async function readRetention(tx: Tx, accountId: AccountId): Promise<RetentionRow | null> {
  const { rows } = await tx.query<RetentionRow>(
    `select months, told_at as "toldAt", erases_from as "erasesFrom",
       paused_until as "pausedUntil", looked_at as "lookedAt", due, soon, erased::int,
       erased_at as "erasedAt"
     from contacts.retention where account_id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}

/** The same until the transaction ends: what an account chooses meanwhile waits for it. */
export async function holdRetention(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query('select from contacts.retention where account_id = $1 for no key update', [
    accountId,
  ])
}

type Chosen = Pick<RetentionRow, 'months' | 'toldAt' | 'erasesFrom' | 'pausedUntil'>

export async function writeRetention(tx: Tx, accountId: AccountId, row: Chosen): Promise<void> {
  await tx.query(
    `insert into contacts.retention (account_id, months, told_at, erases_from, paused_until)
     values ($1, $2, $3, $4, $5)
     on conflict (account_id) do update set months = excluded.months, told_at = excluded.told_at,
       erases_from = excluded.erases_from, paused_until = excluded.paused_until`,
    [
      accountId,
      row.months,
      toTimestamp(row.toldAt),
      toTimestamp(row.erasesFrom),
      row.pausedUntil === null ? null : toTimestamp(row.pausedUntil),
    ],
  )
}

/**
 * What an account that has chosen nothing is told; false when it was told, or has chosen, before.
 */
export async function tellRetention(
  tx: Tx,
  accountId: AccountId,
  row: Omit<Chosen, 'pausedUntil'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into contacts.retention (account_id, months, told_at, erases_from)
     values ($1, $2, $3, $4) on conflict (account_id) do nothing`,
    [accountId, row.months, toTimestamp(row.toldAt), toTimestamp(row.erasesFrom)],
  )
  return rowCount === 1
}

export async function writeLook(
  tx: Tx,
  accountId: AccountId,
  found: { at: Instant; due: number; soon: number },
): Promise<void> {
  await tx.query(
    'update contacts.retention set looked_at = $2, due = $3, soon = $4 where account_id = $1',
    [accountId, toTimestamp(found.at), found.due, found.soon],
  )
}

export async function addErased(
  tx: Tx,
  accountId: AccountId,
  { people, at }: { people: number; at: Instant },
): Promise<void> {
  await tx.query(
    'update contacts.retention set erased = erased + $2, erased_at = $3 where account_id = $1',
    [accountId, people, toTimestamp(at)],
  )
}

export type OldContact = { id: ContactId; subjectId: SubjectId; createdAt: Instant }

const dayMs = 86_400_000

/**
 * Contacts that came in by this instant, in the order of their ids. An id tells its time: beyond
 * the day after, nothing is read, so that an account of young contacts costs nothing. Whose data
 * may only be kept (GDPR 18) is not among them until that is lifted.
 */
export async function readOldContacts(
  tx: Tx,
  accountId: AccountId,
  page: { since: Instant; after: ContactId | null; limit: number },
): Promise<OldContact[]> {
  const beyond = firstIdOf(page.since + dayMs)
  const { rows } = await tx.query<OldContact>(
    `select id, subject_id as "subjectId", created_at as "createdAt" from contacts.contact
     where account_id = $1 and created_at <= $2 and id < $3 and ($4::uuid is null or id > $4)
       and restricted_at is null
     order by id limit $5`,
    [accountId, toTimestamp(page.since), beyond, page.after, page.limit],
  )
  return rows
}
