// Withdraws a parental authorisation.
import type { Caller, Clock, ControllerId, EntryId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys } from '../../vault/index.ts'
import type { Purpose } from '../consent.ts'
import { actorOf, type EntryDeps, writeEntries } from '../ledger/write-entries.ts'
import { deleteAuthorisations } from '../store/authorisation-store.ts'

/** As the parent asks: null when there was none. What the child has agreed to stays as it is. */
export async function withdrawAuthorisation(
  deps: EntryDeps & { clock: Clock },
  tx: Tx,
  caller: Caller,
  asked: { keys: SubjectKeys; controllerId: ControllerId; purpose: Purpose; reason: string },
): Promise<{ entryId: EntryId } | null> {
  const { accountId } = caller
  const { keys, controllerId, purpose, reason } = asked
  const only = { controllerId, purpose }
  const gone = await deleteAuthorisations(tx, accountId, { subjects: [keys.subjectId], only })
  if (gone === 0) return null
  const event = {
    kind: 'parent.withdrawn' as const,
    purpose,
    channel: 'sms',
    wordingSha256: null,
    keys,
    body: { actor: actorOf(caller), controller: controllerId, reason },
  }
  const [entryId] = await writeEntries(deps, tx, { accountId, at: deps.clock.now() }, [event])
  return { entryId: entryId as EntryId }
}
