// What is recorded of somebody, their no, and the deletion of their contact do not pass unseen.
import { holdContactsOf, lockContactsOf } from '../../contacts/index.ts'
import type { AccountId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import { consentError } from '../errors.ts'

export type HoldPeopleDeps = { vault: Pick<Vault, 'openSubjects'> }

/**
 * Until the transaction ends nobody deletes their contacts or records a no of theirs: either waits,
 * and then sees what was recorded. What stands is read after this, so that a no that came first is
 * seen. Answered are those whose deletion came first; their contact key went with it.
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

/**
 * Before anything of a no is written: whoever records a yes of these people comes wholly before it,
 * or sees it. A yes behind a no that it had not seen would stand in the ledger as a breach. Who is
 * not known has nothing to hold.
 */
export async function holdForNo(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly (SubjectId | undefined)[],
): Promise<void> {
  await lockContactsOf(
    tx,
    accountId,
    subjects.filter((id) => id !== undefined),
  )
}
