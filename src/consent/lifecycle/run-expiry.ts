// Runs several times a day for each account: records expired consents, destroys old proofs.
import { systemCaller } from '../../accounts/index.ts'
import { type Repeated, repeated, type Timers } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import type { Expired } from './expire-consents.ts'
import type { ConsentLifecycle } from './lifecycle.ts'

const pauseMs = 6 * 3_600_000
const proofsAtOnce = 1_000

type Account = Parameters<typeof systemCaller>[0]
type Accounts = (database: Database) => Promise<Account[]>

export function runExpiry(deps: {
  database: Database
  timers: Timers
  logger: Pick<Logger, 'error'>
  consent: Pick<ConsentLifecycle, 'endHolds' | 'expireConsents'>
  accounts: Accounts
}): Repeated {
  async function pass(isStopping: () => boolean): Promise<void> {
    for (const account of await deps.accounts(deps.database)) {
      for (const work of [expireIn, endProofsIn]) {
        if (isStopping()) return
        try {
          await work(account, isStopping)
        } catch (error) {
          // One account's trouble does not stand before the others, nor one work's before the next.
          const fields = { accountId: account.id, ...failureFields(error) }
          deps.logger.error('consent.expiry_failed', fields)
        }
      }
    }
  }

  async function expireIn(account: Account, isStopping: () => boolean): Promise<void> {
    const caller = systemCaller(account, 'expiry', '')
    let after: Expired['last'] = null
    do {
      const from: Expired['last'] = after
      const done: Expired = await deps.database.inAccount(account.id, (tx) =>
        deps.consent.expireConsents(tx, caller, from),
      )
      after = done.last
    } while (after !== null && !isStopping())
  }

  /** Proofs whose day has come go with their keys. */
  async function endProofsIn({ id }: Account, isStopping: () => boolean): Promise<void> {
    let ended = proofsAtOnce
    while (ended === proofsAtOnce && !isStopping()) {
      ended = await deps.database.inAccount(id, (tx) => deps.consent.endHolds(tx, id, proofsAtOnce))
    }
  }

  return repeated(deps.timers, pauseMs, async (isStopping) => {
    await pass(isStopping).catch((error: unknown) =>
      deps.logger.error('consent.expiry_failed', failureFields(error)),
    )
    return pauseMs
  })
}
