// On which terms a campaign can be approved, or its approval asked for.
import type { UserId } from '../../kernel/index.ts'
import type { Campaign } from '../campaign.ts'
import type { CheckSheet } from '../contract.ts'
import { campaignsError } from '../errors.ts'

/** What is approved is the sheet with this hash, and no other. */
export function demandFit({ sheet, sheetHash }: Campaign, hash: string): CheckSheet {
  if (sheet === null) throw campaignsError('campaigns.sheet_missing')
  if (sheetHash !== hash) throw campaignsError('campaigns.sheet_changed')
  if (sheet.problems.length > 0) throw campaignsError('campaigns.sheet_has_problems')
  if (sheet.receive === 0) throw campaignsError('campaigns.nobody_receives')
  return sheet
}

/**
 * What a program wrote, nobody wrote: one user is enough for it. Only who manages tokens can make
 * such a program, and who manages the account can take the bound away altogether.
 */
export function demandAnother(
  { preparedBy, overrideReason }: Pick<Campaign, 'preparedBy' | 'overrideReason'>,
  asked: { by: UserId | null; receive: number; anotherAbove: number | null },
): void {
  const { by, receive, anotherAbove } = asked
  const isAnother = by !== null && by !== preparedBy
  if (isAnother) return
  if (overrideReason !== null) throw campaignsError('campaigns.override_needs_another')
  if (anotherAbove !== null && receive > anotherAbove) {
    throw campaignsError('campaigns.needs_another', { above: anotherAbove })
  }
}
