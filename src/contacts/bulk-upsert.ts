// Keeps thousands of rows at once: matched by number, new people with new keys, known ones merged.
import { assert, type ContactId, type SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { hasKey, keysAtHand, type SubjectKeys } from '../vault/index.ts'
import {
  emailSinceOf,
  fieldsHeldIn,
  type OpenedBody,
  openBody,
  openContacts,
  sealBody,
  tidyFields,
} from './body.ts'
import { ContactLists, insertContacts, type NewContact, updateContacts } from './bulk-store.ts'
import type { BatchReport, ContactBatch, ContactFields, ContactRow, SavedRow } from './contact.ts'
import type { HeldReason } from './contract.ts'
import type { ContactsDeps } from './deps.ts'
import { foundBy } from './found-by.ts'
import { type Holding, holdRows } from './held/hold-rows.ts'
import { addMembers } from './lists/list-store.ts'
import { type Merged, mergeContact } from './merge-contact.ts'
import { letContactsGo } from './rights/let-go.ts'
import { whyHeld } from './rights/may-change.ts'
import { type KnownContact, lockContacts, lockForDeletion, readKnown } from './store.ts'

export type BulkDeps = Pick<ContactsDeps, 'vault' | 'makeId' | 'proofs' | 'erasures'>

/** One number of the batch: its first row, and what became of it. */
type Wanted = { tag: Buffer; row: ContactRow; index: number; saved: SavedRow | null }

export async function bulkUpsert(
  deps: BulkDeps,
  tx: Tx,
  batch: ContactBatch,
): Promise<BatchReport> {
  const { accountId } = batch
  const tags = batch.rows.map((row) => deps.vault.numberTag(accountId, row.number))
  const { wanted, wantedOf } = gather(batch.rows, tags)
  await keepAll(deps, tx, batch, wanted)
  // New contacts have joined the list as they were made.
  const known = wanted.flatMap(({ saved }) =>
    saved === null || saved.outcome === 'inserted' ? [] : [saved.contactId],
  )
  if (batch.listId !== null && known.length > 0) {
    await addMembers(tx, accountId, batch.listId, { contactIds: known, at: batch.at })
  }
  return reportOf(wantedOf)
}

/**
 * The numbers in the order of their tags: so they are inserted, that two batches with the same
 * people wait and not deadlock. Made in this order too, ids grow with the tags, and their indexes
 * are written from one end to the other.
 */
function gather(
  rows: readonly ContactRow[],
  tags: readonly Buffer[],
): { wanted: Wanted[]; wantedOf: Wanted[] } {
  const wanted: Wanted[] = []
  const wantedOf = new Array<Wanted>(rows.length)
  let head = -1
  /** Where those begin that have the same head: mostly it is one alone. */
  let alikeFrom = 0
  const places = placesByHead(tags)
  for (let turn = 0; turn < places.length; turn += 1) {
    const place = places[turn] ?? 0
    const index = place % placesMax
    const [tag, row] = [tags[index], rows[index]]
    if (tag === undefined || row === undefined) continue
    const ownHead = Math.floor(place / placesMax)
    if (ownHead !== head) alikeFrom = wanted.length
    head = ownHead
    let at = alikeFrom
    while (at < wanted.length && !wanted[at]?.tag.equals(tag)) at += 1
    const one = wanted[at] ?? { tag, row, index, saved: null }
    if (at === wanted.length) wanted.push(one)
    wantedOf[index] = one
  }
  return { wanted, wantedOf }
}

const placesMax = 0x10_0000

/** Sorted by the first four octets of each tag, then by place: as numbers, not as octets. */
function placesByHead(tags: readonly Buffer[]): Float64Array {
  assert(tags.length < placesMax, 'a batch has a place for each row')
  const places = new Float64Array(tags.length)
  for (let index = 0; index < tags.length; index += 1) {
    places[index] = (tags[index]?.readUInt32BE(0) ?? 0) * placesMax + index
  }
  return places.sort()
}

/** Twice at most: what was inserted by somebody else in between is known in the second round. */
async function keepAll(
  deps: BulkDeps,
  tx: Tx,
  batch: ContactBatch,
  wanted: readonly Wanted[],
): Promise<void> {
  let left = wanted
  for (let round = 0; left.length > 0; round += 1) {
    assert(round < 3, 'a number is in the account or can be put there')
    const tags = batch.areNew === true && round === 0 ? [] : left.map(({ tag }) => tag)
    const found = tags.length === 0 ? [] : await readKnown(tx, batch.accountId, tags)
    if (found.length > 0) await mergeKnown(deps, tx, batch, { found, wanted: byTag(left) })
    const fresh = found.length === 0 ? left : left.filter(({ saved }) => saved === null)
    const areAllThere = await makeNew(deps, tx, batch, fresh)
    left = areAllThere ? [] : fresh.filter(({ saved }) => saved === null)
  }
}

function byTag(wanted: readonly Wanted[]): Map<string, Wanted> {
  return new Map(wanted.map((one) => [one.tag.toString('latin1'), one]))
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
): Promise<void> {
  const { accountId } = batch
  const opened = await openContacts(deps.vault, tx, accountId, found)
  const toChange: ContactId[] = []
  const erased: ContactId[] = []
  for (const contact of found) {
    const one = wanted.get(contact.numberTag.toString('latin1'))
    const open = opened.get(contact.subjectId)
    if (one === undefined) continue
    if (open === undefined) {
      erased.push(contact.id)
      continue
    }
    const { merged, held } = judge(contact, open.body.fields, { row: one.row, batch })
    const { id: contactId, subjectId } = contact
    const outcome = merged === null ? 'unchanged' : 'updated'
    const wasOpen = contact.marketingState === 'open'
    one.saved = { outcome, contactId, subjectId, wasOpen, held, keys: open.keys }
    if (merged !== null || held !== null) toChange.push(contactId)
  }
  // Another file may bring them at the same time: whoever locks them first lets them go, and for
  // the other their numbers are new.
  const contactIds = [...(await lockForDeletion(tx, accountId, erased))]
  if (contactIds.length > 0) {
    const by = { accountId, by: { kind: 'system', what: 'contacts' } } as const
    await letContactsGo(deps, tx, by, { contactIds, why: 'key_gone', asked: null })
  }
  const locked = await lockContacts(tx, accountId, toChange)
  const { changed, holdings } = changesOf(deps, batch, { found: locked, wanted }, opened)
  await updateContacts(tx, batch, changed)
  await holdRows(deps, tx, batch, holdings)
  if (locked.length === toChange.length) return
  // Somebody has deleted the others meanwhile: their numbers are new again.
  const there = new Set(locked.map((contact) => contact.id))
  for (const one of wanted.values()) {
    const isChanged = one.saved?.outcome === 'updated' || (one.saved?.held ?? null) !== null
    if (isChanged && one.saved !== null && !there.has(one.saved.contactId)) one.saved = null
  }
}

type Judged = { merged: Merged | null; held: HeldReason | null }

/**
 * What may not be changed is held: of the row only what it says of consent is taken then, and the
 * person's fields and place stay.
 */
function judge(
  contact: KnownContact,
  fields: ContactFields,
  { row, batch: { at, decides: by } }: { row: ContactRow; batch: ContactBatch },
): Judged {
  const kept = { fields, ...contact }
  const merged = mergeContact(kept, row)
  if (merged === null) return { merged, held: null }
  const held = whyHeld(contact, { before: tidyFields(fields), right: merged.fields, at, by })
  if (held === null) return { merged, held }
  const { country, territory, zone, postcodeArea } = contact
  const claim = { ...row, fields: {}, country, territory, zone, postcodeArea }
  return { merged: mergeContact(kept, claim), held }
}

function changesOf(
  deps: BulkDeps,
  batch: ContactBatch,
  { found, wanted }: Known,
  opened: ReadonlyMap<SubjectId, OpenedBody>,
): { changed: ContactLists; holdings: Holding[] } {
  const { accountId, at } = batch
  const changed = new ContactLists(found.length)
  const holdings: Holding[] = []
  for (const contact of found) {
    const { id, subjectId, numberTag } = contact
    const one = wanted.get(numberTag.toString('latin1'))
    const keys = opened.get(subjectId)?.keys
    if (one === undefined || keys === undefined) continue
    const { row } = one
    const body = openBody(deps.vault, accountId, keys, contact.sealed)
    const { merged, held } = judge(contact, body.fields, { row, batch })
    if (one.saved !== null) one.saved.held = held
    if (held !== null) holdings.push({ contactId: id, keys, row, reason: held })
    if (merged === null) continue
    const { fields, ...facts } = merged
    const emailSince = emailSinceOf(body, fields, at)
    const reach = held === null ? (row.reach ?? body.reach) : body.reach
    const kept = { number: body.number, fields, reach, emailSince }
    const sealed = sealBody(deps.vault, accountId, keys, kept)
    const fieldsHeld = fieldsHeldIn(fields)
    const found = foundBy(deps.vault, accountId, body.number, fields)
    changed.push({ id, subjectId, numberTag, sealed, ...found, fieldsHeld, ...facts })
  }
  return { changed, holdings }
}

/** False when somebody else has put one of the numbers there at the same time. */
async function makeNew(
  deps: BulkDeps,
  tx: Tx,
  batch: ContactBatch,
  fresh: readonly Wanted[],
): Promise<boolean> {
  if (fresh.length === 0) return true
  const made = await deps.vault.createSubjects(tx, batch.accountId, fresh.length)
  const contacts = listNew(deps, batch, fresh, made)
  if ((await insertContacts(tx, batch, contacts)) === fresh.length) return true
  const isThere = await ownRows(deps, tx, batch, fresh)
  for (const one of fresh) {
    if (one.saved !== null && !isThere.has(one.saved.contactId)) one.saved = null
  }
  return false
}

/** What each becomes is noted as if it were inserted already. */
function listNew(
  deps: BulkDeps,
  batch: ContactBatch,
  fresh: readonly Wanted[],
  made: readonly SubjectKeys[],
): ContactLists {
  const placeOf = placesInFile(fresh, batch.rows.length)
  const contacts = new ContactLists(fresh.length)
  for (let at = 0; at < fresh.length; at += 1) {
    const one = fresh[at] as Wanted
    const keys = made[placeOf[one.index] ?? 0] ?? noKeys()
    const contact = newContact(deps, batch, one, keysAtHand(keys))
    contacts.push(contact)
    const { id: contactId, subjectId } = contact
    one.saved = { outcome: 'inserted', contactId, subjectId, wasOpen: false, held: null, keys }
  }
  return contacts
}

/**
 * Which of these people each row is, in the order in which they were brought: so are their consents
 * kept next, and the indexes by person are written from one end to the other.
 */
function placesInFile(fresh: readonly Wanted[], rows: number): Int32Array {
  const places = new Int32Array(rows)
  for (const { index } of fresh) places[index] = 1
  let next = 0
  for (let index = 0; index < rows; index += 1) {
    const isFresh = places[index] === 1
    places[index] = next
    if (isFresh) next += 1
  }
  return places
}

function noKeys(): SubjectKeys {
  assert(false, 'the vault gives keys for each')
}

/** Which of the rows were inserted; the keys that were made for the others are destroyed. */
async function ownRows(
  deps: BulkDeps,
  tx: Tx,
  { accountId }: ContactBatch,
  fresh: readonly Wanted[],
): Promise<ReadonlySet<ContactId>> {
  const rows = fresh.flatMap(({ saved }) => (saved === null ? [] : [saved]))
  const ids = rows.map((row) => row.contactId)
  const there = new Set((await lockContacts(tx, accountId, ids)).map((contact) => contact.id))
  const spare = rows.filter((row) => !there.has(row.contactId)).map((row) => row.subjectId)
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
  const body = { number: row.number, fields, reach: row.reach }
  return {
    id: deps.makeId() as ContactId,
    subjectId: keys.subjectId,
    numberTag: tag,
    sealed: sealBody(deps.vault, batch.accountId, keys, body),
    ...foundBy(deps.vault, batch.accountId, row.number, fields),
    country: row.country,
    territory: row.territory,
    zone: row.zone,
    postcodeArea: row.postcodeArea,
    marketingState: row.marketingState,
    quarantineReason: row.marketingState === 'open' ? null : row.quarantineReason,
    fieldsHeld: fieldsHeldIn(fields),
  }
}

function reportOf(wantedOf: readonly Wanted[]): BatchReport {
  const report: BatchReport = { inserted: 0, updated: 0, unchanged: 0, rows: [] }
  for (let index = 0; index < wantedOf.length; index += 1) {
    const { saved = null, index: first = -1 } = wantedOf[index] ?? {}
    assert(saved !== null, 'each row of a batch is kept')
    if (index !== first) {
      report.rows.push({ ...saved, outcome: 'duplicate_in_batch' })
      continue
    }
    report.rows.push(saved)
    if (saved.outcome === 'inserted') report.inserted += 1
    else if (saved.outcome === 'updated') report.updated += 1
    else report.unchanged += 1
  }
  return report
}
