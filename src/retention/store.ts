// The SQL of retention: periods, bounds, and what each night did.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { NightKind, RetentionKind } from './contract.ts'
import type { RowCounts } from './deps.ts'

export type PeriodRow = { kind: RetentionKind; months: number; erasesFrom: Instant }

export async function readPeriods(
  tx: Tx,
  accountId: AccountId,
): Promise<Map<RetentionKind, PeriodRow>> {
  const { rows } = await tx.query<PeriodRow>(
    `select kind, months, erases_from as "erasesFrom"
     from retention.period where account_id = $1`,
    [accountId],
  )
  return new Map(rows.map((row) => [row.kind, row]))
}

/** The same until the transaction ends: what an account chooses meanwhile waits for it. */
export async function holdPeriod(tx: Tx, accountId: AccountId, kind: RetentionKind): Promise<void> {
  await tx.query(
    'select from retention.period where account_id = $1 and kind = $2 for no key update',
    [accountId, kind],
  )
}

type Told = PeriodRow & { toldAt: Instant }

export async function writePeriod(tx: Tx, accountId: AccountId, row: Told): Promise<void> {
  await tx.query(
    `insert into retention.period (account_id, kind, months, told_at, erases_from)
     values ($1, $2, $3, $4, $5)
     on conflict (account_id, kind) do update set months = excluded.months,
       told_at = excluded.told_at, erases_from = excluded.erases_from`,
    [accountId, row.kind, row.months, toTimestamp(row.toldAt), toTimestamp(row.erasesFrom)],
  )
}

/** False when the account was told, or has chosen, before. */
export async function tellPeriod(tx: Tx, accountId: AccountId, row: Told): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into retention.period (account_id, kind, months, told_at, erases_from)
     values ($1, $2, $3, $4, $5) on conflict (account_id, kind) do nothing`,
    [accountId, row.kind, row.months, toTimestamp(row.toldAt), toTimestamp(row.erasesFrom)],
  )
  return rowCount === 1
}

export type BoundRow = {
  kind: RetentionKind
  shortest: number
  longest: number
  changedAt: Instant
}

export async function readBounds(tx: Tx): Promise<Map<RetentionKind, BoundRow>> {
  const { rows } = await tx.query<BoundRow>(
    `select kind, shortest_months as shortest, longest_months as longest,
       changed_at as "changedAt" from retention.bound`,
  )
  return new Map(rows.map((row) => [row.kind, row]))
}

export async function writeBound(tx: Tx, row: BoundRow): Promise<void> {
  await tx.query(
    `insert into retention.bound (kind, shortest_months, longest_months, changed_at)
     values ($1, $2, $3, $4)
     on conflict (kind) do update set shortest_months = excluded.shortest_months,
       longest_months = excluded.longest_months, changed_at = excluded.changed_at`,
    [row.kind, row.shortest, row.longest, toTimestamp(row.changedAt)],
  )
}

export type RunRow = {
  kind: NightKind
  night: Instant
  state: 'running' | 'done' | 'failed'
  term: { count: number; unit: 'months' | 'days' }
  before: Instant | null
  beganAt: Instant
  endedAt: Instant | null
  deleted: number
  rows: RowCounts
  oldestAt: Instant | null
  tookMs: number
  failure: string | null
}

type Flat = Omit<RunRow, 'term'> & { count: number; unit: 'months' | 'days' }

const columns = `kind, night, state, term_count as count, term_unit as unit,
  before_at as before, began_at as "beganAt", ended_at as "endedAt", deleted::float8 as deleted,
  rows_by_table as rows, oldest_at as "oldestAt", took_ms::float8 as "tookMs", failure`

const runOf = ({ count, unit, ...row }: Flat): RunRow => ({ ...row, term: { count, unit } })

export async function readRun(
  tx: Tx,
  accountId: AccountId,
  { kind, night }: { kind: NightKind; night: Instant },
): Promise<RunRow | null> {
  const { rows } = await tx.query<Flat>(
    `select ${columns} from retention.run where account_id = $1 and kind = $2 and night = $3`,
    [accountId, kind, toTimestamp(night)],
  )
  return rows[0] === undefined ? null : runOf(rows[0])
}

/** The last record of each kind. */
export async function lastRuns(tx: Tx, accountId: AccountId): Promise<RunRow[]> {
  const { rows } = await tx.query<Flat>(
    `select distinct on (kind) ${columns} from retention.run
     where account_id = $1 order by kind, night desc`,
    [accountId],
  )
  return rows.map(runOf)
}

export async function runsBefore(
  tx: Tx,
  accountId: AccountId,
  { before, limit }: { before: Instant | null; limit: number },
): Promise<RunRow[]> {
  const { rows } = await tx.query<Flat>(
    `select ${columns} from retention.run
     where account_id = $1 and ($2::timestamptz is null or night < $2)
     order by night desc, kind limit $3`,
    [accountId, before === null ? null : toTimestamp(before), limit],
  )
  return rows.map(runOf)
}

/** The sums that it brings replace those that were there: a night that goes on counts on. */
export async function writeRun(tx: Tx, accountId: AccountId, run: RunRow): Promise<void> {
  const instant = (at: Instant | null) => (at === null ? null : toTimestamp(at))
  await tx.query(
    `insert into retention.run (account_id, kind, night, state, term_count, term_unit, before_at,
       began_at, ended_at, deleted, rows_by_table, oldest_at, took_ms, failure)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13, $14)
     on conflict (account_id, kind, night) do update set state = excluded.state,
       term_count = excluded.term_count, term_unit = excluded.term_unit,
       before_at = excluded.before_at, ended_at = excluded.ended_at, deleted = excluded.deleted,
       rows_by_table = excluded.rows_by_table, oldest_at = excluded.oldest_at,
       took_ms = excluded.took_ms, failure = excluded.failure`,
    [
      ...[accountId, run.kind, toTimestamp(run.night), run.state, run.term.count, run.term.unit],
      ...[instant(run.before), toTimestamp(run.beganAt), instant(run.endedAt), run.deleted],
      ...[JSON.stringify(run.rows), instant(run.oldestAt), Math.round(run.tookMs), run.failure],
    ],
  )
}

export async function forgetRuns(tx: Tx, accountId: AccountId, before: Instant): Promise<void> {
  await tx.query('delete from retention.run where account_id = $1 and night < $2', [
    accountId,
    toTimestamp(before),
  ])
}

/** The last night of each account and kind that was done, for whoever looks over all of them. */
export async function lastDoneInAnyAccount(
  tx: Tx,
): Promise<{ accountId: AccountId; kind: NightKind; endedAt: Instant }[]> {
  const { rows } = await tx.query<{ accountId: AccountId; kind: NightKind; endedAt: Instant }>(
    `select account_id as "accountId", kind, max(ended_at) as "endedAt"
     from retention.run where state = 'done' group by account_id, kind`,
  )
  return rows
}
