// The times of SMPP, absolute and relative (SMPP 3.4, 7.1.1), and the dates of receipts (B.1).
import type { Instant } from '../../kernel/index.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** `YYMMDDhhmmsstnnp` in UTC; tenths of a second are kept. */
export function formatAbsoluteTime(instant: Instant): string {
  const date = new Date(instant)
  return (
    two(date.getUTCFullYear() % 100) +
    two(date.getUTCMonth() + 1) +
    two(date.getUTCDate()) +
    two(date.getUTCHours()) +
    two(date.getUTCMinutes()) +
    two(date.getUTCSeconds()) +
    String(Math.floor(date.getUTCMilliseconds() / 100)) +
    '00+'
  )
}

const relativeDaysMax = 99

/** `0000DDhhmmss000R`; null for what the form cannot hold (below 0, or 100 days and more). */
export function formatRelativeTime(durationMs: number): string | null {
  const seconds = Math.floor(durationMs / 1000)
  const days = Math.floor(seconds / 86_400)
  if (!(seconds >= 0) || days > relativeDaysMax) return null
  const hours = Math.floor(seconds / 3600) % 24
  const minutes = Math.floor(seconds / 60) % 60
  return `0000${two(days)}${two(hours)}${two(minutes)}${two(seconds % 60)}000R`
}

export type SmppTime =
  | { kind: 'none' }
  | { kind: 'absolute'; instant: Instant }
  /** Years and months are counted as 365 and 30 days. */
  | { kind: 'relative'; durationMs: number }

/** Reads a time of either form; null when it is neither. */
export function parseTime(text: string): SmppTime | null {
  if (text === '') return { kind: 'none' }
  const match = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d)(\d\d)([+\-R])$/.exec(text)
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, tenths = 0, quarters = 0] =
    match.slice(1, 9).map(Number)
  if (match[9] === 'R') {
    const days = year * 365 + month * 30 + day
    const seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
    return { kind: 'relative', durationMs: seconds * 1000 }
  }
  const local = instantOf({ year: 2000 + year, month, day, hour, minute, second })
  // The offset is in quarters of an hour, of the local time from UTC, up to 48.
  if (local === null || quarters > 48) return null
  const offsetMs = quarters * 15 * 60_000 * (match[9] === '-' ? -1 : 1)
  return { kind: 'absolute', instant: local + tenths * 100 - offsetMs }
}

/**
 * Reads a receipt's date: YYMMDDhhmm as the standard says, with seconds or a century as operators
 * add, with any separators. Null when it is no date.
 */
export function parseReceiptDate(text: string, offsetMinutes = 0): Instant | null {
  const digits = text.replace(/[^0-9]/g, '')
  if (digits.length < 10 || digits.length > 16) return null
  const withoutCentury = digits.length === 14 ? null : instantOfDigits(`20${digits}`)
  const local = withoutCentury ?? (digits.length >= 12 ? instantOfDigits(digits) : null)
  return local === null ? null : local - offsetMinutes * 60_000
}

/** YYYYMMDDhhmm, and what follows of ss. */
function instantOfDigits(digits: string): Instant | null {
  const part = (from: number): number => Number(digits.slice(from, from + 2))
  const year = Number(digits.slice(0, 4))
  return instantOf({
    year,
    month: part(4),
    day: part(6),
    hour: part(8),
    minute: part(10),
    second: part(12),
  })
}

type Fields = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>

function instantOf(fields: Fields): Instant | null {
  const { year, month, day, hour, minute, second } = fields
  if (hour > 23 || minute > 59 || second > 59) return null
  const instant = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(instant)
  // A day that the month does not have rolls over: it was no date.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return instant
}
