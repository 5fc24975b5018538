// Tells users what became of a campaign; each in the transaction in which it happens.
import type { AccountId, CampaignId, Instant, UserId } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'

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

/** Somebody asked: whoever may approve is told, and whoever asked is not. */
export function tellToApprove(
  tx: Tx,
  accountId: AccountId,
  { id: about, name, by, at }: About & { by: UserId | null },
): Promise<void> {
  const told = { kind: 'campaign_to_approve', about, step: String(at), details: { name } } as const
  return notify(tx, accountId, { ...told, by, at })
}
