// What the gate needs to know of the rules of a person's country.
import { countriesAllow, otherGrounds, rankOf } from '../consent/index.ts'
import { type CountryCode, reviewedRules } from '../countries/index.ts'
import type { PersonFacts } from './gate-facts.ts'

/** The weakest grade of each level of proof. */
const rankOfLevel = { 1: 0, 2: rankOf('double_opt_in'), 3: rankOf('signed_paper') } as const

export function countryFacts(
  country: CountryCode,
): Pick<PersonFacts, 'rulesReviewed' | 'proofRankMin' | 'otherGrounds'> {
  const rules = reviewedRules(country)
  return {
    rulesReviewed: rules !== null,
    proofRankMin: rules === null ? 0 : rankOfLevel[rules.marketing.minimumProof.value],
    otherGrounds: otherGrounds.filter((ground) => countriesAllow(ground, [country])),
  }
}
