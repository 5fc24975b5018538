// HTTP shapes of a restored database. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

export const restorationWaiting = ['end', 'send'] as const
export const restorationMarketing = ['release', 'keep'] as const

export const restorationView = z.object({
  state: z
    .enum(['none', 'held', 'released'])
    .describe('`held`: nothing leaves, of any account; what is accepted waits.'),
  why: z
    .enum(['behind', 'copied', 'unmarked', 'asked'])
    .nullable()
    .describe('How it was known that the database was put back, or that somebody asked.'),
  sentence: z.string().nullable().describe('The same in the reader’s language.'),
  foundAt: instantText.nullable().describe('When this was found: at a start.'),
  gapFrom: instantText
    .nullable()
    .describe('The first moment that the marks know of and the database does not.'),
  gapTo: instantText.nullable().describe('The last such moment.'),
  slices: z.number().int().describe('Batches that left in the gap.'),
  messages: z
    .number()
    .int()
    .describe('Messages that left in the gap, of all accounts: those in `earlier` are among them.'),
  isAtLeast: z.boolean().describe('Whether there may have been more than the marks can tell.'),
  accounts: z
    .array(
      z.object({
        number: z.number().int().describe('The number of the account.'),
        name: z.string().describe('Its name.'),
        messages: z.number().int().describe('How many of its messages left in the gap.'),
        waitingFromBefore: z
          .number()
          .int()
          .describe('How many of its messages wait since before, and may have left already.'),
      }),
    )
    .describe('The accounts of which something left in the gap, or waits since before it.'),
  releasedAt: instantText.nullable().describe('When an administrator let sending go on.'),
  waiting: z
    .enum(restorationWaiting)
    .nullable()
    .describe('What became of the messages that waited since before.'),
  ended: z.number().int().describe('How many of them were ended as never confirmed.'),
  isMarketingKept: z.boolean().describe('Whether advertising is kept back beyond the release.'),
  earlier: z
    .array(
      z.object({
        foundAt: instantText.describe('When this was found.'),
        sentence: z.string().describe('How it was known, in the reader’s language.'),
        gapFrom: instantText.nullable().describe('The first moment that was missing.'),
        gapTo: instantText.nullable().describe('The last one.'),
        messages: z
          .number()
          .int()
          .describe('Messages that had left in that gap: part of `messages` above.'),
        isAtLeast: z.boolean().describe('Whether there may have been more.'),
      }),
    )
    .describe(
      'What had been found before the database was put back again, oldest first. Each is ' +
        'contained in what was found after it.',
    ),
})
export type RestorationView = z.infer<typeof restorationView>

export const releaseRequest = z.object({
  waiting: z
    .enum(restorationWaiting)
    .default('end')
    .describe(
      '`end`: messages that waited since before and may have left end as `unconfirmed`, and are ' +
        'never sent. `send`: they leave, some perhaps for the second time.',
    ),
  marketing: z
    .enum(restorationMarketing)
    .default('keep')
    .describe(
      '`keep`: advertising waits until the STOPs of the gap are told again; `release`: it leaves.',
    ),
})
export type ReleaseRequest = z.infer<typeof releaseRequest>

named({ restorationView, releaseRequest })
