// The input of recording consents: one person's, or thousands from a file.
import type {
  ControllerId,
  E164,
  EntryId,
  ImportId,
  Instant,
  WordingId,
} from '../../kernel/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import type { Channel, Evidence, EvidenceGrade, Purpose, Witness } from '../consent.ts'
import type { ConsentRefusal } from '../contract.ts'
import type { Refused } from '../wording/mend.ts'

export type RecordInput = {
  keys: SubjectKeys
  wordingId: WordingId | null
  controllerId: ControllerId
  channel: Channel
  purpose: Purpose
  evidence: Evidence
  /** Who vouches for the evidence: the grade that is kept depends on it. */
  witness: Witness
  /** True for what comes from elsewhere: however well it is proven, an objection here stands. */
  neverLifts?: boolean
  /** As another ledger had it; else the account's policy says until when. */
  validUntil?: Instant
  /** The suppression tag of the number that the consent is for; null for another channel. */
  tag: Uint8Array | null
}

export type RecordOutcome =
  | {
      outcome: 'recorded'
      entryId: EntryId
      /**
       * The grade kept: what the witness vouches for; `claimed` when date or wording is missing.
       */
      grade: EvidenceGrade
      /** True when an objection stood and the person's own act lifted it. */
      liftedObjection: boolean
    }
  | Refused<ConsentRefusal>

/** What all rows of one bulk share. */
export type ConsentBatch = {
  controllerId: ControllerId
  channel: Channel
  purpose: Purpose
  grade: EvidenceGrade
  /** Who vouches for all of them; `declared` when left out. */
  witness?: Witness
  importId?: ImportId
  importFileSha256?: string
  rows: readonly ConsentRow[]
}

export type ConsentRow = {
  keys: SubjectKeys
  tag: Uint8Array | null
  number: E164 | null
  wordingId: WordingId | null
  givenAt: Instant | null
  source: string | null
  /** The row's place in the file, from 1. */
  importRow?: number
  /** True when this transaction has made the person: then nothing is held of them yet. */
  isNew?: boolean
}

/** One answer a row, in the order of the rows. `unproven`: kept as a claim, sends nothing. */
export type BulkOutcome = {
  outcomes: readonly ('recorded' | 'unproven' | ConsentRefusal)[]
  entryIds: readonly (EntryId | null)[]
  /** The batches that the new entries are in: enough to take back all of them. */
  batchIds: readonly string[]
}
