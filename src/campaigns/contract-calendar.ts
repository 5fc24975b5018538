// HTTP shapes of the calendar: what leaves on which day, and is moved to another. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'
import { campaignState } from './contract.ts'

/** Six weeks: a month with the days before and after it. */
export const calendarDaysMax = 42
export const calendarItemsMax = 500

export const calendarQuery = z.object({
  from: z.iso.date().describe('The first day, by the clock of the account’s zone.'),
  days: z.coerce.number().int().min(1).max(calendarDaysMax).default(31),
})

const time = z.string().describe('By the clock of the account’s zone, such as 10:00.')

export const calendarItem = z.object({
  kind: z.enum(['campaign', 'recurring']),
  id: z.uuid(),
  name: z.string(),
  time,
  at: instantText.nullable().describe('Of a campaign: the same instant.'),
  state: campaignState
    .nullable()
    .describe('Of a campaign; null: a day still to come of what recurs.'),
})
export type CalendarItem = z.output<typeof calendarItem>

export const calendarView = z.object({
  zone: z.string(),
  today: z.iso.date().describe('The day that it is in the account’s time zone.'),
  days: z
    .array(z.object({ day: z.iso.date(), items: z.array(calendarItem) }))
    .describe('Each of the days asked for; an empty one has no items.'),
  daily: z
    .array(z.object({ id: z.uuid(), name: z.string(), time, from: z.iso.date() }))
    .describe('Recurring sends that look each day for whose date it is, from this day on.'),
  isWhole: z.boolean().describe(`False: there are more than ${calendarItemsMax} campaigns.`),
})
export type CalendarView = z.output<typeof calendarView>

const move = {
  sendAt: instantText.describe('Not before this instant, which is still ahead.'),
  sendAtLocal: z
    .boolean()
    .optional()
    .describe('True: by each person’s own clock, as in the campaign; absent: as it is now.'),
}

export const moveWish = z.object(move).meta({ example: { sendAt: '2027-01-12T09:00:00Z' } })
export type MoveWish = z.output<typeof moveWish>

export const moveRequest = z.object({
  ...move,
  hash: z
    .string()
    .min(16)
    .max(128)
    .describe('Of the check sheet made for this instant: it is approved with the move.'),
})
export type MoveRequest = z.output<typeof moveRequest>

named({ calendarItem, calendarView, moveWish, moveRequest })
