// The SQL of rows that were kept apart: one for each person and import, until somebody decides it.
import type { AccountId, ContactId, ImportId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { HeldReason } from '../contract.ts'

export type HeldRow = {
  id: string
  subjectId: SubjectId
  contactId: ContactId
  importId: ImportId | null
  line: number | null
  reason: HeldReason
  sealed: Buffer
  heldAt: Instant
}

type NewHeldRow = Omit<HeldRow, 'importId' | 'heldAt'>

/**
 * All of one import, or of none. The newest of the same import takes the place of the one before:
 * a batch that is done again leaves one. No other file and no form takes it.
 */
export async function insertHeld(
  tx: Tx,
  accountId: AccountId,
  { importId, at, rows }: { importId: ImportId | null; at: Instant; rows: readonly NewHeldRow[] },
): Promise<void> {
  const same =
    importId === null
      ? '(account_id, contact_id) where import_id is null'
      : '(account_id, contact_id, import_id) where import_id is not null'
  await tx.query(
    `insert into contacts.held_row
       (account_id, row_id, subject_id, contact_id, import_id, line, reason, sealed, held_at)
     select $1, h.row_id, h.subject_id, h.contact_id, $2, nullif(h.line, 0), h.reason, h.sealed, $3
     from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::int4[], $8::text[], $9::bytea[])
       as h (row_id, subject_id, contact_id, line, reason, sealed)
     on conflict ${same} do update set row_id = excluded.row_id,
       subject_id = excluded.subject_id,
       line = excluded.line, reason = excluded.reason, sealed = excluded.sealed,
       held_at = excluded.held_at`,
    [
      ...[accountId, importId, toTimestamp(at)],
      arrayOf.uuid(rows.map(({ id }) => id)),
      arrayOf.uuid(rows.map(({ subjectId }) => subjectId)),
      arrayOf.uuid(rows.map(({ contactId }) => contactId)),
      arrayOf.int4(rows.map(({ line }) => line ?? 0)),
      arrayOf.text(rows.map(({ reason }) => reason)),
      arrayOf.bytea(rows.map(({ sealed }) => sealed)),
    ],
  )
}

const columns = `h.row_id as id, h.subject_id as "subjectId", h.contact_id as "contactId",
  h.import_id as "importId", h.line, h.reason, h.sealed,
  h.held_at as "heldAt"`

export type HeldPage = {
  importId: ImportId | null
  contactId: ContactId | null
  after: string | null
  limit: number
}

/** With their contacts, in the order of the rows' ids. */
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
       and ($3::uuid is null or h.row_id > $3) and ($5::uuid is null or h.contact_id = $5)
     order by h.row_id limit $4`,
    [accountId, page.importId, page.after, page.limit, page.contactId],
  )
  return rows
}

export type HeldContact = {
  contactSealed: Buffer
  restrictedAt: Instant | null
  updatedAt: Instant
}
const contactColumns = `c.sealed as "contactSealed",
  c.restricted_at as "restrictedAt", c.updated_at as "updatedAt"`

/** Locked: whoever decides it decides it alone. */
export async function findHeld(tx: Tx, accountId: AccountId, id: string): Promise<HeldRow | null> {
  const { rows } = await tx.query<HeldRow>(
    `select ${columns} from contacts.held_row h
     where h.account_id = $1 and h.row_id = $2 for update`,
    [accountId, id],
  )
  return rows[0] ?? null
}

/** Whose row it is; for whoever has to lock the contact first. */
export async function contactOfHeld(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<ContactId | null> {
  const { rows } = await tx.query<{ contactId: ContactId }>(
    `select contact_id as "contactId" from contacts.held_row
     where account_id = $1 and row_id = $2`,
    [accountId, id],
  )
  return rows[0]?.contactId ?? null
}

export async function heldOfContact(
  tx: Tx,
  accountId: AccountId,
  contactId: ContactId,
): Promise<HeldRow[]> {
  const { rows } = await tx.query<HeldRow>(
    `select ${columns} from contacts.held_row h
     where h.account_id = $1 and h.contact_id = $2 order by h.row_id`,
    [accountId, contactId],
  )
  return rows
}

/** Of an import, but those of the people in `but`. */
export async function deleteHeld(
  tx: Tx,
  accountId: AccountId,
  of: { id: string } | { importId: ImportId; but: readonly SubjectId[] },
): Promise<number> {
  const [column, id, but] = 'id' in of ? ['row_id', of.id, []] : ['import_id', of.importId, of.but]
  const { rowCount } = await tx.query(
    `delete from contacts.held_row
     where account_id = $1 and ${column} = $2 and subject_id <> all($3::uuid[])`,
    [accountId, id, arrayOf.uuid(but)],
  )
  return rowCount
}
