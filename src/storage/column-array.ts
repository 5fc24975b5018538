// A column of many rows as one parameter: PostgreSQL's binary format of arrays, for `unnest`.
import { writers } from './copy-binary.ts'
import type { CopyType } from './transaction.ts'

/** Ids of the element types (PostgreSQL 17, src/include/catalog/pg_type.dat). */
const typeIds: Record<CopyType, number> = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  float8: 701,
  timestamptz: 1184,
  uuid: 2950,
  jsonb: 3802,
}

const headOctets = 20

/**
 * Given as a value where the statement says `$1::uuid[]`: no quoting, no hexadecimal, a third of
 * the work of a JavaScript array on both sides. Null and undefined are null.
 */
export function columnArray(type: CopyType, values: readonly unknown[]): Buffer {
  const write = writers[type]
  let into = Buffer.allocUnsafe(headOctets + octetsMax(type, values))
  let hasNull = 0
  let at = headOctets
  for (const value of values) {
    if (value === null || value === undefined) {
      hasNull = 1
      at = into.writeInt32BE(-1, at)
      continue
    }
    const end = write(into, value, at + 4, type)
    into.writeInt32BE(end - at - 4, at)
    at = end
  }
  if (values.length === 0) {
    into = Buffer.alloc(12)
    into.writeInt32BE(typeIds[type], 8)
    return into
  }
  into.writeInt32BE(1, 0)
  into.writeInt32BE(hasNull, 4)
  into.writeInt32BE(typeIds[type], 8)
  into.writeInt32BE(values.length, 12)
  into.writeInt32BE(1, 16)
  return into.subarray(0, at)
}

/** The columns of these rows, one parameter each. */
export function columnArrays<T>(
  rows: readonly T[],
  columns: readonly (readonly [CopyType, (row: T) => unknown])[],
): Buffer[] {
  return columns.map(([type, of]) => columnArray(type, rows.map(of)))
}

/** Three octets for each UTF-16 unit is the most that UTF-8 needs; jsonb has a version octet. */
function octetsMax(type: CopyType, values: readonly unknown[]): number {
  if (type !== 'text' && type !== 'bytea' && type !== 'jsonb') return values.length * 20
  let octets = values.length * 5
  for (const value of values) {
    if (typeof value === 'string') octets += value.length * 3
    else if (value instanceof Uint8Array) octets += value.length
  }
  return octets
}
