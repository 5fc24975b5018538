// Puts the room's door together: what an import needs of it, and what a person may ask for.
import { restrictedAmong, restrictedPeople } from '../contacts/index.ts'
import type { AccountId, ControllerId, ImportId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { SubjectDataHolder } from '../vault/index.ts'
import type { SensitiveCategory } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { checkColumns, type Kept, keepValues, type SensitiveBatch } from './keep-values.ts'
import { sensitiveHolder } from './look-at-values.ts'
import { deleteOfImport, endSparedOfImport, valuesOfSubject } from './store.ts'

export interface Sensitive {
  /**
   * Refuses a column whose legal basis is not in force for its category; whose the legal bases are.
   */
  checkColumns(
    tx: Tx,
    accountId: AccountId,
    columns: readonly { legalBasisId: string; category: SensitiveCategory }[],
  ): Promise<ControllerId | null>
  /**
   * Seals what a batch says; a legal basis that has ended, or a person who did not agree,
   * lets none in.
   */
  keep(tx: Tx, accountId: AccountId, batch: SensitiveBatch): Promise<Kept>
  /**
   * A page of what an import brought; how many went. Of whoever asked that their data only be kept
   * (GDPR 18) nothing goes before that is lifted.
   */
  takeBack(tx: Tx, accountId: AccountId, importId: ImportId, limit: number): Promise<number>
  /** How many values are stored of one person; what they say is not opened. */
  countOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<number>
  holder: SubjectDataHolder
}

export function createSensitive(
  deps: Pick<SensitiveDeps, 'vault' | 'clock' | 'consent'>,
): Sensitive {
  return {
    checkColumns: (tx, accountId, columns) => checkColumns(deps, tx, accountId, columns),
    keep: (tx, accountId, batch) => keepValues(deps, tx, accountId, batch),
    takeBack: async (tx, accountId, importId, limit) => {
      const spared = await restrictedPeople(tx, accountId)
      const at = deps.clock.now()
      await endSparedOfImport(tx, accountId, importId, { at, spared })
      return deleteOfImport(tx, accountId, importId, { limit, spared })
    },
    countOf: async (tx, accountId, subjectId) => {
      const overdue = (await restrictedAmong(tx, accountId, [subjectId])).size > 0
      const asked = { at: deps.clock.now(), which: 'all' as const, overdue }
      return (await valuesOfSubject(tx, accountId, subjectId, asked)).length
    },
    holder: sensitiveHolder(deps),
  }
}
