// What preferences needs: the rooms on its left, and two ports that the app fills.
import type { Audit } from '../audit/index.ts'
import type {
  AccountPolicy,
  ConsentGate,
  ConsentLedger,
  ConsentLifecycle,
  Objections,
  PersonConsents,
  ProofPart,
  Recording,
  TakenBack,
  Wordings,
} from '../consent/index.ts'
import type { Contacts } from '../contacts/index.ts'
import type { OwnAddress } from '../http/index.ts'
import type { Jobs } from '../jobs/index.ts'
import type {
  AccountId,
  Clock,
  DataMap,
  E164,
  Instant,
  Language,
  MakeId,
  MessageId,
  Randomness,
  RouteId,
  SubjectId,
} from '../kernel/index.ts'
import type { Mail } from '../notifications/index.ts'
import type { Logger } from '../observability/index.ts'
import type { SendMessage } from '../sending/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { SubjectDataHolder, Vault } from '../vault/index.ts'

/** Who received data of a person, and in which country they are. */
export type Recipient = { name: string; country: string }

/** For how long a kind of data is kept; null: until the person or the account ends it. */
export type RetentionPeriod = {
  what: 'contact' | 'texts' | 'results' | 'replies' | 'proofs' | 'consents' | 'requests' | 'looks'
  length: { months: number } | { days: number } | null
}

/** What the account decided on whether the answer names those who looked; by whom, and why. */
export type NamesDecision = {
  areGiven: boolean
  decidedBy: string
  /** A day: `2026-12-01`. */
  decidedOn: string
  why: string
}

/** With its country in the text, or with the words that nobody declared it. */
export type OtherRecipient = {
  kind: 'declared' | 'program'
  name: string
  text: string
  purposes: readonly string[]
}

/** What the whole installation knows of a person, for the answer to whoever asks for all of it. */
export type AnswerPort = {
  dataMaps(): readonly DataMap[]
  holders(): readonly SubjectDataHolder[]
  /** Every supplier by id; asked before the transaction that reads a person. */
  suppliers(): Promise<ReadonlyMap<string, Recipient>>
  retentionPeriods(tx: Tx, accountId: AccountId): Promise<RetentionPeriod[]>
  /** Null: nobody decided, and no name is given. */
  namesDecision(tx: Tx, accountId: AccountId): Promise<NamesDecision | null>
  /** Whom else the register and the public notice name: programs of the account, and declared. */
  otherRecipients(tx: Tx, accountId: AccountId, language: Language): Promise<OtherRecipient[]>
  /** The program that checks proofs, as one file. */
  verifier(): Buffer
  mail: Pick<Mail, 'sendMail'>
  /** What a handset shows as from where a person asks for a code: one that the account may use. */
  senderOf(tx: Tx, accountId: AccountId): Promise<string | null>
  /** Whether messages may leave under this name today, in some country. */
  isSenderUsable(tx: Tx, accountId: AccountId, name: string): Promise<boolean>
}
export type AnswerDeps = PreferencesDeps

/** `holds`: what they say of the person beside their consents; null: it was not noted. */
export type KeptProofs = { count: number; until: Instant; holds: readonly ProofPart[] | null }

export type PreferencesDeps = OwnAddress & {
  database: Database
  vault: Vault
  audit: Pick<Audit, 'record' | 'list' | 'count' | 'giveReasons'>
  contacts: Contacts
  consent: Wordings &
    Recording &
    PersonConsents &
    Objections &
    ConsentGate &
    Pick<AccountPolicy, 'switchedOn'> &
    Pick<ConsentLifecycle, 'holdsProofs'> &
    Pick<ConsentLedger, 'checkpoint' | 'disclosuresOf' | 'provePerson' | 'sequenceOnce'>
  /** Of articles 9 and 10: how much is stored of a person, and nothing of what it says. */
  sensitive: { countOf(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<number> }
  answer: AnswerPort
  clock: Clock
  randomness: Randomness
  makeId: MakeId
  jobs: Pick<Jobs, 'enqueue'>
  logger: Pick<Logger, 'error'>
  sendMessage: SendMessage
  /** Why the gate said no to this message at once; null when it did not. */
  refusalOf(accountId: AccountId, messageId: MessageId): Promise<string | null>
  /** Whether a message with this id was accepted, and why the gate said no to it at once. */
  fateOf(accountId: AccountId, messageId: MessageId): Promise<{ refusal: string | null } | null>
  /**
   * Resolves when nothing of this to the number waits, or is in an engine's hand. Waits no longer
   * than `until`; left out, its own time.
   */
  nothingLeaves(accountId: AccountId, number: E164, of: TakenBack, until?: Instant): Promise<void>
  /** Whether this link led to the page of somebody who is erased; where they read of it then. */
  erasedPath(token: string): Promise<string | null>
  /** What is kept of whoever was erased by this request, to a day; null: nothing. */
  keptAfterErasure(tx: Tx, accountId: AccountId, requestId: string): Promise<KeptProofs | null>
  /** Where anybody reads how the account uses personal data: `/notice/…`. */
  noticePath(tx: Tx, accountId: AccountId): Promise<string>
  /** Whose notice has this code in its address; null: nobody’s. */
  accountOfNotice(code: string): Promise<AccountId | null>
  /** The installation's routes, and the number of each that takes replies. */
  replyNumbers(): readonly { id: RouteId; shortcode: string | null }[]
}
