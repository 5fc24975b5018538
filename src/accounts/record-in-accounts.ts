// What happens to a user, in the journal of each account that they are in.
import type { AccountId, UserId } from '../kernel/index.ts'
import type { AuditAction, ProgramPart } from '../words/index.ts'
import { accountOf, systemCaller } from './account.ts'
import type { AccountsDeps } from './deps.ts'
import { membershipsInAnyAccount } from './store.ts'

/** The accounts of a user, and their names, in the same order. */
export async function membershipsOf({ database }: Pick<AccountsDeps, 'database'>, userId: UserId) {
  const own = await database.inAnyAccount((tx) => membershipsInAnyAccount(tx, userId))
  return {
    userId,
    accounts: own.map(({ account_id }) => account_id),
    names: own.map(({ name }) => name),
  }
}

/** `by`: how whoever did it showed that they may. */
export async function recordInAccounts(
  deps: Pick<AccountsDeps, 'database' | 'record'>,
  { userId, accounts }: { userId: UserId; accounts: readonly AccountId[] },
  { action, by, traceId }: { action: AuditAction; by: ProgramPart; traceId: string },
): Promise<void> {
  for (const accountId of accounts) {
    await deps.database.inAccount(accountId, async (tx) => {
      const caller = systemCaller(await accountOf(tx, accountId), by, traceId)
      await deps.record(tx, caller, { action, details: { user: userId } })
    })
  }
}
