// How values of PostgreSQL become values of the program, on every connection.
import pg from 'pg'

const int8 = 20
const int8Array = 1016
const date = 1082
const timestamptz = 1184
const uuidArray = 2951

/** `2026-11-25 01:02:03.004+00` is an Instant; the sessions' time zone is UTC. */
export function instantOf(text: string): number {
  const plain = plainInstant(text)
  if (plain !== null) return plain
  if (text === 'infinity') return Number.POSITIVE_INFINITY
  if (text === '-infinity') return Number.NEGATIVE_INFINITY
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:00)?$/, '')}Z`)
}

const [dash, blank, dot, zero, one] = [0x2d, 0x20, 0x2e, 0x30, 0x31]

/** Digit by digit, since there are millions; null where it is no year of four digits. */
function plainInstant(text: string): number | null {
  const { length } = text
  if (text.charCodeAt(4) !== dash || text.charCodeAt(10) !== blank) return null
  if (text.charCodeAt(0) < one || !text.endsWith('+00')) return null
  if (length !== 22 && text.charCodeAt(19) !== dot) return null
  const two = (at: number) => (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero
  const year = two(0) * 100 + two(2)
  const seconds = Date.UTC(year, two(5) - 1, two(8), two(11), two(14), two(17))
  let micros = 0
  let unit = 100_000
  for (let at = 20; at < length - 3; at += 1) {
    micros += (text.charCodeAt(at) - zero) * unit
    unit /= 10
  }
  return seconds + Math.floor(micros / 1000)
}

function intsOf(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)
}

/** No member needs quotes: a UUID has none of the signs of a list. */
export function uuidsOf(text: string): (string | null)[] {
  if (text === '{}') return []
  const members = text.slice(1, -1).split(',')
  return text.includes('NULL') ? members.map((one) => (one === 'NULL' ? null : one)) : members
}

type Parse = (text: string) => unknown

const ours = new Map<number, Parse>([
  [int8, Number],
  [int8Array, intsOf],
  [uuidArray, uuidsOf],
  // A day of the calendar stays a text: a Date would shift it into the machine's time zone.
  [date, (text) => text],
  [timestamptz, instantOf],
])

/** Given to `pg`, which asks it once a column. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const parse = format === 'binary' ? undefined : ours.get(oid)
    return parse ?? pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}
