// The SQL of quarantine: how many contacts for each reason, and a page of them.
import type { AccountId, ContactId, ListId, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx } from '../storage/index.ts'
import type { Contact } from './contact.ts'

export type QuarantineCount = { reason: string; contacts: number }

const inList = (place: number) =>
  `($${place}::uuid is null or exists (select from contacts.list_member m
     where m.account_id = c.account_id and m.list_id = $${place} and m.contact_id = c.id))`

/** The most frequent reason first. */
export async function countQuarantined(
  tx: Tx,
  accountId: AccountId,
  listId: ListId | null,
): Promise<QuarantineCount[]> {
  const { rows } = await tx.query<QuarantineCount>(
    `select c.quarantine_reason as reason, count(*)::int as contacts
     from contacts.contact c
     where c.account_id = $1 and c.marketing_state = 'quarantine' and ${inList(2)}
     group by 1 order by 2 desc, 1`,
    [accountId, listId],
  )
  return rows
}

export type QuarantinePage = {
  reason: string
  listId: ListId | null
  after: ContactId | null
  limit: number
}

export type QuarantinedContact = Pick<Contact, 'id' | 'subjectId' | 'sealed'>

/**
 * In the order of ids, held until the transaction ends. Whose data may only be kept (GDPR 18) is
 * neither proven nor deleted, nor is anybody of `but`.
 */
export async function lockQuarantined(
  tx: Tx,
  accountId: AccountId,
  page: QuarantinePage & { but: readonly SubjectId[] },
): Promise<QuarantinedContact[]> {
  const { rows } = await tx.query<QuarantinedContact>(
    `select c.id, c.subject_id as "subjectId", c.sealed from contacts.contact c
     where c.account_id = $1 and c.marketing_state = 'quarantine' and c.quarantine_reason = $2
       and c.restricted_at is null and c.subject_id <> all($6::uuid[])
       and ($3::uuid is null or c.id > $3) and ${inList(4)}
     order by c.id limit $5 for no key update`,
    [accountId, page.reason, page.after, page.listId, page.limit, arrayOf.uuid(page.but)],
  )
  return rows
}

/** How many of them stay where the others go: restricted, or with a request that waits. */
export async function countStaying(
  tx: Tx,
  accountId: AccountId,
  held: Pick<QuarantinePage, 'reason' | 'listId'> & { asking: readonly SubjectId[] },
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from contacts.contact c
     where c.account_id = $1 and c.marketing_state = 'quarantine' and c.quarantine_reason = $2
       and (c.restricted_at is not null or c.subject_id = any($4::uuid[])) and ${inList(3)}`,
    [accountId, held.reason, held.listId, arrayOf.uuid(held.asking)],
  )
  return rows[0]?.count ?? 0
}
