// How many people have which status: counted at once while they are few, and remembered with the
// time of the count where counting takes seconds.
import type { AccountId, Clock, ListId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { Counted, KeptCounts, Narrowing, Statuses } from '../deps.ts'
import {
  countNarrowed,
  countStatuses,
  countStatusesOfLists,
  isLargeAccount,
  largeLists,
} from './status-store.ts'

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

type Of = { accountId: AccountId; listId: ListId | null; narrowing: Narrowing | null }
type Kept = Counted & { tookMs: number; isBeingCounted: boolean }

export const keepCounts = (deps: KeepCountsDeps): KeptCounts => new StatusCounts(deps)

class StatusCounts implements KeptCounts {
  readonly #deps: KeepCountsDeps
  readonly #kept = new Map<string, Kept>()
  /** Of filters, of which a program may ask for as many as there are instants. */
  readonly #keptNarrowed = new Map<string, Kept>()

  #of({ narrowing }: Of): Map<string, Kept> {
    return narrowing === null ? this.#kept : this.#keptNarrowed
  }
  readonly #flights = new Map<string, Promise<Counted>>()
  constructor(deps: KeepCountsDeps) {
    this.#deps = deps
  }

  async ofAll(tx: Tx, accountId: AccountId): Promise<Counted> {
    const of = { accountId, listId: null, narrowing: null }
    const held = this.#remembered(of)
    if (held !== null) return held
    return (await isLargeAccount(tx, accountId)) ? this.#first(tx, of) : this.#count(tx, of)
  }

  async ofLists(
    tx: Tx,
    accountId: AccountId,
    listIds: readonly ListId[],
  ): Promise<ReadonlyMap<ListId, Counted>> {
    const found = new Map<ListId, Counted>()
    for (const listId of listIds) {
      const held = this.#remembered({ accountId, listId, narrowing: null })
      if (held !== null) found.set(listId, held)
    }
    const others = listIds.filter((id) => !found.has(id))
    const large = others.length === 0 ? [] : await largeLists(tx, accountId, others)
    for (const listId of large) {
      found.set(listId, await this.#first(tx, { accountId, listId, narrowing: null }))
    }
    const small = others.filter((id) => !large.includes(id))
    const { clock, statuses } = this.#deps
    const countedAt = clock.now()
    const rule = await statuses.rule(tx, accountId, { at: countedAt })
    const counts = await countStatusesOfLists(tx, rule, small)
    for (const id of small) found.set(id, { statuses: counts.get(id) ?? [], countedAt })
    return found
  }

  async ofNarrowed(
    tx: Tx,
    accountId: AccountId,
    listId: ListId | null,
    narrowing: Narrowing,
  ): Promise<Counted> {
    const of = { accountId, listId, narrowing }
    const held = this.#remembered(of)
    if (held !== null) return held
    const isLarge =
      listId === null
        ? await isLargeAccount(tx, accountId)
        : (await largeLists(tx, accountId, [listId])).length > 0
    return isLarge ? this.#first(tx, of) : this.#count(tx, of)
  }

  forget(accountId: AccountId): void {
    for (const kept of [this.#kept, this.#keptNarrowed]) {
      for (const key of kept.keys()) if (key.startsWith(`${accountId} `)) kept.delete(key)
    }
  }

  async #count(tx: Tx, { accountId, listId, narrowing }: Of): Promise<Counted> {
    const { clock, statuses } = this.#deps
    const countedAt = clock.now()
    const rule = await statuses.rule(tx, accountId, { at: countedAt })
    const counted =
      narrowing === null
        ? await countStatuses(tx, accountId, rule, listId)
        : await countNarrowed(tx, rule, listId, narrowing)
    return { statuses: counted, countedAt }
  }

  /** Who asks meanwhile waits for the same count. */
  #first(tx: Tx, of: Of): Promise<Counted> {
    const key = keyOf(of)
    // Another may have counted since it was looked.
    const held = this.#of(of).get(key)
    if (held !== undefined) return Promise.resolve(held)
    const before = this.#flights.get(key)
    if (before !== undefined) return before
    const flight = this.#keep(tx, of).finally(() => this.#flights.delete(key))
    this.#flights.set(key, flight)
    return flight
  }

  async #keep(tx: Tx, of: Of): Promise<Counted> {
    const counted = await this.#count(tx, of)
    const kept = this.#of(of)
    if (kept.size >= keptMax) kept.clear()
    const tookMs = this.#deps.clock.now() - counted.countedAt
    kept.set(keyOf(of), { ...counted, tookMs, isBeingCounted: false })
    return counted
  }

  /** Answered at once; what is old is counted anew meanwhile, for who comes next. */
  #remembered(of: Of): Counted | null {
    const key = keyOf(of)
    const kept = this.#of(of)
    const held = kept.get(key)
    if (held === undefined) return null
    const { clock, database } = this.#deps
    const age = clock.now() - held.countedAt
    const isOld = age < 0 || age > Math.min(held.tookMs * restsFor, staleMsMax)
    if (!isOld || held.isBeingCounted) return held
    held.isBeingCounted = true
    // What fails is told to who asks next and counts for themselves.
    database
      .inAccount(of.accountId, (tx) => this.#keep(tx, of))
      .catch(() => {
        if (kept.get(key) === held) kept.delete(key)
      })
    return held
  }
}

function keyOf({ accountId, listId, narrowing }: Of): string {
  const { importId = null, isImported = null, from = null, until = null } = narrowing ?? {}
  return [accountId, listId, importId, isImported, from, until].join(' ')
}
