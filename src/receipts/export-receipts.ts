// Exports consents and objections: one person's document, or an archive with the ledger.
import {
  type ConsentGate,
  type ConsentLedger,
  consentError,
  type DisclosedEvent,
  type ExportedFile,
  type PersonConsents,
  type Wording,
  type Wordings,
} from '../consent/index.ts'
import { type Contact, readEveryone } from '../contacts/index.ts'
import { comesOfAge } from '../countries/index.ts'
import { readingLimits } from '../files/index.ts'
import type { AccountId, Caller, ContactId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { AnyRecord, ArchiveHeader } from './contract.ts'
import type { ReceiptsDeps } from './deps.ts'
import { receiptsError } from './errors.ts'
import { type Around, documentOf, recordsOf } from './receipt.ts'

/** People a page: what is held in memory at once. */
const peoplePerPage = 500
/** A reader takes twice as much: the last person of a part may go beyond. */
const partOctetsMax = readingLimits.archiveRecordsOctetsMax / 2

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

type ReadDeps = Pick<ReceiptsDeps, 'vault' | 'contacts' | 'clock'> & {
  consent: Pick<Wordings, 'listWordings'> &
    PersonConsents &
    Pick<ConsentGate, 'suppressionsOf'> &
    Pick<ConsentLedger, 'checkpoint' | 'disclosuresOf'>
}

async function aroundOf(deps: ReadDeps, tx: Tx, accountId: AccountId): Promise<Around> {
  const { origin } = await deps.consent.checkpoint(tx, accountId)
  const controllers = await deps.contacts.controllers(tx, accountId)
  const wordings = await deps.consent.listWordings(tx, accountId)
  return {
    origin,
    controllers: new Map(controllers.map(({ id, name }) => [id, name])),
    wordings: new Map(wordings.map((wording) => [hex(wording.sha256), wording])),
  }
}

type Page = { records: AnyRecord[]; events: DisclosedEvent[] }

async function recordsOfContacts(
  deps: ReadDeps,
  tx: Tx,
  accountId: AccountId,
  { contacts, around }: { contacts: readonly Contact[]; around: Around },
): Promise<Page> {
  const opened = await deps.contacts.openContacts(tx, accountId, contacts)
  const known = contacts.flatMap((contact) => {
    const body = opened.get(contact.subjectId)?.body
    return body === undefined ? [] : [{ contact, ...body }]
  })
  const tags = known.map(({ number }) => deps.vault.suppressionTag(accountId, number))
  const suppressions = await deps.consent.suppressionsOf(tx, accountId, tags)
  const subjects = known.map(({ contact }) => contact.subjectId)
  const disclosed = await deps.consent.disclosuresOf(tx, accountId, subjects)
  const at = deps.clock.now()
  const page: Page = { records: [], events: [] }
  for (const [index, { contact, number, fields }] of known.entries()) {
    const { subjectId, marketingState } = contact
    const birthDate = fields.birthDate ?? null
    const ofAgeAt = comesOfAge(birthDate, contact.country)
    const states = await deps.consent.statesOf(tx, accountId, subjectId, at)
    const events = disclosed.get(subjectId) ?? []
    const person = {
      subjectId,
      number,
      marketingState,
      birthDate: ofAgeAt !== null && ofAgeAt > at ? birthDate : null,
      authorisations: await deps.consent.authorisationsOf(tx, accountId, subjectId),
      suppression: suppressions[index] ?? null,
      states: states.map(({ consent, ...state }) => ({
        ...state,
        why: consent.effective ? null : consent.why,
      })),
      events,
    }
    page.records.push(...recordsOf(person, around))
    page.events.push(...events)
  }
  return page
}

/** The person's copy: everything about them, and of nobody else. */
export async function receiptsOfContact(
  deps: ReadDeps,
  tx: Tx,
  accountId: AccountId,
  contactId: ContactId,
): Promise<ReturnType<typeof documentOf>> {
  const contact = await deps.contacts.find(tx, accountId, contactId)
  if (contact === null) throw receiptsError('receipts.contact_not_found')
  const around = await aroundOf(deps, tx, accountId)
  const contacts = [contact]
  return documentOf((await recordsOfContacts(deps, tx, accountId, { contacts, around })).records)
}

/** Before the first octet: an archive that breaks off halfway looks like a lost connection. */
export async function demandObjectionsKnown(
  { consent }: Pick<ReceiptsDeps, 'consent'>,
  accountId: AccountId,
): Promise<void> {
  if (!(await consent.suppressionsWhole(accountId))) {
    throw consentError('consent.suppressions_unknown')
  }
}

/** The ledger first, so that whoever reads can check it before the first record comes. */
export async function* exportReceipts(
  deps: ReceiptsDeps,
  caller: Caller,
  options: { disclosures: boolean },
): AsyncGenerator<ExportedFile> {
  const { accountId } = caller
  // What is committed gets its place, so that the archive can prove it.
  await deps.consent.sequenceOnce(accountId)
  const { header, around, ledger } = await deps.database.inAccount(accountId, async (tx) => ({
    header: await headerOf(deps, tx, accountId),
    around: await aroundOf(deps, tx, accountId),
    ledger: await deps.consent.exportLedger(tx, accountId, { disclose: [] }),
  }))
  yield jsonFile('header.json', header)
  yield* ledger
  let after: ContactId | null = null
  for (let page = 0; ; ) {
    const from: ContactId | null = after
    const { contacts, made } = await deps.database.inAccount(accountId, async (tx) => {
      const found = await readEveryone(tx, accountId, { after: from, limit: peoplePerPage })
      const made = await recordsOfContacts(deps, tx, accountId, { contacts: found, around })
      return { contacts: found, made }
    })
    const last = contacts.at(-1)
    if (last === undefined) return
    after = last.id
    if (made.records.length === 0) continue
    for (const records of inParts(made.records)) {
      yield jsonFile(`records/${String(page).padStart(6, '0')}.jsonld`, documentOf(records))
      page += 1
    }
    if (options.disclosures) yield* made.events.flatMap(disclosureFile)
  }
}

/**
 * No part is larger than whoever reads it takes, and what is said of one person stands in one part:
 * a no is read after the yes that it stands over.
 */
function* inParts(records: readonly AnyRecord[]): Generator<AnyRecord[]> {
  let part: AnyRecord[] = []
  let octets = 0
  let last = ''
  for (const record of records) {
    const person = record['dpv:hasDataSubject']['dct:identifier']
    if (octets > partOctetsMax && person !== last) {
      yield part
      part = []
      octets = 0
    }
    part.push(record)
    octets += Buffer.byteLength(JSON.stringify(record))
    last = person
  }
  if (part.length > 0) yield part
}

function disclosureFile({ seq, body, commitmentKey }: DisclosedEvent): ExportedFile[] {
  return seq === null ? [] : [jsonFile(`disclosures/${seq}.json`, { seq, commitmentKey, body })]
}

async function headerOf(deps: ReceiptsDeps, tx: Tx, accountId: AccountId): Promise<ArchiveHeader> {
  const { account, controllers } = {
    account: accountId as string,
    controllers: await deps.contacts.controllers(tx, accountId),
  }
  const { minimumGrade, validMonths, isDefault } = await deps.consent.policyOf(tx, accountId)
  const wordings = await deps.consent.listWordings(tx, accountId)
  return {
    format: 'accord-receipts',
    version: 1,
    account,
    controllers: controllers.map(({ id, name }) => ({ id, name })),
    wordings: wordings.filter(({ state }) => state !== 'draft').map(wordingOf),
    policy: isDefault ? null : { minimumGrade, validMonths },
  }
}

const wordingOf = (wording: Wording): ArchiveHeader['wordings'][number] => ({
  name: wording.name,
  language: wording.language,
  medium: wording.medium,
  controllerName: wording.controllerName,
  shownText: wording.shownText,
  sha256: hex(wording.sha256),
  channels: [...wording.channels],
  purposes: [...wording.purposes],
  form: wording.form,
})

const jsonFile = (path: string, value: unknown): ExportedFile => ({
  path,
  bytes: Buffer.from(`${JSON.stringify(value)}\n`, 'utf8'),
})
