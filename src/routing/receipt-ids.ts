// How an operator writes message ids, learned from delivery receipts that match a part.
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
  if (isKeyAlready(id)) return id
  const trimmed = id.trim()
  const number = /^(?:0x)?0*([0-9a-f]+)$/i.exec(trimmed)?.[1]
  return number === undefined ? trimmed : number.toLowerCase()
}

const [zero, nine, smallA, smallF] = [0x30, 0x39, 0x61, 0x66]

/** Most are: told sign by sign, since each message's id is read four times. */
function isKeyAlready(id: string): boolean {
  if (id.length === 0 || id.charCodeAt(0) === zero) return false
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at)
    const isDigit = code >= zero && code <= nine
    if (!isDigit && (code < smallA || code > smallF)) return false
  }
  return true
}

/** The ids that a receipt gives: one, or where its text and its TLV differ, two. */
export function idsOfReceipt(receipt: {
  operatorMessageId: string | null
  otherMessageId: string | null
}): string[] {
  return [receipt.operatorMessageId, receipt.otherMessageId].filter((id) => id !== null)
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

/** An id that has this key by that relation, in one of its writings; null where none can have. */
function idBehind(relation: IdRelation, key: string): string | null {
  if (relation === 'same') return key
  if (relation === 'hex_in_answer') {
    return /^[0-9a-f]+$/.test(key) ? BigInt(`0x${key}`).toString() : null
  }
  return /^\d+$/.test(key) ? BigInt(key).toString(16) : null
}

const nothingYet: HabitCounts = { same: 0, hex_in_answer: 0, decimal_in_answer: 0, unmatched: 0 }

/**
 * The habits of all routes in memory; what was learned since the last save is given to the store.
 */
export class ReceiptHabits {
  readonly #counts = new Map<RouteId, HabitCounts>()
  #unsaved = new Map<RouteId, HabitCounts>()
  readonly #wasSure = new Map<RouteId, IdRelation>()
  readonly #broken = new Set<RouteId>()

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
    if (habit === undefined || this.#broken.has(routeId)) return null
    let sum = 0
    let best: IdRelation = 'same'
    for (const relation of idRelations) {
      sum += habit[relation]
      if (habit[relation] > habit[best]) best = relation
    }
    if (habit[best] < sureAfter || habit[best] !== sum) return null
    this.#wasSure.set(routeId, best)
    return best
  }

  /**
   * The keys that a receipt may be found under by relations that were not asked while another one
   * was sure. `key` is the one that found nothing.
   */
  keysNotAsked(routeId: RouteId, key: string): string[] {
    const relation = this.sureRelation(routeId) ?? this.#wasSure.get(routeId)
    const id = relation === undefined ? null : idBehind(relation, key)
    if (id === null) return []
    const keys = idRelations.flatMap((other) => keyBy(other, id) ?? [])
    return [...new Set(keys)].filter((other) => other !== key)
  }

  /** Whether a habit that was sure is so no longer. */
  isBroken(routeId: RouteId): boolean {
    return this.#wasSure.has(routeId) && this.sureRelation(routeId) === null
  }

  /** The operator writes its ids in another way than it used to: no relation is sure any more. */
  broken(routeId: RouteId): void {
    this.#broken.add(routeId)
  }

  /**
   * The keys to ask for one receipt, the likeliest first. Two ids read as the same number in two
   * bases: a sure habit keeps them apart. An id that has no key by it is not of that habit.
   */
  keysToAsk(routeId: RouteId, ids: readonly string[]): string[] {
    const sure = this.sureRelation(routeId)
    const keys = sure === null ? [] : this.#keysBy(sure, ids)
    return keys.length > 0 ? keys : this.candidates(routeId, ids).map(({ key }) => key)
  }

  /** The relation by which one of these ids has this key; null when none has. */
  relationOf(routeId: RouteId, ids: readonly string[], key: string): IdRelation | null {
    const sure = this.sureRelation(routeId)
    if (sure !== null && this.#keysBy(sure, ids).includes(key)) return sure
    return this.candidates(routeId, ids).find((one) => one.key === key)?.relation ?? null
  }

  #keysBy(relation: IdRelation, ids: readonly string[]): string[] {
    const keys: string[] = []
    for (const id of ids) {
      const key = keyBy(relation, id)
      if (key !== null && !keys.includes(key)) keys.push(key)
    }
    return keys
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
