// A later row of the file says no to whom an earlier one said yes: the no wins.
import type { Caller, E164 } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { IntakeDeps } from './deps.ts'
import { batchesOfImport, type Key } from './store.ts'

/**
 * Asked once the batches before are committed. What this file has recorded of these people is taken
 * back; what they have agreed to otherwise (on a form of their own) stays theirs.
 */
export async function refuseLater(
  deps: Pick<IntakeDeps, 'vault' | 'contacts' | 'consent'>,
  tx: Tx,
  caller: Caller,
  { key, numbers }: { key: Key; numbers: readonly E164[] },
): Promise<{ consents: number; quarantined: number }> {
  if (numbers.length === 0) return { consents: 0, quarantined: 0 }
  const { accountId } = caller
  const tags = [...new Set(numbers)].map((number) => deps.vault.numberTag(accountId, number))
  const found = [...(await deps.contacts.findByTags(tx, accountId, tags)).values()]
  const { entries, closed } = await deps.consent.takeBackBulk(tx, caller, {
    batchIds: await batchesOfImport(tx, key),
    subjects: found.map((contact) => contact.subjectId),
    only: 'consent.given',
    reason: 'file_says_no_too',
  })
  const people = new Set(closed)
  const contactIds = found.filter(({ subjectId }) => people.has(subjectId)).map(({ id }) => id)
  await deps.contacts.quarantine(tx, accountId, { contactIds, reason: 'consent_not_given' })
  return { consents: entries, quarantined: contactIds.length }
}
