// Easter Sunday, and days counted from a day.

/** Easter Sunday as UTC midnight (Meeus, Jones and Butcher's rule for the Gregorian calendar). */
export function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return Date.UTC(year, month - 1, day)
}

const dayMs = 86_400_000

/** The date so many days after a UTC midnight, YYYY-MM-DD. */
export function shift(at: number, days: number): string {
  return new Date(at + days * dayMs).toISOString().slice(0, 10)
}
