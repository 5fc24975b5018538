// Keeps every account's keys in order, a few times an hour.
import { type AccountId, type Repeated, repeated, type Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import { accountsInAnyAccount } from './store.ts'
import type { Vault } from './vault.ts'

const pauseMs = 10 * 60_000

export function runVaultUpkeep(deps: {
  database: Database
  vault: Pick<Vault, 'keepInOrder' | 'destroyedKeys'>
  timers: Timers
  logger: Pick<Logger, 'error'>
  /** After the keys of an account were seen to: an old one may be gone now. */
  keysSeenTo(accountId: AccountId): Promise<void>
}): Repeated {
  async function pass(isStopping: () => boolean): Promise<void> {
    const accounts = await deps.database.inAnyAccount(accountsInAnyAccount)
    for (const { accountId } of accounts) {
      if (isStopping()) return
      if (deps.vault.destroyedKeys(accountId) !== null) continue
      try {
        await deps.vault.keepInOrder(accountId, deps.timers.now())
        await deps.keysSeenTo(accountId)
      } catch (error) {
        // One account's trouble does not stand before the others.
        deps.logger.error('vault.upkeep_failed', { accountId, ...failureFields(error) })
      }
    }
  }

  return repeated(deps.timers, pauseMs, async (isStopping) => {
    await pass(isStopping).catch((error: unknown) =>
      deps.logger.error('vault.upkeep_failed', failureFields(error)),
    )
    return pauseMs
  })
}
