// Looks a few times a day for what time has ended, account by account.
import { systemCaller } from '../accounts/index.ts'
import type { Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import type { SensitiveDeps } from './deps.ts'
import { sweepAccount } from './sweep.ts'

const pauseMs = 3_600_000

type Accounts = (database: Database) => Promise<Parameters<typeof systemCaller>[0][]>

export function runSensitiveSweep(
  deps: SensitiveDeps & { timers: Timers; logger: Pick<Logger, 'error'>; accounts: Accounts },
): { stop(): Promise<void> } {
  let isStopping = false
  let wake: () => void = () => undefined

  async function pass(): Promise<void> {
    for (const account of await deps.accounts(deps.database)) {
      if (isStopping) return
      await sweepAccount(deps, systemCaller(account, 'sensitive_sweep', ''))
    }
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      await new Promise<void>((resolve) => {
        const cancel = deps.timers.after(pauseMs, resolve)
        wake = () => {
          cancel()
          resolve()
        }
      })
      if (isStopping) return
      await pass().catch((error: unknown) =>
        deps.logger.error('sensitive.sweep_failed', failureFields(error)),
      )
    }
  }

  const running = run()
  return {
    stop: async () => {
      isStopping = true
      wake()
      await running
    },
  }
}
