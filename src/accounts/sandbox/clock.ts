// The clock of a sandbox account, used to judge marketing hours.
import type { Caller } from '../../kernel/index.ts'
import { isoTime } from '../../kernel/index.ts'
import { accountOf } from '../account.ts'
import type { SandboxClock } from '../contract.ts'
import type { AccountsDeps } from '../deps.ts'
import { accountsError } from '../errors.ts'
import { moveSandboxClock } from '../store.ts'

export async function readSandboxClock(deps: AccountsDeps, caller: Caller): Promise<SandboxClock> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const { kind, sandboxAheadMs } = await accountOf(tx, caller.accountId)
    if (kind !== 'sandbox') throw notASandbox()
    return clockView(deps, sandboxAheadMs)
  })
}

/** Null: back to the real hour. */
export async function setSandboxClock(
  deps: AccountsDeps,
  caller: Caller,
  readsAs: string | null,
): Promise<SandboxClock> {
  const aheadMs = readsAs === null ? 0 : Date.parse(readsAs) - deps.clock.now()
  return deps.database.inAccount(caller.accountId, async (tx) => {
    if (!(await moveSandboxClock(tx, caller.accountId, aheadMs))) throw notASandbox()
    await deps.clockSet(tx, caller.accountId)
    const details = { minutesAhead: Math.round(aheadMs / 60_000) }
    await deps.record(tx, caller, { action: 'accounts.sandbox_clock_set', details })
    return clockView(deps, aheadMs)
  })
}

function clockView(deps: AccountsDeps, aheadMs: number): SandboxClock {
  const now = deps.clock.now()
  return { readsAs: isoTime(now + aheadMs), isMoved: aheadMs !== 0, realTime: isoTime(now) }
}

function notASandbox() {
  return accountsError(
    'accounts.not_a_sandbox',
    'Only a sandbox account has a clock of its own; the hours of a live account are the law’s.',
  )
}
