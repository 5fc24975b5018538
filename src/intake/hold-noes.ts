// Everybody of whom a batch records a no is held before the first of these is recorded.
import { lockContactsOf } from '../contacts/index.ts'
import type { AccountId, E164 } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { IntakeDeps } from './deps.ts'
import type { KnownNo, Prepared } from './import-batch.ts'

type Said = Pick<Prepared, 'refusedLater' | 'objecting'> & { noes: readonly KnownNo[] }

/**
 * A no takes its contacts first and then the lock on sales. A batch records up to three kinds of
 * them after each other: held one by one, a sale that has the contact of a later kind and waits for
 * that lock would wait for the batch, and the batch for the sale.
 */
export async function holdNoes(
  deps: Pick<IntakeDeps, 'vault' | 'contacts'>,
  tx: Tx,
  accountId: AccountId,
  { noes, refusedLater, objecting }: Said,
): Promise<void> {
  // Of one kind alone, they are held where they are recorded.
  if (refusedLater.length + objecting.length === 0) return
  const numbers = new Set<E164>([...refusedLater, ...objecting].map(({ number }) => number))
  const tags = [...numbers].map((number) => deps.vault.numberTag(accountId, number))
  const known = await deps.contacts.findByTags(tx, accountId, tags)
  const subjects = new Set(noes.map(({ subjectId }) => subjectId))
  for (const { subjectId } of known.values()) subjects.add(subjectId)
  await lockContactsOf(tx, accountId, [...subjects])
}
