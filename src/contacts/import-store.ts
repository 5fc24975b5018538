// The SQL of undoing an import: whom it added, who was changed since, its list.
import type { AccountId, ContactId, ImportId, Instant, ListId, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'

export type ImportedContact = {
  id: ContactId
  subjectId: SubjectId
  /** The import made it, nothing changed or restricted it since, and it is in no other list. */
  isUntouched: boolean
}

export type ImportedPage = {
  importId: ImportId
  listId: ListId | null
  from: Instant
  until: Instant
  after: ContactId | null
  limit: number
}

export async function hasOthers(
  tx: Tx,
  accountId: AccountId,
  importId: ImportId,
): Promise<boolean> {
  const { rows } = await tx.query(
    `select from contacts.contact
     where account_id = $1 and import_id is distinct from $2 limit 1`,
    [accountId, importId],
  )
  return rows.length > 0
}

/**
 * In the order of ids, locked since they may go;
 * those that something else has changed last are not the import's any more.
 */
export async function contactsOfImport(
  tx: Tx,
  accountId: AccountId,
  page: ImportedPage,
): Promise<ImportedContact[]> {
  const { rows } = await tx.query<ImportedContact>(
    `select c.id, c.subject_id as "subjectId",
       c.created_at >= $5 and c.updated_at <= $6 and c.restricted_at is null and not exists (
         select from contacts.list_member m
         where m.account_id = c.account_id and m.contact_id = c.id
           and m.list_id is distinct from $7::uuid) as "isUntouched"
     from contacts.contact c
     where c.account_id = $1 and c.import_id = $2 and ($3::uuid is null or c.id > $3)
     order by c.id limit $4 for update of c`,
    [
      accountId,
      page.importId,
      page.after,
      page.limit,
      toTimestamp(page.from),
      toTimestamp(page.until),
      page.listId,
    ],
  )
  return rows
}

/** Holds back the contacts of these people that are open. */
export async function shutSubjects(
  tx: Tx,
  accountId: AccountId,
  shut: { subjects: readonly SubjectId[]; reason: string; at: Instant; notOf: ImportId | null },
): Promise<number> {
  const { rowCount } = await tx.query(
    `update contacts.contact
     set marketing_state = 'quarantine', quarantine_reason = $3, updated_at = $4
     where account_id = $1 and subject_id = any($2::uuid[]) and marketing_state = 'open'
       and ($5::uuid is null or import_id is distinct from $5)`,
    [accountId, arrayOf.uuid(shut.subjects), shut.reason, toTimestamp(shut.at), shut.notOf],
  )
  return rowCount
}

/** What they were held back for is no more. */
export async function renameQuarantine(
  tx: Tx,
  accountId: AccountId,
  renamed: { subjects: readonly SubjectId[]; from: string; to: string; at: Instant },
): Promise<void> {
  if (renamed.subjects.length === 0) return
  await tx.query(
    `update contacts.contact set quarantine_reason = $4, updated_at = $5
     where account_id = $1 and subject_id = any($2::uuid[]) and quarantine_reason = $3`,
    [accountId, arrayOf.uuid(renamed.subjects), renamed.from, renamed.to, toTimestamp(renamed.at)],
  )
}

/** The list as it was before: who joined it in this time leaves it. */
export async function leaveList(
  tx: Tx,
  accountId: AccountId,
  joined: { listId: ListId; from: Instant; until: Instant },
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from contacts.list_member
     where account_id = $1 and list_id = $2 and added_at between $3 and $4`,
    [accountId, joined.listId, toTimestamp(joined.from), toTimestamp(joined.until)],
  )
  return rowCount
}
