// From when a person agrees for themselves: their birth date and the age of their country.
import { reviewedRules } from './country-rules.ts'
import type { CountryCode } from './number-reading.ts'

/** Null when the birth date is not known, or the country's age of consent is not. */
export function comesOfAge(birthDate: string | null, country: CountryCode): number | null {
  const limit = reviewedRules(country)?.ageOfConsent.value
  if (birthDate === null || limit === undefined) return null
  const [year, month, day] = birthDate.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  // From noon UTC the day has begun in every zone that is written to.
  return Date.UTC(year + limit, month - 1, day, 12)
}
