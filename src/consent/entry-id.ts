// The ids of a batch's entries: the batch's UUIDv7 with the ordinal in its last 24 bits.
import { assert, type EntryId } from '../kernel/index.ts'

const ordinalDigits = 6
/** Far below 2^24, so that a batch also fits one statement. */
export const batchEntriesMax = 10_000

/**
 * A fresh UUIDv7 as a batch id: 50 random bits and the millisecond remain to tell batches apart.
 */
export function batchIdFrom(uuid: string): string {
  return uuid.slice(0, -ordinalDigits) + '0'.repeat(ordinalDigits)
}

export function entryIdAt(batchId: string, ordinal: number): EntryId {
  assert(ordinal >= 0 && ordinal < batchEntriesMax, 'an ordinal lies within its batch')
  const digits = ordinal.toString(16).padStart(ordinalDigits, '0')
  return (batchId.slice(0, -ordinalDigits) + digits) as EntryId
}

export function placeOf(entryId: EntryId): { batchId: string; ordinal: number } {
  return {
    batchId: batchIdFrom(entryId),
    ordinal: Number.parseInt(entryId.slice(-ordinalDigits), 16),
  }
}
