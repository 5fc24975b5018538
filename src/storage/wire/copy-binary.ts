// Rows as PostgreSQL's binary COPY format, in large pieces (PostgreSQL 17, COPY, "Binary Format").
import { assert, BugError } from '../../kernel/index.ts'
import type { CopyColumn, CopyType } from '../transaction.ts'

const pieceOctets = 64 * 1024
const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const trailer = Buffer.from([0xff, 0xff])
/** 2000-01-01 in microseconds since 1970: where PostgreSQL's timestamps begin. */
const epochMicros = 946_684_800_000_000

type Rows = Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>

/** The pieces of the stream: header, rows, trailer. */
export async function* encodeCopy(
  columns: readonly CopyColumn[],
  rows: Rows,
): AsyncGenerator<Buffer> {
  const writer = new PieceWriter(columns)
  writer.signature()
  if (Symbol.iterator in rows) {
    for (const row of rows) {
      writer.row(row)
      if (writer.isFull) yield writer.take()
    }
  } else {
    for await (const row of rows) {
      writer.row(row)
      if (writer.isFull) yield writer.take()
    }
  }
  writer.trailer()
  yield writer.take()
}

class PieceWriter {
  readonly #columns: readonly CopyColumn[]
  #piece = Buffer.allocUnsafe(pieceOctets * 2)
  #at = 0
  constructor(columns: readonly CopyColumn[]) {
    this.#columns = columns
  }

  get isFull(): boolean {
    return this.#at >= pieceOctets
  }

  take(): Buffer {
    const taken = this.#piece.subarray(0, this.#at)
    this.#piece = Buffer.allocUnsafe(pieceOctets * 2)
    this.#at = 0
    return taken
  }

  signature(): void {
    this.#at += signature.copy(this.#piece, this.#at)
  }

  trailer(): void {
    this.#reserve(trailer.length)
    this.#at += trailer.copy(this.#piece, this.#at)
  }

  row(values: readonly unknown[]): void {
    assert(values.length === this.#columns.length, 'a copied row has a value for each column')
    this.#reserve(2)
    this.#at = this.#piece.writeInt16BE(values.length, this.#at)
    let index = 0
    for (const column of this.#columns) {
      this.#value(column, values[index])
      index += 1
    }
  }

  #value(column: CopyColumn, value: unknown): void {
    if (value === null || value === undefined) {
      this.#reserve(4)
      this.#at = this.#piece.writeInt32BE(-1, this.#at)
      return
    }
    this.#reserve(4 + octetsMax(column.type, value))
    const end = writers[column.type](this.#piece, value, this.#at + 4, column.name)
    this.#piece.writeInt32BE(end - this.#at - 4, this.#at)
    this.#at = end
  }

  #reserve(octets: number): void {
    if (this.#at + octets <= this.#piece.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#piece.length * 2, this.#at + octets))
    this.#piece.copy(larger, 0, 0, this.#at)
    this.#piece = larger
  }
}

/** Three octets for each UTF-16 unit is the most that UTF-8 needs; jsonb has a version octet. */
function octetsMax(type: CopyType, value: unknown): number {
  if (typeof value === 'string' && (type === 'text' || type === 'jsonb')) {
    return value.length * 3 + 1
  }
  return value instanceof Uint8Array ? value.length : 16
}

type Write = (into: Buffer, value: unknown, at: number, column: string) => number

function wrong(type: CopyType, column: string): never {
  throw new BugError(`column ${column} was not given a value of type ${type}`)
}

function int64(into: Buffer, value: number, at: number): number {
  const high = Math.floor(value / 0x1_0000_0000)
  into.writeInt32BE(high, at)
  return into.writeUInt32BE(value - high * 0x1_0000_0000, at + 4)
}

/** How a value of each type is written. */
const writers: Record<CopyType, Write> = {
  uuid: (into, value, at, column) => {
    if (typeof value !== 'string' || value.length !== 36) wrong('uuid', column)
    return writeUuid(into, value, at, column)
  },
  text: (into, value, at, column) => {
    if (typeof value !== 'string') wrong('text', column)
    return at + into.write(value, at, 'utf8')
  },
  bytea: (into, value, at, column) => {
    if (!(value instanceof Uint8Array)) wrong('bytea', column)
    into.set(value, at)
    return at + value.length
  },
  int2: (into, value, at, column) => into.writeInt16BE(whole(value, 'int2', column), at),
  int4: (into, value, at, column) => into.writeInt32BE(whole(value, 'int4', column), at),
  int8: (into, value, at, column) => {
    if (typeof value === 'bigint') return into.writeBigInt64BE(value, at)
    return int64(into, whole(value, 'int8', column), at)
  },
  timestamptz: (into, value, at, column) => {
    const instant = value instanceof Date ? value.getTime() : value
    if (typeof instant !== 'number' || !Number.isFinite(instant)) wrong('timestamptz', column)
    return int64(into, Math.round(instant * 1000) - epochMicros, at)
  },
  bool: (into, value, at, column) => {
    if (typeof value !== 'boolean') wrong('bool', column)
    return into.writeUInt8(value ? 1 : 0, at)
  },
  jsonb: (into, value, at, column) => {
    if (typeof value !== 'string') wrong('jsonb', column)
    const from = into.writeUInt8(1, at)
    return from + into.write(value, from, 'utf8')
  },
  float8: (into, value, at, column) => {
    if (typeof value !== 'number') wrong('float8', column)
    return into.writeDoubleBE(value, at)
  },
}

function whole(value: unknown, type: CopyType, column: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) wrong(type, column)
  return value
}

const hexValue = new Int8Array(128).fill(-1)
for (let digit = 0; digit < 16; digit += 1) {
  hexValue[digit.toString(16).charCodeAt(0)] = digit
  hexValue[digit.toString(16).toUpperCase().charCodeAt(0)] = digit
}

export function writeUuid(into: Buffer, text: string, from: number, column: string): number {
  let at = from
  for (let index = 0; index < 36; index += 2) {
    if (index === 8 || index === 13 || index === 18 || index === 23) index += 1
    const octet =
      ((hexValue[text.charCodeAt(index)] ?? -1) << 4) | (hexValue[text.charCodeAt(index + 1)] ?? -1)
    if (octet < 0) wrong('uuid', column)
    into[at++] = octet
  }
  return at
}
