// The SQL of recovery codes that were made void all at once, and of who is to be told.
import type { AccountId, Instant, UserId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'

export type VoidedBy = 'command_line' | 'restored_data'
export type Voided = { at: Instant; by: VoidedBy }

/**
 * Of all users; how many had some. The database may be one of an earlier version, from before there
 * were any, or before anybody was told.
 */
export async function deleteAllRecoveryCodes(tx: Tx, { at, by }: Voided): Promise<number> {
  if (!(await isThere(tx, 'accounts.recovery_code'))) return 0
  if (!(await isThere(tx, 'accounts.codes_voided'))) {
    const { rows } = await tx.query<{ users: number }>(
      `with gone as (delete from accounts.recovery_code returning user_id)
       select count(distinct user_id)::int as users from gone`,
    )
    return rows[0]?.users ?? 0
  }
  const { rowCount } = await tx.query(
    `with gone as (delete from accounts.recovery_code returning user_id)
     insert into accounts.codes_voided (user_id, voided_at, voided_by)
     select distinct user_id, $1::timestamptz, $2::text from gone
     on conflict (user_id) do update
       set voided_at = excluded.voided_at, voided_by = excluded.voided_by, told = '{}'`,
    [toTimestamp(at), by],
  )
  return rowCount
}

/** Somebody who was between password and factor. */
export async function deleteAllHalfSessions(tx: Tx): Promise<void> {
  if (await isThere(tx, 'accounts.half_session'))
    await tx.query('delete from accounts.half_session')
}

/** Codes for a lost password that were used since. */
export async function deleteAllResets(tx: Tx): Promise<void> {
  if (await isThere(tx, 'accounts.password_reset')) {
    await tx.query('delete from accounts.password_reset')
  }
}

/** Links to a next e-mail. Those that undo one stay: they lead back to whoever had it before. */
export async function deleteWaitingEmails(tx: Tx): Promise<void> {
  if (await isThere(tx, 'accounts.email_change')) {
    await tx.query('delete from accounts.email_change where confirmed_at is null')
  }
}

async function isThere(tx: Tx, table: string): Promise<boolean> {
  const { rows } = await tx.query<{ isThere: boolean }>(
    'select to_regclass($1) is not null as "isThere"',
    [table],
  )
  return rows[0]?.isThere === true
}

export type VoidedRow = { user_id: UserId; voided_at: Instant; voided_by: VoidedBy }

/** Of whom somebody is still to be told, longest first, after so many that are passed over. */
export async function untoldVoided(
  tx: Tx,
  { limit, skip }: { limit: number; skip: number },
): Promise<VoidedRow[]> {
  const { rows } = await tx.query<VoidedRow>(
    `select user_id, voided_at, voided_by from accounts.codes_voided
     order by voided_at, user_id limit $1 offset $2`,
    [limit, skip],
  )
  return rows
}

/** How many accounts were told before; null where this one was, or nothing is to be told. */
export async function takeVoided(
  tx: Tx,
  row: VoidedRow,
  accountId: AccountId,
): Promise<number | null> {
  const { rows } = await tx.query<{ before: number }>(
    `update accounts.codes_voided set told = told || $3::uuid
     where user_id = $1 and voided_at = $2 and not $3::uuid = any (told)
     returning cardinality(told) - 1 as before`,
    [row.user_id, toTimestamp(row.voided_at), accountId],
  )
  return rows[0]?.before ?? null
}

/** Everybody is told; not where they were made void once more meanwhile. */
export async function forgetVoided(tx: Tx, row: VoidedRow): Promise<void> {
  await tx.query('delete from accounts.codes_voided where user_id = $1 and voided_at = $2', [
    row.user_id,
    toTimestamp(row.voided_at),
  ])
}
