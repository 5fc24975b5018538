// Reveals a contact: by right, with a reason, and recorded before anything is shown.
import type { Caller, ContactId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { openContacts } from './body.ts'
import type { OpenedContact } from './contact.ts'
import { reasonLengthMin } from './contract.ts'
import type { ContactsDeps } from './deps.ts'
import { contactsError } from './errors.ts'
import { findContact } from './store.ts'

export async function revealContact(
  deps: Pick<ContactsDeps, 'vault' | 'audit'>,
  tx: Tx,
  caller: Caller,
  look: { contactId: ContactId; reason: string },
): Promise<OpenedContact> {
  const { contactId } = look
  if (!caller.rights.has('contacts.reveal')) throw contactsError('contacts.reveal_not_allowed')
  const reason = look.reason.trim()
  if (reason.length < reasonLengthMin) throw contactsError('contacts.reason_missing')
  const contact = await findContact(tx, caller.accountId, contactId)
  if (contact === null) throw contactsError('contacts.contact_not_found')
  const opened = await openContacts(deps.vault, tx, caller.accountId, [contact])
  const open = opened.get(contact.subjectId)
  if (open === undefined) throw contactsError('contacts.contact_erased')
  await deps.audit.record(tx, caller, {
    action: 'contacts.revealed',
    subjectId: contact.subjectId,
    reason,
    details: { contactId },
  })
  return { contact, ...open }
}
