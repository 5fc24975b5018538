// HTTP shapes of moving a campaign to another instant. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

const move = {
  sendAt: instantText.describe('Not before this instant, which is still ahead.'),
  sendAtLocal: z
    .boolean()
    .optional()
    .describe('True: by each person’s own clock, as in the campaign; absent: as it is now.'),
}

export const moveWish = z.object(move).meta({ example: { sendAt: '2027-01-12T09:00:00Z' } })
export type MoveWish = z.output<typeof moveWish>

export const moveRequest = z.object({
  ...move,
  hash: z
    .string()
    .min(16)
    .max(128)
    .describe('Of the check sheet made for this instant: it is approved with the move.'),
})
export type MoveRequest = z.output<typeof moveRequest>

named({ moveWish, moveRequest })
