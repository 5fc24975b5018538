// What leaves next: campaigns that are approved, or under way.
import { nextDepartures } from '../campaigns/index.ts'
import { type Caller, isoTimeOrNull } from '../kernel/index.ts'
import type { DeparturesView } from './contract.ts'
import type { OverviewDeps } from './deps.ts'

const limit = 5

export async function readDepartures(
  { database, clock }: Pick<OverviewDeps, 'database' | 'clock'>,
  { accountId }: Caller,
): Promise<DeparturesView> {
  const found = await database.inAccount(accountId, (tx) =>
    nextDepartures(tx, accountId, { at: clock.now(), limit }),
  )
  return {
    items: found.flatMap(({ id, name, state, sendAt }) =>
      state === 'approved' || state === 'accepting' || state === 'running' || state === 'paused'
        ? [{ campaignId: id, name, at: isoTimeOrNull(sendAt), state }]
        : [],
    ),
  }
}
