// HTTP shapes of how a single message would leave, before it is sent. Browser-safe.
import { z } from 'zod'
import { named } from '../http/contract.ts'
import { alertBases, messageClass, refusal, sentText } from './contract.ts'
import { answerPreview } from './contract-inbox.ts'

export const singlePreviewRequest = z
  .object({
    to: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .describe('A telephone number, of which only the country counts here.'),
    contactId: z.uuid().optional().describe('The contact who is written to, in the place of `to`.'),
    text: sentText,
    class: messageClass,
    basis: z.enum(alertBases).optional().describe('Needed for an alert: why it may leave.'),
    purpose: z.string().max(60).optional().describe('Needed for marketing.'),
    controllerId: z.uuid().optional().describe('For whom; the account’s default one if absent.'),
    sender: z.string().min(1).max(16).describe('What the telephone shows as from.'),
  })
  .refine(({ to, contactId }) => to === undefined || contactId === undefined, {
    message: 'Give `to` or `contactId`, not both.',
    path: ['to'],
  })
export type SinglePreviewRequest = z.output<typeof singlePreviewRequest>

const { text, sender, encoding, units, segments, dearCharacters } = answerPreview.shape
export const singlePreview = z
  .object({
    ...{ text, sender, encoding, units, segments, dearCharacters },
    costMicroEur: z.number().int().describe('Of all its parts, at the price of the country.'),
    refusal: refusal
      .nullable()
      .describe('What stands against the text, its sender or its route, whoever gets it.'),
    sentence: z.string().nullable().describe('The refusal in the reader’s language.'),
  })
  .describe(
    'How a message would leave. Nothing of it is kept, and no person is looked up: whether they ' +
      'may receive it is answered when it is sent.',
  )
export type SinglePreview = z.output<typeof singlePreview>

named({ singlePreviewRequest, singlePreview })
