// When marketing may leave to a person: hours, Sundays and holidays where that person lives.
import type { Instant } from '../kernel/index.ts'
import { reviewedRules } from './country-rules.ts'
import { frenchHolidays } from './fr-holidays.ts'
import { neighbourHolidays } from './neighbour-holidays.ts'
import type { CountryCode } from './number-reading.ts'
import { isAlsaceMoselle, lawOf, territoryOfPostcode, zonesOf } from './places.ts'
import {
  type BothLanguages,
  type Holiday,
  type Hours,
  type ReviewedRules,
  type Weekday,
  weekdays,
} from './rules.ts'
import { instantOf, isoDateOf, wallTimeOf, weekdayOf } from './zone-clock.ts'

/**
 * What an account has decided. Hours replace the default and never reach beyond the ceiling; days
 * can only be taken away; Sundays and holidays open only where the country lets an account do so.
 */
export type AccountWindow = {
  hours?: Hours
  days?: readonly Weekday[]
  sundays?: boolean
  publicHolidays?: boolean
}

export type WindowOptions = {
  /** The person's postcode, or its beginning, where known. */
  postcode?: string | null
  account?: AccountWindow
  /** A route may narrow. */
  route?: Hours | null
}

export const closedReasons = [
  'no_rules_for_country',
  'holiday',
  'sunday',
  'day_off',
  'night',
] as const
export type ClosedReason = (typeof closedReasons)[number]

export type WindowAnswer =
  | { open: true; opensAt: Instant; closesAt: Instant; reason: null; holiday: null }
  | {
      open: false
      /** Null where no window ever opens. */
      opensAt: Instant | null
      closesAt: Instant | null
      reason: ClosedReason
      holiday: BothLanguages | null
    }

type Place = { zone: string; territory: CountryCode; alsaceMoselle: boolean }
type Open = { from: number; until: number; sundays: boolean; holidays: boolean; days: boolean[] }

/** "08:00" as minutes since midnight; null where it is no time of day. 24:00 ends a day. */
function minutesOf(time: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(time)
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : -1
  return match && Number(match[2]) < 60 && minutes <= 1440 ? minutes : null
}

export const hoursRefusals = ['hours_malformed', 'hours_beyond_ceiling'] as const
export type HoursRefusal = (typeof hoursRefusals)[number]

/** Whether an account may choose these hours. Null means yes. */
export function checkHours(country: CountryCode, hours: Hours): HoursRefusal | null {
  const from = minutesOf(hours.from)
  const until = minutesOf(hours.until)
  if (from === null || until === null || from >= until) return 'hours_malformed'
  const ceiling = reviewedRules(country)?.marketing.ceiling.value
  if (!ceiling) return null
  const isWider = from < (minutesOf(ceiling.from) ?? 0) || until > (minutesOf(ceiling.until) ?? 0)
  return isWider ? 'hours_beyond_ceiling' : null
}

type Remembered = { since: Instant; until: Instant; answer: WindowAnswer }
const remembered = new Map<string, Remembered>()
const rememberedMax = 512

/** The window for a number's territory at an instant. Asked for each message, so remembered. */
export function marketingWindow(
  territory: CountryCode,
  at: Instant,
  options: WindowOptions = {},
): WindowAnswer {
  const places = placesOf(territory, options.postcode ?? '')
  const open = openingOf(lawOf(territory), options)
  if (!open || places.length === 0) return closed('no_rules_for_country', null, null)
  const key = JSON.stringify([places, open])
  const known = remembered.get(key)
  if (known && at >= known.since && at < known.until) return known.answer
  const answer = judge(places, open, at)
  if (remembered.size >= rememberedMax) remembered.clear()
  // A closed window changes its reason at midnight: Saturday's night becomes Sunday.
  const change = (answer.open ? answer.closesAt : answer.opensAt) ?? at
  const until = Math.min(change, ...places.map(({ zone }) => midnightAfter(zone, at)))
  remembered.set(key, { since: at, until, answer })
  return answer
}

function midnightAfter(zone: string, at: Instant): Instant {
  return instantOf(zone, wallTimeOf(zone, at).day + 1, 0)
}

/** Where a metropolitan number has an overseas postcode, the window must be open in both. */
function placesOf(territory: CountryCode, postcode: string): Place[] {
  const alsaceMoselle = territory === 'FR' && isAlsaceMoselle(postcode)
  const here = zonesOf(territory).map((zone) => ({ zone, territory, alsaceMoselle }))
  const overseas = lawOf(territory) === 'FR' ? territoryOfPostcode(postcode) : null
  if (!overseas || overseas === territory) return here
  const there = zonesOf(overseas).map((zone) => ({
    zone,
    territory: overseas,
    alsaceMoselle: false,
  }))
  // Guadeloupe, St-Barth and St-Martin share a code and a clock: the postcode tells the island.
  return there.every(({ zone }) => here.some((place) => place.zone === zone))
    ? there
    : [...here, ...there]
}

function openingOf(country: CountryCode, { account, route }: WindowOptions): Open | null {
  const rules: ReviewedRules | null = reviewedRules(country)
  if (!rules) return null
  const { marketing } = rules
  let from = 0
  let until = 1440
  for (const hours of [account?.hours ?? marketing.hours.value, marketing.ceiling.value, route]) {
    if (!hours) continue
    from = Math.max(from, minutesOf(hours.from) ?? 1440)
    until = Math.min(until, minutesOf(hours.until) ?? 0)
  }
  const mayOpen = marketing.mayOpenDaysOff.value
  const opened = (chosen: boolean | undefined, usual: boolean) =>
    chosen === undefined ? usual : chosen && (usual || mayOpen)
  const sundays = opened(account?.sundays, marketing.sundays.value)
  const chosen = account?.days
  const isOpen = (day: Weekday) => marketing.days.value.includes(day) || (day === 'sun' && sundays)
  return {
    from,
    until,
    sundays,
    holidays: opened(account?.publicHolidays, marketing.publicHolidays.value),
    days: weekdays.map((day) => isOpen(day) && (chosen === undefined || chosen.includes(day))),
  }
}

/** Open only where all places are; it opens when the last of them has. */
function judge(places: readonly Place[], open: Open, at: Instant): WindowAnswer {
  if (open.from >= open.until) return closed('night', null, null)
  // An account that has taken every day away.
  if (!open.days.includes(true)) return closed('day_off', null, null)
  const now = places.map((place) => windowAt(place, open, at))
  const shut = now.find((window) => !window.open)
  if (!shut) {
    const closesAt = Math.min(...now.map((window) => window.closesAt))
    return { open: true, opensAt: at, closesAt, reason: null, holiday: null }
  }
  let candidate = at
  // Each round moves on to the last opening; places that never share an hour end the search.
  for (let round = 0; round < 800; round += 1) {
    const windows = places.map((place) => windowAt(place, open, candidate))
    if (windows.every((window) => window.open)) {
      const closesAt = Math.min(...windows.map((window) => window.closesAt))
      return closed(shut.reason, shut.holiday, candidate, closesAt)
    }
    candidate = Math.max(...windows.map((window) => window.opensAt))
  }
  return closed(shut.reason, shut.holiday, null)
}

type PlaceWindow = {
  open: boolean
  opensAt: Instant
  closesAt: Instant
  reason: ClosedReason
  holiday: BothLanguages | null
}

/** One place: open from `from` on; the minute `until` is already closed. */
function windowAt(place: Place, open: Open, at: Instant): PlaceWindow {
  const { day, sinceMidnightMs } = wallTimeOf(place.zone, at)
  const today = dayOff(place, open, day)
  const isLate = sinceMidnightMs >= open.until * 60_000
  if (today === null && !isLate) {
    const closesAt = instantOf(place.zone, day, open.until)
    if (sinceMidnightMs >= open.from * 60_000) {
      return { open: true, opensAt: at, closesAt, reason: 'night', holiday: null }
    }
    const opensAt = instantOf(place.zone, day, open.from)
    return { open: false, opensAt, closesAt, reason: 'night', holiday: null }
  }
  let next = day + 1
  while (dayOff(place, open, next) !== null) next += 1
  return {
    open: false,
    opensAt: instantOf(place.zone, next, open.from),
    closesAt: instantOf(place.zone, next, open.until),
    reason: today?.reason ?? 'night',
    holiday: today?.holiday ?? null,
  }
}

type DayOff = { reason: ClosedReason; holiday: BothLanguages | null }

function dayOff(place: Place, open: Open, day: number): DayOff | null {
  const weekday = weekdayOf(day)
  if (!open.holidays) {
    const holiday = holidayOn(place, isoDateOf(day))
    if (holiday) return { reason: 'holiday', holiday: holiday.name }
  }
  if (weekday === 6 && !open.sundays) return { reason: 'sunday', holiday: null }
  return open.days[weekday] ? null : { reason: 'day_off', holiday: null }
}

function holidaysAt(place: Omit<Place, 'zone'>, year: number): readonly Holiday[] {
  return lawOf(place.territory) === 'FR'
    ? frenchHolidays(year, place.territory, place.alsaceMoselle)
    : neighbourHolidays(lawOf(place.territory), year)
}

const calendars = new Map<string, ReadonlyMap<string, Holiday>>()

function holidayOn(place: Place, date: string): Holiday | undefined {
  const year = date.slice(0, 4)
  const key = `${year} ${place.territory} ${place.alsaceMoselle}`
  let calendar = calendars.get(key)
  if (!calendar) {
    const days = holidaysAt(place, Number(year))
    calendar = new Map(days.map((holiday) => [holiday.date, holiday]))
    if (calendars.size >= rememberedMax) calendars.clear()
    calendars.set(key, calendar)
  }
  return calendar.get(date)
}

function closed(
  reason: ClosedReason,
  holiday: BothLanguages | null,
  opensAt: Instant | null,
  closesAt: Instant | null = null,
): WindowAnswer {
  return { open: false, opensAt, closesAt, reason, holiday }
}

/** Public holidays of a territory in a year; outside France those of all its regions. */
export function holidaysOf(
  territory: CountryCode,
  year: number,
  postcode = '',
): readonly Holiday[] {
  if (lawOf(territory) !== 'FR') return holidaysAt({ territory, alsaceMoselle: false }, year)
  const overseas = territoryOfPostcode(postcode) ?? territory
  return holidaysAt({ territory: overseas, alsaceMoselle: isAlsaceMoselle(postcode) }, year)
}

/**
 * Whether an alert comes at an hour that wakes nobody. Outside it,
 * it leaves and the sender is told.
 */
export function isWithinSoftHours(territory: CountryCode, at: Instant): boolean {
  const soft = reviewedRules(lawOf(territory))?.alert.softHours.value
  if (!soft) return true
  return zonesOf(territory).every((zone) => {
    const minutes = wallTimeOf(zone, at).sinceMidnightMs / 60_000
    return minutes >= (minutesOf(soft.from) ?? 0) && minutes < (minutesOf(soft.until) ?? 1440)
  })
}
