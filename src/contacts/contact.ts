// The nouns of contacts: a contact, the people of an audience, a batch of rows to keep.
import type { NumberReach } from '../countries/index.ts'
import type {
  AccountId,
  ContactId,
  ControllerId,
  E164,
  ImportId,
  Instant,
  ListId,
  SubjectId,
} from '../kernel/index.ts'
import type { SubjectKeys } from '../vault/index.ts'
import type { ContactFieldName, HeldReason, MarketingState } from './contract.ts'
import type { CustomValues } from './custom-fields/custom-values.ts'

export type ContactFields = { [field in ContactFieldName]?: string | undefined } & {
  /** Of the fields that the account has made itself. */
  custom?: CustomValues | undefined
}

/** What is sealed in a contact's row. */
export type ContactBody = {
  number: E164
  fields: ContactFields
  /** As the number was read when it was kept; absent in a row from before this was kept. */
  reach?: NumberReach | undefined
  /** When the e-mail came or changed, where that was later than the contact itself. */
  emailSince?: Instant | undefined
}

/** A contact as its row tells it, without opening. */
export type Contact = {
  id: ContactId
  subjectId: SubjectId
  numberTag: Buffer
  /** Null where the key of objections is lost, or in a row from before this was kept. */
  suppressionTag: Buffer | null
  sealed: Buffer
  country: string
  territory: string
  zone: string
  postcodeArea: string | null
  marketingState: MarketingState
  quarantineReason: string | null
  /** Since when the person’s data may be kept and not used (GDPR 18); null: not restricted. */
  restrictedAt: Instant | null
  importId: ImportId | null
  createdAt: Instant
  updatedAt: Instant
}

/** What may have changed since a message was accepted. */
export type ContactStanding = {
  inQuarantine: boolean
  /** A file said that they did not agree. */
  hasDeclined: boolean
  birthDate: string | null
}

export type OpenedContact = { contact: Contact; keys: SubjectKeys; body: ContactBody }

/** The person behind a number, with what the account keeps of them. */
export type OpenedPerson = Omit<AudienceMember, 'contactId' | 'sealed'> & {
  id: ContactId
  keys: SubjectKeys
  fields: ContactFields
}

/**
 * Whose word a change is. `person`: their own, proven. `user`: a user decides it and says why.
 * Absent: a file or a program says so, and nobody has looked.
 */
export type Decider = 'person' | 'user' | undefined

/** One row of a batch: already normalised and judged by who brings it. */
export type ContactRow = {
  number: E164
  /** Where it stands in its file. */
  line?: number
  /** Left out by whoever has not read the number anew: what is known of it stays. */
  reach?: NumberReach | undefined
  fields: ContactFields
  country: string
  territory: string
  zone: string
  postcodeArea: string | null
  marketingState: MarketingState
  quarantineReason: string | null
}

export type ContactBatch = {
  accountId: AccountId
  rows: readonly ContactRow[]
  importId: ImportId | null
  /** The list that all of them join, when given. */
  listId: ListId | null
  at: Instant
  /** Whose word it is, where somebody has decided it: else what may not be changed is held. */
  decides?: Decider
  /** Whoever brings them has just looked: they are not looked for before they are inserted. */
  areNew?: boolean
}

export type SavedRow = {
  outcome: 'inserted' | 'updated' | 'unchanged' | 'duplicate_in_batch'
  contactId: ContactId
  subjectId: SubjectId
  /** True when the contact was there and open to marketing before this batch. */
  wasOpen: boolean
  /** Why its fields were kept apart and changed nothing; null: they were not. */
  held: HeldReason | null
  /** For sealing a consent's body at once, without opening the page again. */
  keys: SubjectKeys
}

/** `rows` stand in the order of the batch; a number met twice in it has the same contact twice. */
export type BatchReport = { inserted: number; updated: number; unchanged: number; rows: SavedRow[] }

/** A member of a list as campaigns see it: nobody is opened to be counted. */
export type AudienceMember = {
  contactId: ContactId
  subjectId: SubjectId
  numberTag: Buffer
  country: string
  territory: string
  zone: string
  postcodeArea: string | null
  marketingState: MarketingState
  quarantineReason: string | null
  restrictedAt: Instant | null
  sealed: Buffer
}

export type AudiencePage = {
  accountId: AccountId
  listId: ListId
  after: ContactId | null
  limit: number
}

export type List = {
  id: ListId
  number: number
  name: string
  /** For whom alone its people are written to; null: for any entity of the account. */
  controllerId: ControllerId | null
  createdAt: Instant
}

export type Controller = {
  id: ControllerId
  name: string
  isDefault: boolean
  createdAt: Instant
}

/** What a legal entity was called before. */
export type FormerName = { controllerId: ControllerId; name: string; usedUntil: Instant }
