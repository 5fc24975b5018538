// Whether data of an earlier moment opens by itself with the keys of today, and until when.
import type { AccountId, Instant } from '../kernel/index.ts'
import type { Infrastructure } from './subjects.ts'
import { turnedAtLatest } from './upkeep.ts'

export type OpensAlone = {
  /** Accounts whose keys of people in it open with today's keys. */
  open: number
  /** Those for which a younger copy of the pages is needed. */
  closed: number
  /** Those whose keys are destroyed. */
  gone: number
  /** When the first of those that open closes at the latest; null: no key was turned since. */
  until: Instant | null
}

/** Of the key files alone: asked for each backup that is kept, whenever somebody looks. */
export function opensAlone(
  { ring, times }: Infrastructure,
  accounts: readonly { accountId: AccountId; epoch: number }[],
): OpensAlone {
  const told: OpensAlone = { open: 0, closed: 0, gone: 0, until: null }
  for (const { accountId, epoch } of accounts) {
    if (!ring.has(accountId)) told.gone += 1
    else {
      const { epochs, made } = ring.of(accountId)
      if (!epochs.has(epoch)) told.closed += 1
      else {
        told.open += 1
        const newest = Math.max(...epochs.keys())
        const until = turnedAtLatest({ epoch: newest, made, state: null }, epoch, times)
        if (until !== null) told.until = Math.min(told.until ?? until, until)
      }
    }
  }
  return told
}
