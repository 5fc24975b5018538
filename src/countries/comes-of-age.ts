// When a person can consent alone, from their birth date and country.
import { latestBirthDay } from '../kernel/index.ts'
import { reviewedRules } from './country-rules.ts'
import type { CountryCode } from './number-reading.ts'

/** Null when the birth date is not known, or the country's age of consent is not. */
export function comesOfAge(birthDate: string | null, country: CountryCode): number | null {
  const limit = reviewedRules(country)?.ageOfConsent.value
  if (birthDate === null || limit === undefined) return null
  // A day that does not exist may stand in older rows: its year still tells.
  const born = latestBirthDay(birthDate) ?? latestBirthDay(`${birthDate.slice(0, 4)}-00-00`)
  if (born === null) return null
  // From noon UTC the day has begun in every zone that is written to.
  return Date.UTC(born.year + limit, born.month - 1, born.day, 12)
}
