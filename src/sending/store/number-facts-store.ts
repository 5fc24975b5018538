// What is known of a person's number: who must show more that they are who asks, who carried it.
import type { AccountId, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'

export type NumberFacts = {
  hasReplies: boolean
  /** The network said that nobody had it, and it works again: it may be somebody else's. */
  hasChangedHands: boolean
}

export async function numberFactsOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<NumberFacts> {
  const { rows } = await tx.query<NumberFacts>(
    `select exists (select from sending.inbound
         where account_id = $1 and subject_id = $2) as "hasReplies",
       exists (select from sending.dead_number
         where account_id = $1 and subject_id = $2 and works_since is not null
           and answer = 'unknown_subscriber') as "hasChangedHands"`,
    [accountId, subjectId],
  )
  return rows[0] ?? { hasReplies: false, hasChangedHands: false }
}

/** By id: the suppliers under whose contracts something left to this person. */
export async function suppliersOfPerson(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct t.supplier_id as id from sending.message m
     join sending.terms t on t.account_id = m.account_id and t.id = m.terms_id
     where m.account_id = $1 and m.subject_id = $2 and t.supplier_id is not null`,
    [accountId, subjectId],
  )
  return rows.map(({ id }) => id)
}
