// HTTP shapes of notifications, of what a user switches off, and of the mails. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageQuery } from '../http/contract.ts'

export const noticeKinds = [
  'import_ended',
  'import_failed',
  'import_stuck',
  'campaign_ended',
  'campaign_stopped',
  'campaign_waits',
  'campaign_to_approve',
  'campaign_returned',
  'sender_decided',
  'sender_waits',
  'route_down',
  'reply_waits',
  'request_arrived',
  'request_due',
  'consents_end',
  'contract_ends',
  'subprocessor_change',
  'change_objected',
  'objection_answered',
  'supplier_contract',
  'restore_drill',
  'checkup_gaps',
  'webhook_paused',
  'backup_failed',
  'drill_failed',
  'changes_failed',
  'purpose_undeclared',
  'breach_due',
  'breach_told',
  'own_breach_due',
  'training_due',
  'review_due',
  'points_weekly',
  'points_daily',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
const noticeKind = z.enum(noticeKinds)

/** A badge says no more than that there are more. */
export const unreadMax = 99

export const noticeView = z.object({
  id: z.uuid(),
  kind: noticeKind,
  title: z.string().describe('What kind of thing happened, in a few words.'),
  sentence: z.string(),
  leadsTo: z.string().describe('The address of the screen that it is about, on this installation.'),
  at: instantText.describe('When it happened.'),
  isRead: z.boolean().describe('Whether the caller has read it.'),
})
export type NoticeView = z.output<typeof noticeView>

export const noticeQuery = pageQuery.extend({
  unread: z.enum(['true']).optional().describe('Only those that are not read.'),
})

export const unreadView = z.object({
  unread: z
    .number()
    .int()
    .describe(`How many the caller has not read; counted to ${unreadMax + 1} at most.`),
})

/** What one request marks; a screen shows fewer. */
const markedMax = 100
export const noticesRead = z
  .object({
    ids: z
      .array(z.uuid())
      .min(1)
      .max(markedMax)
      .nullable()
      .describe('Which are read; null: all that the caller has.'),
  })
  .meta({ example: { ids: null } })

/** How mails leave: `smtp`; kept on a screen; or not at all. */
export const mailWays = ['smtp', 'mailbox', 'off'] as const
export type MailWay = (typeof mailWays)[number]

export const noticeChoice = z
  .object({
    kind: noticeKind,
    onScreen: z.boolean().describe('Whether it is listed and counted on the screens.'),
    byMail: z.boolean().describe('Whether it is also sent by e-mail.'),
  })
  .meta({ example: { kind: 'import_ended', onScreen: true, byMail: false } })
export type NoticeChoice = z.output<typeof noticeChoice>

export const noticeChoices = z.object({
  mail: z
    .enum(mailWays)
    .describe(
      'How the mails of this account go: `smtp`; `mailbox`: a trial account without a mail server, where they are kept on a screen; `off`: none is sent.',
    ),
  items: z
    .array(noticeChoice.extend({ title: z.string().describe('What this kind is about.') }))
    .describe('The kinds that the caller’s rights cover.'),
})
export type NoticeChoices = z.output<typeof noticeChoices>

export const mailStates = ['waiting', 'sent', 'failed', 'kept'] as const
export type MailState = (typeof mailStates)[number]
const mailState = z.enum(mailStates)

const counted = (what: string) => z.number().int().describe(what)
export const mailSummary = z.object({
  way: z.enum(['smtp', 'mailbox']).describe('`mailbox`: no mail server is configured.'),
  server: z.string().nullable().describe('The host and port of the mail server.'),
  from: z.string().nullable().describe('The address that the mails come from.'),
  waiting: counted('Mails that wait to be sent, or to be tried again.'),
  sent: counted('Mails that the server took in the last seven days.'),
  failed: counted('Mails that were given up in the last seven days.'),
})
export type MailSummary = z.output<typeof mailSummary>

export const mailQuery = pageQuery.extend({
  state: mailState.optional().describe('Only the mails in this state.'),
})

export const mailView = z.object({
  id: z.uuid(),
  state: mailState,
  createdAt: instantText,
  endedAt: instantText.nullable().describe('When it left, or was given up.'),
  tries: counted('How often it was tried.'),
  error: z
    .string()
    .nullable()
    .describe('Why the last try failed, with the server’s status code where it gave one.'),
  content: z
    .object({
      to: z.string().describe('The address that it would have gone to.'),
      subject: z.string().describe('Its subject.'),
      text: z.string(),
      language: z.enum(['fr', 'en']),
    })
    .nullable()
    .describe('Of a mail that is kept on the screen alone; null for what leaves.'),
})
export type MailView = z.output<typeof mailView>

export const mailTried = z.object({
  way: z.enum(['smtp', 'mailbox']).describe('Whether it leaves, or is kept on the screen.'),
})

named({
  notificationKind: noticeKind,
  notificationView: noticeView,
  unreadNotifications: unreadView,
  notificationsRead: noticesRead,
  notificationChoice: noticeChoice,
  notificationChoices: noticeChoices,
  mailState,
  mailSummary,
  mailView,
  mailTried,
})
