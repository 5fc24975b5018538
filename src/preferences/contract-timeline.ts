// HTTP shapes of a person's line of time. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'

/** `deed`: what somebody of the account did about the person, a look in clear among them. */
export const timelineKinds = ['message', 'reply', 'consent', 'request', 'deed'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const timelineItem = z.object({
  id: z.string(),
  at: instantText,
  kind: z.enum(timelineKinds),
  code: z
    .string()
    .meta({ example: 'delivered' })
    .describe('A message’s state, a reply’s meaning, a ledger entry’s kind, a request, a deed.'),
  sentence: z
    .string()
    .nullable()
    .describe('Why a message did not arrive, where a consent comes from, what the deed was.'),
  who: z.string().nullable().describe('Who did it, where it is a deed of somebody’s.'),
  messageId: z.uuid().nullable(),
  campaignId: z.uuid().nullable(),
  needsReview: z.boolean().describe('A reply that waits for somebody to read it.'),
})
export type TimelineItem = z.output<typeof timelineItem>
export const timelineQuery = pageQuery
export const timelinePage = pageOf(timelineItem).extend({
  notShown: z.array(z.enum(timelineKinds)).describe('What the caller has no right to read.'),
})
export type TimelinePage = z.output<typeof timelinePage>

named({ timelineItem, timelinePage })
