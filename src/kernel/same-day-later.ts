// Adds months to a date, for terms given in months.
import type { Instant } from './time.ts'

/**
 * The same day of the calendar so many months later, or earlier below zero; the month's last day
 * when there is none.
 */
export function sameDayLater(from: Instant, months: number): Instant {
  const later = new Date(from)
  const day = later.getUTCDate()
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const days = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(day, days))
  return later.getTime()
}
