// Legal bases of marketing other than consent: their conditions, and when one is complete. Pure.
import { type CountryCode, reviewedRules } from '../countries/index.ts'
import type { Instant } from '../kernel/index.ts'
import { isInFuture, monthsLater } from './consent-dates.ts'
import type { LegalBasisRefusal, OtherLegalBasis } from './contract.ts'

/**
 * Ours, and cautious: Ireland counts twelve months from the sale (R-408, from memory), and nowhere
 * does a source let a sale of years ago stand for a customer of today.
 */
export const legalBasisMonthsMax = 12

/** What the person answering for it says of each condition; a missing one is a no. */
export type LegalBasisConditions = {
  legalBasis: OtherLegalBasis
  /** The sale; for a professional, the day on which they were told. */
  since: Instant
  /** The order or the contract; for a professional, their role and what links the offer to it. */
  reference: string
  collectedFromPerson: boolean
  refusalOffered: boolean
  ownSimilarProducts: boolean
}

/** Both countries must allow it: the stricter of sender's and recipient's rules. */
export function countriesAllow(
  legalBasis: OtherLegalBasis,
  countries: readonly CountryCode[],
): boolean {
  return countries.every(
    (country) =>
      reviewedRules(country)?.marketing.optionalLegalBases.value.includes(legalBasis) ?? false,
  )
}

/** In the order of the public list; null when it is complete and may be used. */
export function judgeLegalBasis(
  told: LegalBasisConditions,
  about: {
    isOn: boolean
    countries: readonly CountryCode[]
    months: number
    at: Instant
  },
): LegalBasisRefusal | null {
  if (!about.isOn) return 'legal_basis_off'
  if (!countriesAllow(told.legalBasis, about.countries)) return 'legal_basis_not_in_country'
  // A professional's number may come from elsewhere, and the offer need not be like the last one.
  const isSale = told.legalBasis === 'soft_opt_in'
  const isWhole =
    told.refusalOffered &&
    told.reference.trim() !== '' &&
    (!isSale || (told.collectedFromPerson && told.ownSimilarProducts))
  if (!isWhole) return 'legal_basis_incomplete'
  if (isInFuture(told.since, about.at)) return 'legal_basis_in_future'
  return legalBasisEnds(told.since, about.months) <= about.at ? 'legal_basis_too_old' : null
}

export const legalBasisEnds = (since: Instant, months: number): Instant =>
  monthsLater(since, Math.min(months, legalBasisMonthsMax))
