// HTTP shapes of campaigns, their check sheets and their progress. Browser-safe.
import { z } from 'zod'
import { statusCount } from '../contacts/contract.ts'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import { messageClass, messageState, refusal, unsurePolicy } from '../sending/contract.ts'
import { approvalAsked } from './contract-approval.ts'
import { campaignFields, leftOut, travelling } from './contract-fields.ts'

export type * from './contract-approval.ts'
export type * from './contract-compose.ts'
export type * from './contract-recurring.ts'
export { birthDateField, recurringEvery } from './contract-recurring.ts'

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

/** What happens next to a campaign. */
export const campaignNexts = [
  'to_approve',
  'waits_for_approval',
  'returned',
  'to_launch',
  'waits_for_way',
  'waits_for_instant',
  'waits_for_hours',
  'waits_for_route',
  'waits_for_objections',
  'preparing',
  'leaving',
  'receipts_come',
  'paused',
  'stopped',
  'cannot_resume',
  'nothing',
] as const
export type CampaignNext = (typeof campaignNexts)[number]

export const campaignRequest = z.object({
  ...campaignFields,
  basis: campaignFields.basis.default(null),
  purpose: campaignFields.purpose.default(null),
  controllerId: campaignFields.controllerId
    .optional()
    .describe('For whom; the account’s default one if absent.'),
  sendAt: campaignFields.sendAt.default(null),
  sendAtLocal: campaignFields.sendAtLocal.default(false),
  usefulUntil: campaignFields.usefulUntil.default(null),
  ifUnsure: campaignFields.ifUnsure.default('never_twice'),
  perHour: campaignFields.perHour.default(null),
  overrideReason: campaignFields.overrideReason.default(null),
  template: campaignFields.template.default(null),
})
export type CampaignRequest = z.output<typeof campaignRequest>
export const campaignChange = z.object(campaignFields).partial()
export type CampaignChange = z.output<typeof campaignChange>

/** `name`: null for the same name. */
export const copyRequest = z.object({
  name: campaignFields.name.nullable().default(null),
})

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
  sendAtLocal: campaignFields.sendAtLocal,
  usefulUntil: instantText.nullable(),
  ifUnsure: unsurePolicy,
  perHour: z.number().int().nullable(),
  overrideReason: z
    .string()
    .nullable()
    .describe('Why an alert that reads like advertising is none; null where nobody says so.'),
  template: campaignFields.template,
  recurringId: z.uuid().nullable().describe('The recurring send of which it is a day.'),
  createdAt: instantText,
  preparedBy: z.string().nullable().describe('Who wrote it last; null where a program did.'),
  approvedAt: instantText.nullable(),
  approvedBy: z.string().nullable().describe('Who approved its check sheet.'),
  approvedHash: z.string().nullable(),
  approvalAsked: approvalAsked
    .nullable()
    .describe('The last time that its approval was asked for; null: never.'),
  startedAt: instantText.nullable(),
  endedAt: instantText.nullable(),
  counts: campaignCounts,
  preparing: z
    .object({
      people: z.number().int().describe('Those whose messages stand, or were left out.'),
      of: z.number().int().describe('On the list, as the approved check sheet counted it.'),
    })
    .nullable()
    .describe('How far its list is turned into messages; null before the launch and once it is.'),
  leftOut: z.array(leftOut),
  statuses: z
    .array(statusCount)
    .describe('Of marketing: each person once, by their status when their message was judged.'),
  failure: z
    .object({ code: z.string(), sentence: z.string() })
    .nullable()
    .describe('Why its acceptance stopped; it can be resumed.'),
  mayMove: z
    .boolean()
    .describe('Whether it is approved or launched, and nothing of it has left: it can be moved.'),
  next: z
    .object({
      what: z.enum(campaignNexts).describe('Stable: programs decide by this.'),
      at: instantText.nullable().describe('When; null where no instant is known.'),
      allAt: instantText
        .nullable()
        .describe('When it is so for all who wait, in every zone; null where that is not known.'),
      zone: z.string().nullable().describe('The IANA zone of the people it is about.'),
      sentence: z.string().describe('The same for a person, with the instant as ISO 8601.'),
    })
    .describe('What happens next, or what somebody has to do.'),
})
export type CampaignView = z.output<typeof campaignView>
export const campaignPage = pageOf(campaignView)
export const upcomingCampaigns = z.object({ items: z.array(campaignView) })
export const campaignQuery = pageQuery.extend({
  state: campaignState.optional().describe('Those that are in this state alone.'),
})

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
  ...travelling,
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

export const approvalRequest = z.object({
  hash: z.string().min(16).max(128),
  launch: z.boolean().default(false).describe('Also launches it, in the same step.'),
})
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

/** As whoever manages the installation sees it: without its text. */
export const campaignUnderWay = z.object({
  id: z.uuid(),
  account: z
    .object({
      id: z.uuid(),
      number: z.number().int().describe('The public number of the account.'),
      name: z.string(),
    })
    .describe('Whose it is.'),
  name: z.string(),
  state: campaignState,
  class: messageClass,
  sender: z.string(),
  sendAt: instantText.nullable(),
  approvedAt: instantText.nullable(),
  startedAt: instantText.nullable(),
  counts: campaignCounts,
})
export type CampaignUnderWay = z.output<typeof campaignUnderWay>
export const campaignUnderWayPage = pageOf(campaignUnderWay)

export const moderationReason = z
  .object({
    reason: z
      .string()
      .trim()
      .min(5)
      .max(500)
      .describe('Why, in your own words; kept sealed in the journal of the account.'),
  })
  .meta({ example: { reason: 'Signalement d’un destinataire' } })

export const moderatedText = z.object({
  sender: z.string(),
  text: z.string().describe('As it was written, with its places for names.'),
})
export type ModeratedText = z.output<typeof moderatedText>

export const moderatedParams = z.object({ id: z.uuid(), campaignId: z.uuid() })

named({
  campaignUnderWay,
  campaignUnderWayPage,
  moderationReason,
  moderatedText,
  campaignState,
  campaignRequest,
  campaignChange,
  copyRequest,
  campaignCounts,
  leftOut,
  campaignView,
  campaignPage,
  upcomingCampaigns,
  checkSheet,
  approvalRequest,
  progressEvent,
  campaignReport,
})
