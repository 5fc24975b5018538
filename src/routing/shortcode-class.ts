// After the country's families of short codes: 36xxx marketing, 38xxx alerts in France.
import { reviewedRules } from '../countries/index.ts'
import type { MessageClass } from './contract.ts'

export function shortcodeClassOf(shortcode: string, country: string): MessageClass | null {
  const families = reviewedRules(country)?.marketing.shortcodeFamilies.value ?? {}
  const found = Object.entries(families).find(([start]) => shortcode.startsWith(start))
  return shortcode.length === 5 && found ? found[1] : null
}
