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

/** The value of a column that lies from `at` to `end`. */
export type ReadColumn = (octets: Buffer, at: number, end: number) => unknown

/** 2000-01-01, from which PostgreSQL counts microseconds. */
const epochMs = 946_684_800_000

/** Microseconds beyond this (the years 1714 and 2285) are no whole numbers of JavaScript. */
const exactHigh = 0x20_0000

function int8Of(octets: Buffer, at: number): number {
  return octets.readInt32BE(at) * 4_294_967_296 + octets.readUInt32BE(at + 4)
}

function instantIn(octets: Buffer, at: number): number {
  const high = octets.readInt32BE(at)
  if (high === 0x7fffffff) return Number.POSITIVE_INFINITY
  if (high === -0x80000000) return Number.NEGATIVE_INFINITY
  const isExact = high < exactHigh && high >= -exactHigh
  if (isExact) return Math.floor(int8Of(octets, at) / 1000) + epochMs
  const micros = octets.readBigInt64BE(at)
  return Number((micros - (((micros % 1000n) + 1000n) % 1000n)) / 1000n) + epochMs
}

// A copy: what was read from the socket would else be kept as long as one of its columns.
function octetsIn(octets: Buffer, at: number, end: number): Buffer {
  const own = Buffer.allocUnsafe(end - at)
  octets.copy(own, 0, at, end)
  return own
}

/**
 * Types that come as their octets where the statement is known: PostgreSQL writes no text and
 * nobody reads it (PostgreSQL 17, each type's `_send`). A UUID would have to be made a text here.
 */
const readers = new Map<number, ReadColumn>([
  [16, (octets, at) => octets[at] !== 0],
  [17, octetsIn],
  [int8, int8Of],
  [21, (octets, at) => octets.readInt16BE(at)],
  [23, (octets, at) => octets.readInt32BE(at)],
  [timestamptz, instantIn],
])

export function binaryReader(oid: number): ReadColumn | null {
  return readers.get(oid) ?? null
}

const uuid = 2950

export function textReader(oid: number): ReadColumn {
  if (oid === uuid) return (octets, at, end) => octets.toString('latin1', at, end)
  const parse = typeParsers.getTypeParser(oid, 'text') as Parse
  return (octets, at, end) => parse(octets.toString('utf8', at, end))
}

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
