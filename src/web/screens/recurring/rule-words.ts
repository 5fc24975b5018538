// How often a recurring send leaves, and when next, in the words of the reader.

import type { RecurringView } from '../../../campaigns/contract.ts'
import { birthDateField } from '../../../campaigns/contract.ts'
import { saidDay } from '../../../kernel/index.ts'
import type { Language } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import type { Words } from '../../words/index.ts'

const locale = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')

/** 1 is Monday; 2024 began on one. */
export const weekdayName = (language: Language, weekday: number) =>
  new Intl.DateTimeFormat(locale(language), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  )

export const monthName = (language: Language, month: number) =>
  new Intl.DateTimeFormat(locale(language), { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, 1),
  )

/** Of a year that has a 29 February. */
const dayName = (language: Language, month: number, day: number) =>
  saidDay(
    language,
    new Intl.DateTimeFormat(locale(language), {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(Date.UTC(2024, month - 1, day)),
  )

export const wholeDay = (language: Language, iso: string) =>
  saidDay(
    language,
    new Intl.DateTimeFormat(locale(language), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(iso)),
  )

export const fieldName = (
  words: Words,
  field: string,
  custom: readonly { key: string; name: string }[],
) =>
  field === birthDateField
    ? words.recurring.birthDate
    : (custom.find(({ key }) => key === field)?.name ?? field)

type Ruled = Pick<
  RecurringView,
  'every' | 'weekday' | 'month' | 'dayOfMonth' | 'field' | 'time' | 'lastDay'
>

export function ruleSays(
  { language, words }: { language: Language; words: Words },
  rule: Ruled,
  custom: readonly { key: string; name: string }[],
): string {
  const w = words.recurring
  const said = often(language, words, rule, custom)
  if (rule.lastDay === null) return said
  return fill(w.until, { rule: said, date: wholeDay(language, rule.lastDay) })
}

function often(
  language: Language,
  words: Words,
  rule: Ruled,
  custom: readonly { key: string; name: string }[],
): string {
  const w = words.recurring
  const { every, time, dayOfMonth, month } = rule
  const day = dayOfMonth ?? 1
  if (every === 'week') {
    return fill(w.weekly, { weekday: weekdayName(language, rule.weekday ?? 1), time })
  }
  if (every === 'month') return fill(day > 28 ? w.monthlyShort : w.monthly, { day, time })
  if (every === 'persons_date') {
    return fill(w.onDate, { field: fieldName(words, rule.field ?? '', custom), time })
  }
  const date = dayName(language, month ?? 1, day)
  return fill(month === 2 && day === 29 ? w.yearlyLeap : w.yearly, { date, time })
}

/** The day of the account’s zone with the hour that was chosen there. */
export function nextSays(
  { language, words }: { language: Language; words: Words },
  { every, next, time }: Pick<RecurringView, 'every' | 'next' | 'time'>,
): string {
  const w = words.recurring
  if (next === null) return w.nextNone
  const when = `${wholeDay(language, next.day)}, ${time}`
  return fill(every === 'persons_date' ? w.nextLooks : w.nextIs, { when })
}
