// Days that staff write down, as instants that are that day in the zone of the account. Pure.
import { type Instant, isoTime } from '../../kernel/index.ts'

/** `2026-12-01` */
type WrittenDay = string

const dayMs = 86_400_000
const hourMs = 3_600_000

const dayIn = (zone: string, at: Instant): WrittenDay =>
  new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone },
  }).format(at)

/** The first of these hours of the day in UTC that is of the same day there. Null: no such day. */
function hourOf(day: WrittenDay, zone: string, hours: readonly number[]): Instant | null {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight) || isoTime(midnight).slice(0, 10) !== day) return null
  const instants = hours.map((hour) => midnight + hour * hourMs)
  return instants.find((at) => dayIn(zone, at) === day) ?? null
}

/** The hour is not known. In the zones that are furthest from UTC its noon is of another day. */
const noonOf = (day: WrittenDay, zone: string) => hourOf(day, zone, [12, 6, 18])

/** Letters lie for a year at most. */
const behindMax = 366

/**
 * When what arrived on this day did: of today it is now, of another day its beginning, from which
 * a deadline counts. Null: not a day of the last year.
 */
export function instantOfArrival(
  day: WrittenDay,
  { zone, now }: { zone: string; now: Instant },
): Instant | null {
  if (day === dayIn(zone, now)) return now
  const at = hourOf(day, zone, [0, 3, 6, 9, 12])
  return at === null || at > now || at < now - behindMax * dayMs ? null : at
}

/** Of today or of a day that is over. Null: none that fits. */
export function instantOfDay(
  day: WrittenDay,
  { zone, notBefore, now }: { zone: string; notBefore: Instant; now: Instant },
): Instant | null {
  const at = noonOf(day, zone)
  if (at === null || day > dayIn(zone, now) || day < dayIn(zone, notBefore)) return null
  return Math.max(Math.min(at, now), notBefore)
}

const aheadMax = 366

/** From tomorrow on, a year at most. Null: none of these. */
export function instantAhead(
  day: WrittenDay,
  { zone, now }: { zone: string; now: Instant },
): Instant | null {
  const at = noonOf(day, zone)
  return at === null || day <= dayIn(zone, now) || at > now + aheadMax * dayMs ? null : at
}
