// Instants and days as fields for date and time take them, by the clock of a zone: the account's.
import { currentZone } from './zone.ts'

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>

function wallParts(at: number, zone: string | undefined): Parts {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    second: '2-digit',
    hourCycle: 'h23',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** As a field for date and time takes an instant; empty of none. */
export function localOf(iso: string | null, zone = currentZone()): string {
  if (iso === null) return ''
  const { year = '', month, day, hour, minute } = wallParts(Date.parse(iso), zone)
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`
}

/** How far the clock of the zone is before UTC at an instant. */
function offsetMs(at: number, zone: string | undefined): number {
  const { year, month, day, hour, minute, second } = wallParts(at, zone)
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return wall - Math.floor(at / 1_000) * 1_000
}

/**
 * The instant of what stands in such a field; null of an empty one. In the hour that a clock skips
 * it is the instant as far behind it; of an hour that comes twice, the first.
 */
export function instantOf(local: string, zone = currentZone()): string | null {
  const wall = Date.parse(`${local}Z`)
  if (local === '' || Number.isNaN(wall)) return null
  const dayMs = 86_400_000
  const [before, after] = [offsetMs(wall - dayMs, zone), offsetMs(wall + dayMs, zone)]
  const first = wall - before
  const isFirst = offsetMs(first, zone) === before
  const at = isFirst ? first : wall - after
  const isReal = isFirst || offsetMs(at, zone) === after
  return new Date(isReal ? at : first).toISOString()
}

/** The first instant of a day. */
export const dayStart = (day: string): string => atTime(day, '00:00')

/** Its last second. */
export const dayEnd = (day: string): string =>
  new Date(Date.parse(atTime(day, '23:59')) + 59_000).toISOString()

function atTime(day: string, time: string): string {
  const at = instantOf(`${day}T${time}`)
  if (at === null) throw new RangeError('this is no day')
  return at
}
