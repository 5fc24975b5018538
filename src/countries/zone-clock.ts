// Wall time in a zone and back, from the offsets that Intl knows, exact on the days clocks change.
import { type Instant, sameDayLater } from '../kernel/index.ts'

const dayMs = 86_400_000
/** No zone changes its offset but on a quarter of an hour, so one look per quarter is enough. */
const quarterMs = 900_000
const rememberedMax = 4096

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  return format
}

/** How far the zone's wall clock is ahead of UTC at that instant. */
export function offsetMs(zone: string, at: Instant): number {
  const quarter = Math.floor(at / quarterMs)
  const key = `${zone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const start = quarter * quarterMs
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(start)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - start
  if (offsets.size >= rememberedMax) offsets.clear()
  offsets.set(key, offset)
  return offset
}

/** A day of the wall calendar, counted from 1970-01-01, and the time gone since its midnight. */
export type WallTime = { day: number; sinceMidnightMs: number }

export function wallTimeOf(zone: string, at: Instant): WallTime {
  const wall = at + offsetMs(zone, at)
  const day = Math.floor(wall / dayMs)
  return { day, sinceMidnightMs: wall - day * dayMs }
}

/**
 * The instant at which the zone's wall clock shows that time; after a gap, the moment behind it.
 */
export function instantOf(zone: string, day: number, minute: number): Instant {
  const wall = day * dayMs + minute * 60_000
  const first = wall - offsetMs(zone, wall)
  const second = wall - offsetMs(zone, first)
  const isExact = second + offsetMs(zone, second) === wall
  return isExact ? second : Math.max(first, second)
}

/**
 * The same time of a later day by the zone's clock: so many months on, the month's last day where
 * there is none, and so many days.
 */
export function laterIn(
  zone: string,
  from: Instant,
  { months = 0, days = 0 }: { months?: number; days?: number },
): Instant {
  const { day, sinceMidnightMs } = wallTimeOf(zone, from)
  const later = sameDayLater(day * dayMs, months) / dayMs + days
  const minute = Math.floor(sinceMidnightMs / 60_000)
  return instantOf(zone, later, minute) + (sinceMidnightMs % 60_000)
}

/** The last instant of a day of the calendar there. */
export const endOfDay = (zone: string, day: string): Instant =>
  instantOf(zone, Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs) + 1, 0) - 1

/** The day there, as `2026-12-01`. */
export const dayIn = (zone: string, at: Instant): string => isoDateOf(wallTimeOf(zone, at).day)

/** 0 is Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

export function isoDateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}
