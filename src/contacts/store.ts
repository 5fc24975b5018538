// The statements of contacts.
import type { AccountId, ContactId, Instant, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { AudienceMember, AudiencePage, Contact } from './contact.ts'
import type { ContactFieldName } from './contract.ts'

const columns = `c.id, c.subject_id as "subjectId", c.number_tag as "numberTag",
  c.suppression_tag as "suppressionTag", c.sealed,
  c.country, c.territory, c.zone, c.postcode_area as "postcodeArea",
  c.marketing_state as "marketingState", c.quarantine_reason as "quarantineReason",
  c.restricted_at as "restrictedAt", c.import_id as "importId", c.created_at as "createdAt",
  c.updated_at as "updatedAt"`

export type ContactRecord = Contact & { fieldsHeld: ContactFieldName[] }

export async function findContact(
  tx: Tx,
  accountId: AccountId,
  contactId: ContactId,
  /** Nobody else changes it before the transaction ends. */
  hold?: 'locked',
): Promise<ContactRecord | null> {
  const { rows } = await tx.query<ContactRecord>(
    `select ${columns}, c.fields_held as "fieldsHeld" from contacts.contact c
     where c.account_id = $1 and c.id = $2 ${hold === 'locked' ? 'for no key update' : ''}`,
    [accountId, contactId],
  )
  return rows[0] ?? null
}

/** In the order of the ids; those that are gone are left out. */
export async function findContacts(
  tx: Tx,
  accountId: AccountId,
  ids: readonly ContactId[],
): Promise<ContactRecord[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.query<ContactRecord>(
    `select c.* from unnest($2::uuid[]) with ordinality as w (id, place) cross join lateral (
       select ${columns}, c.fields_held as "fieldsHeld" from contacts.contact c
       where c.account_id = $1 and c.id = w.id offset 0) c
     order by w.place`,
    [accountId, arrayOf.uuid(ids)],
  )
  return rows
}

/** By e-mail or own reference; several people may share one. */
export async function findByValue(
  tx: Tx,
  accountId: AccountId,
  { email, reference, limit }: { email: Uint8Array; reference: Uint8Array; limit: number },
): Promise<ContactRecord[]> {
  const { rows } = await tx.query<ContactRecord>(
    `select ${columns}, c.fields_held as "fieldsHeld" from contacts.contact c
     where c.account_id = $1 and c.id in (
       select id from contacts.contact where account_id = $1 and email_tag = $2
       union select id from contacts.contact where account_id = $1 and reference_tag = $3)
     order by c.id desc limit $4`,
    [accountId, Buffer.from(email), Buffer.from(reference), limit],
  )
  return rows
}

const valueTags = { email: 'email_tag', reference: 'reference_tag' } as const

/** By one of the two alone, the newest first. */
export async function findByTag(
  tx: Tx,
  accountId: AccountId,
  { by, tag, limit }: { by: keyof typeof valueTags; tag: Uint8Array; limit: number },
): Promise<ContactRecord[]> {
  const { rows } = await tx.query<ContactRecord>(
    `select ${columns}, c.fields_held as "fieldsHeld" from contacts.contact c
     where c.account_id = $1 and c.${valueTags[by]} = $2 order by c.id desc limit $3`,
    [accountId, Buffer.from(tag), limit],
  )
  return rows
}

export async function findBySubject(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<ContactRecord | null> {
  const { rows } = await tx.query<ContactRecord>(
    `select ${columns}, c.fields_held as "fieldsHeld" from contacts.contact c
     where c.account_id = $1 and c.subject_id = $2`,
    [accountId, subjectId],
  )
  return rows[0] ?? null
}

export async function contactIdsOf(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<Map<SubjectId, ContactId>> {
  const { rows } = await tx.query<{ subjectId: SubjectId; id: ContactId }>(
    `select c.subject_id as "subjectId", c.id from contacts.contact c
     where c.account_id = $1 and c.subject_id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return new Map(rows.map(({ subjectId, id }) => [subjectId, id]))
}

/** A list in `= any(…)` walks the index once: a look for each descends it each time. */
const byTag = (columns: string): string => `select ${columns} from contacts.contact c
  where c.account_id = $1 and c.number_tag = any($2::bytea[])`

/**
 * In no order. One look each, since these are few, and asked for from the first contact on: of a
 * table that has no statistics yet the whole account would be read for them.
 */
export async function findByTags(
  tx: Tx,
  accountId: AccountId,
  tags: readonly Uint8Array[],
): Promise<ContactRecord[]> {
  if (tags.length === 0) return []
  const { rows } = await tx.query<ContactRecord>(
    {
      name: 'contacts.find_by_tags',
      text: `select c.* from unnest($2::bytea[]) as w (tag) cross join lateral (
         select ${columns}, c.fields_held as "fieldsHeld" from contacts.contact c
         where c.account_id = $1 and c.number_tag = w.tag limit 1) c`,
    },
    [accountId, arrayOf.bytea(tags)],
  )
  return rows
}

/** What a batch needs to know of a contact that is there: no more, since it reads thousands. */
export type KnownContact = Pick<
  Contact,
  | 'id'
  | 'subjectId'
  | 'numberTag'
  | 'sealed'
  | 'country'
  | 'territory'
  | 'zone'
  | 'postcodeArea'
  | 'marketingState'
  | 'quarantineReason'
  | 'restrictedAt'
>

const knownColumns = `c.id, c.subject_id as "subjectId", c.number_tag as "numberTag", c.sealed,
  c.country, c.territory, c.zone, c.postcode_area as "postcodeArea",
  c.marketing_state as "marketingState", c.quarantine_reason as "quarantineReason",
  c.restricted_at as "restrictedAt"`

export async function readKnown(
  tx: Tx,
  accountId: AccountId,
  tags: readonly Uint8Array[],
): Promise<KnownContact[]> {
  const { rows } = await tx.query<KnownContact>(
    { name: 'contacts.read_known', text: byTag(knownColumns) },
    [accountId, arrayOf.bytea(tags)],
  )
  return rows
}

/** In the order of their ids, so that two batches with the same people wait, not deadlock. */
export async function lockContacts(
  tx: Tx,
  accountId: AccountId,
  ids: readonly ContactId[],
): Promise<KnownContact[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.query<KnownContact>(
    `select c.* from (select id from unnest($2::uuid[]) as w (id) order by id) w
     cross join lateral (
       select ${knownColumns} from contacts.contact c
       where c.account_id = $1 and c.id = w.id for no key update) c`,
    [accountId, ids],
  )
  return rows
}

/** Before they are deleted: whoever records something of them waits, or is waited for. */
export async function lockForDeletion(
  tx: Tx,
  accountId: AccountId,
  ids: readonly ContactId[],
): Promise<Set<ContactId>> {
  if (ids.length === 0) return new Set()
  const { rows } = await tx.query<{ id: ContactId }>(
    `select c.id from (select id from unnest($2::uuid[]) as w (id) order by id) w
     cross join lateral (
       select c.id from contacts.contact c
       where c.account_id = $1 and c.id = w.id for update) c`,
    [accountId, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

export type LeavingContact = {
  contactId: ContactId
  subjectId: SubjectId
  numberTag: Buffer
  suppressionTag: Buffer | null
  sealed: Buffer
}

/** What is asked of contacts as they go. */
export async function readLeaving(
  tx: Tx,
  accountId: AccountId,
  ids: readonly ContactId[],
): Promise<LeavingContact[]> {
  const { rows } = await tx.query<LeavingContact>(
    `select id as "contactId", subject_id as "subjectId", number_tag as "numberTag",
       suppression_tag as "suppressionTag", sealed
     from contacts.contact where account_id = $1 and id = any($2::uuid[]) order by id`,
    [accountId, arrayOf.uuid(ids)],
  )
  return rows
}

/** Of these people, those who have a contact; it is not deleted before the transaction ends. */
export async function holdContactsOf(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<Set<SubjectId>> {
  const { rows } = await tx.query<{ subjectId: SubjectId }>(
    {
      name: 'contacts.hold',
      text: `select c.subject_id as "subjectId" from contacts.contact c
        where c.account_id = $1 and c.subject_id = any($2::uuid[]) order by c.id for key share`,
    },
    [accountId, arrayOf.uuid(subjects)],
  )
  return new Set(rows.map(({ subjectId }) => subjectId))
}

export type HeldPeople = { held: Set<SubjectId>; busy: Set<SubjectId> }

/**
 * The same for work that can wait for another day, and waits for nobody: `busy` are those whose
 * contact somebody else has locked, to delete it as a rule.
 */
export async function holdFreeContactsOf(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<HeldPeople> {
  const { rows } = await tx.query<{ subjectId: SubjectId; isHeld: boolean }>(
    {
      name: 'contacts.hold_free',
      text: `with there as (
          select c.subject_id from contacts.contact c
          where c.account_id = $1 and c.subject_id = any($2::uuid[])
        ), held as (
          select c.subject_id from contacts.contact c
          where c.account_id = $1 and c.subject_id = any($2::uuid[])
          order by c.id for key share skip locked
        )
        select t.subject_id as "subjectId", h.subject_id is not null as "isHeld"
        from there t left join held h on h.subject_id = t.subject_id`,
    },
    [accountId, arrayOf.uuid(subjects)],
  )
  const those = (isHeld: boolean) =>
    new Set(rows.filter((row) => row.isHeld === isHeld).map(({ subjectId }) => subjectId))
  return { held: those(true), busy: those(false) }
}

/** Waits for whoever holds the contacts of these people, and lets nobody hold them meanwhile. */
export async function lockContactsOf(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<void> {
  if (subjects.length === 0) return
  await tx.query(
    {
      name: 'contacts.lock_subjects',
      text: `select from contacts.contact c
        where c.account_id = $1 and c.subject_id = any($2::uuid[]) order by c.id for update`,
    },
    [accountId, arrayOf.uuid(subjects)],
  )
}

/**
 * What the second gate asks of contacts; the body only of those who have told their birth date,
 * each a row of their own. The others come as one row of those who are open, and one a reason.
 */
export type StandingRow = {
  subjectIds: SubjectId[]
  isOpen: boolean
  quarantineReason: string | null
  sealed: Buffer | null
}

export async function readStanding(
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<StandingRow[]> {
  if (subjectIds.length === 0) return []
  const { rows } = await tx.query<StandingRow>(
    {
      name: 'contacts.standing',
      text: `select array_agg(c.subject_id) as "subjectIds", c.marketing_state = 'open' as "isOpen",
          c.quarantine_reason as "quarantineReason",
          case when 'birthDate' = any(c.fields_held) then c.sealed end as sealed
        from contacts.contact c
        where c.account_id = $1 and c.subject_id = any($2::uuid[]) group by 2, 3, 4`,
    },
    [accountId, arrayOf.uuid(subjectIds)],
  )
  return rows
}

export async function openToMarketing(
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
  at: Instant,
): Promise<number> {
  const { rowCount } = await tx.query(
    `update contacts.contact
     set marketing_state = 'open', quarantine_reason = null, updated_at = $3
     where account_id = $1 and subject_id = any($2::uuid[]) and marketing_state = 'quarantine'`,
    [accountId, subjectIds, toTimestamp(at)],
  )
  return rowCount
}

export async function rewriteContact(
  tx: Tx,
  accountId: AccountId,
  written: {
    contactId: ContactId
    at: Instant
    sealed: Buffer
    fieldsHeld: readonly ContactFieldName[]
    postcodeArea: string | null
    suppressionTag: Uint8Array | null
    emailTag: Uint8Array | null
    referenceTag: Uint8Array | null
  },
): Promise<void> {
  await tx.query(
    `update contacts.contact set sealed = $3, fields_held = $4, postcode_area = $5,
       suppression_tag = $6, email_tag = $7, reference_tag = $8, updated_at = $9
     where account_id = $1 and id = $2`,
    [
      ...[accountId, written.contactId, written.sealed, written.fieldsHeld, written.postcodeArea],
      ...[written.suppressionTag, written.emailTag, written.referenceTag, toTimestamp(written.at)],
    ],
  )
}

/** False: it was so already, or the contact is gone. */
export async function restrictContact(
  tx: Tx,
  accountId: AccountId,
  { contactId, at, isRestricted }: { contactId: ContactId; at: Instant; isRestricted: boolean },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update contacts.contact set restricted_at = case when $4 then $3::timestamptz end,
       updated_at = $3
     where account_id = $1 and id = $2 and (restricted_at is not null) <> $4`,
    [accountId, contactId, toTimestamp(at), isRestricted],
  )
  return rowCount > 0
}

/** Of these people, those whose data may not be used: mostly nobody, by an index of few. */
export async function restrictedAmong(
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<Set<SubjectId>> {
  if (subjectIds.length === 0) return new Set()
  const { rows } = await tx.query<{ id: SubjectId }>(
    {
      name: 'contacts.restricted',
      text: `select c.subject_id as id from contacts.contact c
        where c.account_id = $1 and c.restricted_at is not null
          and c.subject_id = any($2::uuid[])`,
    },
    [accountId, arrayOf.uuid(subjectIds)],
  )
  return new Set(rows.map(({ id }) => id))
}

/** All of them in the account: few, since the index that is walked has nobody else. */
export async function restrictedPeople(tx: Tx, accountId: AccountId): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select c.subject_id as id from contacts.contact c
     where c.account_id = $1 and c.restricted_at is not null order by c.subject_id`,
    [accountId],
  )
  return rows.map(({ id }) => id)
}

export async function deleteContacts(
  tx: Tx,
  accountId: AccountId,
  ids: readonly ContactId[],
): Promise<number> {
  await tx.query(
    'delete from contacts.list_member where account_id = $1 and contact_id = any($2::uuid[])',
    [accountId, ids],
  )
  await tx.query(
    'delete from contacts.held_row where account_id = $1 and contact_id = any($2::uuid[])',
    [accountId, ids],
  )
  const { rowCount } = await tx.query(
    'delete from contacts.contact where account_id = $1 and id = any($2::uuid[])',
    [accountId, ids],
  )
  return rowCount
}

const audienceColumns = `c.id as "contactId", c.subject_id as "subjectId",
  c.number_tag as "numberTag", c.country, c.territory, c.zone, c.postcode_area as "postcodeArea",
  c.marketing_state as "marketingState", c.quarantine_reason as "quarantineReason",
  c.restricted_at as "restrictedAt", c.sealed`

export async function readAudience(tx: Tx, page: AudiencePage): Promise<AudienceMember[]> {
  const { rows } = await tx.query<AudienceMember>(
    {
      name: 'contacts.audience',
      text: `select ${audienceColumns}
     from contacts.contact c
     where c.account_id = $1 and c.id = any(array(
       select contact_id from contacts.list_member
       where account_id = $1 and list_id = $2 and contact_id > $3
       order by contact_id limit $4))
     order by c.id`,
    },
    [page.accountId, page.listId, page.after ?? noContact, page.limit],
  )
  return rows
}

export async function readAudienceOf(
  tx: Tx,
  {
    accountId,
    listId,
    ids,
  }: Pick<AudiencePage, 'accountId' | 'listId'> & {
    ids: readonly ContactId[]
  },
): Promise<AudienceMember[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.query<AudienceMember>(
    `select ${audienceColumns} from contacts.contact c
       join contacts.list_member m
         on m.account_id = c.account_id and m.list_id = $2 and m.contact_id = c.id
     where c.account_id = $1 and c.id = any($3::uuid[])
     order by c.id`,
    [accountId, listId, arrayOf.uuid(ids)],
  )
  return rows
}

/** All contacts of an account, a page in the order of their ids: for what leaves as a whole. */
export async function readEveryone(
  tx: Tx,
  accountId: AccountId,
  page: { after: ContactId | null; limit: number },
): Promise<Contact[]> {
  const { rows } = await tx.query<Contact>(
    `select ${columns} from contacts.contact c
     where c.account_id = $1 and c.id > $2 order by c.id limit $3`,
    [accountId, page.after ?? noContact, page.limit],
  )
  return rows
}

/** Less than every id. */
const noContact = '00000000-0000-0000-0000-000000000000'

export async function countContacts(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from contacts.contact where account_id = $1',
    [accountId],
  )
  return rows[0]?.count ?? 0
}

export async function hasContacts(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    'select exists (select from contacts.contact where account_id = $1) as found',
    [accountId],
  )
  return rows[0]?.found ?? false
}
