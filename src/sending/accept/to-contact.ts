// A message that names a contact: its number is looked up, and nobody is shown it.
import { type Contacts, contactsError } from '../../contacts/index.ts'
import type { Caller, ContactId } from '../../kernel/index.ts'
import type { Database } from '../../storage/index.ts'
import type { MessageAsked, MessageRequest } from '../contract.ts'

type Deps = { database: Database; contacts: Pick<Contacts, 'find' | 'openContacts'> }

export async function withNumber(
  { database, contacts }: Deps,
  { accountId }: Caller,
  { contactId, to, ...asked }: MessageAsked,
): Promise<MessageRequest> {
  if (to !== undefined) return { to, ...asked }
  // It stays the order's: whoever is erased before it is accepted is not made anew by their number.
  return database.inAccount(accountId, async (tx) => {
    const contact = await contacts.find(tx, accountId, contactId as ContactId)
    if (contact === null) throw contactsError('contacts.contact_not_found')
    const open = (await contacts.openContacts(tx, accountId, [contact])).get(contact.subjectId)
    if (open === undefined) throw contactsError('contacts.contact_erased')
    return { to: open.body.number, contactId, ...asked }
  })
}
