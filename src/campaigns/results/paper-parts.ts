// What papers of results are made of: sentences, tables of figures, days and sums as a reader of
// the language writes them.
import { type Instant, type Language, saidDay } from '../../kernel/index.ts'
import { type Block, plainRun, type TableCell } from '../../paper/index.ts'
import { sentence } from '../../words/index.ts'

type Facts = Readonly<Record<string, string>>
export type Say = (code: string, facts?: Facts) => string

export const sayIn =
  (language: Language): Say =>
  (code, facts = {}) =>
    sentence(language, `campaigns.${code}`, facts) ?? code

export const heading = (level: number, text: string): Block => ({
  ...{ kind: 'heading', level },
  runs: [plainRun(text)],
})
export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [plainRun(text)] })

export const terms = (pairs: readonly (readonly [string, string])[]): Block => ({
  ...{ kind: 'terms', language: null },
  pairs: pairs.map(([term, told]) => ({ term: [plainRun(term)], told: [plainRun(told)] })),
})

/** The first `texts` columns are words, the others figures; the first of a row is its title. */
export function table(
  texts: number,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): Block {
  const cell = (text: string, column: number, heading: TableCell['heads']): TableCell => ({
    ...{ runs: [plainRun(text)], heads: heading },
    isRight: column >= texts,
  })
  return {
    ...{ kind: 'table', headRows: 1 },
    rows: [
      heads.map((text, column) => cell(text, column, 'column')),
      ...rows.map((row) =>
        row.map((text, column) => cell(text, column, column === 0 ? 'row' : null)),
      ),
    ],
  }
}

/** A table below its title; without rows, nothing of it. */
export const titled = (
  text: string,
  texts: number,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): Block[] => (rows.length === 0 ? [] : [heading(2, text), table(texts, heads, rows)])

const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')

export function figuresIn(language: Language, zone: string) {
  const number = new Intl.NumberFormat(locale(language))
  const euro = new Intl.NumberFormat(locale(language), { style: 'currency', currency: 'EUR' })
  const percent = new Intl.NumberFormat(locale(language), {
    ...{ style: 'percent', maximumFractionDigits: 1 },
  })
  const moment = new Intl.DateTimeFormat(locale(language), {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: zone },
  })
  const date = new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone: 'UTC' })
  const places = new Intl.DisplayNames([language], { type: 'region' })
  return {
    count: (value: number) => number.format(value),
    euros: (microEur: number) => euro.format(microEur / 1_000_000),
    share: (of: number | null) => (of === null ? '–' : percent.format(of)),
    when: (iso: string | Instant) => saidDay(language, moment.format(new Date(iso))),
    day: (isoDate: string) => saidDay(language, date.format(new Date(isoDate.slice(0, 10)))),
    country: (code: string) => (/^[A-Z]{2}$/.test(code) ? (places.of(code) ?? code) : code),
  }
}
export type Figures = ReturnType<typeof figuresIn>

/** What became of messages, by operator or by country. */
type Ended = { messages: number; delivered: number; failed: number; unconfirmed: number }

export const endedHeads = (say: Say): string[] =>
  ['accepted', 'delivered', 'failed', 'unconfirmed'].map((name) => say(`period_${name}`))
export const endedCells = ({ count }: Figures, of: Ended): string[] =>
  [of.messages, of.delivered, of.failed, of.unconfirmed].map(count)

export const zoneName = (zone: string) => zone.replaceAll('_', ' ')
