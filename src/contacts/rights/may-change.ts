// Which data of somebody is not changed by whoever just says so: the one rule of every door.
//
// Restricted (GDPR 18(2)): their data is stored, and not processed in any other way until they are
// told that the restriction ends. Their own request may correct it.
//
// A minor (GDPR 8, Loi Informatique et Libertés 45): the date of birth that is held keeps marketing
// from them. A later word never makes them older by itself: a person decides it, and says why.
import { comesOfAge } from '../../countries/index.ts'
import { type Instant, isoTime } from '../../kernel/index.ts'
import type { Contact, ContactFields, Decider } from '../contact.ts'
import type { HeldReason } from '../contract.ts'
import { contactsError } from '../errors.ts'

type Change = { before: ContactFields; right: ContactFields; at: Instant; by: Decider }

/** Null: it may be changed. Both fields are tidied, so that equal ones have equal text. */
export function whyHeld(
  { restrictedAt, country }: Pick<Contact, 'restrictedAt' | 'country'>,
  { before, right, at, by }: Change,
): HeldReason | null {
  if (by === 'person') return null
  if (restrictedAt !== null) {
    return JSON.stringify(before) === JSON.stringify(right) ? null : 'data_restricted'
  }
  if (by === 'user' || before.birthDate === right.birthDate) return null
  return makesOlder(country, { before, right, at }) ? 'made_older' : null
}

/** Of whom is a minor now: an earlier day, or none. */
export function makesOlder(
  country: string,
  { before, right, at }: Pick<Change, 'before' | 'right' | 'at'>,
): boolean {
  const held = comesOfAge(before.birthDate ?? null, country)
  if (held === null || at >= held) return false
  const told = comesOfAge(right.birthDate ?? null, country)
  return told === null || told < held
}

/** Refused where the contact changed since `read`; undefined: whoever asks did not say. */
export function demandUnchangedSince(
  read: string | undefined,
  { updatedAt }: Pick<Contact, 'updatedAt'>,
): void {
  if (read !== undefined && isoTime(Date.parse(read)) !== isoTime(updatedAt)) {
    throw contactsError('contacts.contact_stale')
  }
}

/** For whoever asks by hand, one person at a time: refused with the reason. */
export function demandMayChange(
  contact: Pick<Contact, 'restrictedAt' | 'country'>,
  change: Change,
): void {
  const held = whyHeld(contact, change)
  if (held === 'data_restricted') throw contactsError('contacts.data_restricted')
  if (held !== null) throw contactsError('contacts.minor_protected', { field: 'reason' })
}

export function demandUnrestricted({ restrictedAt }: Pick<Contact, 'restrictedAt'>): void {
  if (restrictedAt !== null) throw contactsError('contacts.data_restricted')
}
