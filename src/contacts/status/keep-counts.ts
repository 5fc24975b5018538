// How many people have which status: counted at once while they are few, and remembered with the
// time of the count where counting takes seconds.
import type { AccountId, Clock, Instant, ListId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { StatusCount } from '../contract.ts'
import type { Statuses, StatusRule } from '../deps.ts'
import { countStatuses, countStatusesOfLists, isLargeAccount, largeLists } from './status-store.ts'

export type Counted = { statuses: readonly StatusCount[]; countedAt: Instant }

export type KeptCounts = {
  ofAll(tx: Tx, accountId: AccountId): Promise<Counted>
  /** Each list that is asked for; one of nobody has no statuses. */
  ofLists(
    tx: Tx,
    accountId: AccountId,
    listIds: readonly ListId[],
  ): Promise<ReadonlyMap<ListId, Counted>>
  /** A list was changed as a whole: what is remembered of the account is counted anew. */
  forget(accountId: AccountId): void
}

export type KeepCountsDeps = {
  database: Database
  clock: Clock
  statuses: Pick<Statuses, 'rule'>
}

/** Counting again and again takes at most one part in so many of the time. */
const restsFor = 20
const staleMsMax = 10 * 60_000
/** Of accounts and large lists together; each is a few hundred octets. */
const keptMax = 10_000

type Kept = Counted & { tookMs: number; isBeingCounted: boolean }
type Of = { accountId: AccountId; listId: ListId | null }

export function keepCounts({ database, clock, statuses }: KeepCountsDeps): KeptCounts {
  const kept = new Map<string, Kept>()
  const flights = new Map<string, Promise<Counted>>()
  const keyOf = ({ accountId, listId }: Of) => `${accountId} ${listId ?? ''}`
  const ruleOf = (tx: Tx, accountId: AccountId, at: Instant): Promise<StatusRule> =>
    statuses.rule(tx, accountId, { at })

  async function count(tx: Tx, of: Of): Promise<Counted> {
    const countedAt = clock.now()
    const rule = await ruleOf(tx, of.accountId, countedAt)
    const counted = await countStatuses(tx, of.accountId, rule, of.listId)
    if (kept.size >= keptMax) kept.clear()
    const tookMs = clock.now() - countedAt
    kept.set(keyOf(of), { statuses: counted, countedAt, tookMs, isBeingCounted: false })
    return { statuses: counted, countedAt }
  }

  /** Who asks meanwhile waits for the same count. */
  function first(tx: Tx, of: Of): Promise<Counted> {
    const key = keyOf(of)
    const before = flights.get(key)
    if (before !== undefined) return before
    const flight = count(tx, of).finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }

  /** What is remembered is answered at once; where it is old, it is counted anew for who comes next. */
  function remembered(of: Of): Counted | null {
    const key = keyOf(of)
    const held = kept.get(key)
    if (held === undefined) return null
    const age = clock.now() - held.countedAt
    const isOld = age < 0 || age > Math.min(held.tookMs * restsFor, staleMsMax)
    if (isOld && !held.isBeingCounted) {
      held.isBeingCounted = true
      // What fails is told to who asks next and counts for themselves.
      database
        .inAccount(of.accountId, (tx) => count(tx, of))
        .catch(() => {
          if (kept.get(key) === held) kept.delete(key)
        })
    }
    return held
  }

  return {
    ofAll: async (tx, accountId) => {
      const of = { accountId, listId: null }
      const held = remembered(of)
      if (held !== null) return held
      if (await isLargeAccount(tx, accountId)) return first(tx, of)
      const countedAt = clock.now()
      const rule = await ruleOf(tx, accountId, countedAt)
      return { statuses: await countStatuses(tx, accountId, rule, null), countedAt }
    },
    ofLists: async (tx, accountId, listIds) => {
      const found = new Map<ListId, Counted>()
      for (const listId of listIds) {
        const held = remembered({ accountId, listId })
        if (held !== null) found.set(listId, held)
      }
      const others = listIds.filter((id) => !found.has(id))
      const large = others.length === 0 ? [] : await largeLists(tx, accountId, others)
      for (const listId of large) found.set(listId, await first(tx, { accountId, listId }))
      const small = others.filter((id) => !large.includes(id))
      const countedAt = clock.now()
      const rule = await ruleOf(tx, accountId, countedAt)
      const counts = await countStatusesOfLists(tx, rule, small)
      for (const id of small) found.set(id, { statuses: counts.get(id) ?? [], countedAt })
      return found
    },
    forget: (accountId) => {
      for (const key of kept.keys()) if (key.startsWith(`${accountId} `)) kept.delete(key)
    },
  }
}
