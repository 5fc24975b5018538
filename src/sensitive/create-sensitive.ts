// Puts the room's door together: what an import needs of it, and what a person may ask for.
import type { AccountId, ControllerId, ImportId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { SubjectDataHolder } from '../vault/index.ts'
import type { SensitiveCategory } from './contract.ts'
import type { SensitiveDeps } from './deps.ts'
import { checkColumns, type Kept, keepValues, type SensitiveBatch } from './keep-values.ts'
import { sensitiveHolder } from './look-at-values.ts'
import { deleteOfImport, valuesOfSubject } from './store.ts'

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
  /** A page of what an import brought; how many went. */
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
    takeBack: deleteOfImport,
    countOf: async (tx, accountId, subjectId) => {
      const asked = { at: deps.clock.now(), which: 'all' as const }
      return (await valuesOfSubject(tx, accountId, subjectId, asked)).length
    },
    holder: sensitiveHolder(deps),
  }
}
