// Tells users, and the journals of their accounts, that recovery codes were made void.
import { type Repeated, repeated, type Timers } from '../../kernel/index.ts'
import { failureFields, type Logger } from '../../observability/index.ts'
import { accountOf, systemCaller } from '../account.ts'
import type { AccountsDeps } from '../deps.ts'
import * as store from '../store.ts'
import { tellUser } from './tell-user.ts'
import { forgetVoided, takeVoided, untoldVoided, type VoidedRow } from './voided-store.ts'

const firstMs = 5_000
const pauseMs = 60_000
const batch = 500

type Deps = Pick<AccountsDeps, 'database' | 'vault' | 'record' | 'sendMail'>

/** Once each, also where several do it, and where one of them is cut off. */
export async function tellVoided(
  deps: Deps,
  isStopping: () => boolean = () => false,
): Promise<void> {
  let failed: unknown = null
  for (let skip = 0; ; ) {
    const rows = await deps.database.inInstallation((tx) =>
      untoldVoided(tx, { limit: batch, skip }),
    )
    for (const row of rows) {
      if (isStopping()) return
      try {
        await tell(deps, row)
      } catch (error) {
        // One who cannot be told keeps nobody else waiting: their row stays, and is tried again.
        failed ??= error
        skip += 1
      }
    }
    if (rows.length < batch) break
  }
  if (failed !== null) throw failed
}

/** The account that comes first sends the e-mail. */
async function tell({ database, ...deps }: Deps, row: VoidedRow): Promise<void> {
  const { user_id: userId, voided_by: by } = row
  const own = await database.inAnyAccount((tx) => store.membershipsInAnyAccount(tx, userId))
  for (const { account_id: accountId } of own) {
    await database.inAccount(accountId, async (tx) => {
      const before = await takeVoided(tx, row, accountId)
      if (before === null) return
      const caller = systemCaller(await accountOf(tx, accountId), by, '')
      const details = { user: userId }
      await deps.record(tx, caller, { action: 'accounts.recovery_codes_voided', details })
      if (before === 0) await tellUser(deps, tx, { userId, accountId, what: 'recovery_voided' })
    })
  }
  await database.inInstallation((tx) => forgetVoided(tx, row))
}

/** Whoever made them void may have been another program: a restore, or a node beside this one. */
export function runVoidedNews(
  deps: Deps & { timers: Timers; logger: Pick<Logger, 'error'> },
): Repeated {
  return repeated(deps.timers, firstMs, async (isStopping) => {
    try {
      await tellVoided(deps, isStopping)
    } catch (error) {
      deps.logger.error('accounts.voided_codes_untold', failureFields(error))
    }
    return pauseMs
  })
}
