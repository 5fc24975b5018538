// Numbers and instants as people read them in letters; times are those of UTC, and say so.
import { type Instant, type Language, saidDay } from '../../kernel/index.ts'

const localeOf = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')

export const numberIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(localeOf(language)).format(value)

export const instantIn = (language: Language, at: Instant): string =>
  `${saidDay(
    language,
    new Intl.DateTimeFormat(localeOf(language), {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    }).format(at),
  )} UTC`

/** One after another, with the space that French has before such signs. */
export const joinedIn = (language: Language, parts: readonly string[]): string =>
  parts.join(language === 'fr' ? '\u00a0; ' : '; ')

export const pairIn = (language: Language, name: string, value: string): string =>
  `${name}${language === 'fr' ? '\u00a0' : ''}: ${value}`

/** Within a sentence; what is written in capitals, as an abbreviation is, stays so. */
const lower = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (one) => one.toLowerCase())

/** Things that were named on their own, listed in one sentence. */
export const namedIn = (language: Language, parts: readonly string[]): string =>
  joinedIn(language, parts.map(lower))

export const sentenceOf = (text: string): string =>
  text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
