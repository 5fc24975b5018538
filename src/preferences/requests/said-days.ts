// Days that staff write down, as instants that are that day in the zone of the account. Pure.
import { type Instant, isoTime } from '../../kernel/index.ts'

/** `2026-12-01` */
type WrittenDay = string

const dayMs = 86_400_000

const dayIn = (zone: string, at: Instant): WrittenDay =>
  new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone },
  }).format(at)

/** Noon: the hour is not known. Null: there is no such day. */
function noonOf(day: WrittenDay, zone: string): Instant | null {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight) || isoTime(midnight).slice(0, 10) !== day) return null
  const noon = midnight + dayMs / 2
  // In the zones that are furthest from UTC noon there is of another day.
  return [noon, noon - dayMs / 4, noon + dayMs / 4].find((at) => dayIn(zone, at) === day) ?? null
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
