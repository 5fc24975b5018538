// Runs the sequencer: every account with news, at most a second after it was committed.
import type { AccountId, Timers } from '../kernel/index.ts'
import { failureFields, type Logger } from '../observability/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Consent } from './consent-door.ts'
import { accountsWaitingInAnyAccount, accountsWithTreeInAnyAccount } from './tree-store.ts'

const pauseMs = 500
/** After a failure (a full disk, a database away) it tries again, not at once. */
const pauseAfterFailureMs = 5_000

export type RunningSequencer = { stop(): Promise<void> }

export function runSequencer(deps: {
  database: Database
  timers: Timers
  logger: Pick<Logger, 'error'>
  consent: Pick<Consent, 'sequenceOnce'>
}): RunningSequencer {
  let isStopping = false
  // A crash between a commit and its tiles is made good by one look at every tree.
  let isFirst = true
  let wake: () => void = () => undefined

  async function pass(): Promise<boolean> {
    let isWell = true
    let accounts: AccountId[] = []
    try {
      accounts = await deps.database.inAnyAccount(
        isFirst ? accountsOfBothInAnyAccount : accountsWaitingInAnyAccount,
      )
    } catch (error) {
      deps.logger.error('consent.sequencing_failed', failureFields(error))
      return false
    }
    isFirst = false
    for (const accountId of accounts) {
      if (isStopping) return isWell
      try {
        await deps.consent.sequenceOnce(accountId)
      } catch (error) {
        // One account's trouble does not stand before the others.
        isWell = false
        deps.logger.error('consent.sequencing_failed', {
          accountId,
          ...failureFields(error),
        })
      }
    }
    return isWell
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      const isWell = await pass()
      if (isStopping) return
      await new Promise<void>((resolve) => {
        const cancel = deps.timers.after(isWell ? pauseMs : pauseAfterFailureMs, resolve)
        wake = () => {
          cancel()
          resolve()
        }
      })
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

async function accountsOfBothInAnyAccount(tx: Tx): Promise<AccountId[]> {
  const waiting = await accountsWaitingInAnyAccount(tx)
  return [...new Set([...waiting, ...(await accountsWithTreeInAnyAccount(tx))])]
}
