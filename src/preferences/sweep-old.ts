// Deletes what has expired: codes, links, pending keywords, old requests.
import { type Caller, type Clock, sameDayLater } from '../kernel/index.ts'
import type { Database } from '../storage/index.ts'
import { deleteOldInPreferences } from './store.ts'

/** How long a request shows that it was answered. */
export const requestMonths = 60
/** Rows a transaction. */
const pageRows = 2_000

export async function sweepPreferences(
  { database, clock }: { database: Database; clock: Clock },
  { accountId }: Caller,
  isStopping: () => boolean = () => false,
): Promise<void> {
  const at = clock.now()
  const ends = { at, answeredBefore: sameDayLater(at, -requestMonths), limit: pageRows }
  let isMore = true
  while (isMore && !isStopping()) {
    isMore = await database.inAccount(accountId, (tx) =>
      deleteOldInPreferences(tx, accountId, ends),
    )
  }
}
