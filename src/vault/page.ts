// A page of keys: 256 slots of a subject id and two keys, sealed as one value.
import type { AccountId, SubjectId } from '../kernel/index.ts'
import { open, type RandomPool, seal } from './sealing.ts'
import {
  isSubjectAt,
  placeOf,
  subjectIdOctets,
  subjectIdText,
  writeSubjectId,
} from './subject-id.ts'
import type { SubjectKeys } from './subject-keys.ts'

export const slotsPerPage = 256
const idOctets = 16
const keyOctets = 32
export const slotOctets = idOctets + 2 * keyOctets
export const pageOctets = slotsPerPage * slotOctets

export type PagePlace = { accountId: AccountId; page: number; epoch: number; version: number }

export function sealPage(key: Buffer, place: PagePlace, plain: Buffer, random: RandomPool): Buffer {
  return seal(key, contextOf(place), plain, random)
}

export function openPage(key: Buffer, place: PagePlace, sealed: Uint8Array): Buffer {
  return open(key, contextOf(place), sealed)
}

function contextOf({ accountId, page, epoch, version }: PagePlace): string {
  return `${accountId}|vault.page|${page}|${epoch}|${version}`
}

/** A page with `people` new people in its first slots: random bytes, with the ids written in. */
export function newPage(page: number, people: number, random: RandomPool): Buffer {
  const plain = Buffer.alloc(pageOctets)
  random(people * slotOctets).copy(plain)
  for (let slot = 0; slot < people; slot += 1) writeSubjectId(plain, slot * slotOctets, page, slot)
  return plain
}

export const emptyPage = (): Buffer => Buffer.alloc(pageOctets)

const zeros = Buffer.alloc(slotOctets)
const noOctets = new Uint8Array(0)

/** Most keys begin with an octet that is not zero, and need no closer look. */
function isGoneAt(plain: Buffer, at: number): boolean {
  return plain[at] === 0 && plain.compare(zeros, 0, keyOctets, at, at + keyOctets) === 0
}

function keyAt(plain: Buffer, at: number): Uint8Array {
  return isGoneAt(plain, at) ? noOctets : plain.subarray(at, at + keyOctets)
}

/**
 * The keys in a slot, for bulk use: views into the page, which the caller must not write. A view is
 * made when it is asked for, and thousands of people live together as little more than their ids.
 */
export function keysInSlot(plain: Buffer, slot: number): SubjectKeys {
  const at = slot * slotOctets
  return new SlotKeys(plain, at, subjectIdText(plain, at))
}

class SlotKeys implements SubjectKeys {
  readonly subjectId: SubjectId
  readonly #plain: Buffer
  readonly #at: number

  constructor(plain: Buffer, at: number, subjectId: SubjectId) {
    this.subjectId = subjectId
    this.#plain = plain
    this.#at = at
  }

  get contactKey(): Uint8Array {
    return keyAt(this.#plain, this.#at + idOctets)
  }

  get proofKey(): Uint8Array {
    return keyAt(this.#plain, this.#at + idOctets + keyOctets)
  }
}

/** The same keys with their views made once, for whoever asks several times. */
export function keysAtHand({ subjectId, contactKey, proofKey }: SubjectKeys): SubjectKeys {
  return { subjectId, contactKey, proofKey }
}

/** Null when the slot is empty or of somebody else, or both keys are destroyed. */
export function keysOf(plain: Buffer, subjectId: SubjectId): SubjectKeys | null {
  const at = placeOf(subjectId).slot * slotOctets
  if (!isSubjectAt(plain, at, subjectId)) return null
  const hasKey = !isGoneAt(plain, at + idOctets) || !isGoneAt(plain, at + idOctets + keyOctets)
  return hasKey ? new SlotKeys(plain, at, subjectId) : null
}

export function putKeys(plain: Buffer, keys: SubjectKeys): void {
  const at = placeOf(keys.subjectId).slot * slotOctets
  subjectIdOctets(keys.subjectId).copy(plain, at)
  plain.fill(0, at + idOctets, at + slotOctets)
  plain.set(keys.contactKey, at + idOctets)
  plain.set(keys.proofKey, at + idOctets + keyOctets)
}

export type WhichKey = 'contact' | 'proof' | 'both'

/** True when something was there to destroy. */
export function zeroKeys(plain: Buffer, subjectId: SubjectId, which: WhichKey): boolean {
  if (keysOf(plain, subjectId) === null) return false
  const at = placeOf(subjectId).slot * slotOctets + idOctets
  if (which !== 'proof') plain.fill(0, at, at + keyOctets)
  if (which !== 'contact') plain.fill(0, at + keyOctets, at + 2 * keyOctets)
  return true
}
