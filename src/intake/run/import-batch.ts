// A few thousand records become contacts and consents in one transaction, each of them counted.

import { type ConsentRow, type SuppressionScope, scopeCovers } from '../../consent/index.ts'
import type { SavedRow } from '../../contacts/index.ts'
import { areaOfPostcode, reachOf } from '../../countries/index.ts'
import type { ContactId, E164, Instant, SubjectId, WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { QuarantineReason, Rejection, SensitiveLeftReason } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import type { ResolvedConsent } from '../mapping/confirm-mapping.ts'
import type { ConsentClaim } from '../mapping/consent-claim.ts'
import { countedAs } from '../mapping/custom-columns.ts'
import type { ReadRecord, RecordReader } from '../mapping/read-record.ts'
import type { NumberSet } from '../reading/number-set.ts'
import { addBatches } from '../store.ts'
import { type BatchContext, linesToldMax, Tally } from './batch-context.ts'
import type { Objecting } from './record-objections.ts'
import {
  type KnownRefusal,
  type LaterRefusal,
  latestOf,
  rememberRefusals,
  type SaidAt,
} from './record-refusals.ts'
import type { RejectedRow } from './rejects.ts'
import { type SensitiveRow, saveSensitive } from './save-sensitive.ts'

/** A record of the file, or a line that could not be read as one. */
export type Entry = { line: number; cells: readonly string[] | null }

export type Candidate = Extract<ReadRecord, { kind: 'contact' }>

export type Prepared = {
  candidates: Candidate[]
  rejected: RejectedRow[]
  duplicates: number
  /** Where the first of them stand. */
  duplicateLines: number[]
  /** Numbers of earlier batches of the file to which a row here says no. */
  refusedLater: LaterRefusal[]
  /** Of whom a row says that they object. */
  objecting: Objecting[]
}

/**
 * Pure but for the set of numbers seen: the first row of a number counts, the others are told. But
 * a no counts wherever it stands: a person of whom one row says yes and another no has not agreed.
 */
export function prepareBatch(
  entries: readonly Entry[],
  read: RecordReader,
  { seen, now }: { seen: NumberSet; now: Instant },
): Prepared {
  const prepared: Prepared = {
    candidates: [],
    rejected: [],
    duplicates: 0,
    duplicateLines: [],
    refusedLater: [],
    objecting: [],
  }
  const { candidates } = prepared
  const inBatch = new Map<E164, Candidate>()
  let indexed = 0
  for (const { line, cells } of entries) {
    if (cells === null) {
      prepared.rejected.push({ line, cells: [], reason: 'row_unreadable' })
      continue
    }
    const record = read(cells, now, line)
    if (record.kind === 'contact' && record.objects) {
      prepared.objecting.push({ number: record.reading.e164, saidAt: record.objectedAt })
    }
    if (record.kind === 'rejected') {
      prepared.rejected.push({ line, cells, reason: record.reason })
    } else if (seen.add(record.reading.e164)) {
      candidates.push(record)
    } else {
      prepared.duplicates += 1
      if (prepared.duplicateLines.length < linesToldMax) prepared.duplicateLines.push(line)
      if (!isRefusal(record.claim)) continue
      // Only such a row is a reason to find the others of the batch by their number.
      for (; indexed < candidates.length; indexed += 1) {
        const candidate = candidates[indexed] as Candidate
        inBatch.set(candidate.reading.e164, candidate)
      }
      const later = { number: record.reading.e164, saidNoAt: noOf(record) }
      const earlier = inBatch.get(later.number)
      if (earlier === undefined) prepared.refusedLater.push(later)
      else refuseToo(earlier, record)
    }
  }
  return prepared
}

const noOf = ({ saysNo, saidNoAt }: Candidate): LaterRefusal['saidNoAt'] =>
  saysNo ? saidNoAt : undefined

/** Of two rows of one batch the no counts, and an outright one more than an unclear answer. */
function refuseToo(earlier: Candidate, later: Candidate) {
  const saidNoAt = latestOf(noOf(earlier), noOf(later))
  if (earlier.claim.kind === 'proven' || later.saysNo) earlier.claim = later.claim
  earlier.saysNo ||= later.saysNo
  if (saidNoAt !== undefined) earlier.saidNoAt = saidNoAt
}

/** An answer that is no, or not clearly yes. */
function isRefusal(claim: ConsentClaim): boolean {
  return (
    claim.kind === 'quarantine' &&
    (claim.reason === 'consent_not_given' || claim.reason === 'consent_answer_unclear')
  )
}

/**
 * Who has objected stays so: an import adds no consent to them, and is told of it. Takes the
 * candidates away: of thousands of rows only what the next statement needs lives on, and while the
 * batch waits for its turn only the refusals that are to be recorded then.
 */
export async function saveBatch(
  deps: IntakeDeps,
  tx: Tx,
  prepared: Prepared,
  context: BatchContext,
): Promise<{ tally: Tally; known: readonly KnownRefusal[] }> {
  const tally = new Tally()
  const [firstTwice = null, ...otherTwice] = prepared.duplicateLines
  tally.add('duplicate', prepared.duplicates - otherTwice.length, '', firstTwice)
  for (const line of otherTwice) tally.add('duplicate', 1, '', line)
  for (const { reason, line } of prepared.rejected) {
    tally.add('rejected', 1, reason satisfies Rejection, line)
  }
  const { proven, known, told, sensitive } = await savePeople(deps, tx, prepared, {
    context,
    tally,
  })
  await saveConsents(deps, tx, proven, { context, tally })
  const key = { accountId: context.caller.accountId, importId: context.row.import_id }
  await rememberRefusals(deps, tx, told, { key, context, areNew: true })
  // After the consents: a legal basis may rest on one that this very row gives.
  await saveSensitive(deps, tx, sensitive, { context, tally })
  return { tally, known }
}

type Kept = {
  proven: Proven[]
  known: KnownRefusal[]
  /** Whoever is new and says no outright. */
  told: SaidAt
  sensitive: SensitiveRow[]
}

async function savePeople(
  deps: IntakeDeps,
  tx: Tx,
  { candidates }: Prepared,
  { context, tally }: { context: BatchContext; tally: Tally },
): Promise<Kept> {
  const { accountId } = context.caller
  const tags = candidates.map(({ reading }) => deps.vault.suppressionTag(accountId, reading.e164))
  const scopes = tags.length === 0 ? [] : await deps.consent.suppressionsOf(tx, accountId, tags)
  const people: Person[] = []
  candidates.forEach((candidate, index) => {
    const scope = scopes[index] ?? null
    const objected = scope !== null && scopeCovers(scope, 'marketing')
    if (objected) tally.add('objected', 1, '', candidate.line)
    // Who wants no message at all is not even kept; who refuses advertising may still get alerts.
    if (scope !== 'all') people.push({ candidate, tag: tags[index] ?? null, scope, objected })
  })
  candidates.length = 0
  if (people.length === 0) return { proven: [], known: [], told: new Map(), sensitive: [] }
  const saved = await saveContacts(deps, tx, people, context)
  tallyCustom({ people, saved }, tally)
  tallyHeld({ people, saved }, tally)
  const hasSensitive = context.sensitive.length > 0
  const known = knownRefusals({ people, saved }, hasSensitive)
  const refuses = new Set(known.map(({ contactId }) => contactId))
  return {
    proven: provenOf({ people, saved }, tally),
    known,
    told: newRefusals({ people, saved }),
    sensitive: hasSensitive ? sensitiveOf(people, saved, refuses) : [],
  }
}

/** What is kept apart: its cells become nothing of the person, until somebody decides. */
function tallyHeld({ people, saved }: Saved, tally: Tally): void {
  people.forEach(({ candidate: { line, sensitive } }, index) => {
    const held = saved[index]?.held ?? null
    if (held === null) return
    tally.add('held', 1, held, line)
    const cells = sensitive.filter((cell) => cell !== null).length
    tally.add('sensitive_left', cells, 'row_held' satisfies SensitiveLeftReason)
  })
}

/** Of whoever is kept: which cells became values, and which were not what their field keeps. */
function tallyCustom({ people, saved }: Saved, tally: Tally): void {
  let kept = 0
  for (const [index, { candidate }] of people.entries()) {
    const { custom } = candidate.fields
    const isHeld = (saved[index]?.held ?? null) !== null
    if (custom !== undefined && !isHeld) kept += Object.keys(custom).length
    for (const left of candidate.customLeft)
      tally.add('custom_left', 1, countedAs(left), candidate.line)
  }
  tally.add('custom_kept', kept)
}

/** What the ledger is told of a row, and whose contact it is. */
type Proven = { contactId: ContactId; wasOpen: boolean; row: ConsentRow }

type Saved = { people: readonly Person[]; saved: readonly SavedRow[] }

function knownRefusals({ people, saved }: Saved, hasSensitive: boolean): KnownRefusal[] {
  return people.flatMap(({ candidate, objected }, index) => {
    const kept = saved[index]
    const { claim, saysNo, saidNoAt: saidAt, sensitive: values } = candidate
    const isKnown = kept !== undefined && kept.outcome !== 'inserted' && !objected
    if (!isKnown || !saysNo || claim.kind !== 'quarantine') return []
    const { contactId, wasOpen, keys } = kept
    const sensitive = hasSensitive && kept.held === null ? { keys, values } : null
    const { subjectId } = keys
    return [{ subjectId, contactId, wasOpen, saidAt, reason: claim.reason, sensitive }]
  })
}

/** Who is known is told of once nobody can delete them meanwhile: `recordRefusals`. */
function newRefusals({ people, saved }: Saved): SaidAt {
  const objections = new Map<SubjectId, Instant | null>()
  people.forEach(({ candidate: { saysNo, saidNoAt }, objected }, index) => {
    const kept = saved[index]
    if (kept?.outcome === 'inserted' && saysNo && !objected)
      objections.set(kept.keys.subjectId, saidNoAt)
  })
  return objections
}

function provenOf({ people, saved }: Saved, tally: Tally): Proven[] {
  const proven: Proven[] = []
  let [imported, updated] = [0, 0]
  for (let index = 0; index < people.length; index += 1) {
    const [person, kept] = [people[index], saved[index]]
    if (kept === undefined || person === undefined || person.objected) continue
    if (kept.outcome === 'inserted') imported += 1
    else updated += 1
    const { claim, reading, line } = person.candidate
    if (claim.kind !== 'proven') {
      // Who was open by a proof of their own stays so, unless their no ends that: `recordRefusals`.
      if (!kept.wasOpen) tally.add('quarantined', 1, claim.reason, line)
      continue
    }
    const { contactId, wasOpen, keys } = kept
    const row = {
      keys,
      isNew: kept.outcome === 'inserted',
      tag: person.tag,
      number: reading.e164,
      wordingId: claim.wordingId,
      givenAt: claim.givenAt,
      source: claim.source,
      importRow: line,
    }
    proven.push({ contactId, wasOpen, row })
  }
  tally.add('imported', imported)
  tally.add('updated', updated)
  return proven
}

/** Of who says no only once that is recorded: their legal basis may be the consent that ends. */
function sensitiveOf(
  people: readonly Person[],
  saved: readonly SavedRow[],
  objections: ReadonlySet<ContactId>,
): SensitiveRow[] {
  return people.flatMap(({ candidate }, index) => {
    const kept = saved[index]
    if (kept === undefined || kept.held !== null || objections.has(kept.contactId)) return []
    return [{ keys: kept.keys, values: candidate.sensitive }]
  })
}

type Person = {
  candidate: Candidate
  tag: Buffer | null
  scope: SuppressionScope | null
  objected: boolean
}

async function saveContacts(
  deps: IntakeDeps,
  tx: Tx,
  people: readonly Person[],
  { caller, row, at, areNew }: BatchContext,
): Promise<readonly SavedRow[]> {
  const rows = people.map(({ candidate: { reading, fields, claim, line }, objected }) => {
    const isOpen = claim.kind === 'proven' && !objected
    const reason = objected ? 'objected' : claim.kind === 'quarantine' ? claim.reason : null
    const country = reading.country ?? ''
    return {
      number: reading.e164,
      line,
      reach: reachOf(reading),
      fields,
      country,
      territory: reading.territory ?? country,
      zone: reading.zones[0] ?? 'Europe/Paris',
      postcodeArea: areaOfPostcode(reading.country, fields.postcode),
      marketingState: isOpen ? ('open' as const) : ('quarantine' as const),
      quarantineReason: isOpen ? null : reason,
    }
  })
  const report = await deps.contacts.bulkUpsert(tx, {
    accountId: caller.accountId,
    rows,
    importId: row.import_id,
    listId: row.list_id,
    at,
    areNew,
  })
  return report.rows
}

async function saveConsents(
  deps: IntakeDeps,
  tx: Tx,
  proven: readonly Proven[],
  { context, tally }: { context: BatchContext; tally: Tally },
) {
  for (const [controllerId, group] of byController(proven, context.consent)) {
    const { outcomes, batchIds } = await deps.consent.recordConsents(tx, context.caller, {
      controllerId,
      channel: 'sms',
      purpose: context.purpose,
      grade: 'import_declared',
      importId: context.row.import_id,
      importFileSha256: context.row.file_sha256.toString('hex'),
      rows: group.map(({ row }) => row),
    })
    const { accountId } = context.caller
    await addBatches(tx, { accountId, importId: context.row.import_id }, batchIds)
    const refused = new Map<QuarantineReason, ContactId[]>()
    let recorded = 0
    for (let index = 0; index < outcomes.length; index += 1) {
      const outcome = outcomes[index]
      if (outcome === 'recorded') {
        recorded += 1
        continue
      }
      const one = group[index]
      // Who was open by a proof of their own stays so, unless it was they who said no.
      if (one === undefined || (one.wasOpen && outcome !== 'objection_stands')) continue
      const reason =
        outcome === 'refused_since' ? 'consent_older_than_no' : 'consent_refused_by_ledger'
      tally.add('quarantined', 1, reason, one?.row.importRow ?? null)
      const ofReason = refused.get(reason)
      if (ofReason === undefined) refused.set(reason, [one.contactId])
      else ofReason.push(one.contactId)
    }
    tally.add('consent', recorded)
    for (const [reason, contactIds] of refused) {
      await deps.contacts.quarantine(tx, accountId, { contactIds, reason })
    }
  }
}

function byController(proven: readonly Proven[], consent: ResolvedConsent) {
  type ControllerId = NonNullable<ReturnType<typeof consent.controllers.get>>
  const groups = new Map<ControllerId, Proven[]>()
  // Rows that follow each other mostly cite one wording.
  let [last, group]: [WordingId | null, Proven[] | null] = [null, null]
  for (const one of proven) {
    const { wordingId } = one.row
    if (wordingId !== last) {
      last = wordingId
      const controllerId = wordingId === null ? undefined : consent.controllers.get(wordingId)
      group = controllerId === undefined ? null : (groups.get(controllerId) ?? [])
      if (controllerId !== undefined && group !== null) groups.set(controllerId, group)
    }
    group?.push(one)
  }
  return groups
}
