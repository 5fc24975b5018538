// Tells users what became of a campaign; each in the transaction in which it happens.
import type { AccountId, Caller, CampaignId, Instant, UserId } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import type { Campaign } from '../campaign.ts'
import type { CheckSheet } from '../contract.ts'
import { userOf } from '../user-of.ts'

type About = { id: CampaignId; name: string; at: Instant }

export function tellEnded(
  tx: Tx,
  accountId: AccountId,
  { id: about, name, delivered: count, at }: About & { delivered: number },
): Promise<void> {
  return notify(tx, accountId, { kind: 'campaign_ended', about, details: { name, count }, at })
}

type Stopped = About & {
  why: 'cancelled' | 'failed' | 'restored' | 'moderated'
  by?: UserId | null
}

/** A campaign may be resumed and stop again: each time is told. */
export function tellStopped(
  tx: Tx,
  accountId: AccountId,
  { id: about, name, why: variant, by = null, at }: Stopped,
): Promise<void> {
  const step = `${variant}:${at}`
  const details = { name, variant }
  return notify(tx, accountId, { kind: 'campaign_stopped', about, step, details, by, at })
}

/**
 * Where whoever made the sheet may not approve it. It is made again at each change, and told of
 * once a day.
 */
export async function tellToApprove(
  tx: Tx,
  caller: Caller,
  { id: about, name, overrideReason }: Campaign,
  sheet: CheckSheet,
): Promise<void> {
  const mayApprove = caller.rights.has('campaigns.approve') && overrideReason === null
  if (mayApprove || sheet.problems.length > 0 || sheet.receive === 0) return
  const at = Date.parse(sheet.madeAt)
  const step = sheet.madeAt.slice(0, 10)
  const by = userOf(caller)
  const told = { kind: 'campaign_to_approve', about, step, details: { name }, by } as const
  await notify(tx, caller.accountId, { ...told, at })
}
