// The SQL of rows that were kept apart: one a person, until somebody decides it.
import type { AccountId, ContactId, ImportId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { HeldReason } from '../contract.ts'

export type HeldRow = {
  contactId: ContactId
  importId: ImportId | null
  line: number | null
  reason: HeldReason
  sealed: Buffer
  heldAt: Instant
}

/** The newest takes the place of the one before. */
export async function insertHeld(
  tx: Tx,
  accountId: AccountId,
  rows: readonly HeldRow[],
): Promise<void> {
  await tx.query(
    `insert into contacts.held_row
       (account_id, contact_id, import_id, line, reason, sealed, held_at)
     select $1, h.contact_id, nullif(h.import_id, $8), nullif(h.line, 0), h.reason, h.sealed, $7
     from unnest($2::uuid[], $3::uuid[], $4::int4[], $5::text[], $6::bytea[])
       as h (contact_id, import_id, line, reason, sealed)
     on conflict (account_id, contact_id) do update set import_id = excluded.import_id,
       line = excluded.line, reason = excluded.reason, sealed = excluded.sealed,
       held_at = excluded.held_at`,
    [
      accountId,
      arrayOf.uuid(rows.map(({ contactId }) => contactId)),
      arrayOf.uuid(rows.map(({ importId }) => importId ?? accountId)),
      arrayOf.int4(rows.map(({ line }) => line ?? 0)),
      arrayOf.text(rows.map(({ reason }) => reason)),
      arrayOf.bytea(rows.map(({ sealed }) => sealed)),
      toTimestamp(rows[0]?.heldAt ?? 0),
      accountId,
    ],
  )
}

const columns = `h.contact_id as "contactId", h.import_id as "importId", h.line, h.reason, h.sealed,
  h.held_at as "heldAt"`

export type HeldPage = {
  importId: ImportId | null
  contactId: ContactId | null
  after: ContactId | null
  limit: number
}

/** With their contacts, in the order of the contacts' ids. */
export async function listHeld(
  tx: Tx,
  accountId: AccountId,
  page: HeldPage,
): Promise<(HeldRow & HeldContact)[]> {
  const { rows } = await tx.query<HeldRow & HeldContact>(
    `select ${columns}, ${contactColumns}
     from contacts.held_row h
     join contacts.contact c on c.account_id = h.account_id and c.id = h.contact_id
     where h.account_id = $1 and ($2::uuid is null or h.import_id = $2)
       and ($3::uuid is null or h.contact_id > $3) and ($5::uuid is null or h.contact_id = $5)
     order by h.contact_id limit $4`,
    [accountId, page.importId, page.after, page.limit, page.contactId],
  )
  return rows
}

export type HeldContact = {
  subjectId: SubjectId
  contactSealed: Buffer
  restrictedAt: Instant | null
}
const contactColumns = `c.subject_id as "subjectId", c.sealed as "contactSealed",
  c.restricted_at as "restrictedAt"`

export async function findHeld(
  tx: Tx,
  accountId: AccountId,
  contactId: ContactId,
): Promise<HeldRow | null> {
  const { rows } = await tx.query<HeldRow>(
    `select ${columns} from contacts.held_row h
     where h.account_id = $1 and h.contact_id = $2`,
    [accountId, contactId],
  )
  return rows[0] ?? null
}

export async function deleteHeld(
  tx: Tx,
  accountId: AccountId,
  of: { contactId: ContactId } | { importId: ImportId },
): Promise<number> {
  const [column, id] = 'contactId' in of ? ['contact_id', of.contactId] : ['import_id', of.importId]
  const { rowCount } = await tx.query(
    `delete from contacts.held_row where account_id = $1 and ${column} = $2`,
    [accountId, id],
  )
  return rowCount
}
