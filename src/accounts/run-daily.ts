// Work that every account needs once a day, or every few minutes, one account after the other.
import { type Caller, type Repeated, repeated, type Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import type { ProgramPart } from '../words/index.ts'
import { type Account, accountsInAnyAccount, systemCaller } from './account.ts'

/** Not at the start, which has enough to do. */
const firstMs = 3_600_000
const pauseMs = 24 * 3_600_000

export type DailyWork = {
  /** The actor in the account's log. */
  what: ProgramPart
  /** How often, where once a day is not enough. */
  everyMs?: number
  /** Harmless to repeat, and to stop between two steps. */
  work(caller: Caller, isStopping: () => boolean): Promise<unknown>
}

export function runDaily(
  deps: { database: Database; timers: Timers; logger: Pick<Logger, 'error'> },
  { what, work, everyMs }: DailyWork,
): Repeated {
  return repeated(deps.timers, everyMs ?? firstMs, async (isStopping) => {
    try {
      for (const account of await accountsInAnyAccount(deps.database)) {
        if (isStopping()) break
        await workFor(account, isStopping)
      }
    } catch (error) {
      deps.logger.error('accounts.daily_work_failed', { what, ...failureFields(error) })
    }
    return everyMs ?? pauseMs
  })

  /** An account whose keys are missing keeps no other from it. */
  async function workFor(account: Account, isStopping: () => boolean): Promise<void> {
    try {
      await work(systemCaller(account, what, ''), isStopping)
    } catch (error) {
      const fields = { accountId: account.id, what, ...failureFields(error) }
      deps.logger.error('accounts.daily_work_failed', fields)
    }
  }
}
