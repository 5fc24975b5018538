// How many people marketing may reach now: counted at most once in half a minute for an account.
import { countReachableOfAll } from '../contacts/index.ts'
import { type AccountId, type Caller, type Instant, isoTime } from '../kernel/index.ts'
import type { ReachableView } from './contract.ts'
import type { OverviewDeps } from './deps.ts'

const freshMs = 30_000
const accountsMax = 1_000

type Deps = Pick<OverviewDeps, 'database' | 'clock' | 'statuses'>
type Counted = { at: Instant; people: Promise<number> }

/** A million people take the database most of a second; ten open first pages ask for it once. */
export function reachableCounter({ database, clock, statuses }: Deps) {
  const held = new Map<AccountId, Counted>()
  return async ({ accountId }: Caller): Promise<ReachableView> => {
    const now = clock.now()
    let counted = held.get(accountId)
    if (counted === undefined || now - counted.at >= freshMs || now < counted.at) {
      const people = database.inAccount(accountId, async (tx) =>
        countReachableOfAll(tx, accountId, await statuses.rule(tx, accountId, { at: now })),
      )
      counted = { at: now, people }
      if (held.size >= accountsMax) held.clear()
      held.set(accountId, counted)
      const own = counted
      // A failure is not kept: whoever asks next counts again.
      people.catch(() => {
        if (held.get(accountId) === own) held.delete(accountId)
      })
    }
    return { people: await counted.people, countedAt: isoTime(counted.at) }
  }
}
