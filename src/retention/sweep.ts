// The nightly deletion of what is past its period: small transactions, and a record of each night.
import type { AccountId, Caller, Instant } from '../kernel/index.ts'
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
  const { kind } = sweep.kind
  const beganAt = deps.clock.now()
  const isOpen = await begin(deps, caller, sweep)
  if (!isOpen) return { kind, state: 'done_before', deleted: 0 }
  let deleted = 0
  try {
    let after: string | null = null
    do {
      if (isStopping()) return { kind, state: 'running', deleted }
      const from = after
      const page: Page = await deps.database.inAccount(accountId, (tx) =>
        deletePage(deps, tx, caller, { ...sweep, after: from }),
      )
      deleted += page.deleted
      after = page.last
    } while (after !== null)
    if (!(await tidyUp(deps, accountId, sweep, isStopping))) {
      return { kind, state: 'running', deleted }
    }
    await end(deps, caller, { ...sweep, beganAt })
    return { kind, state: 'done', deleted }
  } catch (error) {
    deps.logger.error('retention.night_failed', { accountId, kind, ...failureFields(error) })
    await deps.database.inAccount(accountId, async (tx) => {
      const endedAt = deps.clock.now()
      const told = { state: 'failed' as const, endedAt, failure: codeOf(error) }
      await amend(tx, accountId, sweep, () => ({ ...told, tookMs: endedAt - beganAt }))
    })
    return { kind, state: 'failed', deleted }
  }
}

/** False: it was asked to stop before it was done. */
async function tidyUp(
  deps: RetentionDeps,
  accountId: AccountId,
  { kind, night }: Sweep,
  isStopping: () => boolean,
): Promise<boolean> {
  const some = async (tx: Tx): Promise<boolean> => {
    const run = await readRun(tx, accountId, { kind: kind.kind, night })
    if (run?.before == null || kind.tidyUp === undefined) return true
    return kind.tidyUp(tx, accountId, { before: run.before, at: deps.clock.now() })
  }
  while (!isStopping()) if (await deps.database.inAccount(accountId, some)) return true
  return false
}

/** False: the night is done already. */
function begin(deps: RetentionDeps, caller: Caller, { kind, night }: Sweep): Promise<boolean> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const { months } = await toldPeriod(deps, tx, caller, kind.kind)
    await holdPeriod(tx, accountId, kind.kind)
    const held = await readRun(tx, accountId, { kind: kind.kind, night })
    if (held?.state === 'done') return false
    const fresh: RunRow = {
      ...{ kind: kind.kind, night, before: null, beganAt: deps.clock.now(), oldestAt: null },
      ...{ deleted: 0, rows: {}, tookMs: 0, term: { count: months, unit: 'months' } },
      ...{ state: 'running', endedAt: null, failure: null },
    }
    const again = { state: 'running' as const, endedAt: null, failure: null }
    await writeRun(tx, accountId, held === null ? fresh : { ...held, ...again })
    return true
  })
}

/** Under the lock of the period: another node may be at the same night, and its counts stay. */
async function amend(
  tx: Tx,
  accountId: AccountId,
  { kind, night }: Sweep,
  change: (held: RunRow) => Partial<RunRow>,
): Promise<RunRow | null> {
  await holdPeriod(tx, accountId, kind.kind)
  const held = await readRun(tx, accountId, { kind: kind.kind, night })
  if (held === null) return null
  const changed = { ...held, ...change(held) }
  await writeRun(tx, accountId, changed)
  return held
}

async function end(
  deps: RetentionDeps,
  caller: Caller,
  { kind, night, beganAt }: Sweep & { beganAt: Instant },
): Promise<void> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, async (tx) => {
    const at = deps.clock.now()
    const oldestAt = await kind.oldest(tx, accountId)
    const held = await amend(tx, accountId, { kind, night }, ({ tookMs }) => ({
      ...{ state: 'done', oldestAt, endedAt: at, tookMs: tookMs + at - beganAt },
    }))
    // The node that ends it tells it.
    if (held === null || held.state === 'done' || held.deleted === 0) return
    const details = { kind: kind.kind, deleted: held.deleted, months: held.term.count }
    await deps.audit.record(tx, caller, { action: 'retention.deleted', details })
  })
}

/** A code of our own, or none: what the database said may hold a value. */
const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[a-z_]+\.[a-z_]+$/.test(code) ? code : 'unexpected'
}

type Page = { deleted: number; last: string | null }

async function deletePage(
  deps: RetentionDeps,
  tx: Tx,
  caller: Caller,
  { kind, night, after }: Sweep & { after: string | null },
): Promise<Page> {
  const { accountId } = caller
  // A longer period that is chosen while pages go by counts from the next one on.
  await holdPeriod(tx, accountId, kind.kind)
  const { months, deletesFrom } = await toldPeriod(deps, tx, caller, kind.kind)
  if (night < deletesFrom) return { deleted: 0, last: null }
  const before = oldBefore(night, months)
  const page = { before, after, limit: pageRows }
  const { deleted, rows, last } = await kind.deleteSome(tx, accountId, page)
  await amend(tx, accountId, { kind, night }, (run) => ({
    before,
    term: { count: months, unit: 'months' },
    deleted: run.deleted + deleted,
    rows: sumOf(run.rows, rows),
  }))
  return { deleted, last }
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
