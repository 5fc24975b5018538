// Lists as PostgreSQL's binary arrays: thousands of values in one parameter, with nothing to parse.
import { assert } from '../kernel/index.ts'
import { writeUuid } from './copy-binary.ts'

/** `pg` sends a Buffer in binary as it is; the statement casts the parameter to its type. */
export type BinaryArray = Buffer

// Types' numbers (pg_type): they never change.
const oid = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  float8: 701,
  timestamptz: 1184,
  uuid: 2950,
} as const

const headOctets = 20

/** Octets, and the same as numbers of two, four and eight: a view writes those fastest. */
type Room = { octets: Buffer; view: DataView }

function roomOf(length: number): Room {
  const octets = Buffer.allocUnsafe(length)
  return { octets, view: new DataView(octets.buffer, octets.byteOffset, length) }
}

/** dimensions ‖ may hold nulls ‖ type of the elements ‖ length ‖ first index (array_recv). */
function head({ view }: Room, type: number, count: number): number {
  view.setInt32(0, 1)
  view.setInt32(4, 1)
  view.setInt32(8, type)
  view.setInt32(12, count)
  view.setInt32(16, 1)
  return headOctets
}

function empty(type: number): Buffer {
  const none = Buffer.alloc(12)
  none.writeInt32BE(type, 8)
  return none
}

type List<V> = readonly (V | null | undefined)[]
type Write<V> = (room: Room, value: V, at: number) => void

/** Elements of one width; null and undefined take their length alone. */
function fixed<V>(type: number, width: number, write: Write<V>) {
  return (values: List<V>): BinaryArray => {
    if (values.length === 0) return empty(type)
    const room = roomOf(headOctets + values.length * (4 + width))
    const { octets, view } = room
    let at = head(room, type, values.length)
    let last: V | null | undefined = null
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index]
      const isNone = value === null || value === undefined
      view.setInt32(at, isNone ? -1 : width)
      at += 4
      // A column often says the same a thousand times in a row.
      if (!isNone && value === last) octets.copyWithin(at, at - 4 - width, at - 4)
      else if (!isNone) write(room, value, at)
      last = value
      if (!isNone) at += width
    }
    return octets.subarray(0, at)
  }
}

/** Up to so many octets a loop is faster than the call that copies. */
const fewOctets = 32

function copyInto(octets: Buffer, value: Uint8Array, at: number): void {
  if (value.length > fewOctets) octets.set(value, at)
  else for (let index = 0; index < value.length; index += 1) octets[at + index] = value[index] ?? 0
}

function ofBytes(values: List<Uint8Array>): BinaryArray {
  if (values.length === 0) return empty(oid.bytea)
  let length = headOctets
  for (let index = 0; index < values.length; index += 1) length += 4 + (values[index]?.length ?? 0)
  const room = roomOf(length)
  const { octets, view } = room
  let at = head(room, oid.bytea, values.length)
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    const isNone = value === null || value === undefined
    view.setInt32(at, isNone ? -1 : value.length)
    at += 4
    if (isNone) continue
    copyInto(octets, value, at)
    at += value.length
  }
  return octets
}

/** Three octets for each UTF-16 unit is the most that UTF-8 needs. */
const utf8OctetsMax = 3

function ofTexts(values: List<string>): BinaryArray {
  if (values.length === 0) return empty(oid.text)
  let length = headOctets
  for (const value of values) length += 4 + (value?.length ?? 0) * utf8OctetsMax
  const room = roomOf(length)
  const { octets, view } = room
  let at = head(room, oid.text, values.length)
  let last: string | null = null
  let from = 0
  let written = 0
  for (const value of values) {
    if (value === null || value === undefined) {
      view.setInt32(at, -1)
      at += 4
      continue
    }
    // A column often says the same a thousand times in a row, or with nothing between.
    if (value === last) octets.copyWithin(at + 4, from, from + written)
    else written = octets.write(value, at + 4, 'utf8')
    last = value
    from = at + 4
    view.setInt32(at, written)
    at = from + written
  }
  return octets.subarray(0, at)
}

/** 2000-01-01 in microseconds since 1970: where PostgreSQL's timestamps begin. */
const epochMicros = 946_684_800_000_000

function writeInt64({ view }: Room, value: number, at: number): void {
  const high = Math.floor(value / 0x1_0000_0000)
  view.setInt32(at, high)
  view.setUint32(at + 4, value - high * 0x1_0000_0000)
}

function whole(value: number, least: number, most: number): number {
  assert(Number.isInteger(value) && value >= least && value <= most, 'a number fits its column')
  return value
}

export const arrayOf = {
  uuid: fixed<string>(oid.uuid, 16, ({ octets }, value, at) => {
    assert(value.length === 36, 'a list of uuid holds nothing else')
    writeUuid(octets, value, at, 'list')
  }),
  int2: fixed<number>(oid.int2, 2, ({ view }, value, at) => {
    view.setInt16(at, whole(value, -0x8000, 0x7fff))
  }),
  int4: fixed<number>(oid.int4, 4, ({ view }, value, at) => {
    view.setInt32(at, whole(value, -0x8000_0000, 0x7fff_ffff))
  }),
  int8: fixed<number>(oid.int8, 8, writeInt64),
  /** Of instants. */
  timestamptz: fixed<number>(oid.timestamptz, 8, (room, value, at) => {
    writeInt64(room, value * 1000 - epochMicros, at)
  }),
  bool: fixed<boolean>(oid.bool, 1, ({ view }, value, at) => {
    view.setUint8(at, value ? 1 : 0)
  }),
  float8: fixed<number>(oid.float8, 8, ({ view }, value, at) => {
    view.setFloat64(at, value)
  }),
  bytea: ofBytes,
  text: ofTexts,
} as const

type Types = typeof arrayOf
export type ArrayType = keyof Types
export type ArrayValue<A extends ArrayType> = Parameters<Types[A]>[0][number]
/** A column of many rows: its type, and what each row has in it. */
export type ArrayColumn<T> = {
  [A in ArrayType]: readonly [A, (row: T) => ArrayValue<A>]
}[ArrayType]

/** The columns of these rows, one parameter each, for `unnest`. */
export function columnArrays<T>(
  rows: readonly T[],
  columns: readonly ArrayColumn<T>[],
): BinaryArray[] {
  return columns.map(([type, of]) => {
    const list: (values: List<never>) => BinaryArray = arrayOf[type]
    return list(rows.map<unknown>(of) as List<never>)
  })
}
