// Tells whoever answers for the data of the open points, by the day or by the week, where something
// is due or new.
import { accountOf } from '../accounts/index.ts'
import { isoDateOf, wallTimeOf } from '../countries/index.ts'
import type { Caller, Instant } from '../kernel/index.ts'
import { lastDetails, notify } from '../notifications/index.ts'
import type { Database } from '../storage/index.ts'
import { type FoundPoint, findOpenPoints, type PointsDeps } from './open-points.ts'

const dayMs = 86_400_000

/** `dueDays`: how near an end is told of; no later than the next one could be told. */
const rhythms = [
  { kind: 'points_daily', dueDays: 3, stepOf: (day: string) => day },
  { kind: 'points_weekly', dueDays: 10, stepOf: weekOf },
] as const

/** Counts alone: no sentence of a point is kept or sent, so that nothing of a person can be. */
export async function tellOpenPoints(
  deps: PointsDeps & { database: Database },
  caller: Caller,
): Promise<void> {
  const { accountId } = caller
  const at = deps.clock.now()
  const { found } = await findOpenPoints(deps, ofAccount(caller), at)
  if (found.length === 0) return
  const counts = countsOf(found)
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0)
  await deps.database.inAccount(accountId, async (tx) => {
    const { zone } = await accountOf(tx, accountId)
    for (const { kind, dueDays, stepOf } of rhythms) {
      const isDue = found.some((one) => endsWithin(one, at, dueDays))
      const before = (await lastDetails(tx, accountId, kind))?.counts ?? {}
      const isNew = Object.entries(counts).some(([of, now]) => now > (before[of] ?? 0))
      if (!isDue && !isNew) continue
      const step = stepOf(isoDateOf(wallTimeOf(zone, at).day))
      const due = isDue ? { variant: 'late', days: dueDays } : {}
      await notify(tx, accountId, {
        kind,
        about: null,
        step,
        details: { count, counts, ...due },
        at,
      })
    }
  })
}

/** Those of the installation are told to whoever manages it, as they come. */
function ofAccount(caller: Caller): Caller {
  const rights = new Set(caller.rights)
  rights.delete('installation.manage')
  return { ...caller, rights }
}

export function countsOf(found: readonly FoundPoint[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { source, point } of found) {
    const { count } = point.details
    counts[source.kind] = (counts[source.kind] ?? 0) + (typeof count === 'number' ? count : 1)
  }
  return counts
}

/** What has no date and should be over already counts as late. */
const endsWithin = ({ source, point }: FoundPoint, at: Instant, days: number): boolean =>
  point.by === null ? source.isUrgent === true : point.by <= at + days * dayMs

/** The Monday of the day’s week. */
export function weekOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7
  return `week of ${new Date(at - sinceMonday * dayMs).toISOString().slice(0, 10)}`
}
