// The next day of a recurring send, and when it is made ready. Pure.
import { isoDateOf } from '../../countries/index.ts'
import { assert } from '../../kernel/index.ts'
import { type Recurring, ruleOf, spanOf } from './recurring.ts'
import { nextDay, readyInstant } from './rule.ts'
import type { NextRun } from './store.ts'

/** From this day on; null where nothing comes before its end. */
export function nextRun(held: Recurring, zone: string, from: number): NextRun {
  const rule = ruleOf(held)
  assert(rule !== null, 'what is kept has a whole rule')
  const day = nextDay(spanOf(rule, held), from)
  return day === null ? null : { day: isoDateOf(day), at: readyInstant(zone, day, held.sendMinute) }
}
