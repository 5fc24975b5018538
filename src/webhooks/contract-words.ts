// What the shapes of webhooks share: events by their names, and fields that are given and shown.
// Browser-safe.
import { z } from 'zod'

/** What an endpoint may choose, in the order in which a screen lists it. */
export const webhookKinds = [
  'message.delivered',
  'message.failed',
  'message.unconfirmed',
  'reply.received',
  'contact.opted_out',
  'contact.erased',
  'campaign.finished',
  'import.finished',
] as const
export type WebhookKind = (typeof webhookKinds)[number]
export const webhookTestKind = 'webhook.test'
/** What a delivery may be of; the test is never chosen. */
export type DeliveredKind = WebhookKind | typeof webhookTestKind

export const urlMax = 500

export const kind = z.enum(webhookKinds)
export const deliveredKind = z.enum([...webhookKinds, webhookTestKind])

export const fields = {
  url: z
    .string()
    .max(urlMax)
    .describe(
      'Where events go: an https address without a user and password, of 500 characters at most once it is percent-encoded. It must be public, unless this installation allows its network.',
    ),
  description: z.string().trim().max(200).describe('What it is for, in your words.'),
  events: z
    .array(kind)
    .min(1)
    .max(webhookKinds.length)
    .describe(
      'Which events are sent there. `campaign.finished` has the `state` `done` or `cancelled`, `import.finished` `done` or `failed`.',
    ),
  campaignMessages: z
    .boolean()
    .describe(
      'Whether `message.*` events also come for each message of a campaign. Without it they come for messages sent one by one through the API.',
    ),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .describe(
      'Where the program uses what it is told: ISO 3166-1 alpha-2. The register of processing and the public notice name its host with this country; null: they say that it is not declared.',
    ),
  replyText: z
    .boolean()
    .describe(
      'Whether `reply.received` carries the text of the reply, which is personal data. Without it, read the text through the API. To choose it you need the right `contacts.reveal`.',
    ),
}
