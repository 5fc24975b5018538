// After a database restore, stops campaigns that were turning their list into messages.
import type { AccountId } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import { stopUnaccepted } from './store.ts'

/** Whoever resumes one knows, by its sentence, that people may have had its message already. */
export async function stopRestored(
  { database }: { database: Database },
  accountIds: readonly AccountId[],
): Promise<void> {
  for (const accountId of accountIds) {
    await database.inAccount(accountId, (tx) => stopUnaccepted(tx, accountId))
  }
}
