// Runs the retention of sensitive data several times a day, account by account.
import { systemCaller } from '../accounts/index.ts'
import { type Repeated, repeated, type Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import type { SensitiveDeps } from './deps.ts'
import { sweepAccount } from './sweep.ts'

const pauseMs = 3_600_000

type Accounts = (database: Database) => Promise<Parameters<typeof systemCaller>[0][]>

export function runSensitiveSweep(
  deps: SensitiveDeps & { timers: Timers; logger: Pick<Logger, 'error'>; accounts: Accounts },
): Repeated {
  async function pass(isStopping: () => boolean): Promise<void> {
    for (const account of await deps.accounts(deps.database)) {
      if (isStopping()) break
      try {
        await sweepAccount(deps, systemCaller(account, 'sensitive_sweep', ''))
      } catch (error) {
        // One account's trouble does not stand before the others.
        const fields = { accountId: account.id, ...failureFields(error) }
        deps.logger.error('sensitive.sweep_failed', fields)
      }
    }
  }

  return repeated(deps.timers, pauseMs, async (isStopping) => {
    await pass(isStopping).catch((error: unknown) =>
      deps.logger.error('sensitive.sweep_failed', failureFields(error)),
    )
    return pauseMs
  })
}
