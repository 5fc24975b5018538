// What a user may not change of somebody by hand, and the person's own request alone may.
import { comesOfAge } from '../../countries/index.ts'
import { type Instant, isoTime } from '../../kernel/index.ts'
import type { Contact, ContactFields } from '../contact.ts'
import { contactsError } from '../errors.ts'

/** Refused where the contact changed since `read`; undefined: whoever asks did not say. */
export function demandUnchangedSince(
  read: string | undefined,
  { updatedAt }: Pick<Contact, 'updatedAt'>,
): void {
  if (read !== undefined && isoTime(Date.parse(read)) !== isoTime(updatedAt)) {
    throw contactsError('contacts.contact_stale')
  }
}

/** Kept and not used (GDPR 18): nobody but the person has it changed meanwhile. */
export function demandUnrestricted({ restrictedAt }: Pick<Contact, 'restrictedAt'>): void {
  if (restrictedAt !== null) throw contactsError('contacts.data_restricted')
}

/** The date of birth of a minor keeps marketing from them: it is not taken away by hand. */
export function demandStaysMinor(
  { country }: Pick<Contact, 'country'>,
  { before, right, at }: { before: ContactFields; right: ContactFields; at: Instant },
): void {
  const isMinor = ({ birthDate }: ContactFields): boolean => {
    const from = comesOfAge(birthDate ?? null, country)
    return from !== null && at < from
  }
  if (isMinor(before) && !isMinor(right)) {
    throw contactsError('contacts.minor_protected', { field: 'birthDate' })
  }
}
