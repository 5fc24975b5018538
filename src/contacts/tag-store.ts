// The statements that give contacts of before the tags that they are found by.
import type { AccountId, ContactId, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx } from '../storage/index.ts'
import type { FoundBy } from './bulk-store.ts'

export type Untagged = { id: ContactId; subjectId: SubjectId; sealed: Buffer }

/** In the order of ids, held: whoever changes one meanwhile gives it its tags. */
export async function readUntagged(
  tx: Tx,
  accountId: AccountId,
  page: { after: ContactId | null; limit: number },
): Promise<Untagged[]> {
  const { rows } = await tx.query<Untagged>(
    `select id, subject_id as "subjectId", sealed from contacts.contact
     where account_id = $1 and suppression_tag is null and ($2::uuid is null or id > $2)
     order by id limit $3 for no key update`,
    [accountId, page.after, page.limit],
  )
  return rows
}

export async function writeTags(
  tx: Tx,
  accountId: AccountId,
  rows: readonly (FoundBy & { id: ContactId })[],
): Promise<number> {
  if (rows.length === 0) return 0
  const { rowCount } = await tx.query(
    `update contacts.contact c
     set suppression_tag = given.suppression_tag, email_tag = given.email_tag,
       reference_tag = given.reference_tag
     from unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[])
       as given (id, suppression_tag, email_tag, reference_tag)
     where c.account_id = $1 and c.id = given.id and c.suppression_tag is null`,
    [
      accountId,
      arrayOf.uuid(rows.map(({ id }) => id)),
      arrayOf.bytea(rows.map((row) => row.suppressionTag)),
      arrayOf.bytea(rows.map((row) => row.emailTag)),
      arrayOf.bytea(rows.map((row) => row.referenceTag)),
    ],
  )
  return rowCount
}
