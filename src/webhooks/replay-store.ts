// The SQL of an endpoint's last replay: asked for, counted on, over.
import { type AccountId, type Instant, isoTime } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'

export type Replay = {
  /** Tells this replay from another. */
  id: string
  endpointId: string
  since: Instant
  at: Instant
  isAll: boolean
  /** How often the endpoint had been paused: another pause ends it. */
  pauses: number
}

/** As it stands with the endpoint. */
export type ReplayNoted = {
  id: string
  since: string
  at: string
  isAll: boolean
  pauses: number
  count: number
  isDone: boolean
}

/** How often the endpoint has been paused. */
export async function startReplay(
  tx: Tx,
  accountId: AccountId,
  { id, endpointId, since, at, isAll }: Omit<Replay, 'pauses'>,
): Promise<number> {
  const noted = { id, since: isoTime(since), at: isoTime(at), isAll, count: 0, isDone: false }
  const { rows } = await tx.query<{ pauses: number }>(
    `update webhooks.endpoint set replay = $3::jsonb || jsonb_build_object('pauses', pauses)
     where account_id = $1 and endpoint_id = $2 returning pauses`,
    [accountId, endpointId, JSON.stringify(noted)],
  )
  return rows[0]?.pauses ?? 0
}

/** Another one that was asked for meanwhile is counted and not this one. */
export async function countReplayed(
  tx: Tx,
  accountId: AccountId,
  step: { id: string; endpointId: string; count: number; isDone: boolean },
): Promise<void> {
  await tx.query(
    `update webhooks.endpoint set replay = replay || jsonb_build_object(
       'count', (replay->>'count')::int + $4::int, 'isDone', $5::boolean)
     where account_id = $1 and endpoint_id = $2 and replay->>'id' = $3`,
    [accountId, step.endpointId, step.id, step.count, step.isDone],
  )
}
