// On which days a recurring send leaves: by the calendar, or by a date of each person. Pure.
import { instantOf, wallTimeOf, weekdayOf } from '../../countries/index.ts'
import type { Instant } from '../../kernel/index.ts'

/** Days are counted from 1970-01-01, by the clock of the account's zone. */
export type Rule =
  /** 1 is Monday. */
  | { every: 'week'; weekday: number }
  | { every: 'month'; dayOfMonth: number }
  | { every: 'year'; month: number; dayOfMonth: number }
  /** On the yearly return of a date that each person has in this field. */
  | { every: 'persons_date'; field: string }

export type Span = { rule: Rule; firstDay: number | null; lastDay: number | null }

const dayMs = 86_400_000
type Civil = { year: number; month: number; day: number }

export function civilOf(day: number): Civil {
  const date = new Date(day * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export const dayOf = ({ year, month, day }: Civil): number =>
  Math.round(Date.UTC(year, month - 1, day) / dayMs)

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The latest that a month ever has: 29 February is a day, 30 February is none. */
export const isDayOfYear = (month: number, day: number): boolean => day <= daysIn(2028, month)

/** The 31st is the last day of a shorter month, 29 February the 28th of most years. */
function isDay(rule: Rule, at: number): boolean {
  const { year, month, day } = civilOf(at)
  switch (rule.every) {
    case 'week':
      return weekdayOf(at) === rule.weekday - 1
    case 'month':
      return day === Math.min(rule.dayOfMonth, daysIn(year, month))
    case 'year':
      return month === rule.month && day === Math.min(rule.dayOfMonth, daysIn(year, month))
    case 'persons_date':
      return true
  }
}

/** Each rule has a day within a year. */
const aheadMax = 366

/** The first day on or after `from`; null where there is none before the end. */
export function nextDay({ rule, firstDay, lastDay }: Span, from: number): number | null {
  const begin = Math.max(from, firstDay ?? from)
  for (let at = begin; at <= begin + aheadMax; at += 1) {
    if (lastDay !== null && at > lastDay) return null
    if (isDay(rule, at)) return at
  }
  return null
}

/**
 * Whether a person's date comes back on this day. Not on the day itself: a birthday is the first
 * return of a birth. A date whose day or month nobody knows (`1980-00-00`) never does.
 */
export function comesBack(date: string | undefined, at: number): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(date ?? '')
  if (found === null) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const today = civilOf(at)
  return (
    day > 0 &&
    year < today.year &&
    month === today.month &&
    Math.min(day, daysIn(today.year, today.month)) === today.day
  )
}

export const sendInstant = (zone: string, day: number, minute: number): Instant =>
  instantOf(zone, day, minute)

/** A list of a million is read for its dates in this time. */
const leadMs = 30 * 60_000

/** When a day is made ready: shortly before its hour, and not the day before. */
export const readyInstant = (zone: string, day: number, minute: number): Instant =>
  Math.max(instantOf(zone, day, 0), instantOf(zone, day, minute) - leadMs)

/** A day that could not leave at its hour is made up for so long; then it is over. */
const catchUpMs = 72 * 3_600_000
export const lastInstant = (zone: string, day: number, minute: number): Instant =>
  instantOf(zone, day, minute) + catchUpMs

const lookMsMin = 60_000
const lookMsMax = 5 * 60_000
/** Of a day that waits: soon after it was begun, and rarer the longer it has waited. */
export const nextLook = (begunAt: Instant, at: Instant): Instant =>
  at + Math.min(lookMsMax, Math.max(lookMsMin, Math.round((at - begunAt) / 10)))

/** The longest run of closed days is shorter; what would come even later is of no use any more. */
const usefulDays = 5
export const usefulUntil = (zone: string, day: number): Instant =>
  instantOf(zone, day + usefulDays, 0)

export const todayIn = (zone: string, at: Instant): number => wallTimeOf(zone, at).day

/** Whose hour is still ahead counts from today, else from tomorrow. */
export function firstFrom(zone: string, at: Instant, minute: number): number {
  const today = todayIn(zone, at)
  return instantOf(zone, today, minute) > at ? today : today + 1
}
