// Which of our languages a request asks for.
import type { Language } from '../kernel/index.ts'

/** The best of ours in an Accept-Language header (RFC 9110, 12.5.4), or null when it names none. */
export function languageOf(header: string | undefined): Language | null {
  if (header === undefined) return null
  let best: { language: Language; weight: number } | null = null
  for (const part of header.slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const primary = range.split('-')[0]
    if (primary !== 'fr' && primary !== 'en') continue
    const weight = weightOf(parameters)
    if (weight > 0 && (best === null || weight > best.weight)) best = { language: primary, weight }
  }
  return best?.language ?? null
}

function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const match = /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)
    if (match !== null) return Number(match[1])
  }
  return 1
}
