// The SQL of breaches: rows that are only added, and what an account had when it was measured.
import type { AccountId, Instant, Language } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { Figures } from '../breach-figures.ts'
import type { BreachLetter, BreachStep } from '../contract-breaches.ts'

export type StepRow = {
  breachId: string
  stepId: string
  step: BreachStep
  at: Instant
  by: string
  /** Of `taken_back`: the step that counts no more. */
  voids: string | null
  letter: BreachLetter | null
  language: Language | null
  /** Null of a letter in a list: it is read by its id. */
  contentSealed: Buffer | null
}
export type NewStep = StepRow & { contentSealed: Buffer }

/** Those that were not taken back. */
export function standing<T extends Pick<StepRow, 'stepId' | 'voids'>>(rows: readonly T[]): T[] {
  const voided = new Set(rows.map(({ voids }) => voids))
  return rows.filter(({ stepId }) => !voided.has(stepId))
}

export type BreachRow = {
  breachId: string
  number: number
  recordId: string
  recordSealed: Buffer
  /** Those that stand, in their order. */
  steps: BreachStep[]
  /** Those that do not stand too. */
  written: number
}

const stepColumns = `breach_id as "breachId", step_id as "stepId", step, at, by, voids, letter,
  language`

/** One after the other: what is compared before it is written. */
export async function holdBreach(tx: Tx, breachId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('disclosure.breach'), hashtext($1))`, [
    breachId,
  ])
}

export async function insertBreach(tx: Tx, breachId: string, at: Instant): Promise<void> {
  await tx.query('insert into disclosure.breach (breach_id, recorded_at) values ($1, $2)', [
    breachId,
    toTimestamp(at),
  ])
}

export async function insertStep(tx: Tx, row: NewStep): Promise<void> {
  await tx.query(
    `insert into disclosure.breach_step (breach_id, step_id, step, at, by, voids, letter, language,
       content_sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.breachId, row.stepId, row.step, toTimestamp(row.at), row.by, row.voids],
      ...[row.letter, row.language, row.contentSealed],
    ],
  )
}

/** Newest first. */
export async function listBreaches(
  tx: Tx,
  page: { before: number | null; limit: number; only?: string },
): Promise<BreachRow[]> {
  const { rows } = await tx.query<BreachRow>(
    `select b.breach_id as "breachId", b.number, r.step_id as "recordId",
       r.content_sealed as "recordSealed",
       array(select s.step from disclosure.breach_step s where s.breach_id = b.breach_id
               and not exists (select from disclosure.breach_step v
                               where v.breach_id = s.breach_id and v.voids = s.step_id)
             order by s.step_id) as steps,
       (select count(*)::int from disclosure.breach_step s
        where s.breach_id = b.breach_id) as written
     from disclosure.breach b
     join lateral (
       select step_id, content_sealed from disclosure.breach_step
       where breach_id = b.breach_id and step = 'recorded' order by step_id desc limit 1
     ) r on true
     where ($1::int is null or b.number < $1) and ($3::uuid is null or b.breach_id = $3)
     order by b.number desc limit $2`,
    [page.before, page.limit, page.only ?? null],
  )
  return rows
}

export async function findBreach(tx: Tx, breachId: string): Promise<BreachRow | null> {
  return (await listBreaches(tx, { before: null, limit: 1, only: breachId }))[0] ?? null
}

/** Newest first. */
export async function listSteps(tx: Tx, breachId: string): Promise<StepRow[]> {
  const { rows } = await tx.query<StepRow>(
    `select ${stepColumns},
       case when letter is null then content_sealed end as "contentSealed"
     from disclosure.breach_step where breach_id = $1 order by step_id desc`,
    [breachId],
  )
  return rows
}

export async function findStep(tx: Tx, breachId: string, stepId: string): Promise<StepRow | null> {
  const { rows } = await tx.query<StepRow>(
    `select ${stepColumns}, content_sealed as "contentSealed"
     from disclosure.breach_step where breach_id = $1 and step_id = $2`,
    [breachId, stepId],
  )
  return rows[0] ?? null
}

export type MeasuredRow = { measuredAt: Instant; figures: Figures }

export async function insertMeasured(
  tx: Tx,
  accountId: AccountId,
  row: MeasuredRow & { breachId: string; measuredId: string },
): Promise<void> {
  await tx.query(
    `insert into disclosure.breach_account (account_id, breach_id, measured_id, measured_at,
       figures) values ($1, $2, $3, $4, $5)`,
    [
      accountId,
      row.breachId,
      row.measuredId,
      toTimestamp(row.measuredAt),
      JSON.stringify(row.figures),
    ],
  )
}

/** The newest counts. */
export async function readMeasured(
  tx: Tx,
  accountId: AccountId,
  breachId: string,
): Promise<MeasuredRow | null> {
  const { rows } = await tx.query<MeasuredRow>(
    `select measured_at as "measuredAt", figures from disclosure.breach_account
     where account_id = $1 and breach_id = $2 order by measured_id desc limit 1`,
    [accountId, breachId],
  )
  return rows[0] ?? null
}

/** Whether it is told now for the first time. */
export async function insertTold(
  tx: Tx,
  accountId: AccountId,
  breachId: string,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into disclosure.breach_notice (account_id, breach_id, told_at)
     values ($1, $2, $3) on conflict do nothing`,
    [accountId, breachId, toTimestamp(at)],
  )
  return (rowCount ?? 0) > 0
}

/** Counted for whichever breach: the newest of the account. */
export async function newestMeasured(tx: Tx, accountId: AccountId): Promise<MeasuredRow | null> {
  const { rows } = await tx.query<MeasuredRow>(
    `select measured_at as "measuredAt", figures from disclosure.breach_account
     where account_id = $1 order by measured_id desc limit 1`,
    [accountId],
  )
  return rows[0] ?? null
}

export type ToldRow = { breachId: string; toldAt: Instant }

export async function listTold(tx: Tx, accountId: AccountId, breachId: string): Promise<ToldRow[]> {
  const { rows } = await tx.query<ToldRow>(
    `select breach_id as "breachId", told_at as "toldAt" from disclosure.breach_notice
     where account_id = $1 and breach_id = $2`,
    [accountId, breachId],
  )
  return rows
}
