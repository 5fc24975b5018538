// The gate when a message is sent: rechecks a slice's people in one statement per account.
import type { ConsentGate, GateFact } from '../../consent/index.ts'
import type { ContactStanding, Contacts } from '../../contacts/index.ts'
import {
  type AccountId,
  BugError,
  type CampaignId,
  type Instant,
  type SubjectId,
} from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import { hasKey, type Vault } from '../../vault/index.ts'
import { bodyPlace, decodeForHandset, isUnderTerms, type MessageBody } from '../message-body.ts'
import { takePace } from '../pace.ts'
import type { OutgoingRoute, Routes } from '../ports.ts'
import type { Refusal } from '../refusals.ts'
import { campaignsNow, keepPace, lockPace } from '../store/campaign-store.ts'
import { type NumberMarks, numberMarks } from '../store/person-store.ts'
import type { QueuedMessage } from '../store/queue-store.ts'
import { type LeavingMessage, readLeaving } from '../store/store.ts'
import type { Cut, Terms } from '../terms.ts'
import { askParents, groupsOf, isMinor, spokenKey, Windows } from './assess-people.ts'
import { countryFacts } from './country-facts.ts'
import { decideLeaving } from './gate.ts'
import { type LeavingFacts, standingOf } from './gate-facts.ts'
import { isItsOwn, openThoseThatOpen, type SetAside } from './set-aside.ts'
import { type TermsMemory, termsOfMessages } from './terms-memory.ts'

export type Leaving = {
  queued: QueuedMessage
  body: MessageBody
  sender: string
  /** As its parts were counted; null: as the route cuts now. */
  cut: Cut | null
  isMarketing: boolean
  checks: string
  /** No receipt of a handset may come after this instant; null: no bound. */
  validUntil: Instant | null
  numberTag: Buffer
  /** The span of its campaign's pace in which it has taken its share just now. */
  paceSpan?: number
}

export type SliceVerdict = {
  leave: Leaving[]
  refuse: { queued: QueuedMessage; refusal: Refusal }[]
  /** `aheadMs`: by the hour of a clock that its account may set; null: by nothing that moves. */
  hold: { queued: QueuedMessage; hold: string; until: Instant; aheadMs: number | null }[]
  setAside: SetAside[]
}

export type LeaveDeps = {
  database: Database
  vault: Vault
  consent: Pick<ConsentGate, 'authorisedAmong' | 'gateFacts' | 'suppressionsKnown'>
  contacts: Pick<Contacts, 'restrictedAmong' | 'standingOf'>
  routes: Pick<Routes, 'hoursAheadMs' | 'isBarred' | 'isSuspended' | 'senderVerdict'>
}

type SliceInput = {
  route: OutgoingRoute
  slice: readonly QueuedMessage[]
  at: Instant
  terms: TermsMemory
}

/** One account's keys, rows or values hold up no other's; a database that is away holds up all. */
export async function gateSlice(deps: LeaveDeps, input: SliceInput): Promise<SliceVerdict> {
  const byAccount = new Map<AccountId, QueuedMessage[]>()
  for (const queued of input.slice) {
    const group = byAccount.get(queued.accountId)
    if (group === undefined) byAccount.set(queued.accountId, [queued])
    else group.push(queued)
  }
  const verdict: SliceVerdict = { leave: [], refuse: [], hold: [], setAside: [] }
  for (const [accountId, claimed] of byAccount) {
    const undo = undoOf(verdict)
    const work = (tx: Tx) => gateAccount(deps, tx, verdict, { accountId, claimed, input })
    try {
      await deps.database.inAccount(accountId, work, { byIndex: true })
    } catch (error) {
      if (!isItsOwn(error)) throw error
      undo()
      for (const queued of claimed) verdict.setAside.push({ queued, error })
    }
  }
  return verdict
}

/** Takes back what was said of an account before its transaction failed. */
function undoOf(verdict: SliceVerdict): () => void {
  const { leave, refuse, hold, setAside } = verdict
  const lengths = [leave.length, refuse.length, hold.length, setAside.length] as const
  return () => {
    const now = [verdict.leave, verdict.refuse, verdict.hold, verdict.setAside] as const
    for (const [index, list] of now.entries()) list.length = lengths[index] ?? 0
  }
}

async function gateAccount(
  deps: LeaveDeps,
  tx: Tx,
  verdict: SliceVerdict,
  account: {
    accountId: AccountId
    claimed: readonly QueuedMessage[]
    input: SliceInput
  },
): Promise<void> {
  const { accountId, claimed, input } = account
  const { at, route, terms } = input
  const [isSuspended, isBarred, { group, paced }] = await Promise.all([
    deps.routes.isSuspended(tx, accountId),
    deps.routes.isBarred(tx, accountId, { id: route.supplierId, at }),
    withoutHeld(tx, verdict, { accountId, claimed, at }),
  ])
  if (isSuspended || isBarred) {
    const hold = isSuspended ? 'account_suspended' : 'supplier_barred'
    for (const queued of group) {
      verdict.hold.push({ queued, hold, until: at + suspendedHoldMs, aheadMs: null })
    }
    return
  }
  const first = verdict.leave.length
  const opened = await openGroup(deps, tx, { accountId, group, terms })
  const truths = await truthsOf(deps, tx, { accountId, opened: opened.whole, route, at })
  for (const queued of opened.gone) verdict.refuse.push({ queued, refusal: 'number_suppressed' })
  for (const queued of opened.altered) verdict.refuse.push({ queued, refusal: 'record_altered' })
  for (const one of opened.shut) verdict.setAside.push(one)
  for (const [index, one] of opened.whole.entries()) {
    judge(verdict, one, truths.facts[index] ?? nothing, {
      at,
      route,
      isReviewed: isMarked(truths.marks.reviewed, one),
      isDead: isMarked(truths.marks.dead, one),
      windows: truths.windows,
      aheadMs: truths.aheadMs,
      standing: truths.standing.get(one.message.subjectId) ?? contactGone,
      isSpokenFor:
        truths.spokenFor.size > 0 &&
        truths.spokenFor.has(spokenKey(one.terms, one.message.subjectId)),
      isRestricted: truths.restricted.has(one.message.subjectId),
      sender: truths.senders.get(senderKey(one)) ?? 'unknown',
    })
  }
  await atTheirPace(tx, verdict, { accountId, paced, first, at })
}

const isMarked = (tags: ReadonlySet<string>, { message }: Opened): boolean =>
  tags.size > 0 && tags.has(message.numberTag.toString('hex'))

/** How long what waits of such an account is left alone; let go, it does not wait for that. */
const suspendedHoldMs = 60 * 60_000

/** What was claimed as somebody paused its campaign goes back, and waits there. */
async function withoutHeld(
  tx: Tx,
  verdict: SliceVerdict,
  input: { accountId: AccountId; claimed: readonly QueuedMessage[]; at: Instant },
): Promise<{ group: readonly QueuedMessage[]; paced: ReadonlySet<CampaignId> }> {
  const { accountId, claimed, at } = input
  const ids = claimed.flatMap(({ campaignId }) => (campaignId === null ? [] : [campaignId]))
  const { held, paced } = await campaignsNow(tx, accountId, new Set(ids))
  if (held.size === 0) return { group: claimed, paced }
  const isHeld = ({ campaignId }: QueuedMessage) => campaignId !== null && held.has(campaignId)
  for (const queued of claimed.filter(isHeld)) {
    verdict.hold.push({ queued, hold: 'campaign_paused', until: at, aheadMs: null })
  }
  return { group: claimed.filter((queued) => !isHeld(queued)), paced }
}

/** Of campaigns with a pace by the hour, what is beyond it gets its slot and goes back. */
async function atTheirPace(
  tx: Tx,
  verdict: SliceVerdict,
  input: {
    accountId: AccountId
    paced: ReadonlySet<CampaignId>
    /** Where this account's share of `verdict.leave` begins. */
    first: number
    at: Instant
  },
): Promise<void> {
  const { accountId, at } = input
  // In one order for all, so that two slices wait for each other and never in a ring.
  for (const campaignId of [...input.paced].sort()) {
    // What has begun has had its share.
    const isOfIt = ({ queued }: Leaving, index: number) =>
      index >= input.first && queued.campaignId === campaignId && queued.partsDone === 0
    const count = verdict.leave.filter(isOfIt).length
    const held = count === 0 ? null : await lockPace(tx, accountId, campaignId)
    if (held === null) continue
    const taken = takePace(held, { at, count })
    await keepPace(tx, accountId, campaignId, taken.pace)
    let place = 0
    verdict.leave = verdict.leave.filter((one, index) => {
      if (!isOfIt(one, index)) return true
      const slot = taken.slots[place - taken.now]
      place += 1
      if (slot === undefined) {
        one.paceSpan = taken.pace.span
        return true
      }
      verdict.hold.push({ queued: one.queued, hold: 'campaign_paced', until: slot, aheadMs: null })
      return false
    })
  }
}

type Opened = { queued: QueuedMessage; message: LeavingMessage; body: MessageBody; terms: Terms }
type Truth = Omit<GateFact, 'consent'> & { consent: GateFact['consent'] | null }
const nothing: Truth = { consent: null, suppression: null, isUnknown: false }

async function openGroup(
  deps: LeaveDeps,
  tx: Tx,
  input: { accountId: AccountId; group: readonly QueuedMessage[]; terms: TermsMemory },
): Promise<{
  whole: Opened[]
  gone: QueuedMessage[]
  altered: QueuedMessage[]
  shut: SetAside[]
}> {
  const { accountId, group } = input
  const ids = group.map((queued) => queued.messageId)
  const messages = await readLeaving(tx, accountId, ids)
  const known = [...messages.values()]
  const termsById = await termsOfMessages(tx, accountId, known, input.terms)
  const subjectIds = [...new Set(known.map((message) => message.subjectId))]
  const failed = new Map<SubjectId, unknown>()
  const keys = await openThoseThatOpen(deps, tx, accountId, { ids: subjectIds, failed })
  const whole: Opened[] = []
  const gone: QueuedMessage[] = []
  const altered: QueuedMessage[] = []
  const shut: SetAside[] = []
  for (const queued of group) {
    const message = messages.get(queued.messageId)
    const subjectKeys = message === undefined ? undefined : keys.get(message.subjectId)
    const terms = message === undefined ? undefined : termsById.get(message.termsId)
    if (failed.size > 0 && message !== undefined && failed.has(message.subjectId)) {
      shut.push({ queued, error: failed.get(message.subjectId) })
      continue
    }
    if (!message?.bodySealed || !subjectKeys || !hasKey(subjectKeys.contactKey)) {
      // The person was erased while the message waited.
      gone.push(queued)
      continue
    }
    if (terms === undefined) {
      shut.push({ queued, error: new BugError('the terms of a message are not there') })
      continue
    }
    const place = bodyPlace('sending.message', message.id)
    try {
      const body = deps.vault.openMessage(subjectKeys, accountId, place, message.bodySealed)
      if (!isUnderTerms(body, terms)) {
        altered.push(queued)
        continue
      }
      whole.push({ queued, message, terms, body: decodeForHandset(body) })
    } catch (error) {
      shut.push({ queued, error })
    }
  }
  return { whole, gone, altered, shut }
}

type Truths = {
  facts: Truth[]
  marks: NumberMarks
  standing: Map<SubjectId, ContactStanding>
  /** By `spokenKey`: minors for whom a parent's word counts. */
  spokenFor: ReadonlySet<string>
  senders: Map<string, SenderVerdict>
  restricted: ReadonlySet<SubjectId>
  windows: Windows
  aheadMs: number
}
type SenderVerdict = Awaited<ReturnType<Routes['senderVerdict']>>

const senderKey = ({ terms, message }: Opened) =>
  `${message.country} ${terms.class} ${terms.sender}`

const isSameSender = (a: Opened, b: Opened): boolean =>
  a.terms === b.terms && a.message.country === b.message.country

/** A sender that was refused, or whose proof ran out, while messages under it waited. */
async function askSenders(
  deps: Pick<LeaveDeps, 'routes'>,
  tx: Tx,
  input: { accountId: AccountId; opened: readonly Opened[]; at: Instant },
): Promise<Map<string, SenderVerdict>> {
  const { accountId, opened, at } = input
  const verdicts = new Map<string, SenderVerdict>()
  let last: Opened | null = null
  for (const one of opened) {
    if (last !== null && isSameSender(one, last)) continue
    last = one
    const key = senderKey(one)
    if (verdicts.has(key)) continue
    const { class: sendClass, sender } = one.terms
    const wish = { country: one.message.country, class: sendClass, sender, at }
    verdicts.set(key, await deps.routes.senderVerdict(tx, accountId, wish))
  }
  return verdicts
}

/** Nobody's word is left that this person may be written to. */
const contactGone: ContactStanding = {
  inQuarantine: true,
  hasDeclined: false,
  birthDate: null,
}

/** Consent for marketing, objections for all: one statement for all who share a purpose. */
async function truthsOf(
  deps: LeaveDeps,
  tx: Tx,
  input: {
    accountId: AccountId
    opened: readonly Opened[]
    route: OutgoingRoute
    at: Instant
  },
): Promise<Truths> {
  const { accountId, opened, at } = input
  const facts: Truth[] = opened.map(() => nothing)
  const groups = groupsOf(opened, ({ terms }) => terms)
  const marketing = opened.filter(({ terms }) => terms.class === 'marketing')
  const numberTags = marketing.map(({ message }) => message.numberTag)
  const subjectIds = [...new Set(marketing.map(({ message }) => message.subjectId))]
  // What a live account sends is never asked about: its hours are the real ones.
  const mayBeMoved = input.route.isSandbox && marketing.length > 0
  const everybody = [...new Set(opened.map(({ message }) => message.subjectId))]
  const [marks, standing, senders, restricted, aheadMs] = await Promise.all([
    numberMarks(tx, accountId, numberTags),
    deps.contacts.standingOf(tx, accountId, subjectIds),
    askSenders(deps, tx, input),
    deps.contacts.restrictedAmong(tx, accountId, everybody),
    mayBeMoved ? deps.routes.hoursAheadMs(tx, accountId) : 0,
    ...groups.map(async (indexes) => {
      const members = indexes.map((index) => opened[index] as Opened)
      const answers = await ask(deps, tx, accountId, { members, at })
      for (const [place, index] of indexes.entries()) facts[index] = answers[place] ?? nothing
    }),
  ])
  const minors = marketing.flatMap(({ message, terms }) => {
    const { subjectId, country } = message
    const birthDate = standing.get(subjectId)?.birthDate ?? null
    return isMinor(birthDate, country, at) === true ? [{ ...terms, accountId, subjectId }] : []
  })
  const spokenFor = await askParents(deps, tx, minors, at)
  const windows = new Windows(aheadMs)
  return { facts, marks, standing, spokenFor, senders, restricted, windows, aheadMs }
}

async function ask(
  deps: LeaveDeps,
  tx: Tx,
  accountId: AccountId,
  input: { members: readonly Opened[]; at: Instant },
): Promise<Truth[]> {
  const { members, at } = input
  const terms = members[0]?.terms
  if (terms === undefined) return []
  const tags = members.map(({ body }) => deps.vault.suppressionTag(accountId, body.number))
  if (terms.class === 'marketing') {
    const subjects = members.map(({ message }) => message.subjectId)
    return deps.consent.gateFacts(
      tx,
      accountId,
      { subjects, tags },
      { controllerId: terms.controllerId, channel: 'sms', purpose: terms.purpose ?? '', at },
    )
  }
  const { scopes, unknown } = await deps.consent.suppressionsKnown(tx, accountId, tags)
  return scopes.map((suppression, place) => {
    return { consent: null, suppression, isUnknown: unknown.has(place) }
  })
}

function judge(
  verdict: SliceVerdict,
  one: Opened,
  truth: Truth,
  now: {
    at: Instant
    route: OutgoingRoute
    isReviewed: boolean
    isDead: boolean
    standing: ContactStanding
    isSpokenFor: boolean
    isRestricted: boolean
    sender: SenderVerdict
    windows: Windows
    aheadMs: number
  },
): void {
  const { queued, message, terms } = one
  const isMarketing = terms.class === 'marketing'
  const window = isMarketing ? now.windows.of(message, now.route, now.at) : null
  const country = countryFacts(message.country)
  const facts: LeavingFacts = {
    text: {
      class: terms.class,
      basis: terms.basis,
      sender: now.sender,
      route: standingOf(now.route),
    },
    person: {
      rulesReviewed: country.rulesReviewed,
      proofRankMin: country.proofRankMin,
      otherLegalBases: country.otherLegalBases,
      suppression: truth.suppression,
      objectionsUnknown: truth.isUnknown,
      consent: truth.consent,
      inQuarantine: isMarketing && now.standing.inQuarantine,
      hasDeclined: isMarketing && now.standing.hasDeclined,
      isRestricted: now.isRestricted,
      isMinor: !now.isSpokenFor && isMinor(now.standing.birthDate, message.country, now.at),
      numberDead: now.isDead,
      replyUnderReview: now.isReviewed,
    },
    moment: {
      at: now.at,
      notBefore: message.notBefore,
      usefulUntil: message.usefulUntil,
      opensAt: window?.opensAt ?? null,
    },
  }
  const { verdict: answer, checks } = decideLeaving(facts)
  switch (answer.kind) {
    case 'allowed':
      verdict.leave.push(leavingOf(one, checks, window?.closesAt ?? null))
      return
    case 'held': {
      const { hold, until } = answer
      const isByClock = hold === 'outside_hours' && now.route.isSandbox
      verdict.hold.push({ queued, hold, until, aheadMs: isByClock ? now.aheadMs : null })
      return
    }
    case 'refused':
      verdict.refuse.push({ queued, refusal: answer.refusal })
  }
}

function leavingOf(one: Opened, checks: string, closesAt: Instant | null): Leaving {
  const { queued, message, terms, body } = one
  return {
    queued,
    body,
    sender: terms.sender,
    cut: terms.cut,
    isMarketing: terms.class === 'marketing',
    checks,
    validUntil: earlier(message.usefulUntil, closesAt),
    numberTag: message.numberTag,
  }
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
