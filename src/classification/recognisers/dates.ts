// Dates and times, and whether a date column looks like birthdays.
import { latePattern } from '../patterns.ts'
import type { Checks } from './recogniser.ts'

const dayFirst = /^(\d{1,2})[/\-. ](\d{1,2})[/\-. ]((?:18|19|20)?\d{2})(?:[ t,].*)?$/
const yearFirst = /^((?:18|19|20)\d{2})[/\-.](\d{1,2})[/\-.](\d{1,2})(?:[ t].*)?$/
/** "19540218", as registers write it. */
const packed = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const written = latePattern('date_in_words')

/** The year of a date as written (folded), or null when it is not a date. */
export function yearOfDate(folded: string): number | null {
  const first = folded.charCodeAt(0)
  if (first < 48 || first > 57 || folded.length < 6 || folded.length > 30) return null
  if (folded.length === 8 && packed.test(folded)) return Number(folded.slice(0, 4))
  const iso = yearFirst.exec(folded)
  if (iso !== null) return inRange(Number(iso[2]), Number(iso[3])) ? Number(iso[1]) : null
  const european = dayFirst.exec(folded)
  if (european !== null) {
    const [, a = '', b = '', year = ''] = european
    const plausible = inRange(Number(b), Number(a)) || inRange(Number(a), Number(b))
    if (!plausible) return null
    if (year.length === 4) return Number(year)
    // Two digits: the century is chosen so that a birthday of the last century stays one.
    return Number(year) > 30 ? 1900 + Number(year) : 2000 + Number(year)
  }
  const inWords = written.exec(folded)
  if (inWords === null) return null
  const year = Number(inWords[2])
  return year > 99 ? year : year > 30 ? 1900 + year : 2000 + year
}

function inRange(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** Birthdays spread over a generation and lie in the past; other dates crowd together. */
export function looksLikeBirthYears(years: readonly number[]): boolean {
  if (years.length < 4) return false
  const sorted = [...years].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return at(0.95) - at(0.05) >= 15 && at(0.5) <= 2012 && at(0) >= 1900
}

/** A year of birth, or a birthday that keeps the year to itself. */
const yearOrDay = latePattern('year_or_day')

/** "sam 06/04", "Mo 04.03.2024", "05/06 09:10": days of an agenda, with the year or without. */
const dayOfAgenda = latePattern('day_of_agenda')

function isDayOfAgenda(folded: string): boolean {
  const isDayAlone = folded.length < 7 && /^\d/.test(folded)
  return folded.length < 30 && !isDayAlone && dayOfAgenda.test(folded)
}

export const dateChecks: Checks = {
  date: (text) => yearOfDate(text) !== null || isDayOfAgenda(text),
  'birth date': (folded, { text }) => yearOfDate(folded) !== null || yearOrDay.test(text),
}
