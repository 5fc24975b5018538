// The SQL of an account's own register: the breaches that it records, and what it does about each.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { StepRow } from './breach-store.ts'

export type OwnRow = { breachId: string; number: number }

/** One after the other: what is numbered or counted before it is written. */
export async function holdRegister(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtext('disclosure.account_breach'), hashtext($1))`,
    [accountId],
  )
}

/** Within `holdRegister`. Its number counts from 1 in each account. */
export async function insertOwn(
  tx: Tx,
  accountId: AccountId,
  breachId: string,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into disclosure.account_breach (account_id, breach_id, number, recorded_at)
     select $1, $2, coalesce(max(number), 0) + 1, $3
     from disclosure.account_breach where account_id = $1`,
    [accountId, breachId, toTimestamp(at)],
  )
}

export async function countOwn(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from disclosure.account_breach where account_id = $1',
    [accountId],
  )
  return rows[0]?.count ?? 0
}

/** Newest first. */
export async function listOwn(
  tx: Tx,
  accountId: AccountId,
  asked: { limit: number; only?: string },
): Promise<OwnRow[]> {
  const { rows } = await tx.query<OwnRow>(
    `select breach_id as "breachId", number from disclosure.account_breach
     where account_id = $1 and ($3::uuid is null or breach_id = $3)
     order by number desc limit $2`,
    [accountId, asked.limit, asked.only ?? null],
  )
  return rows
}

export async function insertOwnStep(tx: Tx, accountId: AccountId, row: StepRow): Promise<void> {
  await tx.query(
    `insert into disclosure.account_breach_step (account_id, breach_id, step_id, step, at, by,
       content_sealed) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[accountId, row.breachId, row.stepId, row.step, toTimestamp(row.at), row.by],
      row.contentSealed,
    ],
  )
}

/** Newest first. */
export async function listOwnSteps(
  tx: Tx,
  accountId: AccountId,
  breachId: string,
): Promise<StepRow[]> {
  const { rows } = await tx.query<StepRow>(
    `select breach_id as "breachId", step_id as "stepId", step, at, by,
       content_sealed as "contentSealed"
     from disclosure.account_breach_step
     where account_id = $1 and breach_id = $2 order by step_id desc`,
    [accountId, breachId],
  )
  return rows
}
