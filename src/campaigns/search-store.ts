// SQL that finds campaigns by name, and those that leave next.
import type { AccountId, CampaignId, Instant } from '../kernel/index.ts'
import { arrayOf, partOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { CampaignState } from './contract.ts'

export type NamedCampaign = { id: CampaignId; name: string; state: CampaignState }

/** Of whose names this is a part, in capitals or not; the newest first. */
export async function findCampaignsByName(
  tx: Tx,
  accountId: AccountId,
  wish: { text: string; limit: number },
): Promise<NamedCampaign[]> {
  const { rows } = await tx.query<NamedCampaign>(
    `select id, name, state from campaigns.campaign
     where account_id = $1 and name ilike $2 order by number desc limit $3`,
    [accountId, partOf(wish.text), wish.limit],
  )
  return rows
}

/** Templates and recurring sends, of whose names this is a part. */
export async function findSendsByName(
  tx: Tx,
  accountId: AccountId,
  wish: { text: string; limit: number },
): Promise<(NamedOfCampaigns & { kind: 'template' | 'recurring' })[]> {
  const { rows } = await tx.query<NamedOfCampaigns & { kind: 'template' | 'recurring' }>(
    `(select 'template' as kind, id, name from campaigns.template
        where account_id = $1 and name ilike $2 order by id desc limit $3)
     union all (select 'recurring', id, name from campaigns.recurring
        where account_id = $1 and name ilike $2 order by id desc limit $3)`,
    [accountId, partOf(wish.text), wish.limit],
  )
  return rows
}

export type NamedOfCampaigns = {
  kind: 'campaign' | 'template' | 'recurring'
  id: string
  name: string
}

/** Today's names; ids are of one of these kinds and of no other. */
export async function namesOfCampaigns(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<NamedOfCampaigns[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.query<NamedOfCampaigns>(
    `select 'campaign' as kind, id, name from campaigns.campaign
       where account_id = $1 and id = any($2::uuid[])
     union all select 'template', id, name from campaigns.template
       where account_id = $1 and id = any($2::uuid[])
     union all select 'recurring', id, name from campaigns.recurring
       where account_id = $1 and id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(ids)],
  )
  return rows
}

export type DepartingCampaign = NamedCampaign & { sendAt: Instant | null }

/** Approved, or under way: those that leave already first, then the soonest. */
export async function nextDepartures(
  tx: Tx,
  accountId: AccountId,
  wish: { at: Instant; limit: number },
): Promise<DepartingCampaign[]> {
  const { rows } = await tx.query<NamedCampaign & { send_at: Instant | null }>(
    `select id, name, state, send_at from campaigns.campaign
     where account_id = $1 and state in ('approved', 'accepting', 'running', 'paused')
     order by greatest(coalesce(send_at, $2), $2), number limit $3`,
    [accountId, toTimestamp(wish.at), wish.limit],
  )
  return rows.map(({ send_at, ...row }) => ({
    ...row,
    sendAt: send_at !== null && send_at > wish.at ? send_at : null,
  }))
}

export async function hasLaunched(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select from campaigns.campaign
       where account_id = $1 and started_at is not null) as found`,
    [accountId],
  )
  return rows[0]?.found ?? false
}

/** Not called off, by the instant they were given, else by that of their launch; in its order. */
export async function listBetween(
  tx: Tx,
  accountId: AccountId,
  wish: { from: Instant; to: Instant; limit: number },
): Promise<(NamedCampaign & { at: Instant })[]> {
  const { rows } = await tx.query<NamedCampaign & { at: Instant }>(
    `select id, name, state, at from (
       (select id, name, state, send_at as at from campaigns.campaign
        where account_id = $1 and send_at >= $2 and send_at < $3 and state <> 'cancelled'
        order by send_at, id limit $4)
       union all
       (select id, name, state, started_at from campaigns.campaign
        where account_id = $1 and send_at is null and started_at >= $2 and started_at < $3
          and state <> 'cancelled'
        order by started_at, id limit $4)) shown
     order by at, id limit $4`,
    [accountId, toTimestamp(wish.from), toTimestamp(wish.to), wish.limit],
  )
  return rows
}
