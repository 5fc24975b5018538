// What a person's page shows, read for one link; and what the person does there.
import { type Account, accountOf, systemCaller } from '../accounts/index.ts'
import {
  type Channel,
  monthsLater,
  type OtherGround,
  type SuppressionScope,
  type WhyNot,
  type Wording,
} from '../consent/index.ts'
import type { Contact, Controller } from '../contacts/index.ts'
import type { Caller, ControllerId, E164, Instant, WordingId } from '../kernel/index.ts'
import { receiptsOfContact } from '../receipts/index.ts'
import type { Tx } from '../storage/index.ts'
import type { SubjectKeys } from '../vault/index.ts'
import type { Choice, RequestKind } from './contract.ts'
import type { PreferencesDeps } from './deps.ts'
import { preferencesError } from './errors.ts'
import { openLink } from './page-link.ts'
import { insertRequest, type PageLink, type PersonRequest, requestsOfSubject } from './store.ts'

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
  ground: OtherGround | null
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

export type PersonPage = {
  account: Account
  link: PageLink
  number: E164
  heldSince: Instant
  controllers: readonly Controller[]
  choices: readonly PersonChoice[]
  suppression: SuppressionScope | null
  words: readonly AgreedWords[]
  requests: readonly PersonRequest[]
}

type Known = { account: Account; contact: Contact; number: E164; keys: SubjectKeys }

async function personOf(deps: PreferencesDeps, tx: Tx, link: PageLink): Promise<Known> {
  const { accountId, contactId, subjectId } = link
  const contact = await deps.contacts.find(tx, accountId, contactId)
  const opened =
    contact === null ? null : await deps.contacts.openContacts(tx, accountId, [contact])
  const open = opened?.get(subjectId)
  // Erased meanwhile: the page goes with the person.
  if (contact === null || open === undefined) throw preferencesError('preferences.link_not_found')
  const account = await accountOf(tx, accountId)
  return { account, contact, number: open.body.number, keys: open.keys }
}

export async function readPersonPage(deps: PreferencesDeps, token: string): Promise<PersonPage> {
  const link = await openLink(deps, token)
  const { accountId, subjectId } = link
  return deps.database.inAccount(accountId, async (tx) => {
    const { account, contact, number } = await personOf(deps, tx, link)
    const wordings = await deps.consent.listWordings(tx, accountId)
    const states = await deps.consent.statesOf(tx, accountId, subjectId, deps.clock.now())
    const tag = deps.vault.suppressionTag(accountId, number)
    const [suppression = null] = await deps.consent.suppressionsOf(tx, accountId, [tag])
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
        ground: null,
      }),
    )
    return {
      account,
      link,
      number,
      heldSince: contact.createdAt,
      controllers: await deps.contacts.controllers(tx, accountId),
      choices: [...agreed, ...(await groundsOf(deps, tx, link, { agreed, wordingById }))],
      suppression,
      words: await wordsOf(deps, tx, link, wordings),
      requests: await requestsOfSubject(tx, accountId, subjectId),
    }
  })
}

/** A ground that is switched off, has run out or gave way to a consent is none: it is not shown. */
async function groundsOf(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId, subjectId }: PageLink,
  known: { agreed: readonly PersonChoice[]; wordingById: ReadonlyMap<WordingId, Wording> },
): Promise<PersonChoice[]> {
  const on = await deps.consent.switchedOn(tx, accountId)
  const at = deps.clock.now()
  const held = await deps.consent.groundsOf(tx, accountId, subjectId)
  const hasYes = (row: (typeof held)[number]) =>
    known.agreed.some(
      ({ why, channel, controllerId, purpose }) =>
        why === null &&
        channel === 'sms' &&
        controllerId === row.controller_id &&
        purpose === row.purpose,
    )
  const inForce = held.filter(
    (row) => on.includes(row.ground) && row.valid_until > at && !hasYes(row),
  )
  return inForce.map((row) => ({
    controllerId: row.controller_id,
    channel: 'sms',
    purpose: row.purpose,
    why: null,
    since: row.since,
    until: row.valid_until,
    wording: known.wordingById.get(row.wording_id) ?? null,
    ground: row.ground,
  }))
}

/** The person's own copy, after ISO/IEC TS 27560. */
export async function receiptsOfPage(deps: PreferencesDeps, token: string) {
  const { accountId, contactId } = await openLink(deps, token)
  return deps.database.inAccount(accountId, (tx) =>
    receiptsOfContact(deps, tx, accountId, contactId),
  )
}

/** The paper that the person signed, or their own voice; nobody else's opens by their link. */
export async function documentOfPage(deps: PreferencesDeps, token: string, documentId: string) {
  const { accountId, subjectId } = await openLink(deps, token)
  return deps.database.inAccount(accountId, async (tx) => {
    const held = await deps.consent.documentsOf(tx, accountId, subjectId)
    if (!held.some(({ id }) => id === documentId)) {
      throw preferencesError('preferences.link_not_found')
    }
    return deps.consent.openDocument(tx, accountId, documentId)
  })
}

async function wordsOf(
  deps: PreferencesDeps,
  tx: Tx,
  { accountId, subjectId }: PageLink,
  wordings: readonly Wording[],
): Promise<AgreedWords[]> {
  const texts = new Map(
    wordings.map(({ sha256, shownText }) => [Buffer.from(sha256).toString('hex'), shownText]),
  )
  const documents = await deps.consent.documentsOf(tx, accountId, subjectId)
  const idOf = new Map(documents.map(({ sha256, id }) => [sha256, id]))
  const events = await deps.consent.historyOf(tx, accountId, subjectId)
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

export type Acted = 'withdrawn' | 'objected' | RequestKind

export async function actOnPage(
  deps: PreferencesDeps,
  token: string,
  choice: Choice,
  traceId: string,
): Promise<Acted> {
  const link = await openLink(deps, token)
  const known = await deps.database.inAccount(link.accountId, (tx) => personOf(deps, tx, link))
  const caller = systemCaller(known.account, 'person_page', traceId)
  switch (choice.action) {
    case 'withdraw':
      return withdraw(deps, caller, { known, choice })
    case 'object_marketing':
      return object(deps, caller, known, { scope: 'marketing', reason: 'objection' })
    case 'object_all':
      return object(deps, caller, known, { scope: 'all', reason: 'objection' })
    default:
      return ask(deps, caller, { link, known, kind: choice.action })
  }
}

async function withdraw(
  deps: PreferencesDeps,
  caller: Caller,
  { known, choice }: { known: Known; choice: Choice },
): Promise<Acted> {
  const { number, keys } = known
  const { accountId } = caller
  const controllerId = (choice.controller ?? '') as ControllerId
  const channel = (choice.channel ?? '') as Channel
  const purpose = choice.purpose ?? ''
  const about = { controllerId, purpose }
  await deps.database.inAccount(accountId, async (tx) => {
    const at = deps.clock.now()
    const states = await deps.consent.statesOf(tx, accountId, keys.subjectId, at)
    const grounds = await deps.consent.groundsOf(tx, accountId, keys.subjectId)
    const hasGround = grounds.some(
      (row) => row.controller_id === controllerId && row.purpose === purpose,
    )
    const isHeld = states.some(
      (state) =>
        state.controllerId === controllerId &&
        state.channel === channel &&
        state.purpose === purpose,
    )
    // What the person never gave, or took back before: nothing to do, and no fault of theirs.
    if (!isHeld && !(hasGround && channel === 'sms')) return
    const usesNumber = channel !== 'email' && channel !== 'post'
    const tag = usesNumber ? deps.vault.suppressionTag(accountId, number) : null
    const reason = 'person_page'
    await deps.consent.withdrawConsent(tx, caller, { ...about, channel, at, keys, tag, reason })
  })
  if (channel === 'sms') await deps.nothingLeaves(accountId, number, about)
  return 'withdrawn'
}

async function object(
  deps: PreferencesDeps,
  caller: Caller,
  { number, keys }: Known,
  said: { scope: 'marketing' | 'all'; reason: 'objection' | 'erasure' },
): Promise<Acted> {
  const { accountId } = caller
  await deps.database.inAccount(accountId, (tx) =>
    deps.consent.recordStop(tx, caller, {
      tag: deps.vault.suppressionTag(accountId, number),
      keys,
      ...said,
      origin: 'person_page',
      at: deps.clock.now(),
    }),
  )
  await deps.nothingLeaves(accountId, number, { scope: said.scope })
  return 'objected'
}

/** The same request twice while the first waits is one. Who asks to be erased also says stop. */
async function ask(
  deps: PreferencesDeps,
  caller: Caller,
  { link, known, kind }: { link: PageLink; known: Known; kind: RequestKind },
): Promise<Acted> {
  const { accountId, subjectId, contactId } = link
  if (kind === 'erasure') {
    await object(deps, caller, known, { scope: 'marketing', reason: 'erasure' })
  }
  await deps.database.inAccount(accountId, async (tx) => {
    const open = await requestsOfSubject(tx, accountId, subjectId)
    if (open.some((one) => one.kind === kind && one.answeredAt === null)) return
    const askedAt = deps.clock.now()
    const id = deps.makeId()
    const dueAt = monthsLater(askedAt, 1)
    await insertRequest(tx, accountId, { id, subjectId, contactId, kind, askedAt, dueAt })
  })
  return kind
}
