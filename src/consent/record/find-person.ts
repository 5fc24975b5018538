// Finds the person that a request names, by contact or by number,
// with the keys that seal their evidence.
import { accountOf } from '../../accounts/index.ts'
import type { Contact, Contacts } from '../../contacts/index.ts'
import { readNumber } from '../../countries/index.ts'
import type { AccountId, ContactId, E164 } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys, Vault } from '../../vault/index.ts'
import { consentError } from '../errors.ts'

export type FindPersonDeps = {
  contacts: Pick<Contacts, 'find' | 'findByNumber' | 'openContacts'>
  vault: Pick<Vault, 'openSubjects'>
}

export type Person = { keys: SubjectKeys; number: E164 | null; contact: Contact }
type PersonAsked = { contactId?: string | undefined; number?: string | undefined }

/** A sandbox account also takes numbers of the fiction ranges. */
export async function isSandbox(tx: Tx, accountId: AccountId): Promise<boolean> {
  return (await accountOf(tx, accountId)).kind === 'sandbox'
}

export async function readE164(tx: Tx, accountId: AccountId, text: string) {
  const reading = readNumber(text, { sandbox: await isSandbox(tx, accountId) })
  return { number: reading.e164, reason: reading.reason }
}

export async function findPerson(
  deps: FindPersonDeps,
  tx: Tx,
  accountId: AccountId,
  asked: PersonAsked,
): Promise<Person> {
  if ((asked.contactId === undefined) === (asked.number === undefined)) {
    throw consentError('consent.contact_unclear')
  }
  let contact: Contact | null = null
  let number: E164 | null = null
  if (asked.number !== undefined) {
    const read = await readE164(tx, accountId, asked.number)
    number = read.number
    if (number === null) {
      throw consentError('consent.number_invalid', { reason: read.reason ?? '' })
    }
    contact = await deps.contacts.findByNumber(tx, accountId, number)
  } else {
    contact = await deps.contacts.find(tx, accountId, asked.contactId as ContactId)
    if (contact !== null) {
      const opened = await deps.contacts.openContacts(tx, accountId, [contact])
      number = opened.get(contact.subjectId)?.body.number ?? null
    }
  }
  if (contact === null) throw consentError('consent.contact_not_found')
  const open = await deps.vault.openSubjects(tx, accountId, [contact.subjectId])
  const keys = open.get(contact.subjectId)
  if (keys === undefined) throw consentError('consent.contact_not_found')
  return { keys, number, contact }
}
