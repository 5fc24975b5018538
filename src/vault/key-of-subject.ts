// What is derived from the two keys of a person, and what they seal.
import type { AccountId, EntryId } from '../kernel/index.ts'
import { vaultError } from './errors.ts'
import { hmacSha256 } from './hmac.ts'
import { expand, expandInto, keyOctets, open, type RandomPool, seal } from './sealing.ts'
import type { SealContext, SubjectKeys } from './subject-keys.ts'

export function hasKey(key: Uint8Array): boolean {
  return key.length > 0
}

function demand(key: Uint8Array): Uint8Array {
  if (!hasKey(key)) throw vaultError('vault.key_destroyed')
  return key
}

export function contextText(owner: string, context: SealContext): string {
  return `${owner}|${context.table}|${context.column}|${context.rowId}`
}

type Purpose = 'contact' | 'message' | 'seal'

/** Where a key stands while one value is sealed or opened with it: an import derives millions. */
const inUse = Buffer.alloc(keyOctets)

/**
 * The proof key outlives the contact key: who erases a person keeps the proof that they agreed.
 * Good until the next key is derived.
 */
function derived(keys: SubjectKeys, purpose: Purpose): Buffer {
  return expandInto(inUse, demand(purpose === 'seal' ? keys.proofKey : keys.contactKey), purpose)
}

export type Sealing = (
  keys: SubjectKeys,
  accountId: AccountId,
  context: SealContext,
  bytes: Uint8Array,
) => Buffer

export function sealingFor(purpose: Purpose, random: RandomPool): { seal: Sealing; open: Sealing } {
  return {
    seal: (keys, accountId, context, plain) =>
      seal(derived(keys, purpose), contextText(accountId, context), plain, random),
    open: (keys, accountId, context, sealed) =>
      open(derived(keys, purpose), contextText(accountId, context), sealed),
  }
}

/** A person and the legal basis on which something sensitive of theirs is kept. */
export type SensitiveKeys = { person: SubjectKeys; legalBasis: SubjectKeys }

/**
 * One key of two: HMAC is a PRF in its key as in its message, so that either of them, destroyed,
 * leaves noise. The person's erasure ends it, and so does the end of the legal basis,
 * in every copy.
 */
export function sensitiveKey({ person, legalBasis }: SensitiveKeys): Buffer {
  const own = expand(demand(person.contactKey), 'sensitive')
  return hmacSha256(own, demand(legalBasis.contactKey))
}

export function commitmentKey(keys: SubjectKeys, entryId: EntryId): Buffer {
  return expand(demand(keys.proofKey), `commit${entryId}`)
}

/**
 * What the leaf of one entry says of its body: without the key nobody can try bodies against it.
 */
export function commitment(keys: SubjectKeys, entryId: EntryId, body: Uint8Array): Buffer {
  return hmacSha256(expandInto(inUse, demand(keys.proofKey), `commit${entryId}`), body)
}

/**
 * Joins a person's ledger entries; from the proof key, so that an erasure's own entries join too.
 */
export function linkToken(keys: SubjectKeys): Buffer {
  return expand(demand(keys.proofKey), 'link', 16)
}
