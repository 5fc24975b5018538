// A single new person's keys as one sealed value, until they have their slot in a page.
import type { AccountId, SubjectId } from '../kernel/index.ts'
import { open, type RandomPool, seal } from './sealing.ts'
import type { SubjectKeys } from './subject-keys.ts'

const keyOctets = 32
const zeros = Buffer.alloc(keyOctets)
const none = new Uint8Array(0)

type Place = { accountId: AccountId; epoch: number }

function contextOf({ accountId, epoch }: Place, subjectId: SubjectId): string {
  return `${accountId}|vault.tail|${subjectId}|${epoch}`
}

export function sealTail(key: Buffer, place: Place, keys: SubjectKeys, random: RandomPool): Buffer {
  const plain = Buffer.alloc(2 * keyOctets)
  plain.set(keys.contactKey, 0)
  plain.set(keys.proofKey, keyOctets)
  return seal(key, contextOf(place, keys.subjectId), plain, random)
}

/** Null when both keys are destroyed. */
export function keysFromTail(
  key: Buffer,
  accountId: AccountId,
  row: { subjectId: SubjectId; epoch: number; sealed: Uint8Array },
): SubjectKeys | null {
  const plain = open(key, contextOf({ accountId, epoch: row.epoch }, row.subjectId), row.sealed)
  const contactKey = orNone(plain.subarray(0, keyOctets))
  const proofKey = orNone(plain.subarray(keyOctets))
  if (contactKey.length + proofKey.length === 0) return null
  return { subjectId: row.subjectId, contactKey, proofKey }
}

function orNone(key: Buffer): Uint8Array {
  return key.equals(zeros) ? none : key
}
