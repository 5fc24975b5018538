// HTTP shapes of segments: people chosen by rules. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'

export const segmentRulesMax = 10
export const segmentsMax = 200
const days = z.number().int().min(0).max(3_650)
const day = z.iso.date().describe('The whole day counts, by the clock of the account.')

const moment = <O extends string>(op: O) =>
  z.literal(op).describe('Before a day, on it or after, within so many days, or not within them.')
const about = <F extends string>(field: F) => z.literal(field).describe('What the rule is about.')

/** Before a day, since a day, within so many days, or not within them: never is not within. */
const moments = [
  z.object({ op: moment('before'), day }),
  z.object({ op: moment('since'), day }),
  z.object({ op: moment('within'), days }),
  z.object({ op: moment('not_within'), days }),
] as const
const whenOf = <F extends string>(field: F) =>
  z.discriminatedUnion('op', [
    moments[0].extend({ field: about(field) }),
    moments[1].extend({ field: about(field) }),
    moments[2].extend({ field: about(field) }),
    moments[3].extend({ field: about(field) }),
  ])

const isOrNot = z.enum(['is', 'is_not']).describe('Whether it fits, or does not.')

export const customOps = [
  'is',
  'is_not',
  'contains',
  'less',
  'more',
  'in_days',
  'filled',
  'empty',
] as const
export type CustomOp = (typeof customOps)[number]

/** Which status a person may have today; `erased` is nobody’s any more. */
export const segmentStatuses = [
  'can_receive',
  'stopped',
  'declined',
  'restricted',
  'unproven',
  'expired',
  'checked',
  'dead_number',
  'unreachable',
] as const

/** What became of one campaign for a person. */
export const campaignOps = [
  'sent',
  'not_sent',
  'delivered',
  'not_delivered',
  'replied',
  'not_replied',
] as const
export type CampaignOp = (typeof campaignOps)[number]

const segmentStatus = z.enum(segmentStatuses).describe('The status of a person today.')

export const segmentRule = z.union([
  z.object({ field: about('list'), op: isOrNot, listId: z.uuid() }),
  z.object({
    field: about('campaign'),
    op: z
      .enum(campaignOps)
      .describe(
        '`sent`: a message of it left for them. `not_delivered`: it left, and ended without arriving. `not_replied`: it left, and they have not written back; a STOP is no reply.',
      ),
    campaignId: z
      .uuid()
      .describe('As long as its messages are kept; afterwards the rule is refused.'),
  }),
  z.object({ field: about('status'), op: isOrNot, status: segmentStatus }),
  z.object({
    field: about('country'),
    op: isOrNot,
    country: z.string().regex(/^[A-Z]{2}$/),
  }),
  z.object({
    field: about('department'),
    op: isOrNot,
    department: z
      .string()
      .trim()
      .min(1)
      .max(12)
      .describe('The beginning of the postcode, as contacts show it: `69`.'),
  }),
  whenOf('added'),
  whenOf('last_message'),
  whenOf('last_reply'),
  whenOf('agreed'),
  z.object({
    field: about('custom'),
    key: z.string().max(30).describe('The key of a custom field.'),
    op: z
      .enum(customOps)
      .describe(
        '`contains`: of texts. `less` and `more`: of numbers, amounts and dates. `in_days`: of dates, from today on through so many days ahead.',
      ),
    value: z
      .string()
      .max(200)
      .default('')
      .describe('As people write it; of `in_days` the days; of `filled` and `empty` nothing.'),
  }),
])
export type SegmentRule = z.output<typeof segmentRule>

export const segmentMatches = ['all', 'any'] as const
export const segmentRules = z.object({
  match: z.enum(segmentMatches).describe('`all`: every rule fits. `any`: one at least.'),
  rules: z
    .array(segmentRule)
    .min(1)
    .max(segmentRulesMax)
    .describe(`What must fit; ${segmentRulesMax} at most.`),
})
export type SegmentRules = z.output<typeof segmentRules>

const segmentName = z.string().trim().min(1).max(120)
export const segmentView = z.object({
  id: z.uuid(),
  name: z.string(),
  ...segmentRules.shape,
  createdAt: instantText,
  updatedAt: instantText,
})
export type SegmentView = z.output<typeof segmentView>
export const segmentList = z.object({
  items: z.array(segmentView).describe(`By name; an account has ${segmentsMax} at most.`),
})
export const segmentRequest = z.object({ name: segmentName, ...segmentRules.shape })
export type SegmentRequest = z.output<typeof segmentRequest>
export const segmentChange = z
  .object({ name: segmentName, ...segmentRules.shape })
  .partial()
  .refine(({ match, rules }) => (match === undefined) === (rules === undefined), {
    message: 'Give `match` and `rules` together.',
    path: ['rules'],
  })
export type SegmentChange = z.output<typeof segmentChange>

export const segmentCountRequest = z.object({
  ...segmentRules.shape,
  listId: z.uuid().optional().describe('Among the members of this list alone.'),
  cursor: pageQuery.shape.cursor,
})
export const segmentCounts = z.object({
  looked: z.number().int().describe('Contacts that this answer has looked at.'),
  people: z.number().int().describe('Those of them who fit.'),
  statuses: z
    .array(z.object({ status: segmentStatus, people: z.number().int() }))
    .describe('The same by their status, as contacts, lists and check sheets count it.'),
  nextCursor: pageOf(z.unknown()).shape.nextCursor,
})
export type SegmentCounts = z.output<typeof segmentCounts>

/** More people than this are not opened for one search of a list or segment. */
export const nameSearchMax = 250_000
/** Nor more than this for one search among all contacts of an account. */
export const nameSearchAllMax = 2_000_000
export const nameSearch = z
  .object({
    text: z
      .string()
      .trim()
      .min(2)
      .max(100)
      .describe('The beginnings of first or last names, in any case and order.'),
    listId: z.uuid().optional().describe('In this list; without both, among all contacts.'),
    segmentId: z.uuid().optional().describe('Among those who fit this segment.'),
    cursor: pageQuery.shape.cursor,
  })
  .meta({ example: { text: 'cam ex', listId: '019ab3f2-8d5e-7cc1-9b41-5f0a2c3d4e5f' } })
export type NameSearch = z.output<typeof nameSearch>

/** What a list keeps of the segment that it was made of. */
export const segmentSnapshot = z.object({
  id: z.uuid(),
  name: z.string(),
  ...segmentRules.shape,
  chosenAt: instantText.describe('When its people were chosen.'),
  isEmptied: z
    .boolean()
    .describe('Its people were let go, since no campaign has to read them any more.'),
})
export type SegmentSnapshot = z.output<typeof segmentSnapshot>

named({
  segmentRule,
  segmentRules,
  segmentView,
  segmentList,
  segmentRequest,
  segmentChange,
  segmentCountRequest,
  segmentCounts,
  segmentSnapshot,
  nameSearch,
})
