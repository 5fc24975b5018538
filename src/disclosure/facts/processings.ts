// What an account does with people's data, one processing for each purpose: from what it uses.
import type { OtherLegalBasis } from '../../consent/index.ts'
import type { Instant, Language } from '../../kernel/index.ts'
import type { SensitiveCategory } from '../../sensitive/index.ts'
import { purposeWord, registerWords } from '../../words/index.ts'
import { type AccountFacts, declaredOf } from './account-facts.ts'

export const processingKinds = [
  'marketing',
  'alerts',
  'contacts',
  'replies',
  'sensitive',
  'rights',
  'users',
] as const
export type ProcessingKind = (typeof processingKinds)[number]
export type LegalBasisCode = keyof (typeof registerWords)['en']['register']['bases']
export type AlertBasisCode = keyof (typeof registerWords)['en']['register']['alertBases']

export type Processing = {
  kind: ProcessingKind
  /** A purpose, the legal basis of an alert, or a category of sensitive data. */
  detail: string | null
  /** Names it in the register: `marketing:offers`. */
  place: string
  bases: readonly LegalBasisCode[]
  since: Instant | null
  /** The newest campaign that uses it; null: none was approved. */
  campaign: string | null
}

const placeOf = (kind: ProcessingKind, detail: string | null) =>
  detail === null ? kind : `${kind}:${detail}`

export function processingsOf(facts: AccountFacts): Processing[] {
  return [
    ...marketing(facts),
    ...alerts(facts),
    ...(facts.found.hasContacts || facts.forms.length > 0
      ? [plain('contacts', [], facts.account.createdAt)]
      : []),
    ...(facts.hasReplies ? [plain('replies', [], null)] : []),
    ...sensitive(facts),
    plain('rights', ['legal_obligation'], facts.account.createdAt),
    plain('users', [], facts.account.createdAt),
  ]
}

function plain(
  kind: ProcessingKind,
  bases: readonly LegalBasisCode[],
  since: Instant | null,
): Processing {
  return { kind, detail: null, place: kind, bases, since, campaign: null }
}

const earliest = (instants: readonly (Instant | null)[]): Instant | null => {
  const known = instants.filter((at) => at !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** Purposes that people are asked for, that messages had, and that campaigns have. */
function marketing({ wordings, sent, campaigns, otherBases }: AccountFacts): Processing[] {
  const ofSent = sent.filter((use) => use.class === 'marketing')
  const ofCampaigns = campaigns.filter((use) => use.class === 'marketing')
  const purposes = new Set([
    ...wordings.flatMap((wording) => wording.purposes),
    ...[...ofSent, ...ofCampaigns].flatMap(({ purpose }) => purpose ?? []),
  ])
  return [...purposes].sort().map((purpose) => ({
    kind: 'marketing',
    detail: purpose,
    place: placeOf('marketing', purpose),
    bases: ['consent', ...(otherBases satisfies readonly OtherLegalBasis[])],
    since: earliest([
      ...wordings.filter((one) => one.purposes.includes(purpose)).map((one) => one.publishedAt),
      ...ofSent.filter((one) => one.purpose === purpose).map((one) => one.firstAt),
    ]),
    campaign: ofCampaigns.find((one) => one.purpose === purpose)?.name ?? null,
  }))
}

function alerts({ sent, campaigns }: AccountFacts): Processing[] {
  const ofSent = sent.filter((use) => use.class === 'alert')
  const ofCampaigns = campaigns.filter((use) => use.class === 'alert')
  const bases = new Set([...ofSent, ...ofCampaigns].flatMap(({ basis }) => basis ?? []))
  return [...bases].sort().map((basis) => ({
    kind: 'alerts',
    detail: basis,
    place: placeOf('alerts', basis),
    bases: [basis as LegalBasisCode],
    since: earliest(ofSent.filter((one) => one.basis === basis).map((one) => one.firstAt)),
    campaign: ofCampaigns.find((one) => one.basis === basis)?.name ?? null,
  }))
}

function sensitive(facts: AccountFacts): Processing[] {
  const categories = new Set(facts.sensitive.map(({ category }) => category))
  return [...categories].sort().map((category) => ({
    ...plain('sensitive', [], null),
    detail: category,
    place: placeOf('sensitive', category),
  }))
}

/** The purpose of marketing as the account declared it, else as people say it. */
export function purposeName(
  facts: Pick<AccountFacts, 'declared'>,
  { place, detail }: Processing,
  language: Language,
): string {
  return declaredOf(facts, place, 'name')?.value ?? purposeWord(language, detail ?? '')
}

/** What the register calls it while nobody has declared another name. */
export function nameOf(
  { kind, detail }: Pick<Processing, 'kind' | 'detail'>,
  language: Language,
): string {
  const words = registerWords[language]
  const details: Partial<Record<ProcessingKind, () => string>> = {
    marketing: () => purposeWord(language, detail ?? ''),
    alerts: () => words.register.alertBases[detail as AlertBasisCode] ?? detail ?? '',
    sensitive: () => words.categories[detail as SensitiveCategory],
  }
  return words.register.processings[kind].replace('{detail}', details[kind]?.() ?? '')
}

/**
 * What a place of the register is called, also where the register has it no more: as the account
 * declared it, else as the register called it. Null: no register ever had it.
 */
export function nameOfPlace(
  facts: Pick<AccountFacts, 'declared'>,
  place: string,
  language: Language,
): string | null {
  const [first = '', ...more] = place.split(':')
  const kind = processingKinds.find((one) => one === first)
  if (kind === undefined) return null
  const said = declaredOf(facts, place, 'name')
  const detail = more.length === 0 ? null : more.join(':')
  return said?.value ?? nameOf({ kind, detail }, language)
}

/** Of marketing, what a campaign uses and nobody has declared: what is it for? */
export function undeclared(facts: AccountFacts): Processing[] {
  return processingsOf(facts).filter(
    ({ kind, place, campaign }) =>
      kind === 'marketing' && campaign !== null && declaredOf(facts, place, 'about') === null,
  )
}

/** What no use tells: on which legal basis the account keeps its contacts, replies and users. */
export const asksForBasis = ({ kind }: Pick<Processing, 'kind'>): boolean =>
  kind === 'contacts' || kind === 'replies' || kind === 'users'

/** Those whose legal basis nobody has declared. */
export const withoutBasis = (facts: AccountFacts): Processing[] =>
  processingsOf(facts).filter(
    (one) => asksForBasis(one) && declaredOf(facts, one.place, 'basis') === null,
  )
