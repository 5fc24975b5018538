// What is derived from the two keys of a person, and what they seal.
import type { AccountId, EntryId } from '../kernel/index.ts'
import { vaultError } from './errors.ts'
import { expand, open, type RandomPool, seal } from './sealing.ts'
import type { SealContext, SubjectKeys } from './vault.ts'

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

/** The proof key outlives the contact key: who erases a person keeps the proof that they agreed. */
function derived(keys: SubjectKeys, purpose: Purpose): Buffer {
  return expand(demand(purpose === 'seal' ? keys.proofKey : keys.contactKey), purpose)
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

export function commitmentKey(keys: SubjectKeys, entryId: EntryId): Buffer {
  return expand(demand(keys.proofKey), `commit${entryId}`)
}

/** Joins a person's ledger entries; from the proof key, so that an erasure's own entries join too. */
export function linkToken(keys: SubjectKeys): Buffer {
  return expand(demand(keys.proofKey), 'link').subarray(0, 16)
}
