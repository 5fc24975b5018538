// The statements that find today's names of what the journal's entries are about.
import type { AccountId, ContactId, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'

export type ContactOfEntry = { id: ContactId; subjectId: SubjectId; sealed: Buffer }

/** Of these people, or by these ids; who is erased is not among them. */
export async function contactsOfEntries(
  tx: Tx,
  accountId: AccountId,
  asked: { subjects: readonly SubjectId[]; contacts: readonly string[] },
): Promise<ContactOfEntry[]> {
  const { subjects, contacts } = asked
  if (subjects.length + contacts.length === 0) return []
  const { rows } = await tx.query<ContactOfEntry>(
    `select c.id, c.subject_id as "subjectId", c.sealed from contacts.contact c
     where c.account_id = $1 and c.subject_id = any($2::uuid[])
     union all
     select c.id, c.subject_id, c.sealed from contacts.contact c
     where c.account_id = $1 and c.id = any($3::uuid[]) and c.subject_id <> all($2::uuid[])`,
    [accountId, arrayOf.uuid(subjects), arrayOf.uuid(contacts)],
  )
  return rows
}

export type NamedThing = { kind: 'list' | 'segment' | 'field' | 'entity'; id: string; name: string }

/** Ids are of one of these kinds and of no other: no two things share one. */
export async function namesOfThings(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<NamedThing[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.query<NamedThing>(
    `select 'list' as kind, id, name from contacts.list
       where account_id = $1 and id = any($2::uuid[])
     union all select 'segment', id, name from contacts.segment
       where account_id = $1 and id = any($2::uuid[])
     union all select 'field', id, name from contacts.custom_field
       where account_id = $1 and id = any($2::uuid[])
     union all select 'entity', id, name from contacts.controller
       where account_id = $1 and id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(ids)],
  )
  return rows
}
