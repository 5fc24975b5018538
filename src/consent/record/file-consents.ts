// What files say of thousands of people: consents, refusals, and what takes them back.
import type { AccountId, Caller, ImportId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type RefuseBulk, type RefusedBulk, refuseBulk } from '../revoke/refuse-bulk.ts'
import { type TakeBackDeps, type TakenBackBulk, takeBackBulk } from '../revoke/take-back.ts'
import { subjectsWhoGave } from '../store/entry-store.ts'
import {
  addFileRefusals,
  deleteFileRefusals,
  type FileRefusals,
} from '../store/file-refusal-store.ts'
import type { TakeBackBulk } from '../store/take-back-store.ts'
import type { BulkOutcome, ConsentBatch } from './consent-input.ts'
import { type RecordDeps, recordConsents } from './record-consent.ts'

/** For imports: each call is one batch of a file. */
export interface FileConsents {
  /** Thousands a call, for imports; the whole batch stands in `tx`. */
  recordConsents(tx: Tx, caller: Caller, batch: ConsentBatch): Promise<BulkOutcome>
  /** Takes back what those batches recorded: what stood before it stands again. No objection. */
  takeBackBulk(tx: Tx, caller: Caller, input: TakeBackBulk): Promise<TakenBackBulk>
  /**
   * A file says no for these people: what they agreed to before it ends, whatever it rests on, and
   * so does another legal basis, for good.
   */
  refuseBulk(tx: Tx, caller: Caller, input: RefuseBulk): Promise<RefusedBulk>
  /**
   * Objections that a file told, so that no file brings an older yes:
   * also where nothing was to end.
   */
  addFileRefusals(tx: Tx, accountId: AccountId, told: FileRefusals): Promise<void>
  /** With the import that told them, a page a call; `freed`: of whom no other file told one. */
  deleteFileRefusals(
    tx: Tx,
    accountId: AccountId,
    told: { importId: ImportId; limit: number },
  ): Promise<{ deleted: number; freed: SubjectId[] }>
  /**
   * Which of these people have a consent that stands, whatever it rests on, or another legal basis.
   */
  subjectsWhoGave(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<SubjectId[]>
}

export function createFileConsents(deps: RecordDeps & TakeBackDeps): FileConsents {
  return {
    recordConsents: (tx, caller, batch) => recordConsents(deps, tx, caller, batch),
    takeBackBulk: (tx, caller, input) => takeBackBulk(deps, tx, caller, input),
    refuseBulk: (tx, caller, input) => refuseBulk(deps, tx, caller, input),
    addFileRefusals,
    deleteFileRefusals,
    subjectsWhoGave,
  }
}
