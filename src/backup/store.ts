// The SQL of backups: what ran, and what became of it.
import type { Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { DrillFound } from './contract.ts'
import type { RunKind, RunTrigger } from './deps.ts'

export type Run = {
  runId: string
  kind: RunKind
  trigger: RunTrigger
  state: 'running' | 'done' | 'failed'
  begunAt: Instant
  endedAt: Instant | null
  reason: string | null
  backupId: string | null
  found: Partial<DrillFound>
}

const columns = `run_id as "runId", kind, trigger, state, begun_at as "begunAt",
  ended_at as "endedAt", reason, backup_id as "backupId", found`

export async function insertRun(
  tx: Tx,
  run: Pick<Run, 'runId' | 'kind' | 'trigger' | 'begunAt'>,
): Promise<void> {
  await tx.query(
    `insert into backup.run (run_id, kind, trigger, state, begun_at)
     values ($1, $2, $3, 'running', $4)`,
    [run.runId, run.kind, run.trigger, toTimestamp(run.begunAt)],
  )
}

export async function endRun(
  tx: Tx,
  runId: string,
  end: {
    state: 'done' | 'failed'
    at: Instant
    reason: string | null
    backupId: string | null
    found: object
  },
): Promise<void> {
  await tx.query(
    `update backup.run set state = $2, ended_at = $3, reason = $4, backup_id = $5, found = $6
     where run_id = $1`,
    [runId, end.state, toTimestamp(end.at), end.reason, end.backupId, JSON.stringify(end.found)],
  )
}

/** For whoever holds the lock: another one that still runs was killed. */
export async function endCutOff(tx: Tx, at: Instant): Promise<void> {
  await tx.query(
    `update backup.run set state = 'failed', ended_at = $1, reason = 'backup.cut_off'
     where state = 'running'`,
    [toTimestamp(at)],
  )
}

export async function newestRun(
  tx: Tx,
  kind: RunKind,
  state: Run['state'] | null = null,
): Promise<Run | null> {
  const { rows } = await tx.query<Run>(
    `select ${columns} from backup.run where kind = $1 and ($2::text is null or state = $2)
     order by begun_at desc limit 1`,
    [kind, state],
  )
  return rows[0] ?? null
}

/** The last drill that found something out, well or badly: a cut-off one says nothing. */
export async function newestDrill(tx: Tx): Promise<Run | null> {
  const { rows } = await tx.query<Run>(
    `select ${columns} from backup.run
     where kind = 'drill' and state <> 'running' and found <> '{}'
     order by begun_at desc limit 1`,
  )
  return rows[0] ?? null
}

export async function readRuns(tx: Tx, limit: number): Promise<Run[]> {
  const { rows } = await tx.query<Run>(
    `select ${columns} from backup.run order by begun_at desc, run_id limit $1`,
    [limit],
  )
  return rows
}

export async function forgetRuns(tx: Tx, before: Instant): Promise<void> {
  await tx.query('delete from backup.run where begun_at < $1', [toTimestamp(before)])
}
