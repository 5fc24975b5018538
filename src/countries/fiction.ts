// Number ranges that regulators keep for films, books and examples: nobody has them.
import type { CountryCode, NumberKind } from './number-reading.ts'

type Fiction = { start: string; length: number; territory: CountryCode; kind: NumberKind }

/**
 * France: Arcep's list for audiovisual works (0199 00, 0261 91, 0353 01, 0465 71, 0536 49,
 * 0639 98). United Kingdom: Ofcom's "numbers for use in TV and radio drama".
 */
const ranges: readonly Fiction[] = [
  { start: '+3363998', length: 12, territory: 'FR', kind: 'mobile' },
  { start: '+3319900', length: 12, territory: 'FR', kind: 'fixed_line' },
  { start: '+3326191', length: 12, territory: 'FR', kind: 'fixed_line' },
  { start: '+3335301', length: 12, territory: 'FR', kind: 'fixed_line' },
  { start: '+3346571', length: 12, territory: 'FR', kind: 'fixed_line' },
  { start: '+3353649', length: 12, territory: 'FR', kind: 'fixed_line' },
  { start: '+447700900', length: 13, territory: 'GB', kind: 'mobile' },
]

export function fictionOf(e164: string): Fiction | null {
  return ranges.find((r) => e164.length === r.length && e164.startsWith(r.start)) ?? null
}
