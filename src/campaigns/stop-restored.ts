// After a database restore, stops campaigns that were turning their list into messages.
import type { AccountId, Clock } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import { stopUnaccepted } from './store.ts'
import { tellStopped } from './told/tell-users.ts'

/** Whoever resumes one knows, by its sentence, that people may have had its message already. */
export async function stopRestored(
  { database, clock }: { database: Database; clock: Clock },
  accountIds: readonly AccountId[],
): Promise<void> {
  for (const accountId of accountIds) {
    await database.inAccount(accountId, async (tx) => {
      for (const stopped of await stopUnaccepted(tx, accountId)) {
        await tellStopped(tx, accountId, { ...stopped, why: 'restored', at: clock.now() })
      }
    })
  }
}
