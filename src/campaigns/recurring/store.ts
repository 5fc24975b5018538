// SQL of recurring sends.
import type { AccountId, Instant, ListId, UserId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { RecurringState } from '../contract-recurring.ts'
import { openText, type Seals, sealText } from '../sealed-columns.ts'
import type { Recurring, RecurringContent } from './recurring.ts'

type Row = {
  account_id: AccountId
  id: string
  name: string
  state: RecurringState
  version: number
  every: Recurring['every']
  weekday: number | null
  month: number | null
  day_of_month: number | null
  field: string | null
  send_minute: number
  first: string | null
  last: string | null
  list_id: ListId
  class: Recurring['class']
  basis: Recurring['basis']
  purpose: string | null
  controller_id: Recurring['controllerId']
  sender: string
  text_sealed: Buffer
  prepared_by: UserId | null
  approved_by: UserId | null
  approved_at: Instant | null
  failure: string | null
  created_at: Instant
  changed_at: Instant
  next: string | null
  next_at: Instant | null
}

const columns = `account_id, id, name, state, version, every, weekday, month, day_of_month, field,
  send_minute, first_day::text as first, last_day::text as last, list_id, class, basis, purpose,
  controller_id, sender, text_sealed, prepared_by, approved_by, approved_at, failure, created_at,
  changed_at, next_day::text as next, next_at`

const place = (rowId: string) => ({ table: 'campaigns.recurring', column: 'text_sealed', rowId })

function fromRow(seals: Seals, row: Row): Recurring {
  return {
    accountId: row.account_id,
    id: row.id,
    name: row.name,
    state: row.state,
    version: row.version,
    every: row.every,
    weekday: row.weekday,
    month: row.month,
    dayOfMonth: row.day_of_month,
    field: row.field,
    sendMinute: row.send_minute,
    firstDay: row.first,
    lastDay: row.last,
    listId: row.list_id,
    class: row.class,
    basis: row.basis,
    purpose: row.purpose,
    controllerId: row.controller_id,
    sender: row.sender,
    text: openText(seals, row.account_id, place(row.id), row.text_sealed),
    preparedBy: row.prepared_by,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    failure: row.failure,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    nextDay: row.next,
    nextAt: row.next_at,
  }
}

type Key = { accountId: AccountId; id: string }

function contentValues(seals: Seals, key: Key, content: RecurringContent): unknown[] {
  return [
    content.name,
    content.every,
    content.weekday,
    content.month,
    content.dayOfMonth,
    content.field,
    content.sendMinute,
    content.firstDay,
    content.lastDay,
    content.listId,
    content.class,
    content.basis,
    content.purpose,
    content.controllerId,
    content.sender,
    sealText(seals, key.accountId, place(key.id), content.text),
  ]
}

export async function insertRecurring(
  tx: Tx,
  seals: Seals,
  key: Key & { at: Instant; by: UserId | null },
  content: RecurringContent,
): Promise<void> {
  await tx.query(
    `insert into campaigns.recurring (account_id, id, state, created_at, changed_at, prepared_by,
       name, every, weekday, month, day_of_month, field, send_minute, first_day, last_day, list_id,
       class, basis, purpose, controller_id, sender, text_sealed)
     values ($1, $2, 'draft', $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
       $17, $18, $19, $20)`,
    [key.accountId, key.id, toTimestamp(key.at), key.by, ...contentValues(seals, key, content)],
  )
}

/** What is changed waits for somebody to start it again. */
export async function changeRecurring(
  tx: Tx,
  seals: Seals,
  key: Key & { at: Instant; by: UserId | null },
  content: RecurringContent,
): Promise<void> {
  await tx.query(
    `update campaigns.recurring set state = 'draft', version = version + 1, changed_at = $3,
       prepared_by = $4, approved_by = null, approved_at = null, failure = null, next_day = null,
       next_at = null, name = $5, every = $6, weekday = $7, month = $8, day_of_month = $9,
       field = $10, send_minute = $11, first_day = $12, last_day = $13, list_id = $14, class = $15,
       basis = $16, purpose = $17, controller_id = $18, sender = $19, text_sealed = $20
     where account_id = $1 and id = $2`,
    [key.accountId, key.id, toTimestamp(key.at), key.by, ...contentValues(seals, key, content)],
  )
}

/** The people of its segment, as they were chosen last; what is sent and when stays as it is. */
export async function setList(tx: Tx, { accountId, id }: Key, listId: ListId): Promise<void> {
  await tx.query('update campaigns.recurring set list_id = $3 where account_id = $1 and id = $2', [
    accountId,
    id,
    listId,
  ])
}

export async function deleteRecurring(tx: Tx, { accountId, id }: Key): Promise<void> {
  await tx.query('delete from campaigns.recurring where account_id = $1 and id = $2', [
    accountId,
    id,
  ])
}

export async function findRecurring(
  tx: Tx,
  seals: Seals,
  { accountId, id }: Key,
): Promise<Recurring | null> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.recurring where account_id = $1 and id = $2`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : fromRow(seals, rows[0])
}

/** Locks it until the end of the transaction: its days are made one after the other. */
export async function lockRecurring(
  tx: Tx,
  seals: Seals,
  { accountId, id }: Key,
): Promise<Recurring | null> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.recurring where account_id = $1 and id = $2 for update`,
    [accountId, id],
  )
  return rows[0] === undefined ? null : fromRow(seals, rows[0])
}

export type RecurringPage = { before: { createdAt: Instant; id: string } | null; limit: number }

/** Newest first. */
export async function listRecurring(
  tx: Tx,
  seals: Seals,
  accountId: AccountId,
  { before, limit }: RecurringPage,
): Promise<Recurring[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.recurring
     where account_id = $1
       and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
     order by created_at desc, id desc limit $4`,
    [accountId, before === null ? null : toTimestamp(before.createdAt), before?.id ?? null, limit],
  )
  return rows.map((row) => fromRow(seals, row))
}

export async function countNotEnded(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ held: number }>(
    `select count(*)::int as held from campaigns.recurring
     where account_id = $1 and state <> 'ended'`,
    [accountId],
  )
  return rows[0]?.held ?? 0
}

export async function hasOccurrences(tx: Tx, { accountId, id }: Key): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select from campaigns.occurrence
       where account_id = $1 and recurring_id = $2) as found`,
    [accountId, id],
  )
  return rows[0]?.found ?? false
}

export type NextRun = { day: string; at: Instant } | null

export async function setState(
  tx: Tx,
  { accountId, id }: Key,
  to: { state: RecurringState; next: NextRun; failure?: string | null },
): Promise<void> {
  const { state, next, failure = null } = to
  await tx.query(
    `update campaigns.recurring set state = $3, next_day = $4, next_at = $5, failure = $6
     where account_id = $1 and id = $2`,
    [accountId, id, state, next?.day ?? null, next === null ? null : toTimestamp(next.at), failure],
  )
}

export async function setApproved(
  tx: Tx,
  { accountId, id }: Key,
  { by, at }: { by: UserId | null; at: Instant },
): Promise<void> {
  await tx.query(
    `update campaigns.recurring set approved_by = $3, approved_at = $4
     where account_id = $1 and id = $2`,
    [accountId, id, by, toTimestamp(at)],
  )
}

/** Of all accounts, by their ids alone; the earliest first. */
export async function listDueInAnyAccount(tx: Tx, at: Instant, limit: number): Promise<Key[]> {
  const { rows } = await tx.query<Key>(
    `select account_id as "accountId", id from campaigns.recurring
     where state = 'active' and next_at <= $1 order by next_at limit $2`,
    [toTimestamp(at), limit],
  )
  return rows
}

/** Drafts that another has written, the oldest first. */
export async function listToStart(
  tx: Tx,
  accountId: AccountId,
  wish: { notBy: UserId | null; limit: number },
): Promise<{ id: string; name: string; by: UserId | null }[]> {
  const { rows } = await tx.query<{ id: string; name: string; by: UserId | null }>(
    `select id, name, prepared_by as by from campaigns.recurring
     where account_id = $1 and state = 'draft' and prepared_by is distinct from $2
     order by changed_at limit $3`,
    [accountId, wish.notBy, wish.limit],
  )
  return rows
}

/** Those that go on, started by a user who is not among these; by their names. */
export async function listStartedByOthers(
  tx: Tx,
  accountId: AccountId,
  wish: { than: readonly UserId[]; limit: number },
): Promise<{ id: string; name: string; by: UserId | null }[]> {
  const { rows } = await tx.query<{ id: string; name: string; by: UserId | null }>(
    `select id, name, approved_by as by from campaigns.recurring
     where account_id = $1 and state = 'active' and approved_by <> all($2::uuid[])
     order by name, id limit $3`,
    [accountId, arrayOf.uuid(wish.than), wish.limit],
  )
  return rows
}

/** An account has no more of them than it may make. */
export async function listActive(tx: Tx, seals: Seals, accountId: AccountId): Promise<Recurring[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.recurring where account_id = $1 and state = 'active'
     order by name, id`,
    [accountId],
  )
  return rows.map((row) => fromRow(seals, row))
}
