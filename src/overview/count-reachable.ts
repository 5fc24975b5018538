// How many people marketing may reach now, by the count that lists and contacts show.
import { peopleOf } from '../contacts/index.ts'
import { type Caller, isoTime } from '../kernel/index.ts'
import type { ReachableView } from './contract.ts'
import type { OverviewDeps } from './deps.ts'

type Deps = Pick<OverviewDeps, 'database' | 'counts'>

export const countReachable = (
  { database, counts }: Deps,
  { accountId }: Caller,
): Promise<ReachableView> =>
  database.inAccount(accountId, async (tx) => {
    const { statuses, countedAt } = await counts.ofAll(tx, accountId)
    return { people: peopleOf(statuses, 'can_receive'), countedAt: isoTime(countedAt) }
  })
