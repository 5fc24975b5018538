// The SQL of erasures of people: the record, who was told, and the links to its certificate.
import type { ProofPart } from '../../consent/index.ts'
import type { AccountId, ContactId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { ErasedKind, ErasureAskedHow, ErasureWhy } from '../contract-erasure.ts'

/**
 * Proofs that are kept to a day, by what they are. `holds`: what they say of people beside their
 * consent; absent where it was not noted yet.
 */
export type HeldCount = {
  kind: string
  until: Instant
  count: number
  holds?: readonly ProofPart[]
}

export type ErasureRow = {
  account_id: AccountId
  erasure_id: string
  /** Null: several went together; their rows are beside it. */
  subject_id: SubjectId | null
  link: Buffer | null
  people: number
  why: ErasureWhy
  commitment: Buffer | null
  request_id: string | null
  asked_how: ErasureAskedHow | null
  asked_at: Instant | null
  erased_at: Instant
  erased_by: 'user' | 'token' | 'system'
  suppression: 'marketing' | 'relational' | 'all' | null
  counts: Partial<Record<ErasedKind, number>>
  proofs_held: number
  held: HeldCount[]
  proofs_until: Instant | null
  proofs_gone_at: Instant | null
  epoch: number
  epoch_until: Instant
  epoch_gone_at: Instant | null
  backups_until: Instant
  changed_at: Instant
  record_until: Instant
}

const columns = `account_id, erasure_id, subject_id, link, people, why, commitment, request_id,
  asked_how, asked_at, erased_at, erased_by, suppression, counts, proofs_held, held, proofs_until,
  proofs_gone_at, epoch, epoch_until, epoch_gone_at, backups_until, changed_at, record_until`

const stampOrNull = (at: Instant | null) => (at === null ? null : toTimestamp(at))

export async function insertErasure(tx: Tx, row: ErasureRow): Promise<void> {
  await tx.query(
    `insert into privacy.person_erasure (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
       $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
    [
      row.account_id,
      row.erasure_id,
      row.subject_id,
      row.link,
      row.people,
      row.why,
      row.commitment,
      row.request_id,
      row.asked_how,
      stampOrNull(row.asked_at),
      toTimestamp(row.erased_at),
      row.erased_by,
      row.suppression,
      JSON.stringify(row.counts),
      row.proofs_held,
      JSON.stringify(row.held),
      stampOrNull(row.proofs_until),
      stampOrNull(row.proofs_gone_at),
      row.epoch,
      toTimestamp(row.epoch_until),
      stampOrNull(row.epoch_gone_at),
      toTimestamp(row.backups_until),
      toTimestamp(row.changed_at),
      toTimestamp(row.record_until),
    ],
  )
}

export type ErasurePlace = { erasedAt: Instant; id: string }

export type ErasuresAsked = {
  requestId: string | null
  contactId: string | null
  why: ErasureWhy | null
}
export type ErasurePage = { before: ErasurePlace | null; asked: ErasuresAsked; limit: number }

/** The newest first. */
export async function listErasures(
  tx: Tx,
  accountId: AccountId,
  page: ErasurePage,
): Promise<ErasureRow[]> {
  const { rows } = await tx.query<ErasureRow>(
    `select ${columns} from privacy.person_erasure
     where account_id = $1 and ($2::uuid is null or request_id = $2)
       and ($3::timestamptz is null or (erased_at, erasure_id) < ($3, $4::uuid))
       and ($6::text is null or why = $6)
       and ($7::uuid is null or erasure_id in (select p.erasure_id from privacy.erased_person p
         where p.account_id = $1 and p.contact_id = $7))
     order by erased_at desc, erasure_id desc limit $5`,
    [
      accountId,
      page.asked.requestId,
      stampOrNull(page.before?.erasedAt ?? null),
      page.before?.id ?? null,
      page.limit,
      page.asked.why,
      page.asked.contactId,
    ],
  )
  return rows
}

export async function findErasureRow(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<ErasureRow | null> {
  const { rows } = await tx.query<ErasureRow>(
    `select ${columns} from privacy.person_erasure where account_id = $1 and erasure_id = $2`,
    [accountId, id],
  )
  return rows[0] ?? null
}

/** Those whose epoch's key is not there any more; how many. */
export async function endEpochs(
  tx: Tx,
  accountId: AccountId,
  { oldest, at }: { oldest: number; at: Instant },
): Promise<number> {
  const { rowCount } = await tx.query(
    `update privacy.person_erasure set epoch_gone_at = $3, changed_at = $3
     where account_id = $1 and epoch < $2 and epoch_gone_at is null`,
    [accountId, oldest, toTimestamp(at)],
  )
  return rowCount
}

/** The soonest to end first. */
export async function openProofs(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<{ id: string; subjectId: SubjectId }[]> {
  const { rows } = await tx.query<{ id: string; subjectId: SubjectId }>(
    `select erasure_id as id, subject_id as "subjectId" from privacy.erased_person
     where account_id = $1 and held_until is not null
     order by held_until limit $2`,
    [accountId, limit],
  )
  return rows
}

/** Nothing is held of these people any more; a record says so once it is true of all of its own. */
export async function endProofs(
  tx: Tx,
  accountId: AccountId,
  { gone, at }: { gone: readonly { id: string; subjectId: SubjectId }[]; at: Instant },
): Promise<void> {
  const ids = [...new Set(gone.map(({ id }) => id))]
  await tx.query(
    `update privacy.erased_person set held_until = null
     where account_id = $1 and erasure_id = any($2::uuid[]) and subject_id = any($3::uuid[])`,
    [accountId, ids, arrayOf.uuid(gone.map(({ subjectId }) => subjectId))],
  )
  await tx.query(
    `update privacy.person_erasure e set proofs_gone_at = $3, changed_at = $3
     where account_id = $1 and erasure_id = any($2::uuid[]) and not exists (
       select from privacy.erased_person p where p.account_id = $1
         and p.erasure_id = e.erasure_id and p.held_until is not null)`,
    [accountId, ids, toTimestamp(at)],
  )
}

/** A record that has served its time. */
export async function deleteOldErasures(tx: Tx, accountId: AccountId, at: Instant): Promise<void> {
  await tx.query(
    'delete from privacy.person_erasure where account_id = $1 and record_until <= $2',
    [accountId, toTimestamp(at)],
  )
}

// Who went

export type ErasedPerson = {
  subjectId: SubjectId
  contactId: ContactId | null
  link: Buffer | null
  suppression: ErasureRow['suppression']
  heldUntil: Instant | null
}

export async function insertErasedPeople(
  tx: Tx,
  accountId: AccountId,
  { id, at, people }: { id: string; at: Instant; people: readonly ErasedPerson[] },
): Promise<void> {
  await tx.query(
    `insert into privacy.erased_person
       (account_id, erasure_id, subject_id, contact_id, link, suppression, erased_at, held_until)
     select $1, $2, gone.subject_id, gone.contact_id, gone.link, gone.suppression, $3,
       gone.held_until
     from unnest($4::uuid[], $5::uuid[], $6::bytea[], $7::text[], $8::timestamptz[])
       as gone (subject_id, contact_id, link, suppression, held_until)`,
    [
      accountId,
      id,
      toTimestamp(at),
      people.map(({ subjectId }) => subjectId),
      people.map(({ contactId }) => contactId),
      people.map(({ link }) => link),
      people.map(({ suppression }) => suppression),
      people.map(({ heldUntil }) => stampOrNull(heldUntil)),
    ],
  )
}

const personColumns = `subject_id as "subjectId", contact_id as "contactId", link, suppression,
  held_until as "heldUntil"`

export async function readErasedPeople(
  tx: Tx,
  accountId: AccountId,
  erasureId: string,
): Promise<ErasedPerson[]> {
  const { rows } = await tx.query<ErasedPerson>(
    `select ${personColumns} from privacy.erased_person
     where account_id = $1 and erasure_id = $2 order by subject_id`,
    [accountId, erasureId],
  )
  return rows
}

export type ErasedContact = { contactId: ContactId; erasureId: string; erasedAt: Instant }
export type ErasedContactPlace = { erasedAt: Instant; subjectId: SubjectId }

/** The newest first: by which ids other programs knew who went. */
export async function listErasedContacts(
  tx: Tx,
  accountId: AccountId,
  page: { before: ErasedContactPlace | null; limit: number },
): Promise<(ErasedContact & ErasedContactPlace)[]> {
  const { rows } = await tx.query<ErasedContact & ErasedContactPlace>(
    `select contact_id as "contactId", erasure_id as "erasureId", erased_at as "erasedAt",
       subject_id as "subjectId"
     from privacy.erased_person
     where account_id = $1 and contact_id is not null
       and ($2::timestamptz is null or (erased_at, subject_id) < ($2, $3::uuid))
     order by erased_at desc, subject_id desc limit $4`,
    [
      accountId,
      stampOrNull(page.before?.erasedAt ?? null),
      page.before?.subjectId ?? null,
      page.limit,
    ],
  )
  return rows
}

// Links to the certificate

export async function insertErasureLinks(
  tx: Tx,
  accountId: AccountId,
  { id, tags }: { id: string; tags: readonly { subjectId: SubjectId | null; tag: Buffer }[] },
): Promise<void> {
  if (tags.length === 0) return
  await tx.query(
    `insert into privacy.erasure_link (account_id, link_tag, erasure_id, subject_id)
     select $1, made.tag, $2, made.subject_id
     from unnest($3::bytea[], $4::uuid[]) as made (tag, subject_id)
     on conflict do nothing`,
    [accountId, id, tags.map(({ tag }) => tag), tags.map(({ subjectId }) => subjectId)],
  )
}

/** Links made for a person; more would be a mistake of a hand. */
export async function countErasureLinks(tx: Tx, accountId: AccountId, id: string): Promise<number> {
  const { rows } = await tx.query<{ links: number }>(
    `select count(*)::int as links from privacy.erasure_link
     where account_id = $1 and erasure_id = $2`,
    [accountId, id],
  )
  return rows[0]?.links ?? 0
}

/** Null: it was made for a person who went alone, or for the record of many. */
export type LinkedErasure = { accountId: AccountId; id: string; subjectId: SubjectId | null }

export async function findByLinkInAnyAccount(
  tx: Tx,
  tags: readonly Buffer[],
): Promise<LinkedErasure | null> {
  const { rows } = await tx.query<LinkedErasure>(
    `select account_id as "accountId", erasure_id as id, subject_id as "subjectId"
     from privacy.erasure_link
     where link_tag = any($1::bytea[]) limit 1`,
    [tags],
  )
  return rows[0] ?? null
}
