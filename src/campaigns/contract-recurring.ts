// HTTP shapes of recurring sends and their days. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf } from '../http/contract.ts'
import { messageClass } from '../sending/contract.ts'
import { campaignFields, versionRead } from './contract-fields.ts'

export const recurringStates = ['draft', 'active', 'paused', 'ended'] as const
export type RecurringState = (typeof recurringStates)[number]
export const recurringEvery = ['week', 'month', 'year', 'persons_date'] as const
export type RecurringEvery = (typeof recurringEvery)[number]
export const occurrenceStates = [
  'gathering',
  'made',
  'waiting',
  'launched',
  'nobody',
  'missed',
  'stopped',
] as const
export type OccurrenceState = (typeof occurrenceStates)[number]

/** The field of a person that every account knows and that is a date. */
export const birthDateField = 'birth_date'

const fields = {
  name: z.string().trim().min(1).max(100),
  every: z
    .enum(recurringEvery)
    .describe('persons_date: on the yearly return of a date of each person, such as a birthday.'),
  weekday: z.number().int().min(1).max(7).nullable().describe('Of `week`: 1 is Monday.'),
  month: z.number().int().min(1).max(12).nullable().describe('Of `year`.'),
  dayOfMonth: z
    .number()
    .int()
    .min(1)
    .max(31)
    .nullable()
    .describe('Of `month` and `year`; in a shorter month its last day.'),
  field: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,29}$/)
    .nullable()
    .describe('Of `persons_date`: `birth_date`, or the key of a custom field that is a date.'),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe('By the clock of the account’s zone; lawful hours are kept beside it.')
    .meta({ example: '10:00' }),
  firstDay: z.iso.date().nullable().describe('Not before this day.'),
  lastDay: z.iso.date().nullable().describe('Not after this day; null: until somebody ends it.'),
  listId: campaignFields.listId.describe(
    'A list that was chosen of a segment is chosen anew on each day, by the rules of that day.',
  ),
  class: campaignFields.class,
  basis: campaignFields.basis,
  purpose: campaignFields.purpose,
  controllerId: campaignFields.controllerId,
  sender: campaignFields.sender,
  text: campaignFields.text,
}

export const recurringRequest = z.object({
  ...fields,
  weekday: fields.weekday.default(null),
  month: fields.month.default(null),
  dayOfMonth: fields.dayOfMonth.default(null),
  field: fields.field.default(null),
  firstDay: fields.firstDay.default(null),
  lastDay: fields.lastDay.default(null),
  basis: fields.basis.default(null),
  purpose: fields.purpose.default(null),
  controllerId: fields.controllerId
    .optional()
    .describe('For whom; the account’s default one if absent.'),
})
export type RecurringRequest = z.output<typeof recurringRequest>
export const recurringChange = z.object(fields).partial()
export type RecurringChange = z.output<typeof recurringChange>

export const recurringStart = z.object({
  version: versionRead.describe('As it was read: a change in between is not started.'),
})

export const recurringView = z.object({
  id: z.uuid(),
  ...fields,
  class: messageClass,
  basis: z.string().nullable(),
  state: z
    .enum(recurringStates)
    .describe('A draft waits for somebody to start it; a changed one is a draft again.'),
  version: z.number().int(),
  zone: z.string().describe('The IANA zone by whose clock it goes.'),
  next: z
    .object({ day: z.iso.date(), at: instantText })
    .nullable()
    .describe('The next day that it leaves, or looks for whose date it is; null: none.'),
  createdAt: instantText,
  changedAt: instantText,
  preparedBy: z.string().nullable().describe('Who wrote it last; null where a program did.'),
  approvedAt: instantText.nullable(),
  approvedBy: z.string().nullable().describe('Who started it.'),
  isStarterGone: z
    .boolean()
    .describe(
      'True: who started it has left the account, or may start none any more. It goes on all the same.',
    ),
  failure: z
    .object({ code: z.string(), sentence: z.string() })
    .nullable()
    .describe('Why it was paused by itself.'),
})
export type RecurringView = z.output<typeof recurringView>
export const recurringPage = pageOf(recurringView)

export const occurrenceView = z.object({
  day: z.iso.date(),
  state: z
    .enum(occurrenceStates)
    .describe(
      'waiting: the way is closed for now, as `failure` says, and it goes on by itself; ' +
        'missed: the server was away for too long; stopped: something stands against it, as `failure` says.',
    ),
  campaignId: z.uuid().nullable().describe('The campaign of this day, with its results.'),
  people: z
    .number()
    .int()
    .describe('Whose date it is; of a list, who was to receive it when it was made.'),
  accepted: z.number().int(),
  delivered: z.number().int(),
  refused: z.number().int(),
  failure: z
    .object({ code: z.string(), sentence: z.string() })
    .nullable()
    .describe('Why it waits, or did not leave.'),
  waitsUntil: instantText
    .nullable()
    .describe('Of `waiting`: whatever is closed until then, the day is `stopped`; else null.'),
})
export type OccurrenceView = z.output<typeof occurrenceView>
export const occurrencePage = pageOf(occurrenceView)

export const recurringWaiting = z.object({
  toStart: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        by: z.string().nullable().describe('Who wrote it.'),
      }),
    )
    .describe('What others have written and the caller may start; twenty at most.'),
  starterGone: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        by: z.string().nullable().describe('Who started it.'),
      }),
    )
    .describe(
      'For whoever may start one: those that go on although who started them has left, or may start none any more; twenty at most.',
    ),
  waiting: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        day: z.iso.date(),
        reason: z.string().describe('What is closed, as a sentence.'),
        until: instantText.describe('It goes on by itself until then, once that is put right.'),
      }),
    )
    .describe('Days whose way is closed for now; twenty at most, the earliest first.'),
  notSent: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        day: z.iso.date(),
        state: z.enum(['missed', 'stopped']),
        reason: z.string().nullable(),
      }),
    )
    .describe('Days of the last week on which nothing left; twenty at most, the latest first.'),
})
export type RecurringWaiting = z.output<typeof recurringWaiting>

named({
  recurringWaiting,
  recurringRequest,
  recurringChange,
  recurringStart,
  recurringView,
  recurringPage,
  occurrenceView,
  occurrencePage,
})
