// HTTP shapes of webhooks: where an account's programs are told, of what, and what became of it.
// Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'
import { deliveredKind, fields, kind } from './contract-words.ts'

export * from './contract-listen.ts'
export {
  type DeliveredKind,
  urlMax,
  type WebhookKind,
  webhookKinds,
  webhookTestKind,
} from './contract-words.ts'

export const endpointsMax = 10
/** Both secrets sign for so long after a renewal. */
export const oldSecretHours = 24
/** How long the log keeps a delivery, and a replay can reach back. */
export const keptDays = 30
/** And one of an erasure that no program took: it is still to be told. */
export const untoldErasureDays = 365

export const webhookStates = ['active', 'paused'] as const
export const pauseWhys = ['user', 'gone', 'failing'] as const
export type PauseWhy = (typeof pauseWhys)[number]
export const replayOnly = ['missed', 'all'] as const
export const replayStates = ['running', 'done', 'stopped'] as const
export type ReplayState = (typeof replayStates)[number]
export const deliveryStates = ['waiting', 'held', 'delivered', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]
export const deliveryErrors = [
  'refused_status',
  'redirected',
  'no_answer',
  'connection_lost',
  'host_not_found',
  'address_not_allowed',
  'connection_refused',
  'tls_failed',
] as const
export type DeliveryError = (typeof deliveryErrors)[number]

export const webhookRequest = z
  .object({
    url: fields.url,
    description: fields.description.default(''),
    events: fields.events,
    campaignMessages: fields.campaignMessages.default(false),
    replyText: fields.replyText.default(false),
    country: fields.country.default(null),
  })
  .meta({
    example: {
      url: 'https://crm.tilleuls.example/accord',
      description: 'Our CRM',
      events: ['message.delivered', 'message.failed', 'contact.opted_out'],
      campaignMessages: false,
      replyText: false,
      country: 'FR',
    },
  })
export type WebhookRequest = z.output<typeof webhookRequest>

export const webhookChange = z
  .object({
    url: fields.url.optional(),
    description: fields.description.optional(),
    events: fields.events.optional(),
    campaignMessages: fields.campaignMessages.optional(),
    replyText: fields.replyText.optional(),
    country: fields.country.optional(),
    state: z
      .enum(webhookStates)
      .optional()
      .describe(
        '`paused`: nothing is sent, and what happens is kept in the log. `active`: what happens from now on is sent; ask for a replay to get what was kept.',
      ),
  })
  .meta({ example: { state: 'paused' } })
export type WebhookChange = z.output<typeof webhookChange>

export const webhookView = z.object({
  id: z.uuid(),
  // Without a limit of its own: what is kept is shown.
  url: z.string().describe('Where events go.'),
  host: z.string().describe('The host of the address.'),
  description: fields.description,
  events: z.array(kind).describe('Which events are sent there.'),
  campaignMessages: fields.campaignMessages,
  replyText: fields.replyText,
  country: fields.country,
  state: z.enum(webhookStates),
  pauseWhy: z
    .enum(pauseWhys)
    .nullable()
    .describe(
      '`user`: somebody paused it. `gone`: it answered 410. `failing`: nothing was accepted for five days. Null: it is active.',
    ),
  pausedAt: instantText.nullable().describe('Since when it is paused.'),
  failingSince: instantText
    .nullable()
    .describe('The first failure since the last success; null: the last one succeeded.'),
  restUntil: instantText
    .nullable()
    .describe(
      'Until then nothing is sent but what is asked for by hand: the last tries failed, or the program asked to wait by 429 or 503 with `Retry-After`. Null: it does not rest.',
    ),
  oldSecretUntil: instantText
    .nullable()
    .describe('Until then the secret from before the renewal signs as well.'),
  replay: z
    .object({
      since: instantText.describe('From when on.'),
      only: z.enum(replayOnly).describe('What is sent again.'),
      at: instantText.describe('When it was asked for.'),
      count: z.number().int().describe('How many events it has queued so far.'),
      state: z
        .enum(replayStates)
        .describe(
          '`running`: it is going through the log. `done`: it has. `stopped`: a pause ended it; ask for another once the webhook is resumed.',
        ),
    })
    .nullable()
    .describe('The last replay; null: there was none.'),
  createdAt: instantText,
})
export type WebhookView = z.output<typeof webhookView>
export const webhookList = z.object({ items: z.array(webhookView) })

const secret = z
  .string()
  .describe('Signs what is sent (Standard Webhooks). It is shown this once: keep it safe.')
export const webhookCreated = z.object({ webhook: webhookView, secret })
export const webhookSecret = z.object({
  secret,
  oldSecretUntil: instantText.describe('Until then the secret from before signs as well.'),
})

export const deliveryView = z.object({
  id: z
    .uuid()
    .describe('The header `webhook-id`: the same at every try. Drop what you had before.'),
  event: deliveredKind.describe('What happened.'),
  about: z
    .uuid()
    .nullable()
    .describe('The message, reply, campaign, import or erasure; null: none of them.'),
  at: instantText.describe('When it happened.'),
  state: z
    .enum(deliveryStates)
    .describe(
      '`waiting`: to be sent, or tried again. `held`: the webhook was paused. `failed`: given up after eight tries.',
    ),
  tries: z.number().int().describe('How often it was tried since the last replay.'),
  nextAt: instantText
    .nullable()
    .describe('When it is tried next: not before the `restUntil` of the webhook.'),
  lastAt: instantText.nullable().describe('When it was tried last.'),
  status: z.number().int().nullable().describe('The HTTP status of the last answer.'),
  error: z
    .enum(deliveryErrors)
    .nullable()
    .describe(
      'Why the last try failed. `refused_status`: an answer outside 200 to 299. `redirected`: redirects are not followed. `no_answer`: none within 15 seconds.',
    ),
  durationMs: z.number().int().nullable().describe('How long the last try took.'),
  askedUntil: instantText
    .nullable()
    .describe(
      'Until when the last answer asked to wait (its header `Retry-After`), a day at most; null: it did not.',
    ),
  deliveredAt: instantText.nullable().describe('When it was accepted.'),
})
export type DeliveryView = z.output<typeof deliveryView>
export const deliveryPage = pageOf(deliveryView)
export const deliveryQuery = pageQuery.extend({
  state: z.enum(deliveryStates).optional().describe('Only deliveries in this state.'),
})
export const deliveryParams = z.object({
  id: z.uuid(),
  deliveryId: z.uuid().describe('Which event was to be delivered.'),
})

export const replayRequest = z
  .object({
    since: instantText.describe(`From when on; ${keptDays} days back at most.`),
    only: z
      .enum(replayOnly)
      .default('missed')
      .describe('`missed`: what was held or given up. `all`: also what was delivered.'),
  })
  .meta({ example: { since: '2026-11-30T08:00:00.000Z', only: 'missed' } })
export const replayed = z.object({
  count: z.number().int().describe('How many are sent again so far.'),
  isDone: z
    .boolean()
    .describe('False: the log is longer; the `replay` of the webhook counts on until it is done.'),
})
export const webhookTested = z.object({
  id: z.uuid().describe('Which delivery in the log is the test.'),
})

named({
  webhookKind: kind,
  webhookRequest,
  webhookChange,
  webhookView,
  webhookList,
  webhookCreated,
  webhookSecret,
  webhookDelivery: deliveryView,
  webhookDeliveryPage: deliveryPage,
  webhookReplay: replayRequest,
  webhookReplayed: replayed,
  webhookTested,
})
