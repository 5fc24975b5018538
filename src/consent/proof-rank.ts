// The weakest rank of evidence that a country takes for marketing. Pure.
import { type CountryCode, reviewedRules } from '../countries/index.ts'
import { rankOf } from './consent.ts'

/** The weakest grade of each level of proof. */
const rankOfLevel = { 1: 0, 2: rankOf('double_opt_in'), 3: rankOf('signed_paper') } as const

export function proofRankIn(country: CountryCode): number {
  const rules = reviewedRules(country)
  return rules === null ? 0 : rankOfLevel[rules.marketing.minimumProof.value]
}
