// When the nightly backup runs: from its hour on, once a day, and later where the machine was off.
import type { Instant, Repeated, Timers } from '../kernel/index.ts'
import { repeated } from '../kernel/index.ts'
import type { BackupDeps } from './deps.ts'
import { newestRun } from './store.ts'

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

/** Changes follow on a backup alone: where they are kept no longer, one begins before its hour. */
export function isNeededNow(facts: {
  now: Instant
  last: Instant | null
  neededSince: Instant | null
}): boolean {
  const { now, last, neededSince } = facts
  if (neededSince === null || now < neededSince) return false
  return last === null || last < neededSince || now - last >= hourMs
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
    const isNeeded = isNeededNow({ ...facts, neededSince: deps.neededSince() })
    if (!isDue({ ...facts, hour: settings.hour }) && !isNeeded) return lookEveryMs
    await deps.runApart('backup', 'schedule')
    if (!isStopping()) await deps.runApart('drill', 'schedule')
    return lookEveryMs
  })
}
