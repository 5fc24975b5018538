// The ledger of an account: what is proved, what is public,
// and whether the tables say what it says.
import type { AccountId, Caller, Clock, EntryId, Language, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type Reconciliation, readReconciliation } from '../store/reconcile-store.ts'
import { type ExportDeps, type ExportedFile, exportLedger } from './export-ledger.ts'
import { watchAccount } from './guard-upkeep.ts'
import { isLedgerAhead } from './ledger-ahead.ts'
import {
  type DisclosedEvent,
  type Disclosure,
  disclosuresOf,
  type ProofDeps,
  proveConsent,
} from './prove-consent.ts'
import { type PersonProofs, provePerson } from './prove-person.ts'
import { type PublishedFile, readPublished } from './published-files.ts'
import { type CheckpointDeps, type CheckpointState, readCheckpoint } from './read-checkpoint.ts'
import { type ReconcileDeps, reconcile } from './reconcile.ts'
import { type OtherEvent, recordEvent } from './record-event.ts'
import type { Sequencer } from './sequence.ts'
import { ledgerSigner } from './signing-key.ts'
import type { EntryDeps } from './write-entries.ts'

/** For proofs, exports and the comparison of tables with the ledger. */
export interface ConsentLedger {
  /** Orders what is committed and not yet sequenced, extends the tiles, signs a checkpoint. */
  sequenceOnce(accountId: AccountId): Promise<{ sequenced: number; size: number }>
  /** Whether tiles on disk hold more than the database knows, in any account. */
  isLedgerAhead(): Promise<boolean>
  checkpoint(tx: Tx, accountId: AccountId): Promise<CheckpointState>
  /**
   * What is public of an account's ledger: its signed checkpoint, its key, or a tile of hashes. No
   * person.
   */
  published(accountId: AccountId, what: PublishedFile): Promise<Buffer | null>
  recordEvent(tx: Tx, caller: Caller, event: OtherEvent): Promise<EntryId>
  proveConsent(tx: Tx, accountId: AccountId, entryId: EntryId): Promise<Disclosure>
  /** For exports: many people at once, those with entries that still open. */
  disclosuresOf(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<Map<SubjectId, DisclosedEvent[]>>
  /** One person's entries with their proofs: a folder that `verify.mjs` checks without the rest. */
  provePerson(
    tx: Tx,
    accountId: AccountId,
    asked: { subjectId: SubjectId; language: Language },
  ): Promise<PersonProofs>
  /** The folder that `verify.mjs` reads, file by file. */
  exportLedger(
    tx: Tx,
    accountId: AccountId,
    options: { disclose: readonly EntryId[] },
  ): Promise<AsyncIterable<ExportedFile>>
  /**
   * Vouches for rows from before MACs, then raises the mark beside the keys. Harmless to repeat.
   */
  watch(accountId: AccountId, isStopping?: () => boolean): Promise<void>
  /** Compares the tables with the ledger; `mends`: they become what it says. */
  reconcile(
    caller: Caller,
    asked?: { mends?: boolean; isStopping?: () => boolean; logRowsMax?: number },
  ): Promise<Reconciliation>
  /** What the last comparison found; null before the first. */
  reconciliation(tx: Tx, accountId: AccountId): Promise<Reconciliation | null>
}

export type ConsentLedgerDeps = ProofDeps &
  ExportDeps &
  CheckpointDeps &
  ReconcileDeps &
  EntryDeps & { clock: Clock; sequencer: Sequencer }

export function createConsentLedger(deps: ConsentLedgerDeps): ConsentLedger {
  const { dataFolder, vault } = deps
  const keyText = (accountId: AccountId, origin: string) =>
    ledgerSigner(vault.accountSigningSeed(accountId)).keyText(origin)
  return {
    sequenceOnce: deps.sequencer.sequenceOnce,
    isLedgerAhead: () => isLedgerAhead(deps),
    checkpoint: (tx, accountId) => readCheckpoint(deps, tx, accountId),
    published: (accountId, what) => readPublished({ dataFolder, keyText }, accountId, what),
    recordEvent: (tx, caller, event) => recordEvent(deps, tx, caller, event),
    proveConsent: (tx, accountId, entryId) => proveConsent(deps, tx, accountId, entryId),
    disclosuresOf: (tx, accountId, subjects) => disclosuresOf(deps, tx, accountId, subjects),
    provePerson: (tx, accountId, asked) => provePerson(deps, tx, accountId, asked),
    exportLedger: (tx, accountId, options) => exportLedger(deps, tx, accountId, options),
    watch: (...asked) => watchAccount(deps, ...asked),
    reconcile: (...asked) => reconcile(deps, ...asked),
    reconciliation: readReconciliation,
  }
}
