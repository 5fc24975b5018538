// HTTP shapes of what became of a campaign: its results, beside one's own last ones, and as files.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'
import { failures, finalStates, messageState } from '../sending/contract.ts'
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
  failed: z.number().int(),
  unconfirmed: z.number().int(),
}

const breakdown = z.object({
  countedAt: instantText.describe('When the messages were counted.'),
  isCurrent: z.boolean().describe('Nothing has moved since; else it is counted again soon.'),
  parts: z.number().int().describe('Of what left or is to leave.'),
  costMicroEur: z.number().int().describe('Of the same: what was refused costs nothing.'),
  stepSeconds: z.number().int().describe('How long a step of `times` lasts.'),
  times: z
    .array(z.object({ at: instantText, ...ended }))
    .describe('Steps in which nothing ended are not there.'),
  routes: z.array(z.object({ name: z.string(), messages: z.number().int(), ...ended })),
  countries: z.array(z.object({ country: z.string(), messages: z.number().int(), ...ended })),
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
  groups: z.array(z.object({ group: z.enum(groupNames), messages: z.number().int(), share })),
  refused: z.array(leftOut).describe('In the public order of refusals; their sum is `refused`.'),
  replies: z.object({
    total: z.number().int(),
    stop: z.number().int(),
    help: z.number().int(),
    contact: z.number().int(),
    start: z.number().int(),
    doubtful: z.number().int(),
    other: z.number().int(),
    peopleWhoStopped: z.number().int(),
    toRead: z.number().int().describe('Replies that somebody has to read.'),
  }),
  breakdown: breakdown
    .nullable()
    .describe('Counted from the messages; null until a large campaign is counted a first time.'),
  past: z
    .object({
      campaigns: z.number().int().describe('How many earlier ones of the same class; ten at most.'),
      rates: z.array(
        z.object({
          rate: z.enum(['delivered', 'failed', 'refused', 'stopped', 'replied']),
          own: share,
          median: share,
        }),
      ),
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

named({ campaignResults })
