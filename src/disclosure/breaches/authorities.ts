// Until when, from which risk on, and to whom a breach is notified: dated, since the law changes.
import { lawOf } from '../../countries/index.ts'
import type { Instant } from '../../kernel/index.ts'
import {
  type BreachCountry,
  type BreachRisk,
  breachCountries,
  breachRisks,
} from '../contract-breaches.ts'
import { authorityList, type ListedAuthority } from './authority-list.ts'

export type Rule = {
  /** The breaches that become known from then on. */
  from: string
  hours: number
  /** The least risk of which the authority is told. */
  atRisk: BreachRisk
  /** The least risk of which people are told. */
  peopleAtRisk: BreachRisk
  /** The law asks for "as soon as possible": the hours are a recommendation. */
  isRecommended?: true
  source: string
}

/**
 * The last that had begun counts. Proposals that are not adopted (96 hours) are not here. It stands
 * for every country below that has none of its own: the United Kingdom kept it.
 */
const rules: readonly Rule[] = [
  {
    ...{ from: '2018-05-25T00:00:00Z', hours: 72, atRisk: 'risk', peopleAtRisk: 'high' },
    source: 'GDPR, articles 33(1) and 34(1)',
  },
]

const ofCountry: Readonly<Partial<Record<BreachCountry, readonly Rule[]>>> = {
  CH: [
    {
      ...{ from: '2023-09-01T00:00:00Z', hours: 72, atRisk: 'high', peopleAtRisk: 'high' },
      ...{ isRecommended: true, source: 'FADP, article 24(1) and (4)' },
    },
  ],
}

const rulesOf = (country: BreachCountry | null): readonly Rule[] =>
  (country === null ? undefined : ofCountry[country]) ?? rules

/** `site`: null where it is to be looked for by whoever notifies. */
export type Authority = Pick<ListedAuthority, 'name' | 'site'>

/** French law of data protection holds there too, and so does the CNIL. */
const alsoFrench: ReadonlySet<string> = new Set(['NC', 'PF', 'WF', 'TF'])

/** Whose authority is that of a country or a territory; null where none is known here. */
export function breachCountryOf(country: string): BreachCountry | null {
  const law = alsoFrench.has(country) ? 'FR' : lawOf(country)
  return breachCountries.find((known) => known === law) ?? null
}

/** Hours left at which whoever has to notify is told again. */
export const remindedAtHours = [6, 24] as const

const hourMs = 3_600_000

function inForce<T extends { from: string }>(dated: readonly T[], at: Instant): T {
  const begun = dated.filter(({ from }) => Date.parse(from) <= at)
  const found = begun.at(-1) ?? dated[0]
  if (found === undefined) throw new Error('a rule without a date')
  return found
}

export type Duty = Pick<Rule, 'hours' | 'atRisk' | 'peopleAtRisk'> & {
  dueAt: Instant
  isRecommended: boolean
  /** Null: the country has none that is known here. */
  authority: Authority | null
}

/** `country`: of whoever notifies. `knownAt`: when whoever notifies learned of it. */
export function dutyOf(country: string, knownAt: Instant, dated?: readonly Rule[]): Duty {
  const known = breachCountryOf(country)
  const rule = inForce(dated ?? rulesOf(known), knownAt)
  const { hours, atRisk, peopleAtRisk, isRecommended = false } = rule
  return {
    ...{ hours, atRisk, peopleAtRisk, dueAt: knownAt + hours * hourMs, isRecommended },
    authority: known === null ? null : inForce(authorityList[known], knownAt),
  }
}

/** Whether a risk is as high as the one from which on somebody is told. */
export const reaches = (risk: BreachRisk, threshold: BreachRisk): boolean =>
  breachRisks.indexOf(risk) >= breachRisks.indexOf(threshold)
