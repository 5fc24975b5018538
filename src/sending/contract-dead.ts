// HTTP shapes of numbers that no longer work. Browser-safe.
import { z } from 'zod'
import { instantText, named, pageOf, pageQuery } from '../http/contract.ts'

/** Why receipts say that a number no longer works: `dead-number-rule.ts`. */
export const deadAnswers = ['unknown_subscriber', 'repeated_failures'] as const
export type DeadAnswer = (typeof deadAnswers)[number]

export const deadNumberView = z.object({
  contactId: z.uuid().describe('The contact with this number.'),
  numberMasked: z.string().meta({ example: '+33 6 ** ** ** 78' }),
  since: instantText.describe('When the receipt came that showed it.'),
  answer: z
    .enum(deadAnswers)
    .describe(
      '`unknown_subscriber`: the network said that nobody has it. `repeated_failures`: three messages in a row did not arrive, over two weeks or more.',
    ),
  sentence: z.string(),
  errorCode: z.string().nullable().describe('The operator’s code in that receipt.'),
  messageId: z.uuid().describe('The message whose receipt showed it.'),
  failures: z.number().int().describe('How many messages in a row had not arrived by then.'),
})
export type DeadNumberView = z.output<typeof deadNumberView>
export const deadNumberQuery = pageQuery.extend({
  contactId: z.uuid().optional().describe('Of this contact alone.'),
})
export const deadNumberPage = pageOf(deadNumberView)
export const liftRequest = z.object({
  reason: z
    .string()
    .trim()
    .min(5)
    .max(300)
    .describe('Why the number is known to work; recorded with your name.'),
})

named({ deadNumberView, deadNumberPage, liftRequest })
