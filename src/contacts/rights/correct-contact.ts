// Corrects what is held of a person, as they asked: the field as it should be, or none.
import { areaOfPostcode } from '../../countries/index.ts'
import type { Caller, ContactId, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { fieldsHeldIn, openContacts, sealBody, tidyFields } from '../body.ts'
import type { ContactFieldName } from '../contract.ts'
import type { ContactsDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { foundBy } from '../found-by.ts'
import { findContact, rewriteContact } from '../store.ts'

/** Null removes the field; a field that is not named stays. */
export type CorrectedFields = Partial<Record<ContactFieldName, string | null>>

/** False: it was right already. The journal names the fields, never what they say. */
export async function correctContact(
  deps: Pick<ContactsDeps, 'vault' | 'audit'>,
  tx: Tx,
  caller: Caller,
  asked: { contactId: ContactId; fields: CorrectedFields; at: Instant },
): Promise<boolean> {
  const { accountId } = caller
  const { contactId, at } = asked
  const contact = await findContact(tx, accountId, contactId, 'locked')
  const opened =
    contact === null ? undefined : await openContacts(deps.vault, tx, accountId, [contact])
  const open = contact === null ? undefined : opened?.get(contact.subjectId)
  if (contact === null || open === undefined) throw contactsError('contacts.contact_not_found')
  const fields = { ...open.body.fields }
  for (const [name, value] of Object.entries(asked.fields)) {
    fields[name as ContactFieldName] = value ?? undefined
  }
  const right = tidyFields(fields)
  if (JSON.stringify(right) === JSON.stringify(tidyFields(open.body.fields))) return false
  const { number } = open.body
  await rewriteContact(tx, accountId, {
    ...{ contactId, at },
    sealed: sealBody(deps.vault, accountId, open.keys, { ...open.body, fields: right }),
    fieldsHeld: fieldsHeldIn(right),
    postcodeArea: areaOfPostcode(contact.country, right.postcode),
    ...foundBy(deps.vault, accountId, number, right),
  })
  await deps.audit.record(tx, caller, {
    action: 'contacts.corrected',
    subjectId: contact.subjectId,
    details: { contactId, fields: Object.keys(asked.fields).join(', ') },
  })
  return true
}
