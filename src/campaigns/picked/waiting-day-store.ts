// SQL of what a day of a recurring send waits for: told with its draft.
import type { Tx } from '../../storage/index.ts'
import type { Campaign } from '../campaign.ts'

type OfDay = Pick<Campaign, 'accountId' | 'id' | 'recurringId' | 'occurrenceDay'>

/** The code of what is closed; null: it waits for nothing that would have it go on by itself. */
export async function waitsForOf(tx: Tx, draft: OfDay): Promise<string | null> {
  const { rows } = await tx.query<{ failure: string | null }>(
    `select failure from campaigns.occurrence
     where account_id = $1 and recurring_id = $2 and day = $3 and campaign_id = $4
       and state = 'waiting'`,
    [draft.accountId, draft.recurringId, draft.occurrenceDay, draft.id],
  )
  return rows[0]?.failure ?? null
}
