// Rows that were kept apart: shown, taken by whoever says why, or left out.
import {
  type AccountId,
  type Caller,
  type ContactId,
  type Instant,
  isoTime,
  type Language,
  maskNumber,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { sentence } from '../../words/index.ts'
import { type OpenedBody, openContacts, plainFields, tidyFields } from '../body.ts'
import type { ContactFields } from '../contact.ts'
import type { HeldRowView, RevealedHeldRow } from '../contract.ts'
import { mergeCustom, viewCustom } from '../custom-fields/custom-values.ts'
import type { ContactsDeps } from '../deps.ts'
import { contactsError } from '../errors.ts'
import { keepRight, whatChanged } from '../rights/correct-contact.ts'
import { demandUnchangedSince, demandUnrestricted } from '../rights/may-change.ts'
import { demandMayDelete } from '../rights/may-delete.ts'
import { findContact } from '../store.ts'
import {
  contactOfHeld,
  deleteHeld,
  findHeld,
  type HeldPage,
  type HeldRow,
  listHeld,
} from './held-store.ts'
import { openHeld } from './hold-rows.ts'

type Deps = Pick<ContactsDeps, 'vault' | 'audit'>

/** As a file adds: what the row has replaces what is held, what it lacks stays. */
function rightWith(before: ContactFields, row: ContactFields): ContactFields {
  const custom = mergeCustom(before.custom, row.custom)
  return tidyFields({ ...before, ...row, custom })
}

const reasonOf = (language: Language, { reason }: Pick<HeldRow, 'reason'>): string =>
  sentence(language, `contacts.held_${reason}`) ?? reason

export async function readHeld(
  { vault }: Pick<Deps, 'vault'>,
  tx: Tx,
  { accountId, language }: { accountId: AccountId; language: Language },
  page: HeldPage,
): Promise<{ items: HeldRowView[]; last: string | null }> {
  const rows = await listHeld(tx, accountId, { ...page, limit: page.limit + 1 })
  const shown = rows.slice(0, page.limit)
  const contacts = shown.map(({ subjectId, contactSealed: sealed }) => ({ subjectId, sealed }))
  const opened = await openContacts(vault, tx, accountId, contacts)
  const items = shown.flatMap((row): HeldRowView[] => {
    const open = opened.get(row.subjectId)
    if (open === undefined) return []
    const before = tidyFields(open.body.fields)
    const told = openHeld(vault, accountId, open.keys, row)
    const { id, contactId, importId, line, reason, heldAt, updatedAt } = row
    return [
      {
        ...{ id, contactId, importId, line, reason },
        numberMasked: maskNumber(open.body.number),
        sentence: reasonOf(language, row),
        changes: whatChanged(before, rightWith(before, told)),
        mayTake: row.restrictedAt === null,
        heldAt: isoTime(heldAt),
        contactUpdatedAt: isoTime(updatedAt),
        isContactNewer: updatedAt > heldAt,
      },
    ]
  })
  return { items, last: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null }
}

type Found = {
  row: HeldRow
  contact: NonNullable<Awaited<ReturnType<typeof findContact>>>
  open: OpenedBody
}

/** The contact first, as everybody locks. */
async function findRow(
  { vault }: Pick<Deps, 'vault'>,
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<Found> {
  const contactId = await contactOfHeld(tx, accountId, id)
  const contact = contactId === null ? null : await findContact(tx, accountId, contactId, 'locked')
  const row = contact === null ? null : await findHeld(tx, accountId, id)
  if (contact === null || row === null) throw contactsError('contacts.held_row_not_found')
  const open = (await openContacts(vault, tx, accountId, [contact])).get(contact.subjectId)
  if (open === undefined) throw contactsError('contacts.contact_erased')
  return { row, contact, open }
}

/** Both in clear, one beside the other; recorded before anything is shown. */
export async function revealHeld(
  deps: Deps,
  tx: Tx,
  caller: Caller,
  { id, reason }: { id: string; reason: string },
): Promise<RevealedHeldRow> {
  const { accountId } = caller
  const { row, contact, open } = await findRow(deps, tx, accountId, id)
  const { subjectId, id: contactId } = contact
  const details = { contactId }
  await deps.audit.record(tx, caller, {
    action: 'contacts.held_revealed',
    subjectId,
    reason,
    details,
  })
  const shown = async (fields: ContactFields) => ({
    fields: plainFields(fields),
    custom: await viewCustom(tx, caller, fields.custom),
  })
  return {
    row: await shown(openHeld(deps.vault, accountId, open.keys, row)),
    contact: await shown(open.body.fields),
  }
}

/** What whoever decides had read: the row's `heldAt` and the contact's `updatedAt`. */
export type HeldRead = { heldAt: string; updatedAt: string }

/** Nobody decides of what they did not see: refused where the row or the contact is another. */
function demandSeen({ row, contact }: Found, { heldAt, updatedAt }: HeldRead): void {
  if (isoTime(Date.parse(heldAt)) !== isoTime(row.heldAt)) {
    throw contactsError('contacts.held_row_stale')
  }
  demandUnchangedSince(updatedAt, contact)
}

/** A user decides that the row is right: what it says is held from now on. */
export async function takeHeld(
  deps: Deps,
  tx: Tx,
  caller: Caller,
  { id, reason, at, ...read }: { id: string; reason: string; at: Instant } & HeldRead,
): Promise<{ contactId: ContactId; changed: string[] }> {
  const { accountId } = caller
  const found = await findRow(deps, tx, accountId, id)
  const { row, contact, open } = found
  demandUnrestricted(contact)
  demandSeen(found, read)
  const told = openHeld(deps.vault, accountId, open.keys, row)
  const right = rightWith(tidyFields(open.body.fields), told)
  const action = 'contacts.held_taken' as const
  const changed = await keepRight(deps, tx, caller, { contact, open, right, at, action, reason })
  await deleteHeld(tx, accountId, { id })
  return { contactId: contact.id, changed }
}

/** What is held is right, and the row goes. */
export async function leaveHeld(
  deps: Deps & Pick<ContactsDeps, 'openRequests'>,
  tx: Tx,
  caller: Caller,
  { id, ...read }: { id: string } & HeldRead,
): Promise<void> {
  const { accountId } = caller
  const found = await findRow(deps, tx, accountId, id)
  // What a file said of them is data of theirs, which the answer to a request tells.
  await demandMayDelete(deps, tx, accountId, found.contact)
  demandSeen(found, read)
  await deleteHeld(tx, accountId, { id })
  const { subjectId, id: contactId } = found.contact
  await deps.audit.record(tx, caller, {
    action: 'contacts.held_left',
    subjectId,
    details: { contactId },
  })
}
