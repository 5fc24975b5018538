// HTTP shapes of a terminal that listens to events without an address of its own. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'
import { deliveredKind, fields, kind, webhookKinds } from './contract-words.ts'

/** Of one account at once. */
export const listenersMax = 5
/** Who is silent for so long is waited for; after the longer time they listen no more. */
export const listenSeconds = 60
export const listenSecondsMax = 90
/** Events of one answer. */
export const takenMax = 50
/** Where more wait for one, it is ended. */
export const waitingMax = 10_000

const reason = z
  .string()
  .trim()
  .min(5)
  .max(300)
  .nullable()
  .default(null)
  .describe(
    'Why the texts of replies are read; needed with `replyText`. The journal notes it with each reply whose text is given.',
  )

export const listenRequest = z
  .object({
    events: z
      .array(kind)
      .min(1)
      .max(webhookKinds.length)
      .default([...webhookKinds])
      .describe('Which events it listens to; without it, all of them.'),
    campaignMessages: fields.campaignMessages.default(false),
    replyText: fields.replyText.default(false),
    reason,
  })
  .meta({ example: { events: ['message.delivered', 'reply.received'] } })
export type ListenRequest = z.output<typeof listenRequest>

const until = instantText.describe(
  `It ends then, unless it asks before: ${listenSeconds} to ${listenSecondsMax} seconds after it asked last.`,
)
export const listening = z.object({ id: z.uuid().describe('Which listener it is.'), until })
export type Listening = z.output<typeof listening>

export const listenTake = z
  .object({
    taken: z
      .array(z.uuid())
      .max(takenMax)
      .default([])
      .describe('The events of the last answer that it has had; the others are given again.'),
    reason,
  })
  .meta({ example: { taken: [] } })
export type ListenTake = z.output<typeof listenTake>
export const listenEvents = z.object({
  items: z
    .array(
      z.object({
        id: z.uuid().describe('The header `webhook-id` of this event.'),
        event: deliveredKind.describe('What happened.'),
        at: instantText.describe('When it happened.'),
        body: z.string().describe('The body of the request, as a webhook would get it.'),
      }),
    )
    .describe(`The oldest first, up to ${takenMax}.`),
  until,
})
export type ListenEvents = z.output<typeof listenEvents>

named({
  webhookListenRequest: listenRequest,
  webhookListening: listening,
  webhookListenTake: listenTake,
  webhookListenEvents: listenEvents,
})
