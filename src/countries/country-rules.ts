// Finds the rules of a country, and says when there are none to send marketing under.
import { drafts } from './drafts.ts'
import { france } from './fr.ts'
import { neighbours } from './neighbours.ts'
import type { CountryCode } from './number-reading.ts'
import type { CountryRules, ReviewedRules } from './rules.ts'

/** The day of the rules in force; each decision records it. */
export const rulesVersion = '2026-11-25'

export const countries: readonly CountryRules[] = [france, ...neighbours, ...drafts]

const byCode = new Map(countries.map((rules) => [rules.country, rules]))

export function countryRules(country: CountryCode): CountryRules | null {
  return byCode.get(country) ?? null
}

/** Null where no pack is complete: marketing is then `no_rules_for_country`. */
export function reviewedRules(country: CountryCode): ReviewedRules | null {
  const rules = byCode.get(country)
  return rules?.reviewed ? rules : null
}
