// SQL of whose date a day of a recurring send is: its campaign goes to them alone.
import type { AccountId, ContactId, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'

/** Less than every id. */
const noContact = '00000000-0000-0000-0000-000000000000'

export type PickedPage = {
  accountId: AccountId
  recurringId: string
  day: string
  after: ContactId | null
  limit: number
}

/** In the order of their ids; empty after the last. */
export async function readPicked(tx: Tx, page: PickedPage): Promise<ContactId[]> {
  const { rows } = await tx.query<{ id: ContactId }>(
    `select contact_id as id from campaigns.occurrence_person
     where account_id = $1 and recurring_id = $2 and day = $3 and contact_id > $4
     order by contact_id limit $5`,
    [page.accountId, page.recurringId, page.day, page.after ?? noContact, page.limit],
  )
  return rows.map(({ id }) => id)
}

export async function daysOfSubject(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<string[]> {
  const { rows } = await tx.query<{ on_day: string }>(
    `select day::text as on_day from campaigns.occurrence_person
     where account_id = $1 and subject_id = $2 order by day`,
    [accountId, subjectId],
  )
  return rows.map(({ on_day }) => on_day)
}

export async function forgetSubjects(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from campaigns.occurrence_person
     where account_id = $1 and subject_id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rowCount
}
