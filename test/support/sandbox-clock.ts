// The clock of a trial account is set, as `setSandboxClock` does it, in the caller's transaction.
import { moveSandboxClock } from '../../src/accounts/store.ts'
import type { AccountId, Instant } from '../../src/kernel/index.ts'
import { releaseHours } from '../../src/sending/index.ts'
import type { Tx } from '../../src/storage/index.ts'

/** The clock, and what was held by it and stands written. */
export async function moveClock(
  tx: Tx,
  accountId: AccountId,
  { aheadMs, at }: { aheadMs: number; at: Instant },
): Promise<void> {
  await moveSandboxClock(tx, accountId, aheadMs)
  await releaseHours(tx, accountId, at)
}
