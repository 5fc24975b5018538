// The SQL of an account's own register: the breaches that it records, and what it does about each.
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { NewStep, StepRow } from './breach-store.ts'

/** `number`: of its own; null of one of which it was told. */
export type EnteredRow = { breachId: string; number: number | null; enteredAt: Instant }

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

type Place = { at: Instant; id: string }

/** Those of which it was told and its own, the newest entered first. */
export async function listEntered(
  tx: Tx,
  accountId: AccountId,
  asked: { before: Place | null; limit: number; only?: string },
): Promise<EnteredRow[]> {
  const { before, limit, only } = asked
  const { rows } = await tx.query<EnteredRow>(
    `select breach_id as "breachId", number, entered_at as "enteredAt" from (
       select breach_id, null::int as number, told_at as entered_at
       from disclosure.breach_notice where account_id = $1
       union all
       select breach_id, number, recorded_at from disclosure.account_breach where account_id = $1
     ) entered
     where ($2::timestamptz is null or (entered_at, breach_id) < ($2, $3::uuid))
       and ($4::uuid is null or breach_id = $4)
     order by entered_at desc, breach_id desc limit $5`,
    [
      accountId,
      before === null ? null : toTimestamp(before.at),
      ...[before?.id ?? null, only ?? null, limit],
    ],
  )
  return rows
}

export async function insertOwnStep(tx: Tx, accountId: AccountId, row: NewStep): Promise<void> {
  await tx.query(
    `insert into disclosure.account_breach_step (account_id, breach_id, step_id, step, at, by,
       voids, letter, language, content_sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[accountId, row.breachId, row.stepId, row.step, toTimestamp(row.at), row.by],
      ...[row.voids, row.letter, row.language, row.contentSealed],
    ],
  )
}

const stepColumns = `breach_id as "breachId", step_id as "stepId", step, at, by, voids, letter,
  language`

/** Newest first; the text of a letter is read by its id. */
export async function listOwnSteps(
  tx: Tx,
  accountId: AccountId,
  breachId: string,
): Promise<StepRow[]> {
  const { rows } = await tx.query<StepRow>(
    `select ${stepColumns}, case when letter is null then content_sealed end as "contentSealed"
     from disclosure.account_breach_step
     where account_id = $1 and breach_id = $2 order by step_id desc`,
    [accountId, breachId],
  )
  return rows
}

export async function findOwnStep(
  tx: Tx,
  accountId: AccountId,
  { breachId, stepId }: Pick<StepRow, 'breachId' | 'stepId'>,
): Promise<StepRow | null> {
  const { rows } = await tx.query<StepRow>(
    `select ${stepColumns}, content_sealed as "contentSealed" from disclosure.account_breach_step
     where account_id = $1 and breach_id = $2 and step_id = $3`,
    [accountId, breachId, stepId],
  )
  return rows[0] ?? null
}
