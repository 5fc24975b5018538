// Saves one contact from a number as people write it.
import { areaOfPostcode, reachOf, readNumber } from '../countries/index.ts'
import {
  type AccountId,
  assert,
  type Caller,
  type E164,
  type Instant,
  type ListId,
} from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { openContacts, tidyFields } from './body.ts'
import { type BulkDeps, bulkUpsert } from './bulk-upsert.ts'
import type { Contact, ContactFields, ContactRow, Decider } from './contact.ts'
import type { ContactRequest } from './contract.ts'
import type { ContactsDeps } from './deps.ts'
import { contactsError } from './errors.ts'
import { findList } from './lists/list-store.ts'
import { mergeContact } from './merge-contact.ts'
import { keptOf } from './rights/keepable.ts'
import { demandMayChange, makesOlder } from './rights/may-change.ts'
import { type ContactRecord, findByTags, findContact } from './store.ts'

/** Nobody has proven anything yet: alerts may go, marketing waits for a consent. */
const unproven = 'no_proof_of_consent'

/** Null when no SMS can be sent to what was written. */
export async function readForAccount(
  deps: Pick<ContactsDeps, 'accounts'>,
  tx: Tx,
  accountId: AccountId,
  written: { number: string; country: string },
): Promise<{ number: E164; place: Place } | { reason: string }> {
  const { kind } = await deps.accounts.facts(tx, accountId)
  const options = { country: written.country, sandbox: kind === 'sandbox' }
  const reading = readNumber(written.number, options)
  if (reading.e164 === null || reading.reason !== null) {
    return { reason: reading.reason ?? 'not_a_number' }
  }
  return { number: reading.e164, place: placeOf(reading) }
}

type Place = Pick<ContactRow, 'country' | 'territory' | 'zone' | 'reach'>

/**
 * Where it is, and who may write to it. Where the number does not tell the clock, the first of its
 * places stands for them.
 */
function placeOf(reading: ReturnType<typeof readNumber>): Place {
  const country = reading.country ?? 'FR'
  return {
    country,
    territory: reading.territory ?? country,
    zone: reading.zones[0] ?? 'Europe/Paris',
    reach: reachOf(reading),
  }
}

export async function saveContact(
  deps: Pick<ContactsDeps, 'accounts' | 'audit' | keyof BulkDeps>,
  tx: Tx,
  caller: Caller,
  { request, at }: { request: ContactRequest; at: Instant },
): Promise<{ contact: ContactRecord; created: boolean }> {
  const { accountId, language } = caller
  const read = await readForAccount(deps, tx, accountId, request)
  if ('reason' in read) throw contactsError('contacts.number_unusable', { reason: read.reason })
  const listId = (request.listId ?? null) as ListId | null
  if (listId !== null && (await findList(tx, accountId, listId)) === null) {
    throw contactsError('contacts.list_not_found')
  }
  const written = { fields: request.fields, custom: request.custom, country: read.place.country }
  const kept = await keptOf(tx, { accountId, language }, written)
  const fields = { ...request.fields, custom: kept.custom }
  if (kept.fields.postcode) fields.postcode = kept.fields.postcode
  const row = rowOf(read.number, read.place, fields)
  const by = request.reason === undefined ? undefined : 'user'
  const madeOlder = await demandMayAdd(deps, tx, { accountId, row, at, by })
  const batch = { accountId, rows: [row], importId: null, listId, at, decides: by } as const
  const report = await bulkUpsert(deps, tx, batch)
  const contactId = report.rows[0]?.contactId
  const contact = contactId === undefined ? null : await findContact(tx, accountId, contactId)
  assert(contact !== null, 'a contact that was just kept is there')
  if (madeOlder) {
    await deps.audit.record(tx, caller, {
      action: 'contacts.made_older',
      reason: request.reason ?? '',
      subjectId: contact.subjectId,
      details: { contactId: contact.id, fields: 'birthDate' },
    })
  }
  return { contact, created: report.inserted === 1 }
}

/**
 * What is told of somebody who is here already changes them as much as an edit does. True: it makes
 * a minor older, as a user decided.
 */
async function demandMayAdd(
  { vault }: Pick<BulkDeps, 'vault'>,
  tx: Tx,
  { accountId, row, at, by }: { accountId: AccountId; row: ContactRow; at: Instant; by: Decider },
): Promise<boolean> {
  if (Object.keys(tidyFields(row.fields)).length === 0) return false
  const [found] = await findByTags(tx, accountId, [vault.numberTag(accountId, row.number)])
  const contact = found && (await findContact(tx, accountId, found.id, 'locked'))
  if (!contact) return false
  const opened = await openContacts(vault, tx, accountId, [contact])
  const held = opened.get(contact.subjectId)?.body.fields
  if (held === undefined) return false
  const before = tidyFields(held)
  const right = mergeContact({ fields: before, ...contact }, row)?.fields ?? before
  demandMayChange(contact, { before, right, at, by })
  return makesOlder(contact.country, { before, right, at })
}

function rowOf(number: E164, place: Place, fields: ContactFields): ContactRow {
  return {
    number,
    fields,
    ...place,
    postcodeArea: areaOfPostcode(place.country, fields.postcode),
    marketingState: 'quarantine',
    quarantineReason: unproven,
  }
}

/** For a message to a number that the account may not know yet. */
export async function subjectOf(
  deps: BulkDeps,
  tx: Tx,
  input: { accountId: AccountId; number: E164; at: Instant },
): Promise<Contact> {
  const { accountId, number, at } = input
  const rows = [newSubjectRow(number)]
  const report = await bulkUpsert(deps, tx, { accountId, rows, importId: null, listId: null, at })
  const contactId = report.rows[0]?.contactId
  const contact = contactId === undefined ? null : await findContact(tx, accountId, contactId)
  assert(contact !== null, 'a contact that was just kept is there')
  return contact
}

/** For a number that the account does not know: a person in quarantine. */
export function newSubjectRow(number: E164): ContactRow {
  // Read as a sandbox would: whether the number may be used is judged by who sends.
  return rowOf(number, placeOf(readNumber(number, { sandbox: true })), {})
}
