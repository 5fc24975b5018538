// A birth date as registers write it: `00` where the month or the day is not known.

/** The latest day that it can be: who may be a child is taken for one. */
export function latestBirthDay(text: string): { year: number; month: number; day: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (found === null) return null
  const [year, month, day] = [Number(found[1]), Number(found[2]) || 12, Number(found[3])]
  if (month > 12) return null
  // The day before the first of the next month; a year below 100 would be read as of 1900.
  const dayMax = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return day > dayMax ? null : { year, month, day: day === 0 ? dayMax : day }
}
