// From when a message may leave: one instant for all, or the same time on each person's own clock.
import { instantOf, wallTimeOf } from '../../countries/index.ts'
import type { Instant } from '../../kernel/index.ts'
import type { SendOrder } from './send-order.ts'

/** `zone`: where the person lives. */
export function notBeforeOf(
  { notBefore, notBeforeIn }: Pick<SendOrder, 'notBefore' | 'notBeforeIn'>,
  { zone }: { zone: string },
): Instant | null {
  if (notBefore === null || notBeforeIn === undefined || notBeforeIn === zone) return notBefore
  const { day, sinceMidnightMs } = wallTimeOf(notBeforeIn, notBefore)
  const minute = Math.floor(sinceMidnightMs / 60_000)
  return instantOf(zone, day, minute) + (sinceMidnightMs % 60_000)
}
