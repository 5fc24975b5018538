// Counts looks at people's data: every kind of them, by the same rows that the journal lists.
import type { AccountId, Instant } from '../kernel/index.ts'
import { arrayOf, type Tx } from '../storage/index.ts'
import { lookCodes } from './past-looks-store.ts'
import { countEntries } from './store.ts'

/** Since then, counted to a limit. */
export async function countLooks(
  tx: Tx,
  accountId: AccountId,
  { since, most }: { since: Instant; most: number },
): Promise<{ count: number; isMore: boolean }> {
  const page = { actions: lookCodes, from: since, before: null, limit: most + 1 }
  const count = await countEntries(tx, accountId, page)
  return { count: Math.min(count, most), isMore: count > most }
}

/** By each code from its index: of what is no look there may be millions since. */
export async function newestLook(tx: Tx, accountId: AccountId): Promise<Instant | null> {
  const { rows } = await tx.query<{ at: Instant }>(
    `select e.at from unnest($2::text[]) as code
     cross join lateral (select at from audit.entry
       where account_id = $1 and action = code order by id desc limit 1) e
     order by e.at desc limit 1`,
    [accountId, arrayOf.text(lookCodes)],
  )
  return rows[0]?.at ?? null
}
