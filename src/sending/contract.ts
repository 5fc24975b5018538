// HTTP shapes of messages, their stories and their replies. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import { messageState, replyShow } from './contract-states.ts'
import { sentText } from './contract-text.ts'

export type { DeadNumberView } from './contract-dead.ts'
export type { QueueView } from './contract-queues.ts'
export type { ReleaseRequest, RestorationView } from './contract-restoration.ts'
export * from './contract-states.ts'
export {
  exampleOf,
  mergeFields,
  readTemplate,
  render,
  type Template,
} from './contract-template.ts'
export { sentText } from './contract-text.ts'

export const messageClasses = ['marketing', 'alert'] as const
export type MessageClass = (typeof messageClasses)[number]

/** Why an alert may leave without consent (GDPR 6(1)); the sender says which, never a default. */
export const alertBases = [
  'contract',
  'legal_obligation',
  'vital_interests',
  'public_task',
  'legitimate_interest',
] as const
export type AlertBasis = (typeof alertBases)[number]

/** The checks of the gate, in the order in which they are asked and recorded. */
export const gateCheckNames = [
  'class_chosen',
  'alert_basis',
  'number_usable',
  'country_rules',
  'objection',
  'consent',
  'quarantine',
  'age',
  'reply_review',
  'alert_wording',
  'sector',
  'sender',
  'brand',
  'stop_mention',
  'merge_fields',
  'length',
  'frequency',
  'route',
  'useful_until',
  'hours',
  'schedule',
  'number_works',
  'restriction',
] as const
export type GateCheckName = (typeof gateCheckNames)[number]

/**
 * In descending precedence: the first that applies is the answer. Those about what the person has
 * said come in the order of a person's status (`refusals.ts`), so that both tell the same. The
 * order is part of the API. The name of a refusal is shown to people, so none tells that somebody
 * asked to be erased.
 */
export const refusals = [
  'class_missing',
  'alert_basis_missing',
  'number_suppressed',
  'restricted',
  'number_dead',
  'number_not_usable',
  'no_rules_for_country',
  'record_altered',
  'consent_withdrawn',
  'no_consent',
  'consent_unproven',
  'consent_expired',
  'consent_declined',
  'in_quarantine',
  'reply_under_review',
  'minor_without_authorisation',
  'alert_reads_like_advertising',
  'sector_banned',
  'sender_not_registered',
  'sender_not_allowed',
  'brand_missing',
  'stop_mention_mismatch',
  'merge_field_empty',
  'text_too_long',
  'frequency_cap_reached',
  'route_missing',
  'route_without_contract',
  'route_barred',
  'route_closed',
  'outlived',
] as const

/**
 * Why a message ended without having arrived: a refusal, or what became of it later. The first that
 * is told of it stands, and none is left out: each final state but `delivered` has one.
 */
export const failures = [
  ...refusals,
  'called_back',
  'campaign_cancelled',
  'contact_gone',
  'operator_refused',
  'not_encodable',
  'cut_changed',
  'not_delivered',
  'validity_over',
  'maybe_sent',
  'no_receipt',
  'not_told',
  'restored',
] as const
export type Failure = (typeof failures)[number]

/** Why a message waits. A hold is no refusal: it ends, and mostly at a known instant. */
export const holds = [
  'outside_hours',
  'scheduled',
  'campaign_paused',
  'campaign_paced',
  'not_opened',
  'account_suspended',
  'supplier_barred',
  'objections_unknown',
] as const

/** What a receipt says, whatever the operator's words for it. */
export const receiptOutcomes = [
  'enroute',
  'accepted',
  'unknown',
  'delivered',
  'undelivered',
  'expired',
  'rejected',
  'deleted',
] as const
export type ReceiptOutcome = (typeof receiptOutcomes)[number]

export const messageClass = z
  .enum(messageClasses)
  .describe('Chosen by the sender, never by default: advertising is `marketing`.')
export const refusal = z.enum(refusals)
export const hold = z.enum(holds)
export const messageHold = z.object({
  reason: hold.describe(
    'Why it waits. `objections_unknown`: nobody can say whether the person has objected, until the ledger is mended.',
  ),
  until: instantText
    .nullable()
    .describe('When that ends; null where nobody knows, as with `objections_unknown`.'),
})

/** Twice is better than never: only for alerts, and only when the sender says so. */
export const unsurePolicy = z
  .enum(['never_twice', 'twice_rather_than_never'])
  .describe('What to do when nobody can know whether the operator took it.')
export type UnsurePolicy = z.infer<typeof unsurePolicy>

/** How far ahead a message may be told to leave, or to be of use: longer is a slip of the year. */
export const scheduledDaysMax = 366

const messageAsked = z.object({
  to: z.string().min(1).max(40).describe('A telephone number, E.164 or as written in `country`.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('Where a number without international prefix is at home; else the account’s.'),
  text: sentText,
  class: messageClass,
  basis: z.enum(alertBases).optional().describe('Needed for an alert: why it may leave.'),
  purpose: z
    .string()
    .max(60)
    .optional()
    .describe('Needed for marketing: the purpose consented to.'),
  controllerId: z.uuid().optional().describe('For whom; the account’s default one if absent.'),
  sender: z.string().min(1).max(16).optional().describe('What the telephone shows as from.'),
  usefulUntil: instantText.optional().describe('After this instant sending makes no sense.'),
  sendAt: instantText.optional().describe('Not before this instant.'),
  ifUnsure: unsurePolicy.default('never_twice'),
  override: z
    .object({
      reason: z.string().trim().min(10).max(500),
      approvedBy: z.uuid().describe('Another user of the account, who answers for it as well.'),
    })
    .optional()
    .describe('For an alert that reads like advertising and is none: a second user’s word.'),
  reference: z.string().max(80).optional().describe('Your own; returned, never sent.'),
})
/** With a contact: `to` is their number, and whoever else has it by then is not written to. */
export type MessageRequest = z.output<typeof messageAsked> & { contactId?: string | undefined }
/** To a number, or to a contact whose number whoever asks need not know. */
export const messageRequest = messageAsked
  .extend({
    to: messageAsked.shape.to
      .optional()
      .describe('A telephone number, E.164 or as written in `country`; or give `contactId`.'),
    contactId: z.uuid().optional().describe('The contact who is written to, in the place of `to`.'),
  })
  .refine(({ to, contactId }) => (to === undefined) !== (contactId === undefined), {
    message: 'Give either `to` or `contactId`.',
    path: ['to'],
  })
  .meta({
    example: {
      ...{ to: '+33639980001', class: 'alert', basis: 'contract', sender: 'Tilleuls' },
      ...{ text: 'Votre commande 4512 est prête.', reference: 'commande-4512' },
    },
  })
export type MessageAsked = z.output<typeof messageRequest>

export const messageFailure = z.object({
  code: z.enum(failures).describe('Stable: programs decide by this.'),
  sentence: z.string().describe('The same for a person, in the language of the caller.'),
  operatorStatus: z
    .string()
    .nullable()
    .describe(
      'The status of the operator’s answer (`0x0b` of SMPP, `422` of HTTP), or the error code of ' +
        'its receipt as it wrote it. Null where it had no say, or gave none.',
    ),
})
export type MessageFailure = z.output<typeof messageFailure>

export const messageView = z.object({
  id: z.uuid(),
  campaignId: z.uuid().nullable(),
  contactId: z.uuid().nullable(),
  class: messageClass,
  purpose: z.string().nullable(),
  to: z.string().describe('Masked: enough to recognise one’s own.'),
  country: z.string(),
  territory: z.string(),
  sender: z.string(),
  state: messageState,
  refusal: refusal.nullable(),
  sentence: z.string().nullable().describe('The refusal or hold in the reader’s language.'),
  hold: messageHold.nullable(),
  failure: messageFailure
    .nullable()
    .describe('Why it ended without having arrived; null while it lives and once it is delivered.'),
  encoding: z.enum(['gsm7', 'ucs2']),
  segments: z.number().int(),
  costMicroEur: z
    .number()
    .int()
    .describe('Of all its segments; nothing when it was refused or cancelled.'),
  reference: z.string().nullable(),
  acceptedAt: instantText,
  finalAt: instantText.nullable(),
})
export type MessageView = z.output<typeof messageView>
/** As lists and the story show it. */
export const listedMessage = messageView.extend({
  campaignName: z
    .string()
    .nullable()
    .describe(
      'Today’s name of its campaign. Null: it has none, or its campaign was deleted, or whoever ' +
        'asks has no right `campaigns.read`.',
    ),
})
export type ListedMessage = z.output<typeof listedMessage>
export const messagePage = pageOf(listedMessage).extend({
  lookedBackTo: instantText
    .nullable()
    .describe(
      'Of an account with very many messages: how far this page has looked, which may be before ' +
        'it is full. The next cursor goes on from there. Null: nothing was left out.',
    ),
})

/** The result of one check of the gate. */
export const checkResult = z.object({
  check: z.enum(gateCheckNames),
  result: z.enum(['passed', 'refused', 'held', 'not_applicable', 'not_asked']),
  sentence: z.string(),
})
export type CheckResult = z.output<typeof checkResult>

export const storySteps = [
  'accepted',
  'checked',
  'held',
  'queued',
  'cut',
  'routed',
  'checked_again',
  'submitted',
  'acknowledged',
  'received',
  'put_back',
  'ended',
] as const

export const storyStep = z.object({
  step: z.enum(storySteps),
  at: instantText,
  part: z.number().int().nullable().describe('Which part of a long message; null: the whole.'),
  sentence: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type StoryStep = z.output<typeof storyStep>

export const messageStory = z.object({
  message: listedMessage,
  reasons: z.object({
    class: messageClass,
    legalBasis: z.string().describe('`consent`, or the basis of an alert.'),
    consentEntryId: z.uuid().nullable(),
    wordingId: z.uuid().nullable(),
    controllerId: z.uuid(),
    rulePack: z.string(),
    checks: z.array(checkResult),
    route: z.string().nullable(),
    supplierId: z.uuid().nullable().describe('Whose contract was valid then.'),
    override: z.object({ reason: z.string(), approvedBy: z.uuid() }).nullable(),
  }),
  steps: z.array(storyStep),
})
export type MessageStory = z.output<typeof messageStory>

/** Clear text needs the right `contacts.reveal` and a reason, and is recorded. */
export const revealRequest = z.object({ reason: z.string().trim().min(5).max(300) })
export const revealedMessage = z.object({
  to: z.string(),
  text: z.string().describe('What is for the handset alone stands in it as “[code not shown]”.'),
  hides: z
    .enum(['code', 'link'])
    .nullable()
    .describe('What of the text nobody but the handset is shown; null for a text shown whole.'),
})
export const handsetMessage = z.object({ to: z.string(), text: z.string() })
export const handsetReply = z.object({
  text: z.string().trim().min(1).max(160).describe('What the simulated phone answers.'),
})

export const messageProof = z.object({
  messageId: z.uuid(),
  class: messageClass,
  legalBasis: z.string(),
  consentEntryId: z.uuid().nullable(),
  wordingId: z.uuid().nullable(),
  disclosurePath: z
    .string()
    .nullable()
    .describe(
      'Where the consent’s own proof is: `POST` there with the right `ledger.export` and a `reason`.',
    ),
  acceptedAt: instantText,
  checks: z.array(checkResult),
})

export const inboundKinds = ['stop', 'help', 'contact', 'start', 'doubtful', 'other'] as const
export const inboundView = z.object({
  id: z.uuid(),
  from: z.string().describe('Masked.'),
  contactId: z.uuid().nullable(),
  kind: z.enum(inboundKinds),
  receivedAt: instantText,
  campaignId: z.uuid().nullable(),
  needsReview: z.boolean(),
  review: z
    .enum(['stop', 'not_a_stop'])
    .nullable()
    .describe('What somebody who read it said of it.'),
})
export type InboundView = z.output<typeof inboundView>
export const revealedReply = z.object({
  from: z.string(),
  text: z.string(),
  matched: z
    .string()
    .describe('The words that decided how it was understood when it came; empty for none.'),
  by: z
    .enum(['keyword', 'signs', 'model', 'nothing'])
    .nullable()
    .describe(
      'What decided: a keyword, signs without words, or the model, by which it resembles ' +
        'writings that meant so; `nothing` when nothing was said; null for a reply from before ' +
        'this was kept.',
    ),
  score: z.number().nullable().describe('How sure the model was, of one.'),
  model: z.string().nullable().describe('The version of the model that decided.'),
})
export type RevealedReply = z.output<typeof revealedReply>
export const inboundPage = pageOf(inboundView)
export const inboundQuery = pageQuery.extend({
  needsReview: z.enum(['true', 'false']).optional(),
  campaignId: z.uuid().optional(),
  show: replyShow.optional(),
  receivedFrom: instantText.optional().describe('Received at this instant or later.'),
})
/**
 * What somebody who has read a reply says of it: of a doubtful one either,
 * of any other that it was a STOP.
 */
export const inboundReview = z.object({ meaning: z.enum(['stop', 'not_a_stop']) })
export type InboundReview = z.output<typeof inboundReview>

/**
 * Of conversations. `decide`: a doubtful reply waits to be read. `mine`: open,
 * and given to who asks.
 */
export const inboxShows = ['decide', 'open', 'mine', 'done'] as const
export type InboxShow = (typeof inboxShows)[number]
/** Counting ends there: more is as much as nobody reads one by one. */
export const waitingMax = 1000

/** How long texts and numbers of what was sent and received stay. */
export const textDaysMax = 365
export const textReasonMin = 5
export const textRetentionView = z.object({
  days: z.number().int().describe('After a message was accepted, or a reply received.'),
  daysMax: z.number().int(),
  erasesFrom: instantText.nullable().describe('Nothing is erased before; null: not looked yet.'),
  erased: z.number().int().describe('Texts erased since the beginning.'),
  erasedAt: instantText.nullable(),
})
export type TextRetentionView = z.output<typeof textRetentionView>
export const textRetentionRequest = z.object({
  days: z.number().int().min(1).max(textDaysMax).meta({ example: 30 }),
  reason: z.string().trim().min(textReasonMin).max(300),
})
export type TextRetentionRequest = z.output<typeof textRetentionRequest>

named({
  messageState,
  messageClass,
  refusal,
  hold,
  messageHold,
  unsurePolicy,
  messageRequest,
  messageFailure,
  messageView,
  listedMessage,
  messagePage,
  checkResult,
  storyStep,
  messageStory,
  sendingRevealRequest: revealRequest,
  revealedMessage,
  handsetMessage,
  handsetReply,
  messageProof,
  inboundView,
  revealedReply,
  inboundPage,
  inboundReview,
  textRetentionView,
  textRetentionRequest,
})
