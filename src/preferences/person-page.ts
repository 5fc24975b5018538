// Reads what is stored about a person, for their own page or for staff.
import { type Account, accountOf } from '../accounts/index.ts'
import {
  type Channel,
  type OtherLegalBasis,
  type SuppressionScope,
  suppressionScopes,
  type WhyNot,
  type Wording,
} from '../consent/index.ts'
import type { Contact, ContactFields, Controller, CustomField } from '../contacts/index.ts'
import type { ControllerId, E164, Instant, WordingId } from '../kernel/index.ts'
import { receiptsOfContact } from '../receipts/index.ts'
import type { Tx } from '../storage/index.ts'
import type { SubjectKeys } from '../vault/index.ts'
import type { PreferencesDeps } from './deps.ts'
import { preferencesError } from './errors.ts'
import type { Brand } from './html.ts'
import { brandOf } from './logo/brand.ts'
import { openLink } from './page-link.ts'
import { isOfHolder } from './requests/identity.ts'
import { changedHandsAtOf, openAtOnce } from './requests/identity-facts.ts'
import { filesOf, type RequestFileRow, stepsOf } from './requests/life-store.ts'
import { reasonOf, toldOf } from './requests/request-reason.ts'
import { type PersonRequest, requestsOfSubject } from './requests/request-store.ts'
import { type ToldStep, toldStep } from './requests/steps.ts'
import type { PageLink } from './store.ts'

export type PersonChoice = {
  controllerId: ControllerId
  channel: Channel
  purpose: string
  /** Null: in force. */
  why: WhyNot | null
  since: Instant
  until: Instant
  wording: Wording | null
  /** What they rest on where it is no consent. */
  legalBasis: OtherLegalBasis | null
}

/** One yes of the person, with the words it was given on. */
export type AgreedWords = {
  text: string
  at: string
  grade: string
  channel: string
  seq: number | null
  /** The scan or the recording that is kept with it. */
  documentId: string | null
}

/** Whose it is. */
export type Whose = Pick<PageLink, 'accountId' | 'contactId' | 'subjectId'>

export type PersonView = {
  account: Account
  number: E164
  fields: ContactFields
  /** Where the person has a value of one. */
  customFields: readonly CustomField[]
  heldSince: Instant
  controllers: readonly Controller[]
  choices: readonly PersonChoice[]
  suppression: SuppressionScope | null
  words: readonly AgreedWords[]
  requests: readonly ToldRequest[]
  /** The newest first. */
  stops: readonly PersonStop[]
  /** Since when their data is kept and not used. */
  restrictedAt: Instant | null
}
/** `readAt`: which requests are late is a matter of the hour. */
export type PersonPage = PersonView & {
  link: PageLink
  /**
   * Since when the number may be somebody else's: the page then holds nothing from before, and
   * nothing that staff wrote down.
   */
  changedHandsAt: Instant | null
  readAt: Instant
  brand: Brand
  /** Where the account tells everybody how it uses personal data. */
  noticePath: string
}

/** With what was said of it to the person, while it opens. */
export type ToldRequest = PersonRequest & {
  reason: string | null
  text: string | null
  steps: readonly ToldStep[]
  /** The answer that is fetched with a code; null: none was made. */
  answerFile: RequestFileRow | null
}

/** A no of the person: it counts from its day on, and nobody has to answer it. */
export type PersonStop = {
  at: Instant
  /** Null: one consent was taken back, and not all of it stopped. */
  scope: SuppressionScope | null
  channel: string
  isByStaff: boolean
}

export type Known = {
  account: Account
  contact: Contact
  number: E164
  fields: ContactFields
  /** When the e-mail came or changed, where that was later than the contact itself. */
  emailSince: Instant | null
  keys: SubjectKeys
}

/** Null once the person is erased. */
export async function findPerson(
  deps: Pick<PreferencesDeps, 'contacts'>,
  tx: Tx,
  { accountId, contactId, subjectId }: Whose,
): Promise<Known | null> {
  const contact = await deps.contacts.find(tx, accountId, contactId)
  const opened =
    contact === null ? null : await deps.contacts.openContacts(tx, accountId, [contact])
  const open = opened?.get(subjectId)
  if (contact === null || open === undefined) return null
  const account = await accountOf(tx, accountId)
  const { number, fields, emailSince = null } = open.body
  return { account, contact, number, fields, emailSince, keys: open.keys }
}

/** Erased meanwhile: the page goes with the person. */
export async function personOf(deps: PreferencesDeps, tx: Tx, whose: Whose): Promise<Known> {
  const known = await findPerson(deps, tx, whose)
  if (known === null) throw preferencesError('preferences.link_not_found')
  return known
}

export async function readPersonPage(deps: PreferencesDeps, token: string): Promise<PersonPage> {
  const link = await openLink(deps, token)
  const readAt = deps.clock.now()
  return deps.database.inAccount(link.accountId, async (tx) => {
    const known = await personOf(deps, tx, link)
    const brand = await brandOf(tx, known.account)
    const noticePath = await deps.noticePath(tx, link.accountId)
    const changedHandsAt = await changedHandsAtOf(tx, link)
    const person = await readPerson(deps, tx, { whose: link, known })
    const shown = changedHandsAt === null ? person : ofHolder(person, changedHandsAt)
    return { link, readAt, brand, noticePath, changedHandsAt, ...shown }
  })
}

/** Whoever has the number now can say no and ask: of whoever had it before, nothing is left. */
function ofHolder(person: PersonView, since: Instant): PersonView {
  return {
    ...person,
    ...{ fields: {}, customFields: [], choices: [], words: [], restrictedAt: null },
    requests: person.requests.filter((one) => isOfHolder(one, since)),
    stops: person.stops.filter(({ at, isByStaff }) => at >= since && !isByStaff),
  }
}

export async function readPerson(
  deps: PreferencesDeps,
  tx: Tx,
  { whose, known }: { whose: Whose; known: Known },
): Promise<PersonView> {
  const { account, contact, number, fields, keys } = known
  const { accountId, subjectId } = whose
  const wordings = await deps.consent.listWordings(tx, accountId)
  const events = await deps.consent.historyOf(tx, accountId, subjectId)
  const states = await deps.consent.statesOf(tx, accountId, subjectId, deps.clock.now())
  const tag = deps.vault.suppressionTag(accountId, number)
  // What is known of it: whose no was lost reads that there is none, and can say it again.
  const { scopes } = await deps.consent.suppressionsKnown(tx, accountId, [tag])
  const suppression = scopes[0] ?? null
  const wordingById = new Map(wordings.map((wording) => [wording.wordingId, wording]))
  const agreed = states.map(
    ({ consent, ...state }): PersonChoice => ({
      controllerId: state.controllerId,
      channel: state.channel,
      purpose: state.purpose,
      why: consent.effective ? null : consent.why,
      since: state.since,
      until: state.validUntil,
      wording: consent.effective ? (wordingById.get(consent.wordingId) ?? null) : null,
      legalBasis: null,
    }),
  )
  return {
    account,
    number,
    fields,
    customFields:
      fields.custom === undefined ? [] : await deps.contacts.customFields(tx, accountId),
    heldSince: contact.createdAt,
    controllers: await deps.contacts.controllers(tx, accountId),
    choices: [...agreed, ...(await legalBasesOf(deps, tx, whose, { agreed, wordingById }))],
    suppression,
    words: await wordsOf(deps, tx, whose, { wordings, events }),
    requests: await toldRequests(deps, tx, { accountId, subjectId, keys }),
    restrictedAt: contact.restrictedAt,
    stops: stopsOf(events),
  }
}

async function toldRequests(
  deps: PreferencesDeps,
  tx: Tx,
  of: Pick<Whose, 'accountId' | 'subjectId'> & { keys: SubjectKeys },
): Promise<ToldRequest[]> {
  const { accountId, subjectId, keys } = of
  const requests = await requestsOfSubject(tx, accountId, subjectId)
  if (requests.length === 0) return []
  const steps = (await stepsOf(tx, accountId, { subjectId })).map((one) =>
    toldStep(deps, accountId, keys, one),
  )
  const files = await filesOf(tx, accountId, { subjectId })
  return requests.map((request) => ({
    ...request,
    reason: request.answeredAt === null ? null : reasonOf(deps, { accountId, keys, request }),
    text: toldOf(deps, { accountId, keys, request }),
    steps: steps.filter(({ requestId }) => requestId === request.id),
    answerFile:
      files.findLast(({ requestId, what }) => requestId === request.id && what === 'answer') ??
      null,
  }))
}

/**
 * A legal basis that is switched off, has run out or gave way to a consent is none:
 * it is not shown.
 */
async function legalBasesOf(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId, subjectId }: Whose,
  known: { agreed: readonly PersonChoice[]; wordingById: ReadonlyMap<WordingId, Wording> },
): Promise<PersonChoice[]> {
  const on = await deps.consent.switchedOn(tx, accountId)
  const at = deps.clock.now()
  const held = await deps.consent.legalBasesOf(tx, accountId, subjectId)
  const hasYes = (row: (typeof held)[number]) =>
    known.agreed.some(
      ({ why, channel, controllerId, purpose }) =>
        why === null &&
        channel === 'sms' &&
        controllerId === row.controller_id &&
        purpose === row.purpose,
    )
  const inForce = held.filter(
    (row) => on.includes(row.legal_basis) && row.valid_until > at && !hasYes(row),
  )
  return inForce.map((row) => ({
    controllerId: row.controller_id,
    channel: 'sms',
    purpose: row.purpose,
    why: null,
    since: row.since,
    until: row.valid_until,
    wording: known.wordingById.get(row.wording_id) ?? null,
    legalBasis: row.legal_basis,
  }))
}

/** The person's own copy, after ISO/IEC TS 27560. */
export async function receiptsOfPage(deps: PreferencesDeps, token: string) {
  const { accountId, contactId, subjectId } = await openLink(deps, token)
  return deps.database.inAccount(accountId, async (tx) => {
    await openAtOnce(tx, { accountId, subjectId })
    return receiptsOfContact(deps, tx, accountId, contactId)
  })
}

/**
 * The paper that the person signed, or their own voice; nobody else's opens by their link.
 */
export async function documentOfPage(deps: PreferencesDeps, token: string, documentId: string) {
  const { accountId, subjectId } = await openLink(deps, token)
  return deps.database.inAccount(accountId, async (tx) => {
    await openAtOnce(tx, { accountId, subjectId })
    const held = await deps.consent.documentsOf(tx, accountId, subjectId)
    if (!held.some(({ id }) => id === documentId)) {
      throw preferencesError('preferences.link_not_found')
    }
    return deps.consent.openDocument(tx, accountId, documentId)
  })
}

type Events = Awaited<ReturnType<PreferencesDeps['consent']['historyOf']>>

function stopsOf(events: Events): PersonStop[] {
  return events
    .flatMap(({ kind, channel, recordedAt, body }): PersonStop[] => {
      if (kind !== 'objection' && kind !== 'consent.withdrawn') return []
      const told = body?.['scope']
      const scope = suppressionScopes.find((one) => one === told) ?? null
      const isByStaff = typeof body?.['heardBy'] === 'string'
      return [{ at: recordedAt, scope: kind === 'objection' ? scope : null, channel, isByStaff }]
    })
    .sort((a, b) => b.at - a.at)
}

async function wordsOf(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId, subjectId }: Whose,
  { wordings, events }: { wordings: readonly Wording[]; events: Events },
): Promise<AgreedWords[]> {
  const texts = new Map(
    wordings.map(({ sha256, shownText }) => [Buffer.from(sha256).toString('hex'), shownText]),
  )
  const documents = await deps.consent.documentsOf(tx, accountId, subjectId)
  const idOf = new Map(documents.map(({ sha256, id }) => [sha256, id]))
  return events.flatMap(({ kind, body, channel, seq, recordedAt }) => {
    const text = texts.get(String(body?.['wording'] ?? ''))
    if (!agreements.has(kind) || text === undefined || body === null) return []
    const at = String(body['givenAt'] ?? new Date(recordedAt).toISOString())
    const documentId = idOf.get(String(body['scanSha256'] ?? '')) ?? null
    return [{ text, at, grade: String(body['grade'] ?? ''), channel, seq, documentId }]
  })
}
const agreements: ReadonlySet<string> = new Set([
  'consent.given',
  'consent.confirmed',
  'consent.refreshed',
])
