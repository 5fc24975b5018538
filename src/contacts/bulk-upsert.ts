// Keeps thousands of rows at once: matched by number, new people with new keys, known ones merged.
import { type AccountId, assert, type ContactId, type SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, type SubjectKeys } from '../vault/index.ts'
import {
  fieldsHeldIn,
  type OpenedBody,
  openBody,
  openContacts,
  sealBody,
  tidyFields,
} from './body.ts'
import { insertContacts, type NewContact, updateContacts } from './bulk-store.ts'
import type { BatchReport, ContactBatch, ContactRow, SavedRow } from './contact.ts'
import type { ContactsDeps } from './deps.ts'
import { addMembers } from './list-store.ts'
import { mergeContact } from './merge-contact.ts'
import { deleteContacts, type KnownContact, lockContacts, readKnown } from './store.ts'

export type BulkDeps = Pick<ContactsDeps, 'vault' | 'makeId'>

/** One number of the batch: its first row, under its tag in hexadecimal. */
type Wanted = { key: string; tag: Buffer; row: ContactRow }

export async function bulkUpsert(
  deps: BulkDeps,
  tx: Tx,
  batch: ContactBatch,
): Promise<BatchReport> {
  const { accountId } = batch
  const keysOfRows: string[] = []
  const wanted = new Map<string, Wanted>()
  for (const row of batch.rows) {
    const tag = deps.vault.numberTag(accountId, row.number)
    const key = tag.toString('latin1')
    keysOfRows.push(key)
    if (!wanted.has(key)) wanted.set(key, { key, tag, row })
  }
  const saved = await keepAll(deps, tx, batch, wanted)
  // New contacts have joined the list as they were made.
  const known = [...saved.values()].filter((row) => row.outcome !== 'inserted')
  if (batch.listId !== null && known.length > 0) {
    const contactIds = known.map((row) => row.contactId)
    await addMembers(tx, accountId, batch.listId, { contactIds, at: batch.at })
  }
  return reportOf(keysOfRows, saved)
}

/** Twice at most: what was inserted by somebody else in between is known in the second round. */
async function keepAll(
  deps: BulkDeps,
  tx: Tx,
  batch: ContactBatch,
  wanted: ReadonlyMap<string, Wanted>,
): Promise<Map<string, SavedRow>> {
  const saved = new Map<string, SavedRow>()
  let left = [...wanted.values()]
  for (let round = 0; left.length > 0; round += 1) {
    assert(round < 3, 'a number is in the account or can be put there')
    const tags = batch.areNew === true && round === 0 ? [] : left.map(({ tag }) => tag)
    const found = tags.length === 0 ? [] : await readKnown(tx, batch.accountId, tags)
    const known = await mergeKnown(deps, tx, batch, { found, wanted })
    for (const [key, row] of known) saved.set(key, row)
    const fresh = left.filter(({ key }) => !saved.has(key))
    const made = await makeNew(deps, tx, batch, fresh)
    for (const [key, row] of made) saved.set(key, row)
    left = fresh.filter(({ key }) => !saved.has(key))
  }
  return saved
}

type Known = { found: readonly KnownContact[]; wanted: ReadonlyMap<string, Wanted> }

/**
 * Most rows of a repeated import change nothing, so only those that do are locked, and judged
 * again as they are then. A contact whose key is gone makes way for a new person.
 */
async function mergeKnown(
  deps: BulkDeps,
  tx: Tx,
  batch: ContactBatch,
  { found, wanted }: Known,
): Promise<Map<string, SavedRow>> {
  const saved = new Map<string, SavedRow>()
  if (found.length === 0) return saved
  const { accountId } = batch
  const opened = await openContacts(deps.vault, tx, accountId, found)
  const toChange: ContactId[] = []
  const erased: ContactId[] = []
  for (const contact of found) {
    const key = contact.numberTag.toString('latin1')
    const row = wanted.get(key)?.row
    const open = opened.get(contact.subjectId)
    if (row === undefined) continue
    if (open === undefined) {
      erased.push(contact.id)
      continue
    }
    const merged = mergeContact({ ...contact, fields: open.body.fields }, row)
    const { id: contactId, subjectId } = contact
    const outcome = merged === null ? 'unchanged' : 'updated'
    const wasOpen = contact.marketingState === 'open'
    saved.set(key, { outcome, contactId, subjectId, wasOpen, keys: open.keys })
    if (merged !== null) toChange.push(contactId)
  }
  if (erased.length > 0) await deleteContacts(tx, accountId, erased)
  const locked = await lockContacts(tx, accountId, toChange)
  const changed = changesOf(deps, accountId, { found: locked, wanted }, opened)
  await updateContacts(tx, batch, changed)
  if (locked.length === toChange.length) return saved
  // Somebody has deleted the others meanwhile: their numbers are new again.
  const there = new Set(locked.map((contact) => contact.id))
  for (const [key, row] of saved) {
    if (row.outcome === 'updated' && !there.has(row.contactId)) saved.delete(key)
  }
  return saved
}

function changesOf(
  deps: BulkDeps,
  accountId: AccountId,
  { found, wanted }: Known,
  opened: ReadonlyMap<SubjectId, OpenedBody>,
): NewContact[] {
  return found.flatMap((contact) => {
    const { id, subjectId, numberTag } = contact
    const row = wanted.get(numberTag.toString('latin1'))?.row
    const keys = opened.get(subjectId)?.keys
    if (row === undefined || keys === undefined) return []
    const body = openBody(deps.vault, accountId, keys, contact.sealed)
    const merged = mergeContact({ ...contact, fields: body.fields }, row)
    if (merged === null) return []
    const { fields, ...facts } = merged
    const sealed = sealBody(deps.vault, accountId, keys, { number: body.number, fields })
    return [{ ...facts, id, subjectId, numberTag, sealed, fieldsHeld: fieldsHeldIn(fields) }]
  })
}

/** Empty of those whose number somebody else has put there at the same time. */
async function makeNew(
  deps: BulkDeps,
  tx: Tx,
  batch: ContactBatch,
  fresh: readonly Wanted[],
): Promise<Map<string, SavedRow>> {
  const { accountId } = batch
  const saved = new Map<string, SavedRow>()
  if (fresh.length === 0) return saved
  const people = await deps.vault.createSubjects(tx, accountId, fresh.length)
  const rows = fresh.map((one, index) =>
    newContact(deps, batch, one, people[index] ?? noKeys(one.key)),
  )
  const inserted = await insertContacts(tx, batch, rows)
  const isThere = inserted === rows.length ? null : await ownRows(deps, tx, batch, rows)
  for (const [index, row] of rows.entries()) {
    const keys = people[index]
    const key = fresh[index]?.key
    if (keys === undefined || key === undefined) continue
    if (isThere !== null && !isThere.has(row.id)) continue
    const { id: contactId, subjectId } = row
    saved.set(key, { outcome: 'inserted', contactId, subjectId, wasOpen: false, keys })
  }
  return saved
}

function noKeys(key: string): SubjectKeys {
  assert(false, `the vault gives keys for each (${key.length})`)
}

/** Which of the rows were inserted; the keys that were made for the others are destroyed. */
async function ownRows(
  deps: BulkDeps,
  tx: Tx,
  { accountId }: ContactBatch,
  rows: readonly NewContact[],
): Promise<ReadonlySet<ContactId>> {
  const ids = rows.map((row) => row.id)
  const there = new Set((await lockContacts(tx, accountId, ids)).map((contact) => contact.id))
  const spare: SubjectId[] = rows.filter((row) => !there.has(row.id)).map((row) => row.subjectId)
  await deps.vault.destroyKeys(tx, accountId, spare, 'both')
  return there
}

function newContact(
  deps: BulkDeps,
  batch: ContactBatch,
  { tag, row }: Wanted,
  keys: SubjectKeys,
): NewContact {
  assert(hasKey(keys.contactKey), 'a new person has a key')
  const fields = tidyFields(row.fields)
  const body = { number: row.number, fields }
  return {
    id: deps.makeId() as ContactId,
    subjectId: keys.subjectId,
    numberTag: tag,
    sealed: sealBody(deps.vault, batch.accountId, keys, body),
    country: row.country,
    territory: row.territory,
    zone: row.zone,
    postcodeArea: row.postcodeArea,
    marketingState: row.marketingState,
    quarantineReason: row.marketingState === 'open' ? null : row.quarantineReason,
    fieldsHeld: fieldsHeldIn(fields),
  }
}

function reportOf(
  keysOfRows: readonly string[],
  saved: ReadonlyMap<string, SavedRow>,
): BatchReport {
  const report: BatchReport = { inserted: 0, updated: 0, unchanged: 0, rows: [] }
  const seen = new Set<string>()
  for (const key of keysOfRows) {
    const row = saved.get(key)
    assert(row !== undefined, 'each row of a batch is kept')
    if (seen.has(key)) {
      report.rows.push({ ...row, outcome: 'duplicate_in_batch' })
      continue
    }
    seen.add(key)
    report.rows.push(row)
    if (row.outcome === 'inserted') report.inserted += 1
    else if (row.outcome === 'updated') report.updated += 1
    else report.unchanged += 1
  }
  return report
}
