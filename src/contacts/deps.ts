// What the use cases of contacts need from outside.
import type { Audit } from '../audit/index.ts'
import type {
  AccountId,
  Caller,
  CampaignId,
  Clock,
  ContactId,
  ControllerId,
  E164,
  ImportId,
  Instant,
  ListId,
  MakeId,
  SubjectId,
} from '../kernel/index.ts'
import type { Database, Tx } from '../storage/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AboutKind, StatusCount } from './contract.ts'

export type AccountFacts = {
  /** A sandbox account accepts numbers of the fiction ranges. */
  kind: 'live' | 'sandbox'
  /** ISO 3166-1 alpha-2: how numbers without a country code are meant. */
  country: string
}

/**
 * The one rule of a person's status: `status` is an expression over a contact named `person`, with
 * the joins of `each` (some people, each looked up) or of `all` (a whole account). It takes the
 * first parameters.
 */
export type StatusRule = {
  each: string
  all: string
  status: string
  values: readonly unknown[]
}

/** What the status of one person rests on. */
export type StatusLegalBases = {
  withdrawnAt: Instant | null
  since: Instant | null
  validUntil: Instant | null
  objection: { scope: 'marketing' | 'relational' | 'all'; month: string; reason: string } | null
  /** What showed that the number no longer works. */
  dead: { since: Instant; answer: 'unknown_subscriber' | 'repeated_failures' } | null
}

/** Expressions over a contact named `person`, of the account in $1: what segments may ask. */
export type PersonFacts = {
  /** When they last wrote, or null. */
  lastReplyAt: string
  /** The last day on which they agreed to something that stands, or null. */
  agreedAt: string
  /** Whether something was sent to them since an instant: to those of the array `subjects`. */
  writtenSince(instant: string, subjects: string): string
  /** What became of a campaign for them: for those of the array `subjects`. */
  ofCampaign(what: CampaignFact, campaign: string, subjects: string): string
}
export type CampaignFact = 'sent' | 'delivered' | 'not_delivered' | 'replied'

/** What consent and sending know of people; `app` puts it together. */
export type Statuses = {
  facts: PersonFacts
  /** Whether anything of a campaign has left, and its messages are kept. */
  keepsMessagesOf(tx: Tx, accountId: AccountId, campaignId: CampaignId): Promise<boolean>
  /** Of one entity or purpose alone where they are named; else of whichever lets most. */
  rule(
    tx: Tx,
    accountId: AccountId,
    asked: { at: Instant; about?: StatusAbout },
  ): Promise<StatusRule>
  legalBases(
    tx: Tx,
    accountId: AccountId,
    people: readonly { subjectId: SubjectId; suppressionTag: Uint8Array | null }[],
  ): Promise<ReadonlyMap<SubjectId, StatusLegalBases>>
}
export type StatusAbout = { controllerId: ControllerId | null; purpose: string | null }

export type Counted = { statuses: readonly StatusCount[]; countedAt: Instant }

/** What a contact tells of itself without being opened; null: it narrows nothing. */
export type Narrowing = {
  importId: ImportId | null
  /** True: brought by an import; false: not; null: either. */
  isImported: boolean | null
  country: string | null
  postcodeArea: string | null
  from: Instant | null
  until: Instant | null
}

export type KeptCounts = {
  ofAll(tx: Tx, accountId: AccountId): Promise<Counted>
  /** Each list that is asked for; one of nobody has no statuses. */
  ofLists(
    tx: Tx,
    accountId: AccountId,
    listIds: readonly ListId[],
  ): Promise<ReadonlyMap<ListId, Counted>>
  /** Those alone whom the list of contacts shows with the same filters. */
  ofNarrowed(
    tx: Tx,
    accountId: AccountId,
    listId: ListId | null,
    narrowing: Narrowing,
  ): Promise<Counted>
  /** A list was changed as a whole: what is remembered of the account is counted anew. */
  forget(accountId: AccountId): void
}

export type ContactsRoutesDeps = ContactsDeps & {
  statuses: Statuses
  counts: KeptCounts
  /** How many campaigns still have to read one of these lists, or may read it again. */
  campaignsOf(tx: Tx, accountId: AccountId, listIds: readonly ListId[]): Promise<number>
  /** Names of what only other rooms know. Absent where no other room is there. */
  namesElsewhere?: NamesElsewhere
}

/** `idsOf`: which things of these kinds the journal's entries are about. */
export type NamesElsewhere = (
  tx: Tx,
  accountId: AccountId,
  idsOf: (kinds: readonly AboutKind[]) => readonly string[],
) => Promise<{ kind: AboutKind; id: string; name: string }[]>

/** How a person asked to be erased; nobody asked where somebody just deletes a contact. */
export type ErasureAsked = {
  how: 'page' | 'phone' | 'letter' | 'email' | 'in_person' | 'web'
  at: Instant
  requestId: string
}

/** `key_gone`: a row came back with an older database, and its key did not. */
export type LeavingWhy =
  | 'asked'
  | 'contact_deleted'
  | 'quarantine_deleted'
  | 'retention'
  | 'import_undone'
  | 'key_gone'

export type LeavingPerson = {
  contactId: ContactId
  subjectId: SubjectId
  numberTag: Buffer
  suppressionTag: Buffer | null
}

/** People whose contacts are locked and about to go, together and for one reason. */
export type Leaving = {
  people: readonly LeavingPerson[]
  why: LeavingWhy
  asked: ErasureAsked | null
  /** Those that still open; asked before they go. */
  numbers(whose: readonly SubjectId[]): Promise<E164[]>
}

/** What other rooms hold of people goes before `go`, and what went is recorded after it. */
export type Erasures = {
  erase(
    tx: Tx,
    by: Pick<Caller, 'accountId' | 'by'>,
    leaving: Leaving,
    go: () => Promise<void>,
  ): Promise<void>
}

/** Requests of people about their data, as the room on the right keeps them. */
export type OpenRequests = {
  /** Of these people, those without an answer, the first due first. */
  of(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<{ subjectId: SubjectId; requestId: string }[]>
  /** Whoever in the account waits for an answer. */
  people(tx: Tx, accountId: AccountId): Promise<SubjectId[]>
  /** The one by which the data of this person was restricted last: it is lifted there. */
  restriction(tx: Tx, accountId: AccountId, subjectId: SubjectId): Promise<string | null>
}

export type ContactsDeps = {
  database: Database
  vault: Vault
  audit: Audit
  accounts: { facts(tx: Tx, accountId: AccountId): Promise<AccountFacts> }
  clock: Clock
  makeId: MakeId
  /**
   * Told in the transaction in which contacts go: what proves their consents has a day of its own.
   */
  proofs: { letGo(tx: Tx, accountId: AccountId, subjects: readonly SubjectId[]): Promise<void> }
  /** Absent where no other room is there: in a test of this one alone. */
  erasures?: Erasures
  /** Absent where no other room is there. */
  openRequests?: OpenRequests
}
