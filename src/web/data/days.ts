// Days in an address, from and until, as the API takes them: by the account's clock.
import { dayInput } from './format.ts'
import { dayStart } from './zone-fields.ts'

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** What is no day is nothing. */
const asDay = (text: string | null): string | null =>
  text !== null && dayPattern.test(text) && !Number.isNaN(Date.parse(text)) ? text : null

/** So many days later, whatever the clocks do in between. */
function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export const today = (now = Date.now()): string => dayInput(new Date(now).toISOString())

/** The last so many days, today among them. */
export function lastDays(count: number, now = Date.now()): { first: string; last: string } {
  const last = today(now)
  return { first: later(last, 1 - count), last }
}

/** The first instant of one day, and the first after the other, which counts whole. */
export function boundsOf(chosen: { from: string | null; until: string | null }): {
  from: string | undefined
  before: string | undefined
} {
  const from = asDay(chosen.from)
  const until = asDay(chosen.until)
  return {
    from: from === null ? undefined : dayStart(from),
    before: until === null ? undefined : dayStart(later(until, 1)),
  }
}

/** Nothing lies between them: nothing is asked for. */
export const isBackward = ({ from, until }: { from: string | null; until: string | null }) =>
  asDay(from) !== null && asDay(until) !== null && (from ?? '') > (until ?? '')
