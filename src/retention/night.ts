// The clock of deletion: one instant a night, which the preview and the deletion share. Pure.
import { type Instant, sameDayLater } from '../kernel/index.ts'

const dayMs = 86_400_000
/** In the night of the countries that send by this program, and between two of their days. */
const nightAtMs = 2 * 3_600_000

/** The night that began last: what is deleted from now on is judged at its instant. */
export const nightOf = (at: Instant): Instant =>
  Math.floor((at - nightAtMs) / dayMs) * dayMs + nightAtMs

/** What "tonight" is on a screen. */
export const nextNight = (at: Instant): Instant => nightOf(at) + dayMs

/** What is older than this goes that night. */
export const oldBefore = (night: Instant, months: number): Instant => sameDayLater(night, -months)

/** A night that was missed is told once the next is well begun. */
export const lateAfterMs = 36 * 3_600_000
