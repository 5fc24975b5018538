// Tells users what became of a campaign; each in the transaction in which it happens.
import { memberMay } from '../../accounts/index.ts'
import type { AccountId, CampaignId, Instant, UserId } from '../../kernel/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Tx } from '../../storage/index.ts'
import { tellPrograms } from '../../webhooks/index.ts'

type About = { id: CampaignId; name: string; at: Instant }

type Finished = Omit<About, 'name'> & { state: 'done' | 'cancelled'; delivered: number }

/** Programs are told that nothing of it is to leave any more: it ended, or was cancelled. */
export const tellFinished = (
  tx: Tx,
  accountId: AccountId,
  { id: about, state, delivered, at }: Finished,
): Promise<void> =>
  tellPrograms(tx, accountId, [
    { kind: 'campaign.finished', about, facts: { state, delivered }, at },
  ])

export async function tellEnded(
  tx: Tx,
  accountId: AccountId,
  { id: about, name, delivered: count, at }: About & { delivered: number },
): Promise<void> {
  await tellFinished(tx, accountId, { id: about, state: 'done', delivered: count, at })
  await notify(tx, accountId, { kind: 'campaign_ended', about, details: { name, count }, at })
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
 * Not approved: whoever had asked reads why, and whoever else writes campaigns where they have left
 * or write none any more. A program that asked has nobody to be told.
 */
export async function tellReturned(
  tx: Tx,
  accountId: AccountId,
  { id: about, name, askedBy, by, at }: About & { askedBy: UserId | null; by: UserId | null },
): Promise<void> {
  if (askedBy === null) return
  const isThere = await memberMay(tx, accountId, askedBy, 'campaigns.prepare')
  const details = isThere ? { name } : { name, variant: 'of_another' }
  const told = { kind: 'campaign_returned', about, step: String(at), details } as const
  await notify(tx, accountId, { ...told, by, only: isThere ? askedBy : null, at })
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
