// Values of articles 9 and 10 of a whole account, by person, for the copy that its owner takes.
import type { AccountId, SubjectId } from '../kernel/index.ts'
import type { SensitiveShown } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { heldTo } from './look-at-values.ts'
import { subjectsWithValues } from './store.ts'

export type ExportedValue = SensitiveShown['items'][number] & { subjectId: SubjectId }

/** What rests on a consent that somebody withdrew is about to go, and is not copied. */
export async function exportValues(
  deps: Pick<SensitiveDeps, 'database' | 'vault' | 'clock' | 'consent'>,
  accountId: AccountId,
  page: { after: SubjectId | null; limit: number },
): Promise<{ values: ExportedValue[]; last: SubjectId | null }> {
  return deps.database.inAccount(accountId, async (tx) => {
    const subjects = await subjectsWithValues(tx, accountId, page)
    const values: ExportedValue[] = []
    for (const subjectId of subjects) {
      const held = await heldTo(deps, tx, accountId, subjectId)
      values.push(...held.map((one) => ({ subjectId, ...one })))
    }
    return { values, last: subjects.length < page.limit ? null : (subjects.at(-1) ?? null) }
  })
}
