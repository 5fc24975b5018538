// How a route's operator writes its ids: learned from the receipts that find their segment.
import type { RouteId } from '../kernel/index.ts'
import { messageIdReadings } from '../wire/index.ts'

/**
 * How the id of a receipt stands to the id that the answer to the submission gave: written alike
 * (but for case and leading zeros), or the answer was hexadecimal and the receipt decimal, or the
 * other way round.
 */
export const idRelations = ['same', 'hex_in_answer', 'decimal_in_answer'] as const
export type IdRelation = (typeof idRelations)[number]

export type IdCandidate = { key: string; relation: IdRelation }

export type HabitCounts = Record<IdRelation, number> & { unmatched: number }

/** A habit that so many receipts have shown, and none has broken, is the only one that is asked. */
const sureAfter = 100

/**
 * The key under which a submission's id is kept and found. Numbers in either base lose their
 * leading zeros, their 0x and their case; other names stay as they are, since there case may tell.
 */
export function operatorKey(id: string): string {
  const trimmed = id.trim()
  const number = /^(?:0x)?0*([0-9a-f]+)$/i.exec(trimmed)?.[1]
  return number === undefined ? trimmed : number.toLowerCase()
}

/**
 * Keys that a receipt's ids may be found under, likeliest first. Where several are found, the
 * caller takes the first whose recipient is the receipt's.
 */
export function idCandidates(ids: readonly string[], habit: HabitCounts): IdCandidate[] {
  const found = new Map<string, IdRelation>()
  const order = [...idRelations].sort((a, b) => habit[b] - habit[a])
  for (const relation of order) {
    for (const id of ids) {
      const key = keyBy(relation, id)
      if (key !== null && !found.has(key)) found.set(key, relation)
    }
  }
  return [...found].map(([key, relation]) => ({ key, relation }))
}

function keyBy(relation: IdRelation, id: string): string | null {
  if (relation === 'same') return operatorKey(id)
  const { asDecimal, asHexadecimal } = messageIdReadings(id)
  if (relation === 'decimal_in_answer') return asHexadecimal
  return asDecimal === null ? null : BigInt(asDecimal).toString(16)
}

const nothingYet: HabitCounts = { same: 0, hex_in_answer: 0, decimal_in_answer: 0, unmatched: 0 }

/** The habits of all routes in memory; what was learned since the last save is given to the store. */
export class ReceiptHabits {
  readonly #counts = new Map<RouteId, HabitCounts>()
  #unsaved = new Map<RouteId, HabitCounts>()

  load(routeId: RouteId, counts: HabitCounts): void {
    if (!this.#counts.has(routeId)) this.#counts.set(routeId, { ...counts })
  }

  /** Give all ids of one receipt: the TLV's and the text's. */
  candidates(routeId: RouteId, ids: readonly string[]): IdCandidate[] {
    return idCandidates(ids, this.of(routeId))
  }

  /** The one relation that all receipts so far had, once they are many; else null. */
  sureRelation(routeId: RouteId): IdRelation | null {
    const habit = this.#counts.get(routeId)
    if (habit === undefined) return null
    let sum = 0
    let best: IdRelation = 'same'
    for (const relation of idRelations) {
      sum += habit[relation]
      if (habit[relation] > habit[best]) best = relation
    }
    return habit[best] >= sureAfter && habit[best] === sum ? best : null
  }

  /** Keys of one receipt's ids by one relation. */
  keysBy(relation: IdRelation, ids: readonly string[]): string[] {
    const keys: string[] = []
    for (const id of ids) {
      const key = keyBy(relation, id)
      if (key !== null && !keys.includes(key)) keys.push(key)
    }
    return keys
  }

  /** The key by the relation that has been right most often. */
  likeliestKey(routeId: RouteId, id: string): string | null {
    const habit = this.of(routeId)
    let best: IdRelation = 'same'
    for (const relation of idRelations) if (habit[relation] > habit[best]) best = relation
    return keyBy(best, id)
  }

  matched(routeId: RouteId, relation: IdRelation): void {
    this.#add(routeId, relation, 1)
  }

  unmatched(routeId: RouteId): void {
    this.#add(routeId, 'unmatched', 1)
  }

  /** A receipt that was unmatched when it came has found the segment whose answer it outran. */
  matchedAfterAll(routeId: RouteId, relation: IdRelation): void {
    this.#add(routeId, 'unmatched', -1)
    this.#add(routeId, relation, 1)
  }

  of(routeId: RouteId): HabitCounts {
    return this.#counts.get(routeId) ?? { ...nothingYet }
  }

  /** The share of receipts that found their segment; null before the first. */
  matchingRate(routeId: RouteId): number | null {
    const counts = this.of(routeId)
    const matched = idRelations.reduce((total, relation) => total + counts[relation], 0)
    const all = matched + counts.unmatched
    return all === 0 ? null : matched / all
  }

  /** What was learned since it was last asked; give it back where saving failed. */
  takeUnsaved(): ReadonlyMap<RouteId, HabitCounts> {
    const taken = this.#unsaved
    this.#unsaved = new Map()
    return taken
  }

  giveBack(counts: ReadonlyMap<RouteId, HabitCounts>): void {
    for (const [routeId, learned] of counts) {
      const known = this.#unsaved.get(routeId) ?? { ...nothingYet }
      for (const what of [...idRelations, 'unmatched'] as const) known[what] += learned[what]
      this.#unsaved.set(routeId, known)
    }
  }

  #add(routeId: RouteId, what: keyof HabitCounts, by: 1 | -1): void {
    addTo(this.#counts, routeId, { what, by })
    addTo(this.#unsaved, routeId, { what, by })
  }
}

function addTo(
  counts: Map<RouteId, HabitCounts>,
  routeId: RouteId,
  { what, by }: { what: keyof HabitCounts; by: 1 | -1 },
): void {
  const known = counts.get(routeId)
  if (known === undefined) counts.set(routeId, { ...nothingYet, [what]: by })
  else known[what] += by
}
