// Numbers, money and instants as the reader's language writes them.
import type { Language } from './language.tsx'

const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')

export const count = (language: Language, value: number) =>
  new Intl.NumberFormat(locale(language)).format(value)

/** Between a name and what it names: French has a space before it, which no line breaks at. */
export const colon = (language: Language): string => (language === 'fr' ? '\u00a0:' : ':')

/** Micro-euros as euros; small sums keep their tenths of a cent. */
export const euros = (language: Language, microEur: number) =>
  new Intl.NumberFormat(locale(language), {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: 2,
    maximumFractionDigits: microEur < 10_000_000 ? 4 : 2,
  }).format(microEur / 1_000_000)

/** On one line wherever it stands. */
export const dateTime = (language: Language, iso: string) =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: 'medium', timeStyle: 'short' })
    .format(new Date(iso))
    .replaceAll(' ', '\u00a0')

/** A sentence of the server, with its instants written as the reader's language writes them. */
export const withInstants = (language: Language, sentence: string) =>
  sentence.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z/g, (iso) =>
    dateTime(language, iso),
  )

/** A country or territory by its name; the code stands for itself where it has none. */
export const territoryName = (language: Language, code: string) =>
  /^[A-Z]{2}$/.test(code)
    ? (new Intl.DisplayNames([locale(language)], { type: 'region' }).of(code) ?? code)
    : code

/** Hours, minutes and seconds with milliseconds: a message's story happens within seconds. */
export const exactTime = (language: Language, iso: string) =>
  new Intl.DateTimeFormat(locale(language), {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(new Date(iso))

/** The day of an instant as a date field takes it, where the reader is. */
export function dayInput(iso: string): string {
  const at = new Date(iso)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Hours and minutes. */
export const clock = (language: Language, iso: string) =>
  new Intl.DateTimeFormat(locale(language), { timeStyle: 'short' }).format(new Date(iso))

/** A share of one, in per cent. */
export const share = (language: Language, value: number) =>
  new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 1 }).format(
    value,
  )

export const ratio = (language: Language, value: number) =>
  new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 }).format(value)

const dayOf = (language: Language, date: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale(language), { ...options, timeZone: 'UTC' }).format(new Date(date))

/** A day that is written as a date without an hour, whatever the reader's zone. */
export const day = (language: Language, date: string) =>
  dayOf(language, date, { weekday: 'short', day: 'numeric', month: 'short' })

export const shortDay = (language: Language, date: string) =>
  dayOf(language, date, { day: 'numeric', month: 'short' })

export const date = (language: Language, iso: string) =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: 'medium' }).format(new Date(iso))
/** A share of one; a dash where there is none. Small shares keep a tenth. */
export const percent = (language: Language, share: number | null) =>
  share === null
    ? '—'
    : new Intl.NumberFormat(locale(language), {
        style: 'percent',
        maximumFractionDigits: 1,
      }).format(share)
