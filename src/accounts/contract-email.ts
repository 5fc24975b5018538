// HTTP shapes of a user's own e-mail: asked for, confirmed, undone. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'
import { ownProof } from './contract-factors.ts'

export const emailChangeAsked = ownProof
  .extend({ email: z.email().max(254).describe('The address with which one wants to log in.') })
  .meta({ example: { email: 'camille@example.com', password: 'les cerises de juin' } })
export type EmailChangeAsked = z.output<typeof emailChangeAsked>

export const emailChangeView = z.object({
  waiting: z
    .object({
      email: z.string().describe('The address that was asked for.'),
      expiresAt: instantText.describe('Until then the link sent to it can be opened.'),
    })
    .nullable()
    .describe('Null: nothing was asked for, or it is confirmed, withdrawn or too old.'),
})
export type EmailChangeView = z.output<typeof emailChangeView>

const code = z.string().min(1).max(200).describe('From the link, what stands behind the sign `#`.')
export const emailConfirmation = z.object({
  code,
  password: z
    .string()
    .min(1)
    .max(256)
    .optional()
    .describe('Of the user whose e-mail changes; not needed with a session of theirs.'),
})

named({ emailChangeAsked, emailChangeView, emailConfirmation })
