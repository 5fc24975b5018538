// Limits how many files an account keeps in memory at once.
import type { AccountId } from '../kernel/index.ts'
import { filesError } from './errors.ts'

/** A scan or a recording comes one by one; a program sends few side by side. */
export const heldInMemoryMax = 4

export type HoldInMemory = <T>(accountId: AccountId, work: () => Promise<T>) => Promise<T>

/** Asked before the first octet is taken: one more than that is told to come again. */
export function holdInMemory(max = heldInMemoryMax): HoldInMemory {
  const held = new Map<AccountId, number>()
  return async (accountId, work) => {
    const before = held.get(accountId) ?? 0
    if (before >= max) throw filesError('files.reading_busy')
    held.set(accountId, before + 1)
    try {
      return await work()
    } finally {
      const left = (held.get(accountId) ?? 1) - 1
      if (left > 0) held.set(accountId, left)
      else held.delete(accountId)
    }
  }
}
