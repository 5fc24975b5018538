// Days in an address, from and until, as the API takes them: by the account's clock.
import { dayStart } from './zone-fields.ts'

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** What is no day is nothing. */
const asDay = (text: string | null): string | null =>
  text !== null && dayPattern.test(text) && !Number.isNaN(Date.parse(text)) ? text : null

/** The day after, whatever the clocks do in between. */
function after(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
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
    before: until === null ? undefined : dayStart(after(until)),
  }
}

/** Nothing lies between them: nothing is asked for. */
export const isBackward = ({ from, until }: { from: string | null; until: string | null }) =>
  asDay(from) !== null && asDay(until) !== null && (from ?? '') > (until ?? '')
