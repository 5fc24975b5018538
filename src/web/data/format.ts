// Numbers, money and instants as the reader's language writes them.
import { saidDay } from '../../kernel/index.ts'
import type { Language } from './language.tsx'
import { zoneOption } from './zone.ts'

const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')

export const count = (language: Language, value: number) =>
  new Intl.NumberFormat(locale(language)).format(value)

/** Between a name and what it names: French has a space before it, which no line breaks at. */
export const colon = (language: Language): string => (language === 'fr' ? '\u00a0:' : ':')

/** One after another within a sentence, each of which may hold a comma. */
export const listed = (language: Language, parts: readonly string[]): string =>
  parts.join(language === 'fr' ? '\u00a0; ' : '; ')

/** Micro-euros as euros; small sums keep their tenths of a cent. */
export const euros = (language: Language, microEur: number) =>
  new Intl.NumberFormat(locale(language), {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: 2,
    maximumFractionDigits: microEur < 10_000_000 ? 4 : 2,
  }).format(microEur / 1_000_000)

/** By the clock of the account; on one line wherever it stands. */
export const dateTime = (language: Language, iso: string) =>
  saidDay(
    language,
    new Intl.DateTimeFormat(locale(language), {
      ...{ dateStyle: 'medium', timeStyle: 'short' },
      ...zoneOption(),
    }).format(new Date(iso)),
  ).replaceAll(' ', '\u00a0')

/** Of a consent: a file that told the day and no hour gives none, and the same day everywhere. */
export const dayOrTime = (language: Language, iso: string) =>
  /T00:00:00(?:\.000)?Z$/.test(iso) ? date(language, iso.slice(0, 10)) : dateTime(language, iso)

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
    ...zoneOption(),
  }).format(new Date(iso))

/** The day of an instant as a date field takes it, by the clock of the account. */
export const dayInput = (iso: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...zoneOption(),
  }).format(new Date(iso))

/** Hours and minutes. */
export const clock = (language: Language, iso: string) =>
  new Intl.DateTimeFormat(locale(language), { timeStyle: 'short', ...zoneOption() }).format(
    new Date(iso),
  )

/** A share of one, in per cent. */
export const share = (language: Language, value: number) =>
  new Intl.NumberFormat(locale(language), { style: 'percent', maximumFractionDigits: 1 }).format(
    value,
  )

export const ratio = (language: Language, value: number) =>
  new Intl.NumberFormat(locale(language), { maximumFractionDigits: 1 }).format(value)

const dayOf = (language: Language, date: string, options: Intl.DateTimeFormatOptions) =>
  saidDay(
    language,
    new Intl.DateTimeFormat(locale(language), { ...options, timeZone: 'UTC' }).format(
      new Date(date),
    ),
  )

/** A day that is written as a date without an hour, whatever the reader's zone. */
export const day = (language: Language, date: string) =>
  dayOf(language, date, { weekday: 'short', day: 'numeric', month: 'short' })

export const shortDay = (language: Language, date: string) =>
  dayOf(language, date, { day: 'numeric', month: 'short' })

export const date = (language: Language, iso: string) =>
  saidDay(
    language,
    new Intl.DateTimeFormat(locale(language), {
      dateStyle: 'medium',
      // A date without an hour is the same day everywhere.
      ...(iso.includes('T') ? zoneOption() : { timeZone: 'UTC' }),
    }).format(new Date(iso)),
  )

/** A share of one; a dash where there is none. Small shares keep a tenth. */
export const percent = (language: Language, share: number | null) =>
  share === null
    ? '—'
    : new Intl.NumberFormat(locale(language), {
        style: 'percent',
        maximumFractionDigits: 1,
      }).format(share)
