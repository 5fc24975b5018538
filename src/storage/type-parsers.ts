// How values of PostgreSQL become values of the program, on every connection.
import pg from 'pg'

const int8 = 20
const int8Array = 1016
const date = 1082
const timestamptz = 1184

/** `2026-11-25 01:02:03.004+00` is an Instant; the sessions' time zone is UTC. */
export function instantOf(text: string): number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY
  if (text === '-infinity') return Number.NEGATIVE_INFINITY
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:00)?$/, '')}Z`)
}

function intsOf(text: string): number[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)
}

type Parse = (text: string) => unknown

const ours = new Map<number, Parse>([
  [int8, Number],
  [int8Array, intsOf],
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
