// Lists as PostgreSQL's binary arrays: thousands of values in one parameter, with nothing to parse.
import { assert } from '../../kernel/index.ts'
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

/**
 * How values of a type are written: the octets they can need, and the writing, which says how many.
 */
type Kind<V> = {
  type: number
  /** Of those that have one width. */
  width: number | null
  octetsMax(value: V): number
  write(room: Room, value: V, at: number): number
}

/** A guess at what a value of no fixed width takes; where it is wrong the room grows. */
const octetsUsual = 48

/**
 * Takes values one after another, so that what made a value is garbage as soon as it is written.
 */
class ArrayList<V> {
  readonly #kind: Kind<V>
  #room: Room
  #at = headOctets
  #count = 0
  #last: V | null = null
  /** Where the last value stands, and its octets. */
  #from = 0
  #written = 0

  constructor(kind: Kind<V>, expected: number) {
    this.#kind = kind
    this.#room = roomOf(headOctets + expected * (4 + (kind.width ?? octetsUsual)))
  }

  /** Null and undefined take their length alone. */
  push(value: V | null | undefined): void {
    this.#count += 1
    if (value === null || value === undefined) {
      this.#reserve(4)
      this.#room.view.setInt32(this.#at, -1)
      this.#at += 4
      return
    }
    const kind = this.#kind
    this.#reserve(4 + (kind.width ?? kind.octetsMax(value)))
    const { octets, view } = this.#room
    const at = this.#at + 4
    // A column often says the same a thousand times in a row, or with nothing between. Octets may
    // be others when they come again in the same place.
    if (value === this.#last && typeof value !== 'object')
      octets.copyWithin(at, this.#from, this.#from + this.#written)
    else this.#written = kind.write(this.#room, value, at)
    this.#last = value
    this.#from = at
    view.setInt32(this.#at, this.#written)
    this.#at = at + this.#written
  }

  /** dimensions ‖ may hold nulls ‖ type of the elements ‖ length ‖ first index (array_recv). */
  done(): BinaryArray {
    const { type } = this.#kind
    if (this.#count === 0) return empty(type)
    const { octets, view } = this.#room
    view.setInt32(0, 1)
    view.setInt32(4, 1)
    view.setInt32(8, type)
    view.setInt32(12, this.#count)
    view.setInt32(16, 1)
    return octets.subarray(0, this.#at)
  }

  #reserve(octets: number): void {
    const needed = this.#at + octets
    if (needed <= this.#room.octets.length) return
    const larger = roomOf(needed * 2)
    this.#room.octets.copy(larger.octets, 0, 0, this.#at)
    this.#room = larger
  }
}

function empty(type: number): Buffer {
  const none = Buffer.alloc(12)
  none.writeInt32BE(type, 8)
  return none
}

function fixed<V>(
  type: number,
  width: number,
  write: (room: Room, value: V, at: number) => void,
): Kind<V> {
  return {
    type,
    width,
    octetsMax: () => width,
    write: (room, value, at) => {
      write(room, value, at)
      return width
    },
  }
}

/** Up to so many octets a loop is faster than the call that copies. */
const fewOctets = 32

function copyInto(octets: Buffer, value: Uint8Array, at: number): void {
  if (value.length > fewOctets) octets.set(value, at)
  else for (let index = 0; index < value.length; index += 1) octets[at + index] = value[index] ?? 0
}

/** Three octets for each UTF-16 unit is the most that UTF-8 needs. */
const utf8OctetsMax = 3

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

const kinds = {
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
  bytea: {
    type: oid.bytea,
    width: null,
    octetsMax: (value) => value.length,
    write: ({ octets }, value, at) => {
      copyInto(octets, value, at)
      return value.length
    },
  } as Kind<Uint8Array>,
  text: {
    type: oid.text,
    width: null,
    octetsMax: (value) => value.length * utf8OctetsMax,
    write: ({ octets }, value, at) => octets.write(value, at, 'utf8'),
  } as Kind<string>,
} as const

type Values<V> = readonly (V | null | undefined)[]

function listOf<V>(kind: Kind<V>): (values: Values<V>) => BinaryArray {
  return (values) => {
    const list = new ArrayList(kind, values.length)
    for (let index = 0; index < values.length; index += 1) list.push(values[index])
    return list.done()
  }
}

export const arrayOf = {
  uuid: listOf(kinds.uuid),
  int2: listOf(kinds.int2),
  int4: listOf(kinds.int4),
  int8: listOf(kinds.int8),
  timestamptz: listOf(kinds.timestamptz),
  bool: listOf(kinds.bool),
  float8: listOf(kinds.float8),
  bytea: listOf(kinds.bytea),
  text: listOf(kinds.text),
} as const

type Types = typeof arrayOf
export type ArrayType = keyof Types
export type ArrayValue<A extends ArrayType> = Parameters<Types[A]>[0][number]
/** A column of many rows: its type, and what each row has in it. */
export type ArrayColumn<T> = {
  [A in ArrayType]: readonly [A, (row: T) => ArrayValue<A>]
}[ArrayType]

type List<T> = { list: ArrayList<never>; of: (row: T) => unknown }

/** The columns of rows that come one by one, as they are made; nothing of a row is kept. */
export class ColumnLists<T> {
  readonly #lists: List<T>[]
  #rows = 0

  /** `expected`: how many rows there will be; more or fewer do no harm. */
  constructor(columns: readonly ArrayColumn<T>[], expected: number) {
    this.#lists = columns.map(([type, of]) => {
      const kind = kinds[type] as Kind<never>
      return { list: new ArrayList(kind, expected), of }
    })
  }

  get rows(): number {
    return this.#rows
  }

  push(row: T): void {
    this.#rows += 1
    for (let at = 0; at < this.#lists.length; at += 1) {
      const { list, of } = this.#lists[at] as List<T>
      list.push(of(row) as never)
    }
  }

  /** One parameter each, for `unnest`. */
  done(): BinaryArray[] {
    return this.#lists.map(({ list }) => list.done())
  }
}

/** The columns of these rows, one parameter each, for `unnest`. */
export function columnArrays<T>(
  rows: readonly T[],
  columns: readonly ArrayColumn<T>[],
): BinaryArray[] {
  const lists = new ColumnLists(columns, rows.length)
  for (let index = 0; index < rows.length; index += 1) lists.push(rows[index] as T)
  return lists.done()
}
