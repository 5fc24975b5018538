// Lists as PostgreSQL's binary arrays: thousands of values in one parameter, with nothing to parse.
import { writeUuid } from './copy-binary.ts'

/** `pg` sends a Buffer in binary as it is; the statement casts the parameter to its type. */
export type BinaryArray = Buffer

// Types' numbers (pg_type): they never change.
const oid = {
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  timestamptz: 1184,
  uuid: 2950,
} as const

const headOctets = 20

/** dimensions ‖ may hold nulls ‖ type of the elements ‖ length ‖ first index (array_recv). */
function head(into: Buffer, type: number, count: number): number {
  into.writeInt32BE(1, 0)
  into.writeInt32BE(1, 4)
  into.writeInt32BE(type, 8)
  into.writeInt32BE(count, 12)
  return into.writeInt32BE(1, 16)
}

function empty(type: number): Buffer {
  const none = Buffer.alloc(12)
  none.writeInt32BE(type, 8)
  return none
}

type Write<V> = (into: Buffer, value: V, at: number) => void

/** Elements of one width; null takes its length alone. */
function fixed<V>(type: number, width: number, write: Write<V>) {
  return (values: readonly (V | null)[]): BinaryArray => {
    if (values.length === 0) return empty(type)
    const into = Buffer.allocUnsafe(headOctets + values.length * (4 + width))
    let at = head(into, type, values.length)
    for (const value of values) {
      if (value === null) {
        at = into.writeInt32BE(-1, at)
        continue
      }
      at = into.writeInt32BE(width, at)
      write(into, value, at)
      at += width
    }
    return into.subarray(0, at)
  }
}

function varying(type: number, values: readonly (Uint8Array | null)[]): BinaryArray {
  if (values.length === 0) return empty(type)
  let octets = headOctets
  for (const value of values) octets += 4 + (value?.length ?? 0)
  const into = Buffer.allocUnsafe(octets)
  let at = head(into, type, values.length)
  for (const value of values) {
    at = into.writeInt32BE(value === null ? -1 : value.length, at)
    if (value === null) continue
    into.set(value, at)
    at += value.length
  }
  return into
}

/** 2000-01-01 in microseconds since 1970: where PostgreSQL's timestamps begin. */
const epochMicros = 946_684_800_000_000

function writeInt64(into: Buffer, value: number, at: number): void {
  const high = Math.floor(value / 0x1_0000_0000)
  into.writeInt32BE(high, at)
  into.writeUInt32BE(value - high * 0x1_0000_0000, at + 4)
}

export const arrayOf = {
  uuid: fixed<string>(oid.uuid, 16, (into, value, at) => void writeUuid(into, value, at, 'list')),
  int2: fixed<number>(oid.int2, 2, (into, value, at) => void into.writeInt16BE(value, at)),
  int4: fixed<number>(oid.int4, 4, (into, value, at) => void into.writeInt32BE(value, at)),
  int8: fixed<number>(oid.int8, 8, writeInt64),
  /** Of instants. */
  timestamptz: fixed<number>(oid.timestamptz, 8, (into, value, at) =>
    writeInt64(into, value * 1000 - epochMicros, at),
  ),
  bytea: (values: readonly (Uint8Array | null)[]) => varying(oid.bytea, values),
  text: (values: readonly (string | null)[]) =>
    varying(
      oid.text,
      values.map((value) => (value === null ? null : Buffer.from(value, 'utf8'))),
    ),
} as const
