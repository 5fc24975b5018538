// Tells the account's programs that somebody said no, in the transaction in which they did.
import type { AccountId, EntryId, Instant, SubjectId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { tellPrograms } from '../../webhooks/index.ts'
import type { Purpose, SuppressionScope } from '../consent.ts'

type OptedOut = {
  entryId: EntryId
  subjectId: SubjectId
  how: 'objection' | 'withdrawal'
  /** Of an objection: which messages end. */
  scope: SuppressionScope | null
  /** Of a withdrawal: for which purpose. */
  purpose: Purpose | null
  at: Instant
}

/** What a person said themselves: a whole list of refusals that is imported is no event each. */
export async function tellOptedOut(tx: Tx, accountId: AccountId, said: OptedOut): Promise<void> {
  const { entryId: about, subjectId, how, scope, purpose, at } = said
  const facts = { how, scope, purpose }
  await tellPrograms(tx, accountId, [{ kind: 'contact.opted_out', about, subjectId, facts, at }])
}
