// HTTP shapes of what became of a campaign: its results, beside one's own last ones, and as files.
import { z } from 'zod'
import { instantText, named, pageQuery } from '../http/contract.ts'
import {
  failures,
  finalStates,
  isOneChoice,
  messageChoice,
  messageClass,
  messageState,
  notBoth,
  replyShow,
} from '../sending/contract.ts'
import { campaignCounts, campaignState } from './contract.ts'
import { leftOut } from './contract-fields.ts'

/** Where a message of a campaign stands now, in six words; each counts in exactly one. */
export const resultGroups = {
  delivered: ['delivered'],
  failed: ['undelivered', 'expired', 'rejected'],
  unconfirmed: ['unconfirmed'],
  refused: ['refused'],
  cancelled: ['cancelled'],
  underway: ['waiting', 'submitting', 'submitted', 'maybeSent'],
} as const
export type ResultGroup = keyof typeof resultGroups
const groupNames = Object.keys(resultGroups) as [ResultGroup, ...ResultGroup[]]

const share = z.number().min(0).max(1).nullable().describe('Of one; null where there is nothing.')
const ended = {
  delivered: z.number().int(),
  failed: z.number().int().describe('Undelivered, expired or rejected.'),
  unconfirmed: z.number().int(),
}

const breakdown = z.object({
  countedAt: instantText.describe('When the messages were counted.'),
  isCurrent: z.boolean().describe('Nothing has moved since; else it is counted again soon.'),
  detailsDeletedAt: instantText
    .nullable()
    .describe('When the messages were deleted at the end of their period: their totals stay.'),
  parts: z.number().int().describe('Of what left or is to leave.'),
  costMicroEur: z.number().int().describe('Of the same: what was refused costs nothing.'),
  stepSeconds: z.number().int().describe('How long a step of `times` lasts.'),
  times: z
    .array(z.object({ at: instantText, ...ended }))
    .describe('Steps in which nothing ended are not there.'),
  routes: z
    .array(z.object({ routeId: z.uuid(), name: z.string(), messages: z.number().int(), ...ended }))
    .describe('The same by the route that each took.'),
  countries: z
    .array(z.object({ country: z.string(), messages: z.number().int(), ...ended }))
    .describe('The same by the country of the number.'),
  notArrived: z
    .array(
      z.object({
        state: z.enum(finalStates),
        reason: z.enum(failures),
        sentence: z.string(),
        messages: z.number().int(),
      }),
    )
    .describe('What did not arrive, by reason, without refusals.'),
})

export const campaignResults = z.object({
  id: z.uuid(),
  name: z.string(),
  state: campaignState,
  startedAt: instantText.nullable(),
  endedAt: instantText.nullable(),
  counts: campaignCounts,
  groups: z
    .array(
      z.object({
        group: z.enum(groupNames).describe('Where a message stands, in six words.'),
        messages: z.number().int(),
        share,
      }),
    )
    .describe('Each message counts in exactly one.'),
  refused: z.array(leftOut).describe('In the public order of refusals; their sum is `refused`.'),
  replies: z
    .object({
      total: z.number().int().describe('All of them.'),
      stop: z.number().int().describe('Those that say STOP.'),
      help: z.number().int().describe('Those that ask for help.'),
      contact: z.number().int().describe('Those that ask who writes.'),
      start: z.number().int().describe('Those that agree again after a STOP.'),
      doubtful: z.number().int().describe('Those that may be a STOP.'),
      other: z.number().int().describe('Those that say anything else.'),
      peopleWhoStopped: z.number().int().describe('How many different people said STOP.'),
      toRead: z.number().int().describe('Replies that somebody has to read.'),
    })
    .describe('What people wrote back.'),
  breakdown: breakdown
    .nullable()
    .describe('Counted from the messages; null until a large campaign is counted a first time.'),
  past: z
    .object({
      campaigns: z.number().int().describe('How many earlier ones of the same class; ten at most.'),
      rates: z
        .array(
          z.object({
            rate: z
              .enum(['delivered', 'failed', 'refused', 'stopped', 'replied'])
              .describe('Of which figure the share is.'),
            own: share,
            median: share,
          }),
        )
        .describe('The share of this campaign beside the median of the earlier ones.'),
    })
    .nullable()
    .describe('Beside one’s own last campaigns; null while there are fewer than three.'),
})
export type CampaignResults = z.output<typeof campaignResults>

const resultFileFormats = ['csv', 'xlsx'] as const
export type ResultFileFormat = (typeof resultFileFormats)[number]
export const resultFileQuery = z.object({
  format: z.enum(resultFileFormats).default('csv'),
  state: messageState.optional().describe('Only messages in this state.'),
})

/** A file of a spreadsheet is made whole in memory; a CSV file goes out as it is read. */
export const resultRowsMax = { csv: 1_000_000, xlsx: 20_000 } as const

/** Campaigns of a period that are told; of more, the latest. */
export const periodCampaignsMax = 300
const periodDaysMax = 366
const dayMs = 86_400_000

const periodDays = {
  from: z.iso.date().describe('The first day, by the clock of the account’s zone.'),
  until: z.iso.date().describe('The last day, which counts whole.'),
}
const daysOf = ({ from, until }: { from: string; until: string }) =>
  (Date.parse(until) - Date.parse(from)) / dayMs
const isPeriod = (asked: { from: string; until: string }) =>
  daysOf(asked) >= 0 && daysOf(asked) < periodDaysMax
const noPeriod = {
  path: ['until'],
  error: `until has to be from or later, and less than ${periodDaysMax} days after it.`,
}
export const periodQuery = z.object(periodDays).refine(isPeriod, noPeriod)
export const periodFileQuery = z
  .object({ ...periodDays, format: z.enum(resultFileFormats).default('csv') })
  .refine(isPeriod, noPeriod)

const ofPeriod = pageQuery.extend({
  ...periodDays,
  audienceId: z.uuid().optional().describe('Of campaigns to this list or segment alone.'),
})
export const periodMessagesQuery = ofPeriod
  .extend({
    ...messageChoice,
    routeId: z.uuid().optional().describe('Those that took this route.'),
  })
  .refine(isPeriod, noPeriod)
  .refine(isOneChoice, notBoth)
export type PeriodMessagesQuery = z.output<typeof periodMessagesQuery>
export const periodRepliesQuery = ofPeriod
  .extend({ show: replyShow.optional() })
  .refine(isPeriod, noPeriod)
export type PeriodRepliesQuery = z.output<typeof periodRepliesQuery>

const periodFigures = {
  accepted: z.number().int().describe('All messages, refused ones included.'),
  delivered: z.number().int(),
  failed: z.number().int().describe('Undelivered, expired or rejected.'),
  unconfirmed: z.number().int(),
  refused: z.number().int(),
  cancelled: z.number().int(),
  underway: z.number().int().describe('They wait, or their receipts have not come yet.'),
  stopped: z.number().int().describe('People who said STOP, counted once a campaign.'),
  replies: z.number().int().describe('Replies to these messages.'),
  parts: z.number().int().describe('Of what left or is to leave, as far as it is counted.'),
  costMicroEur: z.number().int().describe('Of the same: what was refused costs nothing.'),
}
const audienceId = z.uuid().describe('Of the list, or of the segment that was chosen.')

export const periodResults = z.object({
  ...periodDays,
  zone: z.string().describe('The IANA zone by whose clock the days begin.'),
  isCut: z.boolean().describe('There are more campaigns: only the latest are told.'),
  uncounted: z
    .number()
    .int()
    .describe('Campaigns whose operators, parts and cost are still being counted; ask again.'),
  total: z.object(periodFigures).describe('Of all campaigns below.'),
  lists: z
    .array(
      z.object({
        audienceId,
        segmentId: z.uuid().nullable().describe('Null: a list.'),
        name: z.string().nullable().describe('Null: it was deleted since.'),
        campaigns: z.number().int().describe('How many campaigns.'),
        ...periodFigures,
      }),
    )
    .describe('By the list or segment that each campaign went to, the largest first.'),
  operators: z
    .array(
      z.object({
        routeId: z.uuid(),
        name: z.string(),
        campaigns: z.number().int().describe('How many campaigns.'),
        messages: z.number().int().describe('What left, or is to leave.'),
        ...ended,
      }),
    )
    .describe('By the route to the operator that each message took, the largest first.'),
  campaigns: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        class: messageClass,
        startedAt: instantText,
        audienceId,
        audience: z.string().nullable().describe('The list or segment; null: deleted since.'),
        routeIds: z
          .array(z.uuid())
          .describe('The routes that its messages took, as far as counted.'),
        ...periodFigures,
      }),
    )
    .describe('Those that were launched in the period, the latest first.'),
})

export type PeriodResults = z.output<typeof periodResults>

named({ campaignResults, periodResults })
