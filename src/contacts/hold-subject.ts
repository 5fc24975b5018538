// What contacts gives a person who asks for their data, and how it forgets them.
import type { AccountId, Caller, ContactId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { SubjectDataHolder, Vault } from '../vault/index.ts'
import { type OpenedBody, openContacts, plainFields } from './body.ts'
import type { Contact } from './contact.ts'
import { readCustomFields } from './custom-fields/custom-fields-store.ts'
import type { CustomValues } from './custom-fields/custom-values.ts'
import type { ContactsDeps, ErasureAsked } from './deps.ts'
import { contactsError } from './errors.ts'
import { heldOfContact } from './held/held-store.ts'
import { openHeld } from './held/hold-rows.ts'
import { listNamesOf } from './lists/list-store.ts'
import { letContactsGo } from './rights/let-go.ts'
import { demandMayDelete } from './rights/may-delete.ts'
import { deleteContacts, findBySubject, findContact, lockForDeletion } from './store.ts'

export function contactsHolder(
  vault: Pick<Vault, 'openSubjects' | 'openContact'>,
): SubjectDataHolder {
  return {
    room: 'contacts',
    exportSubject: async (tx, accountId, subjectId) => {
      const contact = await findBySubject(tx, accountId, subjectId)
      if (contact === null) return null
      const opened = await openContacts(vault, tx, accountId, [contact])
      const open = opened.get(subjectId)
      const body = open?.body
      return {
        number: body?.number ?? null,
        fields: body === undefined ? null : plainFields(body.fields),
        custom: await customTold(tx, accountId, body?.fields.custom),
        country: contact.country,
        territory: contact.territory,
        zone: contact.zone,
        postcodeArea: contact.postcodeArea,
        marketingState: contact.marketingState,
        quarantineReason: contact.quarantineReason,
        rowsKeptApart: open === undefined ? [] : await heldOf(vault, tx, accountId, contact, open),
        lists: await listNamesOf(tx, accountId, contact.id),
        createdAt: new Date(contact.createdAt).toISOString(),
        updatedAt: new Date(contact.updatedAt).toISOString(),
      }
    },
    eraseSubjects: async (tx, accountId, subjects) => {
      const found = await Promise.all(subjects.map((id) => findBySubject(tx, accountId, id)))
      const ids = found.flatMap((contact) => (contact === null ? [] : [contact.id]))
      return deleteContacts(tx, accountId, ids)
    },
  }
}

/** What files said of them, and nobody has decided yet. */
async function heldOf(
  vault: Pick<Vault, 'openContact'>,
  tx: Tx,
  accountId: AccountId,
  { id }: Pick<Contact, 'id'>,
  { keys }: OpenedBody,
) {
  const told = []
  for (const row of await heldOfContact(tx, accountId, id)) {
    const fields = openHeld(vault, accountId, keys, row)
    told.push({
      fields: plainFields(fields),
      custom: await customTold(tx, accountId, fields.custom),
      reason: row.reason,
      at: new Date(row.heldAt).toISOString(),
    })
  }
  return told
}

/** By the names that the account gave them: the key alone would say little to the person. */
async function customTold(tx: Tx, accountId: AccountId, values: CustomValues | undefined) {
  if (values === undefined) return []
  const fields = await readCustomFields(tx, accountId)
  return fields.flatMap(({ key, name, type }) => {
    const value = values[key]
    return value === undefined ? [] : [{ name, type, value }]
  })
}

export async function deleteContact(
  deps: Pick<ContactsDeps, 'vault' | 'audit' | 'proofs' | 'erasures' | 'openRequests'>,
  tx: Tx,
  caller: Caller,
  { contactId, asked }: { contactId: ContactId; asked: ErasureAsked | null },
): Promise<void> {
  const { accountId } = caller
  await lockForDeletion(tx, accountId, [contactId])
  const contact = await findContact(tx, accountId, contactId)
  if (contact === null) throw contactsError('contacts.contact_not_found')
  if (asked === null) await demandMayDelete(deps, tx, accountId, contact)
  const why = asked === null ? 'contact_deleted' : 'asked'
  await letContactsGo(deps, tx, caller, { contactIds: [contactId], why, asked })
  await deps.audit.record(tx, caller, {
    action: 'contacts.deleted',
    subjectId: contact.subjectId,
    details: { contactId },
  })
}
