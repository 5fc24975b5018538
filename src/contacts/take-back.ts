// Undoes an import step by step: erases new contacts that nobody has changed since.
import type { AccountId, ContactId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { ContactsDeps } from './deps.ts'
import { contactsOfImport, type ImportedPage, shutSubjects } from './import-store.ts'
import { deleteContacts } from './store.ts'

export type TakeBack = ImportedPage & {
  /** Of these people, who has agreed otherwise meanwhile: they stay, and stay open. */
  whoGave(subjects: readonly SubjectId[]): Promise<readonly SubjectId[]>
  /** A code: why those who stay without a proof are held back. */
  reason: string
}

export type TakenBack = { erased: number; kept: number; last: ContactId | null }

/** One page; `last` is null once there is no more. As a deletion does, it destroys contact keys. */
export async function takeBackImported(
  { vault, clock, proofs }: Pick<ContactsDeps, 'vault' | 'clock' | 'proofs'>,
  tx: Tx,
  accountId: AccountId,
  page: TakeBack,
): Promise<TakenBack> {
  const found = await contactsOfImport(tx, accountId, page)
  const last = found.at(-1)?.id ?? null
  if (last === null) return { erased: 0, kept: 0, last }
  const gave = new Set(await page.whoGave(found.map(({ subjectId }) => subjectId)))
  const gone = found.filter((one) => one.isUntouched && !gave.has(one.subjectId))
  const ids = new Set(gone.map(({ id }) => id))
  const kept = found.filter(({ id }) => !ids.has(id))
  const subjects = gone.map(({ subjectId }) => subjectId)
  await proofs.letGo(tx, accountId, subjects)
  await vault.destroyKeys(tx, accountId, subjects, 'contact')
  await deleteContacts(tx, accountId, [...ids])
  const unproven = kept.map(({ subjectId }) => subjectId).filter((id) => !gave.has(id))
  const shut = { subjects: unproven, reason: page.reason, at: clock.now(), notOf: null }
  await shutSubjects(tx, accountId, shut)
  return { erased: gone.length, kept: kept.length, last }
}
