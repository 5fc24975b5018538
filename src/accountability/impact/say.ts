// What the program says by itself: a sentence of the assessment with its facts, and from where.
import type { Language } from '../../kernel/index.ts'
import { type ImpactWords, impactWords } from '../../words/index.ts'

export type Said = { text: string; from: keyof ImpactWords['evidence'] }

export const filled = (
  template: string,
  facts: Readonly<Record<string, string | number>> = {},
): string => template.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))

export const wordsIn = (language: Language): ImpactWords => impactWords[language]
export const numberIn = (language: Language, count: number): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(count)

/** Nothing to say is no answer. */
export const said = (from: Said['from'], lines: readonly (string | null)[]): Said | null => {
  const text = lines.filter((line) => line !== null && line !== '').join('\n')
  return text === '' ? null : { text, from }
}
