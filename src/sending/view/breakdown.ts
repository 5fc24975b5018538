// What of a campaign is counted from its messages: over time, by route, country and reason. Pure.
import type { Instant, RouteId } from '../../kernel/index.ts'
import type { Failure } from '../contract.ts'
import type { FinalState } from '../message-state.ts'
import type { Alike } from '../store/breakdown-store.ts'

export type Ended = { delivered: number; failed: number; unconfirmed: number }

export type Breakdown = {
  messages: number
  /** Of what left, or is to leave: what was refused or cancelled has no part and no price. */
  parts: number
  costMicroEur: number
  stepMs: number
  times: ({ at: Instant } & Ended)[]
  routes: ({ routeId: RouteId; messages: number } & Ended)[]
  countries: ({ country: string; messages: number } & Ended)[]
  /** Why what did not arrive did not, refusals included; the most frequent first. */
  reasons: { state: FinalState; failure: Failure; messages: number }[]
}

const minute = 60_000
const hour = 60 * minute

/** So that a campaign of an hour and one of a month are both read at a glance. */
export function stepFor(spanMs: number): number {
  if (spanMs <= 30 * minute) return minute
  if (spanMs <= 3 * hour) return 5 * minute
  if (spanMs <= 12 * hour) return 15 * minute
  if (spanMs <= 3 * 24 * hour) return hour
  return 24 * hour
}

const places = {
  delivered: 'delivered',
  undelivered: 'failed',
  expired: 'failed',
  rejected: 'failed',
  unconfirmed: 'unconfirmed',
} as const satisfies Partial<Record<FinalState, keyof Ended>>

/** Where a final state stands in a chart; what never left stands in none. */
const placeOf = (state: FinalState | null): keyof Ended | null =>
  state === null ? null : ((places as Partial<Record<FinalState, keyof Ended>>)[state] ?? null)

const nothing = (): Ended => ({ delivered: 0, failed: 0, unconfirmed: 0 })

export function breakdownOf(rows: readonly Alike[], stepMs: number): Breakdown {
  const times = new Map<Instant, { at: Instant } & Ended>()
  const routes = new Map<RouteId, { routeId: RouteId; messages: number } & Ended>()
  const countries = new Map<string, { country: string; messages: number } & Ended>()
  const reasons = new Map<string, Breakdown['reasons'][number]>()
  const sums = { messages: 0, parts: 0, costMicroEur: 0 }
  for (const row of rows) {
    const { state, failure, messages } = row
    sums.messages += messages
    if (state !== null && failure !== null) {
      const known = held(reasons, `${state} ${failure}`, { state, failure, messages: 0 })
      known.messages += messages
    }
    if (state === 'refused' || state === 'cancelled') continue
    sums.parts += row.parts
    sums.costMicroEur += row.cost_micro_eur
    const route = held(routes, row.route, { routeId: row.route, messages: 0, ...nothing() })
    const { country } = row
    const place = held(countries, country, { country, messages: 0, ...nothing() })
    route.messages += messages
    place.messages += messages
    const end = placeOf(state)
    if (end === null) continue
    route[end] += messages
    place[end] += messages
    if (row.at !== null) held(times, row.at, { at: row.at, ...nothing() })[end] += messages
  }
  return {
    ...{ ...sums, stepMs },
    times: [...times.values()].sort((a, b) => a.at - b.at),
    routes: most(routes),
    countries: most(countries),
    reasons: most(reasons),
  }
}

function held<K, V>(map: Map<K, V>, key: K, fresh: V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  map.set(key, fresh)
  return fresh
}

const most = <V extends { messages: number }>(map: ReadonlyMap<unknown, V>): V[] =>
  [...map.values()].sort((a, b) => b.messages - a.messages)
