// HTTP shapes of retention: periods, bounds, tonight's preview, the nights before. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'
import { looksRule } from './contract-looks.ts'

/** What an account chooses a period for here. */
export const retentionKinds = ['messages', 'replies', 'imports', 'looks'] as const
export type RetentionKind = (typeof retentionKinds)[number]
/** What a night is recorded of: contacts and texts have rules of their own. */
export const nightKinds = [...retentionKinds, 'contacts', 'texts'] as const
export type NightKind = (typeof nightKinds)[number]

/** What the program allows; an installation may allow less. */
export const programBounds: Readonly<Record<RetentionKind, { shortest: number; longest: number }>> =
  {
    messages: { shortest: 3, longest: 60 },
    replies: { shortest: 3, longest: 60 },
    imports: { shortest: 1, longest: 60 },
    looks: { shortest: looksRule.shortest, longest: looksRule.longest },
  }
export const periodMonthsMax = 60
export const periodReasonMin = 5
/** No preview counts further. */
export const previewMost = 1_000_000

const months = z.number().int().min(1).max(periodMonthsMax)
const reason = z.string().trim().min(periodReasonMin).max(300)

export const retentionPeriodView = z.object({
  kind: z.enum(retentionKinds).describe('Of which data.'),
  months: z.number().int().describe('How long it stays.'),
  chosenMonths: z
    .number()
    .int()
    .nullable()
    .describe('What the account chose or was told; null: nobody has looked yet.'),
  shortest: z.number().int().describe('The fewest months that may be chosen.'),
  longest: z.number().int().describe('The most months that may be chosen.'),
  deletesFrom: instantText
    .nullable()
    .describe('Nothing is deleted before; null: not known before the first night.'),
  due: z.number().int().describe('How many are older than that on the next night.'),
  goesTonight: z.boolean().describe('Whether these are deleted on the next night already.'),
  isMore: z.boolean().describe('There are more than were counted.'),
})
export type RetentionPeriodView = z.output<typeof retentionPeriodView>

export const retentionNightView = z.object({
  kind: z.enum(nightKinds).describe('Of which data.'),
  night: instantText.describe('The instant at which it was judged what is too old.'),
  state: z.enum(['running', 'done', 'failed']).describe('What became of it.'),
  term: z
    .object({
      count: z.number().int().describe('How many.'),
      unit: z.enum(['months', 'days']).describe('Of what.'),
    })
    .describe('The period at that time.'),
  before: instantText.nullable().describe('What was older went; null: nothing was to go yet.'),
  deleted: z
    .number()
    .int()
    .describe('How many messages, replies, imports, looks, contacts or texts went.'),
  rows: z
    .record(z.string(), z.number().int())
    .describe('Rows that went with them, by what they were.'),
  oldestLeft: instantText.nullable().describe('When the oldest that is left came in.'),
  endedAt: instantText.nullable().describe('When it was done.'),
  tookMs: z.number().int().describe('How long it took.'),
  failure: z.string().nullable().describe('Why it failed, in a sentence.'),
})
export type RetentionNightView = z.output<typeof retentionNightView>

/** What a restriction keeps past its period: what has one here, and what has a rule of its own. */
export const sparedKinds = ['messages', 'replies', 'texts', 'sensitive', 'looks'] as const
export type SparedKind = (typeof sparedKinds)[number]
export const retentionRestricted = z
  .object({
    people: z.number().int().describe('Of how many people the data may only be kept today.'),
    spared: z
      .array(
        z.object({
          kind: z.enum(sparedKinds).describe('Of which data.'),
          count: z
            .number()
            .int()
            .describe('How many are past their period and stay; they go once it is lifted.'),
        }),
      )
      .describe('What stays for them alone; what nobody has is left out.'),
  })
  .describe(
    'People whose data is restricted (GDPR, article 18): no period ends it until that is lifted.',
  )
export type RetentionRestricted = z.output<typeof retentionRestricted>

export const retentionPage = z.object({
  nextNight: instantText.describe('When the next deletion is judged and begins.'),
  isApplied: z.boolean().describe('Whether the last night was done for every kind of data.'),
  periods: z.array(retentionPeriodView).describe('What the account may choose.'),
  restricted: retentionRestricted,
  lastNights: z.array(retentionNightView).describe('The last record of each kind of data.'),
  stays: z
    .array(
      z.object({
        what: z.string().describe('Which data.'),
        why: z.string().describe('Why it stays, or how it goes.'),
      }),
    )
    .describe('What has no period here.'),
})
export type RetentionPage = z.output<typeof retentionPage>

export const retentionNights = z.object({
  items: z.array(retentionNightView).describe('The newest first.'),
  nextCursor: instantText.nullable().describe('Give it as `before` for older nights; null: none.'),
})
export type RetentionNights = z.output<typeof retentionNights>

export const retentionNightsQuery = z.object({
  before: instantText.optional().describe('Only nights before this instant.'),
})

export const retentionPeriodRequest = z.object({
  kind: z.enum(retentionKinds).describe('Of which data.'),
  months: months.describe('How long it stays, in months.').meta({ example: 12 }),
  reason: reason.describe('Why, for the journal.'),
})
export type RetentionPeriodRequest = z.output<typeof retentionPeriodRequest>

export const retentionBoundView = z.object({
  kind: z.enum(retentionKinds).describe('Of which data.'),
  shortest: z.number().int().describe('The fewest months that an account may choose.'),
  longest: z.number().int().describe('The most months that an account may choose.'),
  programShortest: z.number().int().describe('The fewest that the program allows.'),
  programLongest: z.number().int().describe('The most that the program allows.'),
  changedAt: instantText.nullable().describe('When the installation set it; null: never.'),
})
export type RetentionBoundView = z.output<typeof retentionBoundView>
export const retentionBounds = z.object({
  items: z.array(retentionBoundView).describe('One for each kind of data.'),
})
export type RetentionBounds = z.output<typeof retentionBounds>
export const retentionBoundRequest = z.object({
  kind: z.enum(retentionKinds).describe('Of which data.'),
  shortest: months.describe('The fewest months that an account may choose.').meta({ example: 3 }),
  longest: months.describe('The most months that an account may choose.').meta({ example: 24 }),
})
export type RetentionBoundRequest = z.output<typeof retentionBoundRequest>

named({
  retentionPeriodView,
  retentionNightView,
  retentionRestricted,
  retentionPage,
  retentionNights,
  retentionPeriodRequest,
  retentionBoundView,
  retentionBounds,
  retentionBoundRequest,
})
