// What is sealed in a contact's row: the number and the fields, as JSON under the person's key.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type SubjectKeys, type Vault } from '../vault/index.ts'
import type { Contact, ContactBody, ContactFields } from './contact.ts'
import { type ContactFieldName, contactFieldNames } from './contract.ts'
import { mergeCustom } from './custom-fields/custom-values.ts'

/** The row is told by its person: a contact and its subject are one to one. */
const place = (rowId: string) => ({ table: 'contacts.contact', column: 'sealed', rowId })

export function sealBody(
  vault: Pick<Vault, 'sealContact'>,
  accountId: AccountId,
  keys: SubjectKeys,
  body: ContactBody,
): Buffer {
  const plain = octetsOf(JSON.stringify(body))
  return vault.sealContact(keys, accountId, place(keys.subjectId), plain)
}

const roomOctets = 2_048
/** Written anew for each body and read before the next: nothing keeps it. */
const room = Buffer.alloc(roomOctets)
/** Views of its beginnings: bodies have few lengths, and a view is an object. */
const roomUpTo: (Buffer | undefined)[] = []

function octetsOf(text: string): Buffer {
  if (text.length * 3 > roomOctets) return Buffer.from(text, 'utf8')
  const end = room.write(text, 0, 'utf8')
  roomUpTo[end] ??= room.subarray(0, end)
  return roomUpTo[end]
}

export function openBody(
  vault: Pick<Vault, 'openContact'>,
  accountId: AccountId,
  keys: SubjectKeys,
  sealed: Buffer,
): ContactBody {
  const plain = vault.openContact(keys, accountId, place(keys.subjectId), sealed)
  return JSON.parse(plain.toString('utf8')) as ContactBody
}

export type OpenedBody = { keys: SubjectKeys; body: ContactBody }

/** Opens many; those whose contact key is destroyed are left out. */
export async function openContacts(
  vault: Pick<Vault, 'openSubjects' | 'openContact'>,
  tx: Tx,
  accountId: AccountId,
  contacts: readonly Pick<Contact, 'sealed' | 'subjectId'>[],
): Promise<Map<SubjectId, OpenedBody>> {
  const opened = new Map<SubjectId, OpenedBody>()
  if (contacts.length === 0) return opened
  const subjectIds = contacts.map((contact) => contact.subjectId)
  const keysOf = await vault.openSubjects(tx, accountId, subjectIds)
  for (const { subjectId, sealed } of contacts) {
    const keys = keysOf.get(subjectId)
    if (keys === undefined || !hasKey(keys.contactKey)) continue
    opened.set(subjectId, { keys, body: openBody(vault, accountId, keys, sealed) })
  }
  return opened
}

/** For whoever writes a body anew: an e-mail that came with the contact is as old as it. */
export const emailSinceOf = (
  before: Pick<ContactBody, 'fields' | 'emailSince'>,
  fields: ContactFields,
  at: Instant,
): Instant | undefined =>
  (before.fields.email ?? '') === (fields.email ?? '') ? before.emailSince : at

/** Which fields are filled, in the order of their names' list: one list for each choice of them. */
export function fieldsHeldIn(fields: ContactFields): readonly ContactFieldName[] {
  let choice = 0
  for (let place = 0; place < contactFieldNames.length; place += 1) {
    const name = contactFieldNames[place] as ContactFieldName
    if (fields[name] !== undefined) choice |= 1 << place
  }
  let held = listsHeld[choice]
  if (held === undefined) {
    held = contactFieldNames.filter((name) => fields[name] !== undefined)
    listsHeld[choice] = held
  }
  return held
}

const listsHeld: (readonly ContactFieldName[] | undefined)[] = Array.from(
  { length: 1 << contactFieldNames.length },
  () => undefined,
)

/** Only filled fields, in a fixed order, so that equal bodies have equal text. */
export function tidyFields(fields: ContactFields): ContactFields {
  const tidy: ContactFields = {}
  for (const name of contactFieldNames) {
    const value = fields[name]
    if (value !== undefined && value !== '') tidy[name] = value
  }
  const custom = mergeCustom(undefined, fields.custom)
  if (custom !== undefined) tidy.custom = custom
  return tidy
}

/** Those that every account knows, for whoever shows the custom ones by their names. */
export function plainFields({
  custom: _,
  ...fields
}: ContactFields): Omit<ContactFields, 'custom'> {
  return fields
}
