// Imports consents and objections from an archive, after checking it. Objections here stay.
import type { Evidence, EvidenceGrade, Witness } from '../consent/index.ts'
import { evidenceGrades, monthsLater, vouchedGrade, witnesses } from '../consent/index.ts'
import { lockContactsOf } from '../contacts/index.ts'
import type { LimitedSource } from '../files/index.ts'
import type { Caller, E164, Instant } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import {
  type AnyRecord,
  archiveHeader,
  type ConsentRecord,
  type ImportCounts,
  type RecordEvent,
  receiptDocument,
} from './contract.ts'
import type { ReceiptsDeps } from './deps.ts'
import { receiptsError } from './errors.ts'
import { keepPeople, type Person } from './keep-people.ts'
import { ForeignLedger, untar } from './read-archive.ts'
import { settleArchive } from './settle-archive.ts'
import { type Meaning, takeAuthorisation } from './take-authorisation.ts'

/** Refused before a single octet of the file is received. */
export function demandMayVouch(caller: Caller, ledgerKey: string | null): void {
  if (ledgerKey !== null && !caller.rights.has('account.manage')) {
    throw receiptsError('receipts.trust_not_allowed')
  }
}

/**
 * Header and records are parsed once the signature holds and the tree is the one that is signed:
 * until then what an archive says of itself is octets.
 */
export async function importReceipts(
  deps: ReceiptsDeps,
  caller: Caller,
  input: { octets: LimitedSource; ledgerKey: string | null },
): Promise<ImportCounts> {
  demandMayVouch(caller, input.ledgerKey)
  const isTrusted = input.ledgerKey !== null
  const ledger = new ForeignLedger(input.ledgerKey)
  let header: Buffer | null = null
  let meaning: Meaning | null = null
  const counts = noCounts(isTrusted)
  const known = () => {
    const { origin } = ledger.demandTrue()
    if (header === null) throw receiptsError('receipts.archive_unreadable')
    return { header: read(archiveHeader, header), about: { origin, isTrusted } }
  }
  for await (const { path, bytes } of untar(input.octets)) {
    if (path === 'header.json') header = bytes
    else if (path === 'ledger.key') ledger.takeKey(bytes.toString('utf8'))
    else if (path === 'checkpoint') ledger.takeCheckpoint(bytes.toString('utf8'))
    else if (path.startsWith('tile/entries/')) ledger.takeBundle(bytes)
    else if (path.startsWith('records/')) {
      if (meaning === null) {
        const { header, about } = known()
        const settled = await settleArchive(deps, caller, header, about)
        meaning = settled.meaning
        counts.policyTaken = settled.policyTaken
      }
      const { '@graph': records } = read(receiptDocument, bytes)
      await takePage(deps, caller, { records, ledger, meaning, counts })
    }
  }
  // An archive without a record is an archive all the same, or is told as none.
  if (meaning === null) known()
  await recordImported(deps, caller, counts)
  return counts
}

/** Whole: of one that broke off the log has its beginning alone. */
async function recordImported(
  deps: ReceiptsDeps,
  caller: Caller,
  { refused, ...told }: ImportCounts,
): Promise<void> {
  const sum = Object.values(refused).reduce((all, one) => all + one, 0)
  await deps.database.inAccount(caller.accountId, (tx) =>
    deps.record(tx, caller, { action: 'receipts.imported', details: { ...told, refused: sum } }),
  )
}

const noCounts = (trusted: boolean): ImportCounts => ({
  records: 0,
  people: 0,
  recorded: 0,
  withdrawn: 0,
  objections: 0,
  authorisations: 0,
  refused: {},
  proofs: 0,
  trusted,
  policyTaken: false,
})

type Issue = { path: readonly PropertyKey[] }
type Schema<T> = {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }
}
/** What tells by which version an archive was written. */
const versionNames: ReadonlySet<unknown> = new Set(['format', 'version', 'dct:hasVersion'])

function read<T>(schema: Schema<T>, bytes: Buffer): T {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw receiptsError('receipts.archive_unreadable')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  if (issues.some(({ path }) => versionNames.has(path.at(-1)))) {
    throw receiptsError('receipts.archive_version_unknown')
  }
  const where = (issues[0]?.path ?? []).map(String).join('.').slice(0, 200)
  throw receiptsError('receipts.archive_content_invalid', { where })
}

type PageInput = {
  records: readonly AnyRecord[]
  ledger: ForeignLedger
  meaning: Meaning
  counts: ImportCounts
}

/** One page of the archive is one transaction: counted only once it stands. */
async function takePage(deps: ReceiptsDeps, caller: Caller, input: PageInput): Promise<void> {
  const { records, meaning, counts } = input
  const done = await deps.database.inAccount(caller.accountId, async (tx) => {
    const people = await keepPeople(deps, tx, caller.accountId, records)
    // All before the first no: a sale that holds one of them and waits for a no would be waited
    // for.
    const subjects = [...people.values()].map(({ keys }) => keys.subjectId)
    await lockContactsOf(tx, caller.accountId, subjects)
    const made = noCounts(meaning.isTrusted)
    made.people = people.size
    for (const record of records) {
      made.records += 1
      const person = people.get(record['dpv:hasDataSubject']['accord:number'])
      if (person === undefined) {
        count(made, 'number_invalid')
      } else if (record['@type'] === 'dpv:ConsentRecord') {
        await takeConsent(deps, tx, caller, { ...input, record, person, made })
      } else if (record['@type'] === 'accord:AuthorisationRecord') {
        const about = { ledger: input.ledger, meaning, record, person }
        const refusal = await takeAuthorisation(deps, tx, caller, about)
        if (refusal === null) made.authorisations += 1
        else count(made, refusal)
      }
    }
    // Objections last: whatever was agreed to, a no stands over it.
    for (const record of records) {
      const person = people.get(record['dpv:hasDataSubject']['accord:number'])
      if (record['@type'] !== 'accord:ObjectionRecord' || person === undefined) continue
      const { isNew } = await deps.consent.recordStop(tx, caller, {
        tag: deps.vault.suppressionTag(caller.accountId, person.number),
        keys: person.keys,
        scope: record['accord:scope'],
        reason: 'imported_list',
        origin: meaning.origin,
        at: deps.clock.now(),
      })
      if (isNew) made.objections += 1
    }
    const opening = [...people.values()].filter(({ opens, isOpen }) =>
      meaning.isTrusted ? isOpen : opens,
    )
    const opened = opening.map(({ keys }) => keys.subjectId)
    if (opened.length > 0) await deps.contacts.openToMarketing(tx, caller.accountId, opened)
    return made
  })
  counts.records += done.records
  counts.people += done.people
  counts.recorded += done.recorded
  counts.withdrawn += done.withdrawn
  counts.objections += done.objections
  counts.authorisations += done.authorisations
  counts.proofs += done.proofs
  for (const [refusal, number] of Object.entries(done.refused)) {
    counts.refused[refusal] = (counts.refused[refusal] ?? 0) + number
  }
}

function count(counts: ImportCounts, refusal: string): void {
  counts.refused[refusal] = (counts.refused[refusal] ?? 0) + 1
}

/** The witness that vouches for this grade, since the ledger it comes from is vouched for. */
const witnessOf = (grade: EvidenceGrade): Witness =>
  witnesses.find((witness) => vouchedGrade(grade, witness) === grade) ?? 'declared'

/** The event that the state rests on; in records that do not tell, the last yes. */
function placeOfYes({ 'accord:events': events, 'accord:state': state }: ConsentRecord): number {
  const rests = events.findLastIndex(
    (event) =>
      event['accord:grade'] === state.grade &&
      event['dct:date'] !== undefined &&
      Date.parse(event['dct:date']) === Date.parse(state.since),
  )
  if (rests >= 0) return rests
  return events.findLastIndex((event) => event['accord:grade'] !== undefined)
}

type ConsentInput = PageInput & { record: ConsentRecord; person: Person; made: ImportCounts }

async function takeConsent(
  deps: ReceiptsDeps,
  tx: Tx,
  caller: Caller,
  { record, person, ledger, meaning, made }: ConsentInput,
): Promise<void> {
  const process = record['dpv:hasProcess']
  const bodies = record['accord:events'].map((event) => ledger.demandProof(event))
  made.proofs += bodies.filter((body) => body !== null).length
  const place = placeOfYes(record)
  const event = record['accord:events'][place]
  const body = bodies[place] ?? null
  const controllerId = meaning.controllers.get(process['dpv:hasDataController']['dct:identifier'])
  if (controllerId === undefined) return count(made, 'controller_unknown')
  const state = record['accord:state']
  const channel = process['accord:channel']
  const purpose = process['dpv:hasPurpose']['dct:identifier']
  // Kept as strong as it was only where the leaf itself says so; everything else is a word. So is,
  // where messages really leave, what rests on a telephone that was only imagined.
  const isImagined = body?.['handset'] === 'sandbox'
  const isProven = meaning.isTrusted && body !== null && (meaning.isRehearsal || !isImagined)
  const grade = isProven ? gradeIn(body, state.grade) : state.grade
  const sha256 = isProven ? body['wording'] : process['dpv:hasNotice']?.['dct:identifier']
  const usesNumber = channel !== 'email' && channel !== 'post'
  const tag = usesNumber ? deps.vault.suppressionTag(caller.accountId, person.number) : null
  const about = { keys: person.keys, controllerId, channel, purpose, tag }
  const done = await deps.consent.recordConsent(tx, caller, {
    ...about,
    wordingId: meaning.wordings.get(String(sha256 ?? '')) ?? null,
    witness: isProven ? witnessOf(grade) : 'declared',
    neverLifts: true,
    evidence: evidenceOf({ event, body, grade, number: person.number, state, meaning }),
    ...(isProven ? { validUntil: validUntilOf(state) } : {}),
  })
  if (done.outcome === 'refused') return count(made, done.refusal)
  made.recorded += 1
  if (state.state === 'withdrawn') {
    const at = deps.clock.now()
    await deps.consent.withdrawConsent(tx, caller, { ...about, at, reason: 'receipts' })
    made.withdrawn += 1
  } else if (done.grade !== 'claimed' && channel === 'sms') person.opens = true
}

/**
 * As long as other evidence may be of one consent; what a leaf commits to was written elsewhere.
 */
const sourceMax = 300
const factMax = 500
/** The record says it and no leaf does: never longer than any account may choose. */
const validMonthsMax = 36

const validUntilOf = ({ validUntil, since }: ConsentRecord['accord:state']): Instant =>
  Math.min(Date.parse(validUntil), monthsLater(Date.parse(since), validMonthsMax))

/** Null for what is no instant. */
function instantOf(told: unknown): Instant | null {
  const at = typeof told === 'string' ? Date.parse(told) : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** A grade that is not known here proves nothing here. */
function gradeIn(body: Readonly<Record<string, unknown>>, fallback: EvidenceGrade): EvidenceGrade {
  const told = body['grade']
  if (typeof told !== 'string') return fallback
  return evidenceGrades.find((grade) => grade === told) ?? 'claimed'
}

function evidenceOf(of: {
  event: RecordEvent | undefined
  body: Readonly<Record<string, unknown>> | null
  grade: EvidenceGrade
  number: E164
  state: ConsentRecord['accord:state']
  meaning: Meaning
}): Evidence {
  const { event, body, grade, number, meaning } = of
  const told = body === null ? null : body['givenAt']
  const said = body === null ? (event?.['dct:date'] ?? null) : told
  const givenAt: Instant | null = instantOf(said)
  const proof = event?.['accord:proof']
  const source = body === null ? event?.['accord:source'] : body['source']
  const evidence: Evidence = {
    grade,
    givenAt,
    source: typeof source === 'string' ? source.slice(0, sourceMax) : null,
    number,
  }
  if (proof !== undefined) {
    const entry = event?.['dct:identifier'] ?? ''
    evidence.details = JSON.stringify({ entry, ledger: meaning.origin, seq: proof['accord:seq'] })
  }
  if (body?.['handset'] === 'sandbox') evidence.handset = 'sandbox'
  for (const name of ['formUrl', 'formVersion', 'messageId', 'scanSha256', 'locale'] as const) {
    const value = body?.[name]
    if (typeof value === 'string') evidence[name] = value.slice(0, factMax)
  }
  return evidence
}
