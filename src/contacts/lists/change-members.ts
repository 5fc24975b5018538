// People put into a list or taken out of it by hand: counted, and in the log.
import type { Caller, ContactId, ListId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { MembersChanged } from '../contract.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { findContacts } from '../store.ts'
import { addMembers, removeMembers } from './list-store.ts'

type Asked = { listId: ListId; contactIds: readonly ContactId[]; how: 'join' | 'leave' }

export async function changeMembers(
  deps: Pick<ContactsRoutesDeps, 'audit' | 'clock'>,
  tx: Tx,
  caller: Caller,
  { listId, contactIds, how }: Asked,
): Promise<MembersChanged> {
  const { accountId } = caller
  const asked = [...new Set(contactIds)]
  const found = await findContacts(tx, accountId, asked)
  const ids = found.map(({ id }) => id)
  const changed =
    how === 'join'
      ? await addMembers(tx, accountId, listId, { contactIds: ids, at: deps.clock.now() })
      : await removeMembers(tx, accountId, listId, ids)
  if (changed > 0) {
    // Of one person it stands in their own line of time too.
    const [person] = found.length === 1 ? found : []
    await deps.audit.record(tx, caller, {
      action: how === 'join' ? 'contacts.list_joined' : 'contacts.list_left',
      details: { listId, people: changed },
      ...(person === undefined ? {} : { subjectId: person.subjectId }),
    })
  }
  return { changed, already: found.length - changed, unknown: asked.length - found.length }
}
