// Keeps the marks beside the keys up with the database, account by account, a few times a minute.
import type { AccountId, Repeated, Timers } from '../../kernel/index.ts'
import { repeated } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import { headSumsInAnyAccount } from '../store/suppression-log-store.ts'
import { treeSizesInAnyAccount } from '../store/tree-store.ts'
import type { ConsentLedger } from './consent-ledger.ts'

/** So long may a change be that a rollback of the database alone would hide. */
const pauseMs = 15_000
const firstMs = 2_000

/** An account of before is vouched for first; of the others those that have moved are looked at. */
export function runGuard(deps: {
  database: Database
  timers: Timers
  logger: Pick<Logger, 'error'>
  consent: Pick<ConsentLedger, 'watch'>
  accounts(database: Database): Promise<readonly { id: AccountId }[]>
}): Repeated {
  const seen = new Map<AccountId, string>()

  async function pass(isStopping: () => boolean): Promise<void> {
    const [sums, sizes] = await deps.database.inAnyAccount(async (tx) => [
      new Map((await headSumsInAnyAccount(tx)).map((row) => [row.account_id, row.sum])),
      await treeSizesInAnyAccount(tx),
    ])
    for (const { id } of await deps.accounts(deps.database)) {
      if (isStopping()) return
      const now = `${sums?.get(id) ?? 0} ${sizes?.get(id) ?? 0}`
      if (seen.get(id) === now) continue
      try {
        await deps.consent.watch(id, isStopping)
        seen.set(id, now)
      } catch (error) {
        // One account's trouble does not stand before the others.
        deps.logger.error('consent.guard_failed', { accountId: id, ...failureFields(error) })
      }
    }
  }

  return repeated(deps.timers, firstMs, async (isStopping) => {
    await pass(isStopping).catch((error: unknown) =>
      deps.logger.error('consent.guard_failed', failureFields(error)),
    )
    return pauseMs
  })
}
