// What campaigns have in common with what is looked at before they are kept. Browser-safe.
import { z } from 'zod'
import { instantText } from '../http/contract.ts'
import { alertBases, messageClass, refusal, sentText, unsurePolicy } from '../sending/contract.ts'

/** Counted from 1, and kept as PostgreSQL's `integer`. */
export const versionRead = z.number().int().min(1).max(2_147_483_647)

/** Of a campaign; what is looked at before it is kept has some of them. */
export const campaignFields = {
  name: z.string().trim().min(1).max(120),
  listId: z.uuid(),
  class: messageClass,
  basis: z.enum(alertBases).nullable().describe('Needed for an alert: why it may leave.'),
  purpose: z.string().max(60).nullable().describe('Needed for marketing: as in the consent.'),
  controllerId: z.uuid(),
  sender: z.string().trim().min(1).max(16),
  text: sentText.describe(
    'May hold {first_name}, {last_name} and the keys of custom fields such as {appointment}, also as {first_name|what stands instead}. {appointment:en} writes the value in English, {appointment:fr} in French; else it is the language of the account.',
  ),
  sendAt: instantText.nullable().describe('Not before this instant.'),
  sendAtLocal: z
    .boolean()
    .describe(
      'True: `sendAt` is read by the clock of the account’s zone, and nobody is written to before their own clock shows that time.',
    ),
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
  template: z
    .object({ id: z.uuid(), version: versionRead })
    .nullable()
    .describe('The version of the template that the text was taken from.'),
}

export const leftOut = z.object({
  refusal,
  sentence: z.string(),
  people: z.number().int(),
})

/** How texts travel: in which alphabet and why, and in how many parts. */
export const travelling = {
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
}
