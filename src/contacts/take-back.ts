// Undoes an import step by step: erases new contacts that nobody has changed since.
import type { Caller, ContactId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { ContactsDeps } from './deps.ts'
import { contactsOfImport, type ImportedPage, shutSubjects } from './import-store.ts'
import { letContactsGo } from './rights/let-go.ts'
import { askingAmong } from './rights/may-delete.ts'

export type TakeBack = ImportedPage & {
  /** Of these people, who has agreed otherwise meanwhile: they stay, and stay open. */
  whoGave(subjects: readonly SubjectId[]): Promise<readonly SubjectId[]>
  /** A code: why those who stay without a proof are held back. */
  reason: string
}

export type TakenBack = { erased: number; kept: number; last: ContactId | null }

/** One page; `last` is null once there is no more. As a deletion does, it destroys contact keys. */
export async function takeBackImported(
  deps: Pick<ContactsDeps, 'vault' | 'clock' | 'proofs' | 'erasures' | 'openRequests'>,
  tx: Tx,
  by: Pick<Caller, 'accountId' | 'by'>,
  page: TakeBack,
): Promise<TakenBack> {
  const { accountId } = by
  const found = await contactsOfImport(tx, accountId, page)
  const last = found.at(-1)?.id ?? null
  if (last === null) return { erased: 0, kept: 0, last }
  const people = found.map(({ subjectId }) => subjectId)
  const gave = new Set(await page.whoGave(people))
  const asking = await askingAmong(deps, tx, accountId, people)
  const stays = ({ subjectId: id }: { subjectId: SubjectId }) => gave.has(id) || asking.has(id)
  const gone = found.filter((one) => one.isUntouched && !stays(one))
  const ids = new Set(gone.map(({ id }) => id))
  const kept = found.filter(({ id }) => !ids.has(id))
  const going = { contactIds: [...ids], why: 'import_undone', asked: null } as const
  await letContactsGo(deps, tx, by, going)
  const unproven = kept.map(({ subjectId }) => subjectId).filter((id) => !gave.has(id))
  const shut = { subjects: unproven, reason: page.reason, at: deps.clock.now(), notOf: null }
  await shutSubjects(tx, accountId, shut)
  return { erased: gone.length, kept: kept.length, last }
}
