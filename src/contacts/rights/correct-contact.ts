// Changes what is held of a person: the field as it should be, or none. The number stays.
import { areaOfPostcode } from '../../countries/index.ts'
import type { Caller, ContactId, Instant } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { AuditAction } from '../../words/index.ts'
import {
  emailSinceOf,
  fieldsHeldIn,
  type OpenedBody,
  openContacts,
  sealBody,
  tidyFields,
} from '../body.ts'
import type { Contact, ContactFields } from '../contact.ts'
import { contactFieldNames } from '../contract.ts'
import { mergeCustom } from '../custom-fields/custom-values.ts'
import type { ContactsDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { foundBy } from '../found-by.ts'
import { findContact, rewriteContact } from '../store.ts'
import { keptOf, type Written } from './keepable.ts'
import {
  demandMayChange,
  demandUnchangedSince,
  demandUnrestricted,
  makesOlder,
} from './may-change.ts'

export type Correction = Written & {
  contactId: ContactId
  at: Instant
  /** That whoever asks had read; left out where they do not say. */
  updatedAt?: string | undefined
  /** `contacts.corrected`: the person asked for it; `contacts.changed`: a user did it. */
  action: 'contacts.corrected' | 'contacts.changed'
  /** Why it is right, where a user makes a minor older: else it is refused. */
  reason?: string | undefined
}

/**
 * Which fields are other than before: none where it was right already. The journal names them,
 * never what they say.
 */
export async function correctContact(
  deps: Pick<ContactsDeps, 'vault' | 'audit'>,
  tx: Tx,
  caller: Caller,
  asked: Correction,
): Promise<string[]> {
  const { accountId } = caller
  const { contactId, at, action } = asked
  const contact = await findContact(tx, accountId, contactId, 'locked')
  if (contact === null) throw contactsError('contacts.contact_not_found')
  const opened = await openContacts(deps.vault, tx, accountId, [contact])
  const open = opened.get(contact.subjectId)
  if (open === undefined) throw contactsError('contacts.contact_erased')
  demandUnchangedSince(asked.updatedAt, contact)
  const isByHand = action === 'contacts.changed'
  if (isByHand) demandUnrestricted(contact)
  const { country } = contact
  const { fields, custom } = await keptOf(tx, caller, { ...asked, country })
  const before = tidyFields(open.body.fields)
  const right = tidyFields({
    ...before,
    ...withoutNulls(fields),
    custom: mergeCustom(before.custom, custom),
  })
  const change = { before, right, at }
  const by = isByHand ? (asked.reason === undefined ? undefined : 'user') : 'person'
  demandMayChange(contact, { ...change, by })
  const isDecided = isByHand && makesOlder(country, change)
  return keepRight(deps, tx, caller, {
    ...{ contact, open, right, at },
    ...(isDecided
      ? { action: 'contacts.made_older' as const, reason: asked.reason }
      : { action, reason: undefined }),
  })
}

export type Right = {
  contact: Pick<Contact, 'id' | 'subjectId' | 'country'>
  open: OpenedBody
  /** All that is right of the person, tidied. */
  right: ContactFields
  at: Instant
  action: AuditAction
  reason: string | undefined
}

/** Written and journalled where it is other than before; which fields are. */
export async function keepRight(
  deps: Pick<ContactsDeps, 'vault' | 'audit'>,
  tx: Tx,
  caller: Caller,
  { contact, open, right, at, action, reason }: Right,
): Promise<string[]> {
  const { accountId } = caller
  const { id: contactId, country } = contact
  const changed = whatChanged(tidyFields(open.body.fields), right)
  if (changed.length === 0) return []
  await rewriteContact(tx, accountId, {
    ...{ contactId, at },
    sealed: sealBody(deps.vault, accountId, open.keys, {
      ...open.body,
      fields: right,
      emailSince: emailSinceOf(open.body, right, at),
    }),
    fieldsHeld: fieldsHeldIn(right),
    postcodeArea: areaOfPostcode(country, right.postcode),
    ...foundBy(deps.vault, accountId, open.body.number, right),
  })
  await deps.audit.record(tx, caller, {
    action,
    ...(reason === undefined ? {} : { reason }),
    subjectId: contact.subjectId,
    details: { contactId, fields: changed.join(', ') },
  })
  return changed
}

const withoutNulls = (fields: Written['fields']): ContactFields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? undefined]))

export function whatChanged(before: ContactFields, right: ContactFields): string[] {
  const [had, has] = [before.custom ?? {}, right.custom ?? {}]
  const keys = [...new Set([...Object.keys(had), ...Object.keys(has)])].sort()
  return [
    ...contactFieldNames.filter((name) => before[name] !== right[name]),
    ...keys.filter((key) => had[key] !== has[key]).map((key) => `custom.${key}`),
  ]
}
