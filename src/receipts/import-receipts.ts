// Consents and objections come in: the archive is checked first, and nothing here is undone by it.
import type { Evidence, EvidenceGrade, Witness } from '../consent/index.ts'
import { vouchedGrade, witnesses } from '../consent/index.ts'
import { lockContactsOf } from '../contacts/index.ts'
import type { LimitedSource } from '../files/index.ts'
import type { Caller, ControllerId, E164, Instant, WordingId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import {
  type AnyRecord,
  type ArchiveHeader,
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
        meaning = await settle(deps, caller, header, about)
      }
      const { '@graph': records } = read(receiptDocument, bytes)
      await takePage(deps, caller, { records, ledger, meaning, counts })
    }
  }
  // An archive without a record is an archive all the same, or is told as none.
  if (meaning === null) known()
  return counts
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
})

type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } }

function read<T>(schema: Schema<T>, bytes: Buffer): T {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw receiptsError('receipts.archive_unreadable')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw receiptsError('receipts.archive_version_unknown')
  return parsed.data
}

/** Entities by their name, wordings by their exact text: made here where they are not. */
async function settle(
  deps: ReceiptsDeps,
  caller: Caller,
  header: ArchiveHeader,
  about: { origin: string; isTrusted: boolean },
): Promise<Meaning> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const controllers = new Map<string, ControllerId>()
    const known = new Map(
      (await deps.contacts.controllers(tx, accountId)).map(({ id, name }) => [name, id]),
    )
    const idOf = async (name: string): Promise<ControllerId> => {
      const found = known.get(name)
      if (found !== undefined) return found
      const made = await deps.contacts.createController(tx, accountId, name, deps.clock.now())
      known.set(name, made.id)
      return made.id
    }
    for (const { id, name } of header.controllers) controllers.set(id, await idOf(name))
    const wordings = await settleWordings(deps, tx, caller, { header, controllers })
    const { isDefault } = await deps.consent.policyOf(tx, accountId)
    if (isDefault && header.policy !== null) {
      await deps.consent.setPolicy(tx, accountId, header.policy)
    }
    if (about.isTrusted) {
      const details = { ledger: about.origin }
      await deps.record(tx, caller, { action: 'receipts.ledger_vouched_for', details })
    }
    return { controllers, wordings, ...about }
  })
}

async function settleWordings(
  deps: ReceiptsDeps,
  tx: Tx,
  caller: Caller,
  { header, controllers }: { header: ArchiveHeader; controllers: Map<string, ControllerId> },
): Promise<Map<string, WordingId>> {
  const here = await deps.consent.listWordings(tx, caller.accountId)
  const found = new Map<string, WordingId>()
  for (const wording of here) {
    if (wording.state === 'draft') continue
    found.set(Buffer.from(wording.sha256).toString('hex'), wording.wordingId)
  }
  const idByName = new Map(
    header.controllers.map(({ id, name }) => [name, controllers.get(id) as ControllerId]),
  )
  const [first] = controllers.values()
  for (const { sha256, ...wording } of header.wordings) {
    const controllerId = idByName.get(wording.controllerName) ?? first
    if (found.has(sha256) || controllerId === undefined) continue
    const draft = await deps.consent.createDraft(tx, caller, { ...wording, controllerId })
    const done = await deps.consent.publishWording(tx, caller, draft.wordingId)
    // A text that our rules refuse stays a draft: what rests on it comes in as a claim.
    if (done.outcome === 'published') found.set(sha256, done.wording.wordingId)
  }
  return found
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
    // All before the first no: a sale that holds one of them and waits for a no would be waited for.
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
  // Kept as strong as it was only where the leaf itself says so; everything else is a word.
  const isProven = meaning.isTrusted && body !== null
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
    ...(isProven ? { validUntil: Date.parse(state.validUntil) } : {}),
  })
  if (done.outcome === 'refused') return count(made, done.refusal)
  made.recorded += 1
  if (state.state === 'withdrawn') {
    const at = deps.clock.now()
    await deps.consent.withdrawConsent(tx, caller, { ...about, at, reason: 'receipts' })
    made.withdrawn += 1
  } else if (done.grade !== 'claimed' && channel === 'sms') person.opens = true
}

function gradeIn(body: Readonly<Record<string, unknown>>, fallback: EvidenceGrade): EvidenceGrade {
  return typeof body['grade'] === 'string' ? (body['grade'] as EvidenceGrade) : fallback
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
  const givenAt: Instant | null = typeof said === 'string' ? Date.parse(said) : null
  const proof = event?.['accord:proof']
  const source = body === null ? event?.['accord:source'] : body['source']
  const evidence: Evidence = {
    grade,
    givenAt,
    source: typeof source === 'string' ? source : null,
    number,
  }
  if (proof !== undefined) {
    const entry = event?.['dct:identifier'] ?? ''
    evidence.details = JSON.stringify({ entry, ledger: meaning.origin, seq: proof['accord:seq'] })
  }
  for (const name of ['formUrl', 'formVersion', 'messageId', 'scanSha256', 'locale'] as const) {
    const value = body?.[name]
    if (typeof value === 'string') evidence[name] = value
  }
  return evidence
}
