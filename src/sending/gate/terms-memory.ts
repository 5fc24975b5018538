// The terms of messages that leave, remembered for all slices of a route.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { readTerms } from '../store/store.ts'
import type { Terms } from '../terms.ts'

/** Terms never change, so they are remembered: by account, then by id. */
export type TermsMemory = Map<string, Terms>
export const termsMemoryMax = 10_000

/** By id, and whole: another slice of the route may empty the memory meanwhile. */
export async function termsOfMessages(
  tx: Tx,
  accountId: AccountId,
  messages: readonly { termsId: string }[],
  memory: TermsMemory,
): Promise<ReadonlyMap<string, Terms>> {
  const own = new Map<string, Terms>()
  const unknown = new Set<string>()
  for (const { termsId } of messages) {
    const known = memory.get(accountId + termsId)
    if (known === undefined) unknown.add(termsId)
    else own.set(termsId, known)
  }
  if (unknown.size === 0) return own
  if (memory.size > termsMemoryMax) memory.clear()
  for (const [id, terms] of await readTerms(tx, accountId, [...unknown])) {
    own.set(id, terms)
    memory.set(accountId + id, terms)
  }
  return own
}
