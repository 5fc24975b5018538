// The nightly deletion of what is past its period: small transactions, and a record of each night.
import type { Caller, Instant } from '../kernel/index.ts'
import { failureFields } from '../observability/index.ts'
import type { Tx } from '../storage/index.ts'
import type { NightKind } from './contract.ts'
import type { KindOfData, RetentionDeps, RowCounts } from './deps.ts'
import { nightOf, oldBefore } from './night.ts'
import { toldPeriod } from './period.ts'
import { forgetRuns, holdPeriod, type RunRow, readRun, writeRun } from './store.ts'

/** Of the kind, a transaction: a tenth of a second of work, and locks on nothing that waits. */
const pageRows = 1_000
const runsKeptMs = 400 * 86_400_000

export type Night = { kind: NightKind; state: RunRow['state'] | 'done_before'; deleted: number }

/** Harmless to repeat, and to stop between two pages: a night that was done is not done again. */
export async function sweepNight(
  deps: RetentionDeps,
  caller: Caller,
  isStopping: () => boolean = () => false,
): Promise<Night[]> {
  const night = nightOf(deps.clock.now())
  const done: Night[] = []
  for (const kind of deps.kinds) {
    if (isStopping()) break
    done.push(await sweepKind(deps, caller, { kind, night }, isStopping))
  }
  await deps.database.inAccount(caller.accountId, (tx) =>
    forgetRuns(tx, caller.accountId, night - runsKeptMs),
  )
  return done
}

type Sweep = { kind: KindOfData; night: Instant }

async function sweepKind(
  deps: RetentionDeps,
  caller: Caller,
  sweep: Sweep,
  isStopping: () => boolean,
): Promise<Night> {
  const { accountId } = caller
  const { kind, night } = sweep
  const name = kind.kind
  const { database, clock } = deps
  const held = await database.inAccount(accountId, (tx) =>
    readRun(tx, accountId, { kind: name, night }),
  )
  if (held?.state === 'done') return { kind: name, state: 'done_before', deleted: 0 }
  const beganAt = clock.now()
  const period = await database.inAccount(accountId, (tx) => toldPeriod(deps, tx, caller, name))
  const run: RunRow = {
    ...{ kind: name, night, state: 'running', term: { count: period.months, unit: 'months' } },
    before: null,
    beganAt: held?.beganAt ?? beganAt,
    endedAt: null,
    deleted: held?.deleted ?? 0,
    rows: held?.rows ?? {},
    oldestAt: null,
    tookMs: held?.tookMs ?? 0,
    failure: null,
  }
  const before = run.deleted
  const write = (more: Partial<RunRow>) =>
    database.inAccount(accountId, (tx) => writeRun(tx, accountId, { ...run, ...more }))
  const took = () => (held?.tookMs ?? 0) + Math.max(0, clock.now() - beganAt)
  try {
    const isWhole = await deletePages(deps, caller, { ...sweep, run }, isStopping)
    const oldestAt = await database.inAccount(accountId, (tx) => kind.oldest(tx, accountId))
    const state = isWhole ? 'done' : 'running'
    await write({ state, oldestAt, endedAt: isWhole ? clock.now() : null, tookMs: took() })
    return { kind: name, state, deleted: run.deleted - before }
  } catch (error) {
    const fields = { accountId, kind: name, ...failureFields(error) }
    deps.logger.error('retention.night_failed', fields)
    await write({ state: 'failed', endedAt: clock.now(), tookMs: took(), failure: codeOf(error) })
    return { kind: name, state: 'failed', deleted: run.deleted - before }
  }
}

/** A code of our own, or none: what the database said may hold a value. */
const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[a-z_]+\.[a-z_]+$/.test(code) ? code : 'unexpected'
}

/** False: it was asked to stop before the end. */
async function deletePages(
  deps: RetentionDeps,
  caller: Caller,
  { kind, night, run }: Sweep & { run: RunRow },
  isStopping: () => boolean,
): Promise<boolean> {
  const { accountId } = caller
  const { database } = deps
  let after: string | null = null
  do {
    if (isStopping()) return false
    const page: Page | null = await database.inAccount(accountId, (tx) =>
      deletePage(deps, tx, caller, { kind, night, run, after }),
    )
    // Only once it is committed: what failed deleted nothing.
    if (page !== null) Object.assign(run, page.run)
    after = page?.last ?? null
  } while (after !== null)
  const { before } = run
  if (before === null) return true
  await database.inAccount(accountId, async (tx) => {
    await kind.tidyUp?.(tx, accountId, { before, at: deps.clock.now() })
    if (run.deleted === 0) return
    const details = { kind: kind.kind, deleted: run.deleted, months: run.term.count }
    await deps.audit.record(tx, caller, { action: 'retention.deleted', details })
  })
  return true
}

type Page = { run: Partial<RunRow>; last: string | null }

async function deletePage(
  deps: RetentionDeps,
  tx: Tx,
  caller: Caller,
  { kind, night, run, after }: Sweep & { run: RunRow; after: string | null },
): Promise<Page | null> {
  const { accountId } = caller
  // A longer period that is chosen while pages go by counts from the next one on.
  await holdPeriod(tx, accountId, kind.kind)
  const { months, deletesFrom } = await toldPeriod(deps, tx, caller, kind.kind)
  if (night < deletesFrom) return null
  const before = oldBefore(night, months)
  const { deleted, rows, last } = await kind.deleteSome(tx, accountId, {
    ...{ before, after, limit: pageRows },
  })
  const told: Partial<RunRow> = {
    before,
    term: { count: months, unit: 'months' },
    deleted: run.deleted + deleted,
    rows: sumOf(run.rows, rows),
  }
  await writeRun(tx, accountId, { ...run, ...told })
  return { run: told, last }
}

export function sumOf(one: RowCounts, other: RowCounts): RowCounts {
  const sum: Record<string, number> = { ...one }
  for (const [name, rows] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + rows
  return sum
}

/** Contacts and texts are deleted by rules of their own: here is the record of their night. */
export function recordNight<Found>(
  deps: Omit<RetentionDeps, 'kinds' | 'audit'>,
  asked: {
    kind: Exclude<NightKind, KindOfData['kind']>
    work: (caller: Caller, isStopping: () => boolean) => Promise<Found>
    of: (caller: Caller, found: Found) => Promise<Pick<RunRow, 'term' | 'deleted' | 'rows'>>
  },
): (caller: Caller, isStopping: () => boolean) => Promise<void> {
  const { database, clock } = deps
  return async (caller, isStopping) => {
    const { accountId } = caller
    const beganAt = clock.now()
    const night = nightOf(beganAt)
    const { kind } = asked
    const write = (told: Partial<RunRow>) =>
      database.inAccount(accountId, async (tx) => {
        const held = await readRun(tx, accountId, { kind, night })
        const term = told.term ?? held?.term ?? { count: 0, unit: 'days' as const }
        await writeRun(tx, accountId, {
          ...{ kind, night, state: 'done', before: null, beganAt, oldestAt: null, failure: null },
          ...told,
          term,
          endedAt: clock.now(),
          deleted: (held?.deleted ?? 0) + (told.deleted ?? 0),
          rows: sumOf(held?.rows ?? {}, told.rows ?? {}),
          tookMs: (held?.tookMs ?? 0) + Math.max(0, clock.now() - beganAt),
        })
      })
    try {
      const found = await asked.work(caller, isStopping)
      if (!isStopping()) await write(await asked.of(caller, found))
    } catch (error) {
      await write({ state: 'failed', failure: codeOf(error) })
      throw error
    }
  }
}
