// The neighbours' public holidays of a year; where a person's region is unknown,
// each region's count.
import { easterSunday, shift } from './easter.ts'
import {
  type HolidayCalendar,
  type HolidayRule,
  neighbourCalendars,
} from './neighbour-calendars.ts'
import type { CountryCode } from './number-reading.ts'
import type { BothLanguages, Holiday } from './rules.ts'

const dayMs = 86_400_000

export function neighbourHolidays(country: CountryCode, year: number): readonly Holiday[] {
  const calendar = neighbourCalendars[country]
  if (!calendar) return []
  const days = new Map<string, Holiday>()
  for (const rule of calendar.rules) {
    if (rule.since !== undefined && year < rule.since) continue
    const date = dateOf(rule, year)
    if (!days.has(date)) days.set(date, { date, id: idOf(rule.name), name: rule.name })
  }
  for (const holiday of [...days.values()].sort(byDate)) {
    const date = movedTo(holiday.date, calendar.moved, days)
    if (date !== null) days.set(date, { ...holiday, date })
  }
  return [...days.values()].sort(byDate)
}

const byDate = (a: Holiday, b: Holiday) => a.date.localeCompare(b.date)
const idOf = (name: BothLanguages) => name.en.toLowerCase().replace(/[^a-z0-9]+/g, '_')

function dateOf(rule: HolidayRule, year: number): string {
  if ('on' in rule) return `${year}-${rule.on}`
  if ('easter' in rule) return shift(easterSunday(year), rule.easter)
  if ('special' in rule) return specialDate(rule.special, year)
  const { month, weekday, nth } = rule
  if (nth < 0) {
    const last = Date.UTC(year, month, 0)
    return shift(last, -((new Date(last).getUTCDay() - weekday + 7) % 7))
  }
  const first = Date.UTC(year, month - 1, 1)
  return shift(first, ((weekday - new Date(first).getUTCDay() + 7) % 7) + (nth - 1) * 7)
}

function specialDate(
  special: 'kings_day' | 'saint_brigid' | 'repentance_day',
  year: number,
): string {
  if (special === 'kings_day') {
    const april = Date.UTC(year, 3, 27)
    return shift(april, new Date(april).getUTCDay() === 0 ? -1 : 0)
  }
  if (special === 'saint_brigid') {
    // The first Monday of February, or the first of February where it is a Friday.
    const first = Date.UTC(year, 1, 1)
    const weekday = new Date(first).getUTCDay()
    return shift(first, weekday === 5 ? 0 : (8 - weekday) % 7)
  }
  // The Wednesday before 23 November.
  const november = Date.UTC(year, 10, 22)
  return shift(november, -((new Date(november).getUTCDay() - 3 + 7) % 7))
}

function movedTo(
  date: string,
  moved: HolidayCalendar['moved'],
  days: ReadonlyMap<string, Holiday>,
): string | null {
  const at = Date.parse(`${date}T00:00:00Z`)
  const weekday = new Date(at).getUTCDay()
  if (moved === 'never') return null
  if (moved === 'sunday_to_monday') return weekday === 0 ? shift(at, 1) : null
  if (weekday !== 0 && weekday !== 6) return null
  for (let ahead = 1; ; ahead += 1) {
    const next = shift(at, ahead)
    const day = new Date(at + ahead * dayMs).getUTCDay()
    if (day !== 0 && day !== 6 && !days.has(next)) return next
  }
}
