// Runs the sequencer: every account with news, at most a second after it was committed.
import { type AccountId, type Repeated, repeated, type Timers } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { accountsWaitingInAnyAccount, accountsWithTreeInAnyAccount } from '../store/tree-store.ts'
import type { ConsentLedger } from './consent-ledger.ts'

const pauseMs = 500
/** After a failure (a full disk, a database away) it tries again, not at once. */
const pauseAfterFailureMs = 5_000

export function runSequencer(deps: {
  database: Database
  timers: Timers
  logger: Pick<Logger, 'error'>
  consent: Pick<ConsentLedger, 'sequenceOnce'>
}): Repeated {
  // A crash between a commit and its tiles is made good by one look at every tree.
  let isFirst = true

  async function pass(isStopping: () => boolean): Promise<boolean> {
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
      if (isStopping()) return isWell
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

  return repeated(deps.timers, 0, async (isStopping) =>
    (await pass(isStopping)) ? pauseMs : pauseAfterFailureMs,
  )
}

async function accountsOfBothInAnyAccount(tx: Tx): Promise<AccountId[]> {
  const waiting = await accountsWaitingInAnyAccount(tx)
  return [...new Set([...waiting, ...(await accountsWithTreeInAnyAccount(tx))])]
}
