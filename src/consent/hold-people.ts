// What is recorded of somebody and the deletion of their contact do not pass each other unseen.
import { holdContactsOf } from '../contacts/index.ts'
import type { AccountId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type Vault } from '../vault/index.ts'
import { consentError } from './errors.ts'

export type HoldPeopleDeps = { vault: Pick<Vault, 'openSubjects'> }

/**
 * Until the transaction ends nobody deletes their contacts: a deletion waits, and then sees what
 * was recorded. Answered are those whose deletion came first; their contact key went with it.
 */
export async function holdPeople(
  { vault }: HoldPeopleDeps,
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<SubjectId[]> {
  if (subjects.length === 0) return []
  const held = await holdContactsOf(tx, accountId, subjects)
  const missing = subjects.filter((id) => !held.has(id))
  if (missing.length === 0) return []
  const opened = await vault.openSubjects(tx, accountId, missing)
  return missing.filter((id) => {
    const keys = opened.get(id)
    return keys === undefined || !hasKey(keys.contactKey)
  })
}

export async function holdPerson(
  deps: HoldPeopleDeps,
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<void> {
  const gone = await holdPeople(deps, tx, accountId, [subjectId])
  if (gone.length > 0) throw consentError('consent.contact_not_found')
}
