// What each room that holds data of people answers to when a person asks for it, or to be erased.
import type { AccountId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'

/** One heading of an export, with plain values that a person can read. */
export type SubjectExport = Readonly<Record<string, unknown>>

export interface SubjectDataHolder {
  readonly room: string
  /** All that the room holds of the person, opened; null when nothing. */
  exportSubject(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<SubjectExport | null>
  /**
   * Deletes or empties what the room holds of these people, some hundreds at most; how many rows.
   * What must stay says so in the data map.
   */
  eraseSubjects(tx: Tx, accountId: AccountId, subjects: readonly SubjectId[]): Promise<number>
  /**
   * The same of what it holds of these people by their numbers alone, and of no contact: how many
   * rows of what. `isErasure`: the person is erased; else a period, an undo or a lost key lets the
   * contact go.
   */
  eraseNumbers?(
    tx: Tx,
    accountId: AccountId,
    numberTags: readonly Buffer[],
    isErasure: boolean,
  ): Promise<Readonly<Record<string, number>>>
}
