// When the nightly backup runs: from its hour on, once a day, and later where the machine was off.
import type { Instant, Repeated, Timers } from '../kernel/index.ts'
import { repeated } from '../kernel/index.ts'
import type { BackupDeps } from './deps.ts'
import { newestRun, readRuns } from './store.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
const lookEveryMs = 60_000
/** A start is busy enough by itself. */
const afterStartMs = 15 * 60_000

/** The last instant at which one should have run. */
export function lastSlot(now: Instant, hour: number): Instant {
  const today = Math.floor(now / dayMs) * dayMs + hour * hourMs
  return today <= now ? today : today - dayMs
}

/**
 * `last`: when the last one began. Where there was none yet, the first slot after the start counts:
 * who tries the program out gets no copy of it at once.
 */
export function isDue(facts: {
  now: Instant
  startedAt: Instant
  last: Instant | null
  hour: number
}): boolean {
  const { now, startedAt, last, hour } = facts
  const slot = lastSlot(now, hour)
  if (last === null) return slot >= startedAt
  if (last >= slot) return false
  return slot >= startedAt || now - startedAt >= afterStartMs
}

const waitMsMax = 8 * hourMs

/**
 * Changes follow on a backup alone: where they are kept no longer, one begins before its hour. What
 * lost them may be a load that a backup adds to: each one of the last day doubles the wait since
 * the last. `begun`: when those of the last day began, the newest first.
 */
export function isNeededNow(facts: {
  now: Instant
  begun: readonly Instant[]
  neededSince: Instant | null
}): boolean {
  const { now, begun, neededSince } = facts
  if (neededSince === null || now < neededSince) return false
  const [last] = begun
  if (last === undefined) return true
  return now - last >= Math.min(waitMsMax, hourMs * 2 ** (begun.length - 1))
}

/** The drill follows its backup; where that failed it says so of the one before. */
export function runSchedule(
  deps: Pick<BackupDeps, 'database' | 'settings' | 'isEmbedded' | 'logger'> & {
    timers: Timers
    /** Since when changes are not kept for want of a backup; null: none is wanted. */
    neededSince(): Instant | null
    runApart(kind: 'backup' | 'drill', trigger: 'schedule'): Promise<void>
  },
): Repeated {
  const { timers, settings, isEmbedded } = deps
  const startedAt = timers.now()
  const isOn = isEmbedded && settings.folder !== null
  return repeated(timers, lookEveryMs, async (isStopping) => {
    if (!isOn) return dayMs
    const last = await deps.database.inInstallation((tx) => newestRun(tx, 'backup'))
    const facts = { now: timers.now(), startedAt, last: last?.begunAt ?? null }
    const isNeeded = isNeededNow({ ...(await recentOf(deps, facts)), now: facts.now })
    if (!isDue({ ...facts, hour: settings.hour }) && !isNeeded) return lookEveryMs
    await deps.runApart('backup', 'schedule')
    if (!isStopping()) await deps.runApart('drill', 'schedule')
    return lookEveryMs
  })
}

const runsRead = 50

async function recentOf(
  deps: Pick<BackupDeps, 'database'> & { neededSince(): Instant | null },
  { now }: { now: Instant },
): Promise<{ begun: Instant[]; neededSince: Instant | null }> {
  const neededSince = deps.neededSince()
  if (neededSince === null) return { begun: [], neededSince }
  const runs = await deps.database.inInstallation((tx) => readRuns(tx, runsRead))
  const begun = runs.flatMap(({ kind, begunAt }) =>
    kind === 'backup' && now - begunAt < dayMs ? [begunAt] : [],
  )
  return { begun, neededSince }
}
