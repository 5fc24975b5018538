// Numbers and instants as people read them in letters; times are those of UTC, and say so.
import type { Instant, Language } from '../../kernel/index.ts'

const localeOf = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')

export const numberIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(localeOf(language)).format(value)

export const instantIn = (language: Language, at: Instant): string =>
  `${new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(at)} UTC`
