// The SQL of privacy: deletions of accounts, the links that undo them, and what they take away.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { AskedHow, DeletionState, UndoneHow } from './contract.ts'
import type { MonthSent } from './deps.ts'

export type DeletionRow = {
  account_id: AccountId
  deletion_id: string
  account_number: number
  state: DeletionState
  asked_how: AskedHow
  asked_at: Instant
  due_at: Instant
  reason_sealed: Buffer | null
  reminded_at: Instant | null
  undone_at: Instant | null
  undone_how: UndoneHow | null
  undo_reason_sealed: Buffer | null
  began_at: Instant | null
  keys_destroyed_at: Instant | null
  ended_at: Instant | null
  counts: Record<string, number>
  months: MonthSent[]
  checkpoint: string | null
  certificate: string | null
  record_until: Instant | null
}

const columns = `account_id, deletion_id, account_number, state, asked_how, asked_at, due_at,
  reason_sealed, reminded_at, undone_at, undone_how, undo_reason_sealed, began_at,
  keys_destroyed_at, ended_at, counts, months, checkpoint, certificate, record_until`

export type NewDeletion = Pick<
  DeletionRow,
  | 'account_id'
  | 'deletion_id'
  | 'account_number'
  | 'state'
  | 'asked_how'
  | 'asked_at'
  | 'due_at'
  | 'reason_sealed'
>

/** False: one is open already. */
export async function insertDeletion(tx: Tx, row: NewDeletion): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into privacy.account_deletion (account_id, deletion_id, account_number, state,
       asked_how, asked_at, due_at, reason_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      row.account_id,
      row.deletion_id,
      row.account_number,
      row.state,
      row.asked_how,
      toTimestamp(row.asked_at),
      toTimestamp(row.due_at),
      row.reason_sealed,
    ],
  )
  return rowCount === 1
}

export async function openDeletionOf(
  tx: Tx,
  accountId: AccountId,
  isToChange = false,
): Promise<DeletionRow | null> {
  const { rows } = await tx.query<DeletionRow>(
    `select ${columns} from privacy.account_deletion
     where account_id = $1 and state in ('waiting', 'executing') ${isToChange ? 'for update' : ''}`,
    [accountId],
  )
  return rows[0] ?? null
}

export async function findDeletionInAnyAccount(tx: Tx, id: string): Promise<DeletionRow | null> {
  const { rows } = await tx.query<DeletionRow>(
    `select ${columns} from privacy.account_deletion where deletion_id = $1`,
    [id],
  )
  return rows[0] ?? null
}

export async function findByPageInAnyAccount(tx: Tx, hash: Buffer): Promise<DeletionRow | null> {
  const { rows } = await tx.query<DeletionRow>(
    `select ${columns} from privacy.account_deletion where page_hash = $1`,
    [hash],
  )
  return rows[0] ?? null
}

export async function listDeletionsInAnyAccount(
  tx: Tx,
  page: {
    before: { askedAt: Instant; id: string } | null
    state: DeletionState | null
    limit: number
  },
): Promise<DeletionRow[]> {
  const { before, state, limit } = page
  const { rows } = await tx.query<DeletionRow>(
    `select ${columns} from privacy.account_deletion
     where ($1::timestamptz is null or (asked_at, deletion_id) < ($1, $2::uuid))
       and ($3::text is null or state = $3)
     order by asked_at desc, deletion_id desc limit $4`,
    [before === null ? null : toTimestamp(before.askedAt), before?.id ?? null, state, limit],
  )
  return rows
}

/** Those to be carried out now; `alsoBegun`: and those that something left halfway. */
export async function dueInAnyAccount(
  tx: Tx,
  at: Instant,
  alsoBegun: boolean,
): Promise<DeletionRow[]> {
  const { rows } = await tx.query<DeletionRow>(
    `select ${columns} from privacy.account_deletion
     where (state = 'executing' and $2) or (state = 'waiting' and due_at <= $1)
     order by due_at limit 100`,
    [toTimestamp(at), alsoBegun],
  )
  return rows
}

/** Those of which the owners are to be reminded. */
export async function toRemindInAnyAccount(tx: Tx, dueBefore: Instant): Promise<DeletionRow[]> {
  const { rows } = await tx.query<DeletionRow>(
    `select ${columns} from privacy.account_deletion
     where state = 'waiting' and reminded_at is null and due_at <= $1 order by due_at limit 100`,
    [toTimestamp(dueBefore)],
  )
  return rows
}

/** False: somebody else has done it meanwhile. */
export async function setReminded(tx: Tx, row: DeletionRow, at: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update privacy.account_deletion set reminded_at = $3
     where account_id = $1 and deletion_id = $2 and reminded_at is null and state = 'waiting'`,
    [row.account_id, row.deletion_id, toTimestamp(at)],
  )
  return rowCount === 1
}

export async function setUndone(
  tx: Tx,
  row: DeletionRow,
  undone: { at: Instant; how: UndoneHow; reasonSealed: Buffer | null; recordUntil: Instant },
): Promise<void> {
  await tx.query(
    `update privacy.account_deletion set state = 'undone', undone_at = $3, undone_how = $4,
       undo_reason_sealed = $5, record_until = $6
     where account_id = $1 and deletion_id = $2`,
    [
      row.account_id,
      row.deletion_id,
      toTimestamp(undone.at),
      undone.how,
      undone.reasonSealed,
      toTimestamp(undone.recordUntil),
    ],
  )
}

export async function setExecuting(
  tx: Tx,
  row: DeletionRow,
  began: { at: Instant; months: readonly MonthSent[]; checkpoint: string | null },
): Promise<void> {
  await tx.query(
    `update privacy.account_deletion set state = 'executing', began_at = $3, months = $4::jsonb,
       checkpoint = $5 where account_id = $1 and deletion_id = $2`,
    [
      row.account_id,
      row.deletion_id,
      toTimestamp(began.at),
      JSON.stringify(began.months),
      began.checkpoint,
    ],
  )
}

export async function setKeysDestroyed(tx: Tx, row: DeletionRow, at: Instant): Promise<void> {
  await tx.query(
    `update privacy.account_deletion set keys_destroyed_at = coalesce(keys_destroyed_at, $3)
     where account_id = $1 and deletion_id = $2`,
    [row.account_id, row.deletion_id, toTimestamp(at)],
  )
}

export async function addCount(
  tx: Tx,
  row: DeletionRow,
  kind: string,
  count: number,
): Promise<void> {
  await tx.query(
    `update privacy.account_deletion
     set counts = jsonb_set(counts, array[$3],
       to_jsonb(coalesce((counts->>$3)::int8, 0) + $4::int8))
     where account_id = $1 and deletion_id = $2`,
    [row.account_id, row.deletion_id, kind, count],
  )
}

/**
 * An owner’s reason goes with the account; what staff wrote of a letter shows, as long as the
 * record is kept, why the account was deleted.
 */
export async function setCertified(
  tx: Tx,
  row: DeletionRow,
  certified: {
    at: Instant
    certificate: string
    pageHash: Buffer
    recordUntil: Instant
    monthsUntil: Instant
  },
): Promise<void> {
  await tx.query(
    `update privacy.account_deletion set ended_at = $3, certificate = $4, page_hash = $5,
       record_until = $6, months_until = $7, undo_reason_sealed = null,
       reason_sealed = case when asked_how = 'letter' then reason_sealed end
     where account_id = $1 and deletion_id = $2`,
    [
      row.account_id,
      row.deletion_id,
      toTimestamp(certified.at),
      certified.certificate,
      certified.pageHash,
      toTimestamp(certified.recordUntil),
      toTimestamp(certified.monthsUntil),
    ],
  )
}

export async function setDone(tx: Tx, row: DeletionRow): Promise<void> {
  await tx.query(
    `update privacy.account_deletion set state = 'done'
     where account_id = $1 and deletion_id = $2`,
    [row.account_id, row.deletion_id],
  )
}

/** The note as it is changed; nothing where there is none, or no longer. */
export async function setCertificateInAnyAccount(
  tx: Tx,
  deletionId: string,
  change: (certificate: string) => string,
): Promise<void> {
  const { rows } = await tx.query<{ certificate: string | null }>(
    'select certificate from privacy.account_deletion where deletion_id = $1 for update',
    [deletionId],
  )
  const held = rows[0]?.certificate ?? null
  if (held === null) return
  await tx.query('update privacy.account_deletion set certificate = $2 where deletion_id = $1', [
    deletionId,
    change(held),
  ])
}

/** Records whose time is over: emptied to the months first, then gone. */
export async function dropOldInAnyAccount(tx: Tx, at: Instant): Promise<void> {
  await tx.query(
    `delete from privacy.account_recipient r using privacy.account_deletion d
     where d.account_id = r.account_id and d.deletion_id = r.deletion_id
       and d.state in ('undone', 'done') and d.record_until <= $1`,
    [toTimestamp(at)],
  )
  await tx.query(
    `delete from privacy.account_deletion
     where state in ('undone', 'done') and record_until <= $1 and coalesce(months_until, $1) <= $1`,
    [toTimestamp(at)],
  )
  await tx.query(
    `update privacy.account_deletion
     set certificate = null, page_hash = null, checkpoint = null, counts = '{}',
       reason_sealed = null
     where state = 'done' and record_until <= $1 and certificate is not null`,
    [toTimestamp(at)],
  )
}

export async function insertLink(
  tx: Tx,
  link: { accountId: AccountId; deletionId: string; hash: Buffer; endsAt: Instant },
): Promise<void> {
  await tx.query(
    `insert into privacy.undo_link (account_id, token_hash, deletion_id, ends_at)
     values ($1, $2, $3, $4)`,
    [link.accountId, link.hash, link.deletionId, toTimestamp(link.endsAt)],
  )
}

export async function findLinkInAnyAccount(
  tx: Tx,
  hash: Buffer,
  at: Instant,
): Promise<{ account_id: AccountId; deletion_id: string } | null> {
  const { rows } = await tx.query<{ account_id: AccountId; deletion_id: string }>(
    `select account_id, deletion_id from privacy.undo_link
     where token_hash = $1 and ends_at > $2`,
    [hash, toTimestamp(at)],
  )
  return rows[0] ?? null
}

export async function deleteLinks(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query('delete from privacy.undo_link where account_id = $1', [accountId])
}

/** Every table that holds rows of accounts, with the tables that its rows need to be there. */
export async function tablesOfAccounts(tx: Tx): Promise<{ name: string; needs: string[] }[]> {
  const { rows } = await tx.query<{ name: string; needs: string[] }>(
    `select n.nspname || '.' || c.relname as name,
       array(select distinct fn.nspname || '.' || fc.relname from pg_constraint k
         join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
       and n.nspname <> 'information_schema'
     order by 1`,
  )
  return rows
}

export async function deleteRows(
  tx: Tx,
  accountId: AccountId,
  { table, atMost }: { table: string; atMost: number },
): Promise<number> {
  const { rows } = await tx.query<{ gone: number }>(
    'select privacy.delete_rows($1, $2, $3) as gone',
    [table, accountId, atMost],
  )
  return Number(rows[0]?.gone ?? 0)
}

export async function deleteUsers(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ gone: number }>('select privacy.delete_users($1) as gone', [
    accountId,
  ])
  return Number(rows[0]?.gone ?? 0)
}

export async function deleteMails(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ gone: number }>('select privacy.delete_mails($1) as gone', [
    accountId,
  ])
  return Number(rows[0]?.gone ?? 0)
}
