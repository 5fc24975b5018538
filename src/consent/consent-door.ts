// The door of consent as a type: what intake, sending, privacy and the routes call.
import type {
  AccountId,
  Caller,
  ControllerId,
  E164,
  EntryId,
  ImportId,
  Instant,
  Language,
  SubjectId,
  WordingId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { SubjectDataHolder, SubjectKeys } from '../vault/index.ts'
import type { AuthorisationRow } from './authorisation-store.ts'
import type {
  Channel,
  EffectiveConsent,
  Evidence,
  EvidenceGrade,
  Medium,
  ObjectionReason,
  Purpose,
  SuppressionScope,
  Witness,
  Wording,
  WordingForm,
} from './consent.ts'
import type { ConsentRefusal, HeardBy, OtherGround, WordingRefusal } from './contract.ts'
import type { GroundRow } from './ground-store.ts'
import type { InForceRule } from './in-force-store.ts'
import type { MendDetails } from './mend.ts'
import type { PublishedFile } from './published-files.ts'
import type { Reconciliation } from './reconcile-store.ts'
import type { AuthorisationInput, AuthorisationOutcome } from './record-authorisation.ts'
import type { DocumentInput, DocumentOutcome, HeldDocument } from './record-document.ts'
import type { GroundInput, GroundOutcome } from './record-ground.ts'

export type WordingDraft = {
  name: string
  language: string
  medium: Medium
  controllerId: ControllerId
  controllerName: string
  shownText: string
  channels: readonly Channel[]
  purposes: readonly Purpose[]
  form: WordingForm
  /** The wording that this one follows; its version is one more. */
  replaces?: WordingId
}

/** A refusal with the sentence that says what to change, and the facts that fill it. */
export type Refused<R extends string> = {
  outcome: 'refused'
  refusal: R
  mend: string
  details: MendDetails
}

export type PublishOutcome = { outcome: 'published'; wording: Wording } | Refused<WordingRefusal>

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
      /** The grade kept: what the witness vouches for; `claimed` when date or wording is missing. */
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

export type TakeBackBulk = {
  /** As `recordConsents` answered. */
  batchIds: readonly string[]
  /** Only of these people; of all of them when null. */
  subjects: readonly SubjectId[] | null
  /** Only what it recorded as a yes; when left out, the noes that it told too. */
  only?: 'consent.given'
  /** A code, written into the ledger. */
  reason: string
}

export type TakenBackBulk = {
  /** How many entries: also of consents that something stronger or later had replaced. */
  entries: number
  /** Whose consent rested on what was taken back, once a consent. */
  takenBack: readonly SubjectId[]
  /** Of those, who has neither a consent for SMS left nor another ground. */
  closed: readonly SubjectId[]
  /** Whose no was taken back with it, so that a consent for SMS or another ground stands again. */
  reopened: readonly SubjectId[]
}

/** What a file says no to; a null means every entity, or every purpose. */
export type RefuseBulk = {
  /** When each said so, as the file dates it; null: it does not. */
  saidAt: ReadonlyMap<SubjectId, Instant | null>
  controllerId: ControllerId | null
  channel: Channel
  purpose: Purpose | null
}

/** Noes of one file; a null is as in `RefuseBulk`. */
export type FileRefusals = Pick<RefuseBulk, 'controllerId' | 'purpose'> & {
  importId: ImportId
  /** Of whom, and when they said so. */
  noes: readonly (readonly [SubjectId, Instant])[]
  /** Made in this transaction: nobody has deleted them. */
  areNew: boolean
}

export type RefusedBulk = {
  /** The batches of the withdrawals: enough to take them back. */
  batchIds: readonly string[]
  /** Of those asked about, who has neither a consent for SMS left nor another ground. */
  closed: readonly SubjectId[]
}

export type ObjectionInput = {
  /** The number's suppression tag. */
  tag: Uint8Array
  /** The person, when the account knows them: their consents end with it. */
  keys: SubjectKeys | null
  scope: SuppressionScope
  reason: ObjectionReason
  /** Where it came from, in the account's words or as the route's id; sealed. */
  origin: string
  /** When the person said so; the record's own time is the clock's. */
  at: Instant
  channel?: Channel
  messageId?: string
  onBehalf?: OnBehalf
}
/** Staff did it in the person's place: how they heard it, and in their words why. */
export type OnBehalf = { heardBy: HeardBy; note: string }
export type StopRow = Pick<ObjectionInput, 'tag' | 'keys' | 'at'>

export type ObjectionOutcome = {
  entryId: EntryId
  /** False when the same number had already objected in this scope. */
  isNew: boolean
  withdrawnConsents: number
}

export type GateQuestion = {
  controllerId: ControllerId
  channel: Channel
  purpose: Purpose
  at: Instant
}

export type WithdrawalInput = GateQuestion & {
  keys: SubjectKeys
  /** Of the number, so that the withdrawal outlives the person's erasure; null: not known. */
  tag: Uint8Array | null
  reason: string
  onBehalf?: OnBehalf
}

/** The truth for one person at one instant, in the order asked. */
export type GateFact = {
  consent: EffectiveConsent
  /** Null when no suppression stands on the number. */
  suppression: SuppressionScope | null
}

export type ConsentEvent = {
  entryId: EntryId
  kind: string
  channel: string
  purpose: string
  recordedAt: Instant
  /** Null until the sequencer has placed it. */
  seq: number | null
  /** Opened with the proof key; null when that key or the body is destroyed. */
  body: Readonly<Record<string, unknown>> | null
}

/** An event with what an outsider needs to check it against its leaf. */
export type DisclosedEvent = Omit<ConsentEvent, 'body'> & {
  /** The canonical body, as it was sealed. */
  body: string
  /** HMAC key of this entry alone, hexadecimal. */
  commitmentKey: string
}

/** Everything needed to show one event to an outsider; a disclosure that `verify.mjs` reads. */
export type Disclosure = {
  seq: number
  /** The canonical body, as it was sealed. */
  body: string
  /** HMAC key of this entry alone, hexadecimal. */
  commitmentKey: string
  /** tlog-proof text: index, hashes, checkpoint. */
  proof: string
}

export type ErasureKind =
  | 'erasure.requested'
  | 'erasure.contact_destroyed'
  | 'erasure.proof_destroyed'

/** A leaf without a person (`key.rotated`, …), or an erasure's, with one. */
export type OtherEvent = {
  kind: 'key.rotated' | 'export.delivered' | ErasureKind
  keys: SubjectKeys | null
  body: Readonly<Record<string, string | number | boolean | null>>
}

export type ExportedFile = { path: string; bytes: Uint8Array }

export type CheckpointState = {
  origin: string
  size: number
  text: string | null
  publicKey: string
  waiting: number
}

export interface Consent {
  createDraft(tx: Tx, caller: Caller, draft: WordingDraft): Promise<Wording>
  /** The defects of a text, with the sentence to mend each in the reader's language. */
  reviewWording(
    draft: Pick<
      WordingDraft,
      'shownText' | 'channels' | 'purposes' | 'form' | 'controllerName' | 'language'
    >,
    reader: Language,
  ): readonly Refused<WordingRefusal>[]
  publishWording(tx: Tx, caller: Caller, wordingId: WordingId): Promise<PublishOutcome>
  listWordings(tx: Tx, accountId: AccountId): Promise<Wording[]>
  findWording(tx: Tx, accountId: AccountId, wordingId: WordingId): Promise<Wording | null>

  recordConsent(tx: Tx, caller: Caller, input: RecordInput): Promise<RecordOutcome>
  /** On paper or by voice, with the file that shows it; on a refusal take the transaction back. */
  recordWithDocument(tx: Tx, caller: Caller, input: DocumentInput): Promise<DocumentOutcome>
  /** A ground other than consent, when it is on, allowed and complete. */
  recordGround(tx: Tx, caller: Caller, input: GroundInput): Promise<GroundOutcome>
  /** A parent's word for a person below the age of consent, beside that person's own. */
  recordAuthorisation(
    tx: Tx,
    caller: Caller,
    input: AuthorisationInput,
  ): Promise<AuthorisationOutcome>
  withdrawAuthorisation(
    tx: Tx,
    caller: Caller,
    asked: { keys: SubjectKeys; controllerId: ControllerId; purpose: Purpose; reason: string },
  ): Promise<{ entryId: EntryId } | null>
  authorisationsOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<AuthorisationRow[]>
  /** Of these people, those for whom a parent's word counts at an instant. */
  authorisedAmong(
    tx: Tx,
    accountId: AccountId,
    asked: {
      subjects: readonly SubjectId[]
      controllerId: ControllerId
      purpose: Purpose
      at: Instant
    },
  ): Promise<Set<SubjectId>>
  groundsOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<GroundRow[]>
  /** Which grounds other than consent are on; none to begin with. */
  switchedOn(tx: Tx, accountId: AccountId): Promise<OtherGround[]>
  switchGrounds(tx: Tx, accountId: AccountId, grounds: readonly OtherGround[]): Promise<void>
  /** What the entry that allowed a message was. */
  groundOfEntry(tx: Tx, accountId: AccountId, entryId: EntryId): Promise<'consent' | OtherGround>
  documentsOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<HeldDocument[]>
  /** In clear: whoever calls it records the look in the same transaction. */
  openDocument(
    tx: Tx,
    accountId: AccountId,
    documentId: string,
  ): Promise<{ document: HeldDocument; subjectId: SubjectId; bytes: Buffer }>
  /** Thousands a call, for imports; the whole batch stands in `tx`. */
  recordConsents(tx: Tx, caller: Caller, batch: ConsentBatch): Promise<BulkOutcome>
  /** The person takes back one consent; null when none was given. */
  withdrawConsent(
    tx: Tx,
    caller: Caller,
    input: WithdrawalInput,
  ): Promise<{ entryId: EntryId } | null>
  /** Takes back what those batches recorded: what stood before it stands again. No objection. */
  takeBackBulk(tx: Tx, caller: Caller, input: TakeBackBulk): Promise<TakenBackBulk>
  /**
   * A file says no for these people: what they agreed to before it ends, whatever it rests on, and
   * so does another ground, for good.
   */
  refuseBulk(tx: Tx, caller: Caller, input: RefuseBulk): Promise<RefusedBulk>
  /** Noes that a file told, so that no file brings an older yes: also where nothing was to end. */
  addFileRefusals(tx: Tx, accountId: AccountId, told: FileRefusals): Promise<void>
  /** With the import that told them, a page a call; `freed`: of whom no other file told one. */
  deleteFileRefusals(
    tx: Tx,
    accountId: AccountId,
    told: { importId: ImportId; limit: number },
  ): Promise<{ deleted: number; freed: SubjectId[] }>
  /** Which of these people have a consent that stands, whatever it rests on, or another ground. */
  subjectsWhoGave(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<SubjectId[]>
  /** STOP or any objection: effective at the commit of `tx`, for the account, whatever the purpose. */
  recordStop(tx: Tx, caller: Caller, input: ObjectionInput): Promise<ObjectionOutcome>
  /** An imported opposition list: one objection a row, all with the same scope and reason. */
  recordStops(
    tx: Tx,
    caller: Caller,
    input: Pick<ObjectionInput, 'scope' | 'reason' | 'origin'> & { rows: readonly StopRow[] },
  ): Promise<{ recorded: number; alreadyThere: number }>

  /**
   * The gate's truth, one statement for thousands, at acceptance and at the moment of leaving.
   * `subjects[i]` and `tags[i]` are the same person; a null subject has no consent.
   */
  gateFacts(
    tx: Tx,
    accountId: AccountId,
    people: {
      subjects: readonly (SubjectId | null)[]
      tags: readonly (Uint8Array | null)[]
    },
    question: GateQuestion,
  ): Promise<GateFact[]>
  /**
   * Which of these numbers have objected: the scope, or null, in the order asked. Throws
   * `consent.suppressions_unknown` where nobody can say so of one of them.
   */
  suppressionsOf(
    tx: Tx,
    accountId: AccountId,
    tags: readonly (Uint8Array | null)[],
  ): Promise<(SuppressionScope | null)[]>
  /** For whoever lets messages pass, and writes nothing down: `all` where nobody can say. */
  suppressionsAtGate(
    tx: Tx,
    accountId: AccountId,
    tags: readonly (Uint8Array | null)[],
  ): Promise<(SuppressionScope | null)[]>
  /** For whoever shows it: what is known, and the places of which nobody can say more. */
  suppressionsKnown(
    tx: Tx,
    accountId: AccountId,
    tags: readonly (Uint8Array | null)[],
  ): Promise<{ scopes: (SuppressionScope | null)[]; unknown: ReadonlySet<number> }>
  /** False: of some numbers nobody can say whether they have objected, until it is mended. */
  suppressionsWhole(accountId: AccountId): Promise<boolean>
  /** What the account holds to be enough for marketing; complete evidence of any grade by default. */
  setPolicy(
    tx: Tx,
    accountId: AccountId,
    policy: {
      minimumGrade: EvidenceGrade
      validMonths: number
      /** As before when left out. */
      proofMonths?: number | undefined
    },
  ): Promise<void>

  /** Their contacts go: what proves their consents stays to a set date, and lets nothing leave. */
  letGo(tx: Tx, accountId: AccountId, subjects: readonly SubjectId[]): Promise<void>
  /** Destroys a page of the proofs whose day has come; how many. */
  endHolds(tx: Tx, accountId: AccountId, limit: number): Promise<number>
  /** One before its day; false when none is held. */
  endHold(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<boolean>

  /** Tells the ledger which consents have run out, a batch a call. */
  expireConsents(tx: Tx, caller: Caller): Promise<{ expired: number; more: boolean }>
  /** Tells the ledger that these people are asked once more; who can be told is answered. */
  recordAsking(
    tx: Tx,
    caller: Caller,
    asked: Omit<GateQuestion, 'at'> & { subjects: readonly SubjectId[] },
  ): Promise<SubjectId[]>
  /** Of these people, those whom a consent or another ground lets marketing by SMS reach today. */
  inForceAmong(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
    at: Instant,
  ): Promise<Set<SubjectId>>
  /** The same as conditions for a statement over more people than are read. */
  inForceRule(tx: Tx, accountId: AccountId, at: Instant): Promise<InForceRule>
  policyOf(
    tx: Tx,
    accountId: AccountId,
  ): Promise<{
    minimumGrade: EvidenceGrade
    validMonths: number
    proofMonths: number
    isDefault: boolean
  }>

  statesOf(
    tx: Tx,
    accountId: AccountId,
    subjectId: SubjectId,
    at: Instant,
  ): Promise<
    (Omit<GateQuestion, 'at'> & {
      consent: EffectiveConsent
      since: Instant
      validUntil: Instant
    })[]
  >
  historyOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<ConsentEvent[]>
  /** For exports: many people at once, those with entries that still open. */
  disclosuresOf(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<Map<SubjectId, DisclosedEvent[]>>
  proveConsent(tx: Tx, accountId: AccountId, entryId: EntryId): Promise<Disclosure>
  recordEvent(tx: Tx, caller: Caller, event: OtherEvent): Promise<EntryId>

  /** Orders what is committed and not yet sequenced, extends the tiles, signs a checkpoint. */
  /** Whether tiles on disk hold more than the database knows, in any account. */
  isLedgerAhead(): Promise<boolean>
  sequenceOnce(accountId: AccountId): Promise<{ sequenced: number; size: number }>
  checkpoint(tx: Tx, accountId: AccountId): Promise<CheckpointState>
  /** What is public of an account's ledger: its signed checkpoint, or a tile of hashes. No person. */
  published(accountId: AccountId, what: PublishedFile): Promise<Buffer | null>
  /** Vouches for rows from before MACs, then raises the mark beside the keys. Harmless to repeat. */
  watch(accountId: AccountId, isStopping?: () => boolean): Promise<void>
  /** Compares the tables with the ledger; `mends`: they become what it says. */
  reconcile(
    caller: Caller,
    asked?: { mends?: boolean; isStopping?: () => boolean; logRowsMax?: number },
  ): Promise<Reconciliation>
  /** What the last comparison found; null before the first. */
  reconciliation(tx: Tx, accountId: AccountId): Promise<Reconciliation | null>
  /** The folder that `verify.mjs` reads, file by file. */
  exportLedger(
    tx: Tx,
    accountId: AccountId,
    options: { disclose: readonly EntryId[] },
  ): Promise<AsyncIterable<ExportedFile>>
  holder: SubjectDataHolder
}
