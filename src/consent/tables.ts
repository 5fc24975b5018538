// Row types of this room's tables, as the stores read them.
import type { ControllerId, EntryId, Instant, SubjectId, WordingId } from '../kernel/index.ts'
import type { Channel, Medium, Purpose, WordingForm, WordingState } from './consent.ts'
import type { OtherLegalBasis } from './contract.ts'

export type WordingRow = {
  wording_id: WordingId
  name: string
  version: number
  language: string
  medium: Medium
  controller_id: ControllerId
  controller_name: string
  shown_text: string
  sha256: Buffer
  channels: Channel[]
  purposes: string[]
  form: WordingForm
  state: WordingState
  created_at: Instant
  published_at: Instant | null
  entry_id: EntryId | null
}

/** An entry about to be written: what the leaf will say, and the sealed body. */
export type NewEntry = {
  entryId: EntryId
  kind: string
  purpose: string
  channel: string
  wordingSha256: Uint8Array | null
  link: Uint8Array | null
  commitment: Uint8Array
  subjectId: SubjectId | null
  bodySealed: Uint8Array
}

/** What one consent of a person is about. */
export type StateKey = { controllerId: ControllerId; channel: Channel; purpose: Purpose }

export type StateRow = {
  subject_id: SubjectId
  controller_id: ControllerId
  channel: Channel
  purpose: string
  state: 'given' | 'withdrawn'
  since: Instant
  valid_until: Instant
  grade_rank: number
  wording_id: WordingId | null
  entry_id: EntryId
}

export type HeldState = Omit<StateRow, 'controller_id' | 'channel' | 'purpose'> & {
  /** Null: from before MACs. */
  mac: Buffer | null
}

export type NewState = {
  subjectId: SubjectId
  since: Instant
  validUntil: Instant
  gradeRank: number
  wordingId: WordingId | null
  entryId: EntryId
}

export type PolicyRow = { minimum_rank: number; valid_months: number; proof_months: number }

export type TreeRow = {
  origin: string
  size: number
  frontier: Buffer
  last_hash: Buffer | null
  last_at: Instant
  public_key: Buffer
}

export type BatchRow = { ord: number; batch_id: string; entries: number; mac: Buffer | null }

export type SequencedRow = {
  first_seq: number
  batch_id: string
  entries: number
  previous_hash: Buffer | null
  previous_at: Instant
}

/** An entry as the sequencer reads it: its hashes already as base64url text. */
export type LeafRow = {
  kind: string
  purpose: string
  channel: string
  n: string
  lk: string
  cm: string
  recorded_at: Instant
}

export type BodyRow = {
  entry_id: EntryId
  kind: string
  channel: string
  purpose: string
  recorded_at: Instant
  subject_id: SubjectId | null
  body_sealed: Buffer | null
}

/** A legal basis other than consent, of one person. */
export type LegalBasisRow = {
  subject_id: SubjectId
  controller_id: ControllerId
  purpose: string
  legal_basis: OtherLegalBasis
  since: Instant
  valid_until: Instant
  wording_id: WordingId
  entry_id: EntryId
}
