// What contacts promises the other rooms.
import type {
  AccountId,
  Caller,
  ContactId,
  ControllerId,
  E164,
  ImportId,
  Instant,
  ListId,
  SubjectId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { SubjectDataHolder } from '../vault/index.ts'
import type {
  AudienceMember,
  AudiencePage,
  BatchReport,
  Contact,
  ContactBatch,
  ContactStanding,
  Controller,
  List,
  OpenedContact,
  OpenedPerson,
} from './contact.ts'
import type { CustomField } from './custom-fields/custom-fields-store.ts'
import type { ErasureAsked, LeavingWhy } from './deps.ts'
import type { QuarantineCount, QuarantinedContact, QuarantinePage } from './quarantine-store.ts'
import type { Correction } from './rights/correct-contact.ts'
import type { NamesSeen, NamesSought } from './segments/search-all-names.ts'
import type { TakeBack, TakenBack } from './take-back.ts'

export interface Contacts {
  /** Thousands at once: by COPY, matched by number, new people's keys made by whole pages. */
  bulkUpsert(tx: Tx, batch: ContactBatch): Promise<BatchReport>
  /** True when the account has a contact that this import has not brought. */
  hasOthers(tx: Tx, accountId: AccountId, importId: ImportId): Promise<boolean>
  /** A page of a list's members in the order of contact ids; empty after the last. */
  audience(tx: Tx, page: AudiencePage): Promise<AudienceMember[]>
  /** The same of chosen members; whoever has left the list is not among them. */
  audienceOf(
    tx: Tx,
    chosen: { accountId: AccountId; listId: ListId; ids: readonly ContactId[] },
  ): Promise<AudienceMember[]>
  audienceSize(tx: Tx, accountId: AccountId, listId: ListId): Promise<number>
  /** The same, and how many of them have been on the list for no longer than since then. */
  audienceSince(
    tx: Tx,
    accountId: AccountId,
    list: { id: ListId; since: Instant },
  ): Promise<{ people: number; joined: number }>
  /** Opens rows in bulk; those erased meanwhile are left out. */
  openContacts(
    tx: Tx,
    accountId: AccountId,
    contacts: readonly Pick<Contact, 'sealed' | 'subjectId'>[],
  ): Promise<Map<SubjectId, Pick<OpenedContact, 'keys' | 'body'>>>
  find(tx: Tx, accountId: AccountId, contactId: ContactId): Promise<Contact | null>
  findByNumber(tx: Tx, accountId: AccountId, number: E164): Promise<Contact | null>
  /** By an e-mail or one's own reference, whole and in any case: several people may share one. */
  findByValue(
    tx: Tx,
    accountId: AccountId,
    asked: { by: 'email' | 'reference'; value: string; limit: number },
  ): Promise<Contact[]>
  /** Whose name it is among all contacts; opens them for a second, goes on where it ended. */
  seekName(caller: Caller, sought: NamesSought): Promise<NamesSeen>
  /** Many numbers in one statement. */
  findByTags(tx: Tx, accountId: AccountId, tags: readonly Buffer[]): Promise<Map<string, Contact>>
  /** The subject of a number, made with a contact in quarantine when the account has none. */
  subjectOf(tx: Tx, accountId: AccountId, number: E164, at: Instant): Promise<Contact>
  /**
   * The same for many numbers, opened, in their order; null for a person who is erased. `known`:
   * those for which nobody is made, null where there is nobody.
   */
  peopleOfNumbers(
    tx: Tx,
    accountId: AccountId,
    numbers: readonly E164[],
    at: Instant,
    known?: ReadonlySet<E164>,
  ): Promise<(OpenedPerson | null)[]>
  /**
   * How these people stand at this moment, for the gate as a message leaves: a contact that went is
   * not among the answers.
   */
  standingOf(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<Map<SubjectId, ContactStanding>>
  /** Of these people, those whose data may be kept and not used (GDPR 18). */
  restrictedAmong(
    tx: Tx,
    accountId: AccountId,
    subjects: readonly SubjectId[],
  ): Promise<Set<SubjectId>>
  /** Restricts, or lifts it; false where it was so already. */
  restrict(
    tx: Tx,
    accountId: AccountId,
    asked: { contactId: ContactId; at: Instant; isRestricted: boolean },
  ): Promise<boolean>
  /**
   * Corrects what is held of a person, as they asked; null removes a field. The number stays.
   * False: it was right already.
   */
  correct(tx: Tx, caller: Caller, asked: Omit<Correction, 'action'>): Promise<boolean>
  /** As the deletion of a contact by the account: its row goes, and its key. */
  erase(
    tx: Tx,
    caller: Caller,
    erased: { contactId: ContactId; asked: ErasureAsked | null },
  ): Promise<void>
  /** Opens to marketing the contacts of these people: consent is proven now. */
  openToMarketing(tx: Tx, accountId: AccountId, subjects: readonly SubjectId[]): Promise<number>

  /** The other way: what seemed to be proven is not. */
  quarantine(
    tx: Tx,
    accountId: AccountId,
    shut: { contactIds: readonly ContactId[]; reason: string },
  ): Promise<number>

  /** The same by person, for contacts that this import did not change last. */
  quarantineSubjects(
    tx: Tx,
    accountId: AccountId,
    shut: { subjects: readonly SubjectId[]; reason: string; notOf: ImportId | null },
  ): Promise<number>
  /** Of these people, who is held back for one reason is held back for another. */
  renameQuarantine(
    tx: Tx,
    accountId: AccountId,
    renamed: { subjects: readonly SubjectId[]; from: string; to: string },
  ): Promise<void>
  /** How many are held back, by reason; of a list alone when one is named. */
  quarantineCounts(tx: Tx, accountId: AccountId, listId: ListId | null): Promise<QuarantineCount[]>
  /** A page of those who are held back for a reason; nobody else changes them meanwhile. */
  lockQuarantined(tx: Tx, accountId: AccountId, page: QuarantinePage): Promise<QuarantinedContact[]>
  /** The same of those who may be deleted: whose request waits for an answer is not among them. */
  lockDeletable(tx: Tx, accountId: AccountId, page: QuarantinePage): Promise<QuarantinedContact[]>
  /** How many of a reason stay then: restricted (GDPR 18), or with a request that waits. */
  countStaying(
    tx: Tx,
    accountId: AccountId,
    held: Pick<QuarantinePage, 'reason' | 'listId'>,
  ): Promise<number>
  /** As the deletion of one: their rows go, and the keys of what they held. Objections stay. */
  deleteMany(
    tx: Tx,
    by: Pick<Caller, 'accountId' | 'by'>,
    gone: { contacts: readonly Pick<Contact, 'id'>[]; why: LeavingWhy },
  ): Promise<number>
  /** A page of what an import brought, taken back: erased, or kept since somebody touched it. */
  takeBackImported(tx: Tx, by: Pick<Caller, 'accountId' | 'by'>, page: TakeBack): Promise<TakenBack>
  /**
   * Of an import that is taken back: its rows that were kept apart wait for nobody, but those of
   * people who are restricted, or whose request waits: they stay until somebody decides.
   */
  dropHeldRows(tx: Tx, accountId: AccountId, importId: ImportId): Promise<number>
  /** Who joined the list in this time leaves it. */
  leaveList(
    tx: Tx,
    accountId: AccountId,
    joined: { listId: ListId; from: Instant; until: Instant },
  ): Promise<number>

  /** A list of one entity is written to for that entity alone. */
  createList(
    tx: Tx,
    accountId: AccountId,
    name: string,
    at: Instant,
    controllerId?: ControllerId | null,
  ): Promise<List>
  /** How many joined; whoever is no contact any more is passed over. */
  addToList(
    tx: Tx,
    accountId: AccountId,
    listId: ListId,
    members: { subjects: readonly SubjectId[]; at: Instant },
  ): Promise<number>
  list(tx: Tx, accountId: AccountId, listId: ListId): Promise<List | null>
  /** Nobody deletes or empties it before the transaction ends; null: there is none. */
  holdList(tx: Tx, accountId: AccountId, listId: ListId): Promise<{ isEmptied: boolean } | null>
  /** Without counting its members. */
  listName(tx: Tx, accountId: AccountId, listId: ListId): Promise<Pick<List, 'id' | 'name'> | null>
  /** What the account keeps beside names, archived ones too; oldest first. */
  customFields(tx: Tx, accountId: AccountId): Promise<CustomField[]>

  /** The entity the account sends for; called when an account is made. The first is the default. */
  createController(tx: Tx, accountId: AccountId, name: string, at: Instant): Promise<Controller>
  controllers(tx: Tx, accountId: AccountId): Promise<Controller[]>
  controller(
    tx: Tx,
    accountId: AccountId,
    controllerId: ControllerId | 'default',
  ): Promise<Controller | null>

  /** A look in clear: needs `contacts.reveal` and a reason, and is recorded before it is shown. */
  reveal(tx: Tx, caller: Caller, contactId: ContactId, reason: string): Promise<OpenedContact>
  holder: SubjectDataHolder
}
