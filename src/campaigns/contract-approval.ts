// HTTP shapes of asking somebody else to approve a campaign. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

export const approvalOutcomes = ['approved', 'returned', 'changed'] as const

export const approvalAsking = z
  .object({
    hash: z.string().min(16).max(128).describe('Of the check sheet that was read.'),
    note: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .nullable()
      .default(null)
      .describe('For whoever approves it.'),
  })
  .meta({ example: { hash: '0123456789abcdef', note: 'Pour l’ouverture de samedi' } })

export const approvalReturn = z
  .object({
    remark: z
      .string()
      .trim()
      .min(3)
      .max(1_000)
      .describe('What to change before it is asked again.'),
  })
  .meta({ example: { remark: 'L’adresse du magasin manque' } })

/** The last time that somebody asked for a campaign’s approval, and what came of it. */
export const approvalAsked = z.object({
  by: z.string().nullable().describe('Who asked; null where a program did.'),
  at: instantText,
  note: z.string().nullable(),
  outcome: z
    .enum(approvalOutcomes)
    .nullable()
    .describe('Null while it waits; changed: the draft was changed before anybody decided.'),
  settledAt: instantText.nullable(),
  settledBy: z
    .string()
    .nullable()
    .describe('Who decided; null while nobody has, or a program did.'),
  remark: z.string().nullable().describe('Of whoever returned it.'),
})
export type ApprovalAsked = z.output<typeof approvalAsked>

const waitingApproval = z.object({
  campaignId: z.uuid(),
  name: z.string(),
  ...approvalAsked.shape,
})
export type WaitingApproval = z.output<typeof waitingApproval>
const returnedApproval = waitingApproval.extend({
  isMine: z.boolean().describe('False: whoever asked has left, or prepares no campaigns any more.'),
})

export const waitingApprovals = z.object({
  toDecide: z
    .array(waitingApproval)
    .describe('What waits for the caller’s yes or no, the oldest first; fifty at most.'),
  returned: z
    .array(returnedApproval)
    .describe(
      'What came back to the caller, who asked for it, or whose asker is not there any more; the oldest first, fifty at most.',
    ),
})
export type WaitingApprovals = z.output<typeof waitingApprovals>

export const campaignPolicy = z
  .object({
    anotherAbove: z
      .number()
      .int()
      .min(0)
      .max(100_000_000)
      .nullable()
      .describe('Above so many recipients another user than the author approves; null: no bound.'),
  })
  .meta({ example: { anotherAbove: 1000 } })
export type CampaignPolicy = z.output<typeof campaignPolicy>

named({
  approvalAsking,
  approvalReturn,
  approvalAsked,
  waitingApproval,
  returnedApproval,
  waitingApprovals,
  campaignPolicy,
})
