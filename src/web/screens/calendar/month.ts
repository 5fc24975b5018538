// A month as weeks from Monday to Sunday. Pure.
const dayMs = 86_400_000
const pattern = /^(\d{4})-(0[1-9]|1[0-2])$/

export const isMonth = (text: string | null): text is string => text !== null && pattern.test(text)

const isoOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const firstOf = (month: string) => Date.parse(`${month}-01T00:00:00Z`)

export function monthBeside(month: string, by: 1 | -1): string {
  const first = new Date(firstOf(month))
  return isoOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + by, 1)).slice(0, 7)
}

/** The Monday before its first day, and how many days whole weeks have to its last. */
export function spanOf(month: string): { from: string; days: number } {
  const first = firstOf(month)
  const before = (new Date(first).getUTCDay() + 6) % 7
  const length = Math.round((firstOf(monthBeside(month, 1)) - first) / dayMs)
  return { from: isoOf(first - before * dayMs), days: Math.ceil((before + length) / 7) * 7 }
}

export function weeksOf<T>(days: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  )
}
