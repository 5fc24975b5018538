// The statements that a form must show beside a number field, by country.
import type { Instant } from '../kernel/index.ts'
import { reviewedRules } from './country-rules.ts'
import type { CountryCode } from './number-reading.ts'
import { zonesOf } from './places.ts'
import type { BothLanguages } from './rules.ts'
import { wallTimeOf } from './zone-clock.ts'

const dayMs = 86_400_000

/** In force at that instant, by the calendar of the country; none where no pack is complete. */
export function numberStatements(country: CountryCode, at: Instant): BothLanguages[] {
  const [zone = 'UTC'] = zonesOf(country)
  const { day } = wallTimeOf(zone, at)
  return (reviewedRules(country)?.numberStatements ?? [])
    .filter(({ value }) => day * dayMs >= Date.parse(value.since))
    .map(({ value }) => value.text)
}
