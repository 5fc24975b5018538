// Looks once a day for contacts whose term has ended, account by account.
import { systemCaller } from '../accounts/index.ts'
import { type Repeated, repeated, type Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import { type SweepKeepingDeps, sweepKeeping } from './sweep-keeping.ts'

/** Not at the start, which has enough to do. */
const firstMs = 3_600_000
const pauseMs = 24 * 3_600_000

type Accounts = (database: Database) => Promise<Parameters<typeof systemCaller>[0][]>

export function runKeeping(
  deps: SweepKeepingDeps & {
    timers: Timers
    logger: Pick<Logger, 'error' | 'info'>
    everyAccount: Accounts
  },
): Repeated {
  const { logger } = deps
  return repeated(deps.timers, firstMs, async (isStopping) => {
    try {
      for (const account of await deps.everyAccount(deps.database)) {
        if (isStopping()) break
        await sweepOne(account, isStopping)
      }
    } catch (error) {
      logger.error('contacts.keeping_failed', failureFields(error))
    }
    return pauseMs
  })

  /** An account whose keys are missing keeps no other from its term. */
  async function sweepOne(
    account: Parameters<typeof systemCaller>[0],
    isStopping: () => boolean,
  ): Promise<void> {
    try {
      const caller = systemCaller(account, 'keeping', '')
      const { erased } = await sweepKeeping(deps, caller, isStopping)
      if (erased > 0) logger.info('contacts.keeping_ended', { accountId: account.id, erased })
    } catch (error) {
      const fields = { accountId: account.id, ...failureFields(error) }
      logger.error('contacts.keeping_failed', fields)
    }
  }
}
