// Days as they are chosen in a form, where the reader is.

/** Its first moment. Empty: null, at once. */
export const instantOfDay = (day: string): string | null =>
  day === '' ? null : new Date(`${day}T00:00`).toISOString()

/** As a field for a day takes it. */
export function dayOf(instant: string | null): string {
  if (instant === null) return ''
  const date = new Date(instant)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
