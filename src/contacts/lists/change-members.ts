// People put into a list or taken out of it by hand: counted, and in the log.
import type { Caller, ContactId, ListId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { MembersChanged } from '../contract.ts'
import type { ContactsRoutesDeps } from '../deps.ts'
import { findContacts } from '../store.ts'
import { joinMembers, removeMembers } from './list-store.ts'

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
  const changed = new Set(
    how === 'join'
      ? await joinMembers(tx, accountId, listId, { contactIds: ids, at: deps.clock.now() })
      : await removeMembers(tx, accountId, listId, ids),
  )
  const action = how === 'join' ? 'contacts.list_joined' : 'contacts.list_left'
  // One entry a person: it stands in the line of time of each.
  const people = found.filter(({ id }) => changed.has(id))
  await Promise.all(
    people.map(({ id: contactId, subjectId }) =>
      deps.audit.record(tx, caller, {
        action,
        subjectId,
        details: { listId, contactId, people: changed.size },
      }),
    ),
  )
  return {
    changed: changed.size,
    already: found.length - changed.size,
    unknown: asked.length - found.length,
  }
}
