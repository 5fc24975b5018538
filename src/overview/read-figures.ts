// What the account sent in thirty days, day by day, and in the thirty days before.
import { readAccount } from '../accounts/index.ts'
import { instantOf, wallTimeOf } from '../countries/index.ts'
import { type Caller, type Instant, isoTime } from '../kernel/index.ts'
import { readHours } from '../sending/index.ts'
import type { FiguresView } from './contract.ts'
import { daysOf, sumOf } from './days-of-hours.ts'
import type { OverviewDeps } from './deps.ts'

const days = 30

const hourMs = 3_600_000
/** Hours are those of UTC, and one counts for the day in which it begins. */
const wholeHour = (at: Instant): Instant => Math.ceil(at / hourMs) * hourMs

export async function readFigures(
  { database, clock }: Pick<OverviewDeps, 'database' | 'clock'>,
  { accountId }: Caller,
): Promise<FiguresView> {
  const { zone } = await readAccount(database, accountId)
  const at = clock.now()
  const last = wallTimeOf(zone, at).day
  const first = last - 2 * days + 1
  const hours = await database.inAccount(accountId, (tx) =>
    readHours(tx, accountId, instantOf(zone, first, 0)),
  )
  const all = daysOf(hours, { zone, first, last })
  return {
    from: isoTime(wholeHour(instantOf(zone, last - days + 1, 0))),
    days: all.slice(days),
    total: sumOf(all.slice(days)),
    before: sumOf(all.slice(0, days)),
    readAt: isoTime(at),
  }
}
