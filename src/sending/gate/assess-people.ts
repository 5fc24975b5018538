// Judges orders for many people at once: what each would get, and whether it may leave.
import { type ConsentGate, type GateFact, whatStands } from '../../consent/index.ts'
import type { ContactFields } from '../../contacts/index.ts'
import { type CountryCode, comesOfAge, marketingWindow } from '../../countries/index.ts'
import {
  type AccountId,
  assert,
  type ContactId,
  type E164,
  type EntryId,
  type Instant,
  type SubjectId,
  type WordingId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { SubjectKeys, Vault } from '../../vault/index.ts'
import { type OffendingCharacter, planSegments } from '../../wire/index.ts'
import { render } from '../contract-template.ts'
import type { OutgoingRoute, Prices, Routes } from '../ports.ts'
import { type NumberMarks, noMarks, numberMarks, recentMarketing } from '../store/person-store.ts'
import { countryFacts } from './country-facts.ts'
import { decide, type GateResult } from './gate.ts'
import type { GateFacts } from './gate-facts.ts'
import { notBeforeOf } from './not-before.ts'
import {
  type CountryPlan,
  type Plans,
  planCountry,
  type SendOrder,
  type Suppressed,
  textFactsOf,
} from './send-order.ts'

export type Person = {
  contactId: ContactId | null
  subjectId: SubjectId
  keys: SubjectKeys
  numberTag: Buffer
  number: E164
  /** The number can get an SMS from here. */
  numberUsable: boolean
  country: CountryCode
  territory: CountryCode
  zone: string
  postcodeArea: string | null
  inQuarantine: boolean
  hasDeclined: boolean
  isRestricted: boolean
  fields: ContactFields
}

/** The hours of the person's place; `opensAt` is null while they are open. */
export type Window = { opensAt: Instant | null; closesAt: Instant | null }

export type Assessed = {
  person: Person
  plan: CountryPlan
  text: string
  encoding: 'gsm7' | 'ucs2'
  segments: number
  offending: readonly OffendingCharacter[]
  gate: GateResult
  consentEntryId: EntryId | null
  wordingId: WordingId | null
  microEur: number
  /** Null for an alert, which has no hours. */
  window: Window | null
  /** Receipts say that the number no longer works; asked of marketing and of campaigns. */
  isDead: boolean
}

export type AssessDeps = {
  consent: Pick<ConsentGate, 'authorisedAmong' | 'gateFacts' | 'suppressionsKnown'>
  vault: Pick<Vault, 'suppressionTag' | 'installationTag'>
  routes: Routes
  prices: Prices
}

/** One order for one person. */
export type Case = { order: SendOrder; person: Person }

const dayMs = 86_400_000

export async function assessPeople(
  deps: AssessDeps,
  tx: Tx,
  input: { cases: readonly Case[]; at: Instant; plans: Plans },
): Promise<Assessed[]> {
  const { cases, at, plans } = input
  // Gather.
  for (const { order, person } of cases) {
    if (plans.of(order, person.country) !== null) continue
    plans.keep(order, await planCountry(deps, tx, { order, country: person.country, at, plans }))
  }
  const marketing = cases.filter(({ order }) => order.class === 'marketing')
  const accountId = marketing[0]?.order.accountId
  const marked = cases.filter(({ order }) => order.class === 'marketing' || order.isSegment)
  const [truths, past, marks, spokenFor, aheadMs] = await Promise.all([
    truthsOf(deps, tx, cases, { at, plans }),
    pastOf(tx, marketing, { at, plans }),
    marksOf(tx, marked),
    spokenForAmong(deps, tx, marketing, at),
    accountId === undefined ? 0 : deps.routes.hoursAheadMs(tx, accountId),
  ])

  // Decide. What this very batch lets through counts against the cap of those after it.
  const justAllowed = new Map<SubjectId, number>()
  const windows = new Windows(aheadMs)
  return cases.map(({ order, person }, index) => {
    const plan = plans.of(order, person.country)
    assert(plan !== null, 'each case has its plan')
    const { subjectId } = person
    const allowed = justAllowed.get(subjectId) ?? 0
    const assessed = assessOne({
      order,
      person,
      plan,
      at,
      windows,
      truth: truths[index] ?? nothingKnown,
      recent: (past.get(subjectId) ?? 0) + allowed,
      isReviewed: has(marks.reviewed, person),
      isDead: has(marks.dead, person),
      isSpokenFor: spokenFor.size > 0 && spokenFor.has(spokenKey(order, subjectId)),
    })
    if (order.class === 'marketing' && assessed.gate.verdict.kind !== 'refused') {
      justAllowed.set(subjectId, allowed + 1)
    }
    return assessed
  })
}

/** Mostly there is nobody: then no tag is written out. */
const has = (tags: ReadonlySet<string>, { numberTag }: Pick<Person, 'numberTag'>): boolean =>
  tags.size > 0 && tags.has(numberTag.toString('hex'))

type Spoken = Pick<SendOrder, 'controllerId' | 'purpose'>
export const spokenKey = ({ controllerId, purpose }: Spoken, subjectId: SubjectId): string =>
  `${controllerId} ${purpose ?? ''} ${subjectId}`

/** Asked only where somebody is known to be a minor: most batches have none. */
async function spokenForAmong(
  deps: AssessDeps,
  tx: Tx,
  cases: readonly Case[],
  at: Instant,
): Promise<ReadonlySet<string>> {
  const minors = cases.filter(
    ({ person }) => isMinor(person.fields.birthDate ?? null, person.country, at) === true,
  )
  return askParents(
    deps,
    tx,
    minors.map(({ order, person }) => ({ ...order, subjectId: person.subjectId })),
    at,
  )
}

type Minor = Spoken & Pick<SendOrder, 'accountId'> & { subjectId: SubjectId }

/** By `spokenKey`: for whom a parent's word counts. */
export async function askParents(
  { consent }: Pick<AssessDeps, 'consent'>,
  tx: Tx,
  minors: readonly Minor[],
  at: Instant,
): Promise<ReadonlySet<string>> {
  const spokenFor = new Set<string>()
  const groups = new Map<string, Minor[]>()
  for (const one of minors) {
    const key = spokenKey(one, '' as SubjectId)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined) continue
    const { accountId, controllerId, purpose } = first
    const subjects = group.map(({ subjectId }) => subjectId)
    const question = { subjects, controllerId, purpose: purpose ?? '', at }
    for (const subjectId of await consent.authorisedAmong(tx, accountId, question)) {
      spokenFor.add(spokenKey(first, subjectId))
    }
  }
  return spokenFor
}

/** What was sent to these people before. */
async function pastOf(
  tx: Tx,
  cases: readonly Case[],
  input: { at: Instant; plans: Plans },
): Promise<Map<SubjectId, number>> {
  const accountId = cases[0]?.order.accountId
  if (accountId === undefined) return new Map()
  // Once each: a person named twice would be counted twice.
  const subjects = [...new Set(cases.map(({ person }) => person.subjectId))]
  let days = 0
  for (const { order, person } of cases) {
    days = Math.max(days, input.plans.of(order, person.country)?.frequencyCap?.days ?? 0)
  }
  return recentMarketing(tx, accountId, { subjects, since: input.at - days * dayMs })
}

async function marksOf(tx: Tx, cases: readonly Case[]): Promise<NumberMarks> {
  const accountId = cases[0]?.order.accountId
  if (accountId === undefined) return noMarks
  const tags = cases.map(({ person }) => person.numberTag)
  return numberMarks(tx, accountId, tags)
}

type Truth = Omit<GateFact, 'consent'> & { consent: GateFact['consent'] | null }
const nothingKnown: Truth = { consent: null, suppression: null, isUnknown: false }

/** One question for all who share controller and purpose: one statement for thousands. */
async function truthsOf(
  deps: AssessDeps,
  tx: Tx,
  cases: readonly Case[],
  { at, plans }: { at: Instant; plans: Plans },
): Promise<Truth[]> {
  const truths: Truth[] = cases.map(() => nothingKnown)
  const groups = groupsOf(cases, ({ order }) => order)
  const asked = groups.map(async (indexes) => {
    const members = indexes.map((index) => cases[index] as Case)
    const answers = await askConsent(deps, tx, members, { at, plans })
    for (const [place, index] of indexes.entries()) truths[index] = answers[place] ?? nothingKnown
  })
  await Promise.all(asked)
  return truths
}

type Asked = Pick<SendOrder, 'class' | 'controllerId' | 'purpose'>

/** The places of those who are asked the same; hundreds in a row are of one order. */
export function groupsOf<T>(all: readonly T[], askedOf: (one: T) => Asked): number[][] {
  const groups = new Map<string, number[]>()
  let last: Asked | null = null
  let group: number[] = []
  for (let index = 0; index < all.length; index += 1) {
    const asked = askedOf(all[index] as T)
    if (asked !== last) {
      const key = `${asked.class} ${asked.controllerId} ${asked.purpose}`
      group = groups.get(key) ?? []
      groups.set(key, group)
      last = asked
    }
    group.push(index)
  }
  return [...groups.values()]
}

async function askConsent(
  deps: AssessDeps,
  tx: Tx,
  cases: readonly Case[],
  { at, plans }: { at: Instant; plans: Plans },
): Promise<Truth[]> {
  const order = cases[0]?.order
  if (order === undefined) return []
  const { accountId } = order
  if (order.class === 'marketing') {
    const tags = cases.map(({ person }) => deps.vault.suppressionTag(accountId, person.number))
    const subjects = cases.map(({ person }) => person.subjectId)
    return deps.consent.gateFacts(
      tx,
      accountId,
      { subjects, tags },
      { controllerId: order.controllerId, channel: 'sms', purpose: order.purpose ?? '', at },
    )
  }
  const { suppressed } = plans
  const numbers = cases.map(({ person }) => person.number)
  const others = numbers.filter((number) => !suppressed.has(number))
  const more = await suppressedAmong(deps, tx, { accountId, numbers: others })
  return numbers.map((number) => {
    const said = suppressed.get(number) ?? more.get(number)
    return { consent: null, suppression: said?.scope ?? null, isUnknown: said?.isUnknown === true }
  })
}

/** Whether and how far each of these numbers is suppressed. */
async function suppressedAmong(
  deps: { consent: Pick<ConsentGate, 'suppressionsKnown'>; vault: Pick<Vault, 'suppressionTag'> },
  tx: Tx,
  { accountId, numbers }: { accountId: AccountId; numbers: readonly E164[] },
): Promise<Suppressed> {
  if (numbers.length === 0) return new Map()
  const tags = numbers.map((number) => deps.vault.suppressionTag(accountId, number))
  const { scopes, unknown } = await deps.consent.suppressionsKnown(tx, accountId, tags)
  return new Map(
    numbers.map((number, place) => {
      return [number, { scope: scopes[place] ?? null, isUnknown: unknown.has(place) }]
    }),
  )
}

/** What is suppressed of the numbers of alerts, so that judging them need not wait for it. */
export async function askSuppressed(
  deps: Parameters<typeof suppressedAmong>[0],
  tx: Tx,
  asked: { accountId: AccountId; numbers: readonly E164[]; plans: Plans },
): Promise<void> {
  const found = await suppressedAmong(deps, tx, asked)
  for (const [number, said] of found) asked.plans.suppressed.set(number, said)
}

type One = {
  order: SendOrder
  person: Person
  plan: CountryPlan
  at: Instant
  windows: Windows
  truth: Truth
  recent: number
  isReviewed: boolean
  isDead: boolean
  /** A parent has authorised this entity to write to them for this purpose. */
  isSpokenFor: boolean
}

function assessOne(one: One): Assessed {
  const { order, person, plan, at, truth } = one
  const { text, fieldEmpty } = render(plan.pieces, {
    first_name: person.fields.firstName,
    last_name: person.fields.lastName,
    custom: person.fields.custom,
  })
  const cut = planSegments(text, plan.route?.concatenation ?? 'udh8', plan.route?.shiftTables)
  // Judged at the instant at which it could leave at the earliest.
  const notBefore = notBeforeOf(order, person)
  const earliest = Math.max(notBefore ?? at, at)
  const window = order.class === 'marketing' ? one.windows.of(person, plan.route, earliest) : null
  const country = countryFacts(person.country)
  const facts: GateFacts = {
    text: textFactsOf(order, plan, text),
    person: {
      numberUsable: person.numberUsable,
      rulesReviewed: country.rulesReviewed,
      proofRankMin: country.proofRankMin,
      otherLegalBases: country.otherLegalBases,
      suppression: truth.suppression,
      objectionsUnknown: truth.isUnknown,
      consent: truth.consent,
      inQuarantine: person.inQuarantine,
      hasDeclined: person.hasDeclined,
      isRestricted: person.isRestricted,
      isMinor: !one.isSpokenFor && isMinor(person.fields.birthDate ?? null, person.country, at),
      numberDead: one.isDead,
      replyUnderReview: one.isReviewed,
      mergeFieldEmpty: fieldEmpty,
      segments: cut.segments,
      recentMarketing: one.recent,
      frequencyCap: plan.frequencyCap?.count ?? null,
    },
    moment: {
      at,
      notBefore,
      usefulUntil: order.usefulUntil,
      opensAt: window?.opensAt ?? null,
    },
  }
  // What a message waits under is kept too: it leaves under it, or does not leave.
  const { consent } = truth
  const given = consent === null ? null : whatStands(consent)
  return {
    person,
    plan,
    text,
    encoding: cut.encoding,
    segments: cut.segments,
    offending: cut.offendingCharacters,
    gate: decide(facts),
    consentEntryId: given?.entryId ?? null,
    wordingId: given?.wordingId ?? null,
    microEur: cut.segments * plan.microEurPerSegment,
    window,
    isDead: one.isDead,
  }
}

/** The marketing hours of a place at an instant, narrowed by the route. */
type Place = { territory: CountryCode; postcodeArea: string | null }

export function windowOf(
  place: Place,
  route: Pick<OutgoingRoute, 'hours'> | null,
  at: Instant,
): Window {
  const answer = marketingWindow(place.territory, at, {
    postcode: place.postcodeArea,
    route: route?.hours ?? null,
  })
  // Hours that never meet (a route's and the law's) never open: held, and asked again a day later.
  const opensAt = answer.open ? null : (answer.opensAt ?? at + 86_400_000)
  return { opensAt, closesAt: answer.closesAt }
}

/** The windows of one account's batch: few places, asked for thousands of people. */
export class Windows {
  /** The hour that is judged is so much ahead of the real one; only a sandbox's is. */
  readonly #aheadMs: number
  readonly #known = new Map<string, Window>()
  /** Of the one before: a list is often of one place. */
  #last: { place: Place; route: OutgoingRoute | null; at: Instant; window: Window } | null = null

  constructor(aheadMs: number) {
    this.#aheadMs = aheadMs
  }

  of(place: Place, route: OutgoingRoute | null, at: Instant): Window {
    const last = this.#last
    const isSame =
      last !== null &&
      last.at === at &&
      last.route === route &&
      last.place.territory === place.territory &&
      last.place.postcodeArea === place.postcodeArea
    if (isSame) return last.window
    const window = this.#among(place, route, at)
    this.#last = { place, route, at, window }
    return window
  }

  #among(place: Place, route: OutgoingRoute | null, at: Instant): Window {
    const key = `${place.territory} ${place.postcodeArea ?? ''} ${at} ${route?.id ?? ''}`
    let window = this.#known.get(key)
    if (window === undefined) {
      window = this.#real(windowOf(place, route, at + this.#aheadMs))
      this.#known.set(key, window)
    }
    return window
  }

  /** What it says of the moved clock, in instants of the real one. */
  #real(window: Window): Window {
    if (this.#aheadMs === 0) return window
    const back = (at: Instant | null) => (at === null ? null : at - this.#aheadMs)
    return { opensAt: back(window.opensAt), closesAt: back(window.closesAt) }
  }
}

/** Null when the birth date is not known, or the country's age of consent is not. */
export function isMinor(
  birthDate: string | null,
  country: CountryCode,
  at: Instant,
): boolean | null {
  const from = comesOfAge(birthDate, country)
  return from === null ? null : at < from
}
