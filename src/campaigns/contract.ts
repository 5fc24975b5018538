// HTTP shapes of campaigns, their check sheets and their progress. Browser-safe.
import { z } from 'zod'
import { statusCount } from '../contacts/contract.ts'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import {
  alertBases,
  messageClass,
  messageState,
  refusal,
  sentText,
  unsurePolicy,
} from '../sending/contract.ts'

export const campaignStates = [
  'draft',
  'approved',
  'accepting',
  'running',
  'paused',
  'cancelled',
  'done',
] as const
export const campaignState = z.enum(campaignStates)
export type CampaignState = (typeof campaignStates)[number]

/** What a text may take from the contact, written `{first_name}` or `{first_name|instead}`. */
export const mergeFields = ['first_name', 'last_name'] as const

const campaignFields = {
  name: z.string().trim().min(1).max(120),
  listId: z.uuid(),
  class: messageClass,
  basis: z.enum(alertBases).nullable().describe('Needed for an alert: why it may leave.'),
  purpose: z.string().max(60).nullable().describe('Needed for marketing: as in the consent.'),
  controllerId: z.uuid(),
  sender: z.string().trim().min(1).max(16),
  text: sentText.describe(
    'May hold {first_name} and {last_name}, also as {first_name|what stands instead}.',
  ),
  sendAt: instantText.nullable().describe('Not before this instant.'),
  usefulUntil: instantText.nullable().describe('After it, what has not left does not leave.'),
  ifUnsure: unsurePolicy.describe(
    'When nobody can know whether the operator took a message. Twice: an alert with `usefulUntil`.',
  ),
  perHour: z
    .number()
    .int()
    .min(10)
    .max(10_000_000)
    .nullable()
    .describe('At most so many messages an hour; null: as fast as the route goes.'),
  overrideReason: z
    .string()
    .trim()
    .min(10)
    .max(500)
    .nullable()
    .describe('An alert that reads like advertising and is none: another user must approve it.'),
}

export const campaignRequest = z.object({
  ...campaignFields,
  basis: campaignFields.basis.default(null),
  purpose: campaignFields.purpose.default(null),
  controllerId: campaignFields.controllerId
    .optional()
    .describe('For whom; the account’s default one if absent.'),
  sendAt: campaignFields.sendAt.default(null),
  usefulUntil: campaignFields.usefulUntil.default(null),
  ifUnsure: campaignFields.ifUnsure.default('never_twice'),
  perHour: campaignFields.perHour.default(null),
  overrideReason: campaignFields.overrideReason.default(null),
})
export type CampaignRequest = z.output<typeof campaignRequest>
export const campaignChange = z.object(campaignFields).partial()
export type CampaignChange = z.output<typeof campaignChange>

export const campaignCounts = z.object({
  accepted: z.number().int(),
  waiting: z.number().int().describe('Held or queued.'),
  submitting: z.number().int(),
  submitted: z.number().int().describe('Taken by the operator, without a final receipt yet.'),
  maybeSent: z.number().int(),
  delivered: z.number().int(),
  undelivered: z.number().int(),
  expired: z.number().int(),
  rejected: z.number().int(),
  refused: z.number().int(),
  cancelled: z.number().int(),
  unconfirmed: z.number().int(),
})
export type CampaignCounts = z.output<typeof campaignCounts>

export const leftOut = z.object({
  refusal,
  sentence: z.string(),
  people: z.number().int(),
})

export const campaignView = z.object({
  id: z.uuid(),
  number: z.number().int().describe('The public number of the campaign, below 2^31.'),
  name: z.string(),
  state: campaignState,
  listId: z.uuid(),
  class: messageClass,
  basis: z.string().nullable(),
  purpose: z.string().nullable(),
  controllerId: z.uuid(),
  sender: z.string(),
  text: z.string(),
  sendAt: instantText.nullable(),
  usefulUntil: instantText.nullable(),
  ifUnsure: unsurePolicy,
  perHour: z.number().int().nullable(),
  createdAt: instantText,
  approvedAt: instantText.nullable(),
  approvedHash: z.string().nullable(),
  startedAt: instantText.nullable(),
  endedAt: instantText.nullable(),
  counts: campaignCounts,
  leftOut: z.array(leftOut),
  statuses: z
    .array(statusCount)
    .describe('Of marketing: each person once, by their status when their message was judged.'),
  failure: z
    .object({ code: z.string(), sentence: z.string() })
    .nullable()
    .describe('Why its acceptance stopped; it can be resumed.'),
})
export type CampaignView = z.output<typeof campaignView>
export const campaignPage = pageOf(campaignView)
export const campaignQuery = pageQuery

export const checkSheet = z.object({
  campaignId: z.uuid(),
  hash: z.string().describe('What is approved is the sheet with this hash, and no other.'),
  madeAt: instantText,
  people: z.number().int().describe('On the list.'),
  receive: z.number().int(),
  statuses: z
    .array(statusCount)
    .describe('Of marketing: each person once, by their status, as contacts and lists tell it.'),
  leftOut: z.array(leftOut).describe('In the public order of refusals; each person once.'),
  segments: z.number().int(),
  costMicroEur: z.number().int(),
  sample: z.string().describe('The text as it leaves, with its places filled as an example.'),
  stopMention: z.string().nullable().describe('What is appended so that people can say no.'),
  encodings: z.object({ gsm7: z.number().int(), ucs2: z.number().int() }),
  ucs2Because: z.array(
    z.object({
      character: z.string(),
      codePoint: z.string(),
      messages: z.number().int(),
      fromTheText: z.boolean().describe('False: it comes from a contact’s name.'),
    }),
  ),
  segmentCounts: z.array(z.object({ segments: z.number().int(), messages: z.number().int() })),
  hours: z.array(
    z.object({
      territory: z.string(),
      zone: z.string().describe('The IANA zone in which these hours are lawful.'),
      messages: z.number().int(),
      opensAt: instantText.describe('When the first of these leave.'),
      closesAt: instantText.nullable().describe('When the hours end on that day.'),
    }),
  ),
  startsAt: instantText.nullable(),
  endsAt: instantText
    .nullable()
    .describe('At the rates of the route and of the sender, and the pace asked for.'),
  ratePerSecond: z
    .number()
    .nullable()
    .describe('Null: neither the route nor its senders have a limit.'),
  notices: z.array(z.object({ code: z.string(), sentence: z.string() })),
  problems: z
    .array(z.object({ refusal, sentence: z.string() }))
    .describe('What stands against the whole campaign: to be mended before it can be approved.'),
})
export type CheckSheet = z.output<typeof checkSheet>

export const approvalRequest = z.object({ hash: z.string().min(16).max(128) })
export const progressEvent = z.object({
  state: campaignState,
  counts: campaignCounts,
  perSecond: z.number().describe('Submitted in the last second.'),
  at: instantText,
})
export type ProgressEvent = z.output<typeof progressEvent>
export const campaignReport = z.object({
  campaign: campaignView,
  byState: z.array(z.object({ state: messageState, messages: z.number().int() })),
  replies: z.object({
    stop: z.number().int(),
    doubtful: z.number().int(),
    other: z.number().int(),
  }),
  costMicroEur: z.number().int(),
})
export type CampaignReport = z.output<typeof campaignReport>

named({
  campaignState,
  campaignRequest,
  campaignChange,
  campaignCounts,
  leftOut,
  campaignView,
  campaignPage,
  checkSheet,
  approvalRequest,
  progressEvent,
  campaignReport,
})
