// The statements of contacts.
import type { AccountId, ContactId, ImportId, Instant, ListId, SubjectId } from '../kernel/index.ts'
import { type CopyColumn, type Tx, toTimestamp } from '../storage/index.ts'
import type { AudienceMember, AudiencePage, Contact } from './contact.ts'
import type { ContactFieldName, MarketingState } from './contract.ts'

const columns = `c.id, c.subject_id as "subjectId", c.number_tag as "numberTag", c.sealed,
  c.country, c.territory, c.zone, c.postcode_area as "postcodeArea",
  c.marketing_state as "marketingState", c.quarantine_reason as "quarantineReason",
  c.import_id as "importId", c.created_at as "createdAt", c.updated_at as "updatedAt"`

export type ContactRecord = Contact & { fieldsHeld: ContactFieldName[] }

export async function findContact(
  tx: Tx,
  accountId: AccountId,
  contactId: ContactId,
): Promise<ContactRecord | null> {
  const { rows } = await tx.query<ContactRecord>(
    `select ${columns}, c.fields_held as "fieldsHeld" from contacts.contact c
     where c.account_id = $1 and c.id = $2`,
    [accountId, contactId],
  )
  return rows[0] ?? null
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

/**
 * Many rows are found by `cross join lateral (… offset 0)`, one look into the index each: while a
 * table has no statistics yet, as in a first import, a plain join would read the whole account.
 */
const byTag = (columns: string): string => `select c.*
  from generate_series(0, $3::int - 1) as place
  cross join lateral (
    select ${columns} from contacts.contact c
    where c.account_id = $1 and c.number_tag = substring($2::bytea from place * 16 + 1 for 16)
    offset 0) c`

/** Tags are sent end to end as one value of 16 octets each: thousands in one parameter. */
export async function findByTags(
  tx: Tx,
  accountId: AccountId,
  tags: readonly Uint8Array[],
): Promise<ContactRecord[]> {
  if (tags.length === 0) return []
  const { rows } = await tx.query<ContactRecord>(
    { name: 'contacts.find_by_tags', text: byTag(`${columns}, c.fields_held as "fieldsHeld"`) },
    [accountId, Buffer.concat(tags), tags.length],
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
>

const knownColumns = `c.id, c.subject_id as "subjectId", c.number_tag as "numberTag", c.sealed,
  c.country, c.territory, c.zone, c.postcode_area as "postcodeArea",
  c.marketing_state as "marketingState", c.quarantine_reason as "quarantineReason"`

export async function readKnown(
  tx: Tx,
  accountId: AccountId,
  tags: readonly Uint8Array[],
): Promise<KnownContact[]> {
  const { rows } = await tx.query<KnownContact>(
    { name: 'contacts.read_known', text: byTag(knownColumns) },
    [accountId, Buffer.concat(tags), tags.length],
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

export type NewContact = {
  id: ContactId
  subjectId: SubjectId
  numberTag: Uint8Array
  sealed: Uint8Array
  country: string
  territory: string
  zone: string
  postcodeArea: string | null
  marketingState: MarketingState
  quarantineReason: string | null
  fieldsHeld: readonly string[]
}

export type Batch = {
  accountId: AccountId
  batchId: string
  importId: ImportId | null
  at: Instant
}

const stagingColumns: readonly CopyColumn[] = [
  { name: 'account_id', type: 'uuid' },
  { name: 'batch_id', type: 'uuid' },
  { name: 'id', type: 'uuid' },
  { name: 'subject_id', type: 'uuid' },
  { name: 'number_tag', type: 'bytea' },
  { name: 'sealed', type: 'bytea' },
  { name: 'country', type: 'text' },
  { name: 'territory', type: 'text' },
  { name: 'zone', type: 'text' },
  { name: 'postcode_area', type: 'text' },
  { name: 'marketing_state', type: 'text' },
  { name: 'quarantine_reason', type: 'text' },
  { name: 'fields_held', type: 'text' },
]

async function stage(tx: Tx, batch: Batch, rows: readonly NewContact[]): Promise<void> {
  const values = rows.map((row) => [
    batch.accountId,
    batch.batchId,
    row.id,
    row.subjectId,
    row.numberTag,
    row.sealed,
    row.country,
    row.territory,
    row.zone,
    row.postcodeArea,
    row.marketingState,
    row.quarantineReason,
    row.fieldsHeld.join(','),
  ])
  await tx.copyIn('contacts.staging', stagingColumns, values)
}

async function unstage(tx: Tx, batch: Batch): Promise<void> {
  await tx.query(
    {
      name: 'contacts.unstage',
      text: 'delete from contacts.staging where batch_id = $1 and account_id = $2',
    },
    [batch.batchId, batch.accountId],
  )
}

/**
 * How many were inserted: fewer than given when somebody else has just brought the same number.
 * In the order of tags, so that two batches with the same people wait, not deadlock.
 */
export async function insertContacts(
  tx: Tx,
  batch: Batch,
  rows: readonly NewContact[],
): Promise<number> {
  const single = rows[0]
  if (rows.length === 1 && single !== undefined) return insertOne(tx, batch, single)
  await stage(tx, batch, rows)
  const { rowCount } = await tx.query(
    `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed, country,
               territory, zone, postcode_area, marketing_state, quarantine_reason, import_id,
               fields_held, created_at, updated_at)
             select account_id, id, subject_id, number_tag, sealed, country, territory, zone,
                    postcode_area, marketing_state, quarantine_reason, $3::uuid,
                    string_to_array(fields_held, ','), $4::timestamptz, $4::timestamptz
             from contacts.staging where batch_id = $1 and account_id = $2
             order by number_tag
             on conflict (account_id, number_tag) do nothing`,
    [batch.batchId, batch.accountId, batch.importId, toTimestamp(batch.at)],
  )
  await unstage(tx, batch)
  return rowCount
}

async function insertOne(tx: Tx, batch: Batch, row: NewContact): Promise<number> {
  const { rowCount } = await tx.query(
    {
      name: 'contacts.insert_one',
      text: `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed, country,
               territory, zone, postcode_area, marketing_state, quarantine_reason, import_id,
               fields_held, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)
             on conflict (account_id, number_tag) do nothing`,
    },
    [
      batch.accountId,
      row.id,
      row.subjectId,
      row.numberTag,
      row.sealed,
      row.country,
      row.territory,
      row.zone,
      row.postcodeArea,
      row.marketingState,
      row.quarantineReason,
      batch.importId,
      row.fieldsHeld,
      toTimestamp(batch.at),
    ],
  )
  return rowCount
}

export async function updateContacts(
  tx: Tx,
  batch: Batch,
  rows: readonly NewContact[],
): Promise<void> {
  if (rows.length === 0) return
  await stage(tx, batch, rows)
  await tx.query(
    `update contacts.contact c
     set sealed = s.sealed, country = s.country, territory = s.territory, zone = s.zone,
         postcode_area = s.postcode_area, marketing_state = s.marketing_state,
         quarantine_reason = s.quarantine_reason, import_id = coalesce($3::uuid, c.import_id),
         fields_held = string_to_array(s.fields_held, ','), updated_at = $4::timestamptz
     from contacts.staging s
     cross join lateral (
       select k.ctid as row from contacts.contact k
       where k.account_id = s.account_id and k.id = s.id offset 0) place
     where s.batch_id = $1 and s.account_id = $2 and c.ctid = place.row`,
    [batch.batchId, batch.accountId, batch.importId, toTimestamp(batch.at)],
  )
  await unstage(tx, batch)
}

/** What the second gate asks of contacts; the body only of those who have told their birth date. */
export type StandingRow = { subjectId: SubjectId; isOpen: boolean; sealed: Buffer | null }

export async function readStanding(
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<StandingRow[]> {
  if (subjectIds.length === 0) return []
  const { rows } = await tx.query<StandingRow>(
    {
      name: 'contacts.standing',
      text: `select c.* from unnest($2::uuid[]) as asked (subject_id)
        cross join lateral (
          select c.subject_id as "subjectId", c.marketing_state = 'open' as "isOpen",
                 case when 'birthDate' = any(c.fields_held) then c.sealed end as sealed
          from contacts.contact c
          where c.account_id = $1 and c.subject_id = asked.subject_id offset 0) c`,
    },
    [accountId, subjectIds],
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

export async function deleteContacts(
  tx: Tx,
  accountId: AccountId,
  ids: readonly ContactId[],
): Promise<number> {
  await tx.query(
    'delete from contacts.list_member where account_id = $1 and contact_id = any($2::uuid[])',
    [accountId, ids],
  )
  const { rowCount } = await tx.query(
    'delete from contacts.contact where account_id = $1 and id = any($2::uuid[])',
    [accountId, ids],
  )
  return rowCount
}

export type ContactQuery = {
  listId: ListId | null
  marketingState: MarketingState | null
  /** Contacts before this one, newest first. */
  before: ContactId | null
  limit: number
}

export async function listContacts(
  tx: Tx,
  accountId: AccountId,
  query: ContactQuery,
): Promise<ContactRecord[]> {
  const inList = `and exists (select from contacts.list_member m
    where m.account_id = c.account_id and m.list_id = $5 and m.contact_id = c.id)`
  const { rows } = await tx.query<ContactRecord>(
    `select ${columns}, c.fields_held as "fieldsHeld" from contacts.contact c
     where c.account_id = $1 and ($2::uuid is null or c.id < $2)
       and ($3::text is null or c.marketing_state = $3)
       ${query.listId === null ? '' : inList}
     order by c.id desc limit $4`,
    [
      accountId,
      query.before,
      query.marketingState,
      query.limit,
      ...(query.listId === null ? [] : [query.listId]),
    ],
  )
  return rows
}

export async function readAudience(tx: Tx, page: AudiencePage): Promise<AudienceMember[]> {
  const { rows } = await tx.query<AudienceMember>(
    `select c.*
     from (
       select contact_id from contacts.list_member
       where account_id = $1 and list_id = $2 and contact_id > $3
       order by contact_id limit $4) m
     cross join lateral (
       select c.id as "contactId", c.subject_id as "subjectId", c.number_tag as "numberTag",
              c.country, c.territory, c.zone, c.postcode_area as "postcodeArea",
              c.marketing_state as "marketingState", c.sealed
       from contacts.contact c where c.account_id = $1 and c.id = m.contact_id offset 0) c
     order by m.contact_id`,
    [page.accountId, page.listId, page.after ?? noContact, page.limit],
  )
  return rows
}

/** Less than every id. */
const noContact = '00000000-0000-0000-0000-000000000000'
