// How long an answer asks to wait before the next request: `Retry-After` of RFC 9110, 10.2.3. Pure.
import type { Instant } from '../kernel/index.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const month = `(?<month>${months.join('|')})`
const time = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})'
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const wholeWeekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'

/** The three forms that a recipient has to read (RFC 9110, 5.6.7); only the first is still sent. */
const dates = [
  new RegExp(`^${weekday}, (?<day>\\d{2}) ${month} (?<year>\\d{4}) ${time} GMT$`),
  new RegExp(`^${wholeWeekday}, (?<day>\\d{2})-${month}-(?<year>\\d{2}) ${time} GMT$`),
  new RegExp(`^${weekday} ${month} (?<day>\\d{2}| \\d) ${time} (?<year>\\d{4})$`),
]
/** Longer than each of them, and than any number of seconds that somebody means. */
const textMax = 40

/** From `at` on, without a limit. Null: nothing is asked that can be read, or it is over. */
export function waitAsked(text: string | undefined, at: Instant): number | null {
  if (text === undefined || text.length > textMax) return null
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1_000 : instantOf(text, at) - at
  return waitMs > 0 ? waitMs : null
}

/** Not a number: it is no date. */
function instantOf(text: string, at: Instant): number {
  for (const form of dates) {
    const groups = form.exec(text)?.groups
    if (groups === undefined) continue
    const numberOf = (part: string) => Number(groups[part])
    const year = groups['year']?.length === 2 ? wholeYear(numberOf('year'), at) : numberOf('year')
    const found = new Date(0)
    found.setUTCFullYear(year, months.indexOf(groups['month'] ?? ''), numberOf('day'))
    found.setUTCHours(numberOf('hour'), numberOf('minute'), numberOf('second'))
    // 31 February and 25 o'clock would have led to another day.
    return found.getUTCDate() === numberOf('day') ? found.getTime() : Number.NaN
  }
  return Number.NaN
}

/** What would lie more than fifty years ahead is of the century before. */
function wholeYear(year: number, at: Instant): number {
  const now = new Date(at).getUTCFullYear()
  const inThisCentury = now - (now % 100) + year
  return inThisCentury > now + 50 ? inThisCentury - 100 : inThisCentury
}
