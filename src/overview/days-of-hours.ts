// Hours of figures as days by the clock of a zone. An hour belongs to the day in which it begins.
import { isoDateOf, wallTimeOf } from '../countries/index.ts'
import type { HourFigures } from '../sending/index.ts'
import type { DayOfFigures, Figures } from './contract.ts'

const nothing: Figures = {
  accepted: 0,
  parts: 0,
  costMicroEur: 0,
  handedOver: 0,
  delivered: 0,
  failed: 0,
  refused: 0,
  cancelled: 0,
  replies: 0,
  stops: 0,
}

const figuresOf = (hour: HourFigures): Figures => ({
  accepted: hour.accepted,
  parts: hour.parts,
  costMicroEur: hour.costMicroEur,
  handedOver: hour.handedOver,
  delivered: hour.delivered,
  failed: hour.undelivered + hour.expired + hour.rejected + hour.unconfirmed,
  refused: hour.refused,
  cancelled: hour.cancelled,
  replies: hour.replies,
  stops: hour.stops,
})

const names = Object.keys(nothing) as (keyof Figures)[]

export function sumOf(all: readonly Figures[]): Figures {
  const sum = { ...nothing }
  for (const one of all) for (const name of names) sum[name] += one[name]
  return sum
}

/**
 * Each of the days from `first` to `last`, counted from 1970-01-01,
 * whether anything happened or not.
 */
export function daysOf(
  hours: readonly HourFigures[],
  asked: { zone: string; first: number; last: number },
): DayOfFigures[] {
  const byDay = new Map<number, Figures[]>()
  for (const hour of hours) {
    const { day } = wallTimeOf(asked.zone, hour.hour)
    const held = byDay.get(day)
    if (held === undefined) byDay.set(day, [figuresOf(hour)])
    else held.push(figuresOf(hour))
  }
  const count = asked.last - asked.first + 1
  return Array.from({ length: count }, (_, index) => {
    const day = asked.first + index
    return { day: isoDateOf(day), ...sumOf(byDay.get(day) ?? []) }
  })
}
