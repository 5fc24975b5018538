// What the gate needs to know of the rules of a person's country.
import { countriesAllow, otherLegalBases, proofRankIn } from '../../consent/index.ts'
import { type CountryCode, reviewedRules } from '../../countries/index.ts'
import type { PersonFacts } from './gate-facts.ts'

type Facts = Pick<PersonFacts, 'rulesReviewed' | 'proofRankMin' | 'otherLegalBases'>

/** Rules are data of this program: what follows from them is worked out once a country. */
const known = new Map<CountryCode, Facts>()

export function countryFacts(country: CountryCode): Facts {
  let facts = known.get(country)
  if (facts === undefined) {
    facts = factsOf(country)
    known.set(country, facts)
  }
  return facts
}

function factsOf(country: CountryCode): Facts {
  const rules = reviewedRules(country)
  return {
    rulesReviewed: rules !== null,
    proofRankMin: proofRankIn(country),
    otherLegalBases: otherLegalBases.filter((legalBasis) => countriesAllow(legalBasis, [country])),
  }
}
