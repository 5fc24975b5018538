// The SQL of steps through a whole log: held, sent again, deleted, so many rows looked at once.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { DeliveryState } from './contract.ts'

/** Rows are looked at in the order of their ids, after this one; null: from the first. */
type Some = { endpointId: string; pauses: number; after: string | null; limit: number }

const seenRows = `seen as materialized (select event_id from webhooks.delivery
  where account_id = $1 and endpoint_id = $2 and ($3::uuid is null or event_id > $3)
  order by event_id limit $4)`
/**
 * Found by their key, whatever PostgreSQL thinks of how many they are. A state is asked for by
 * `case`, which no index answers: one that does would be gone through at each step.
 */
const isIn = (step: 'seen' | 'step') => `event_id = any(array(select event_id from ${step}))`
/** The last one looked at, where there may be more of them. */
const lastSeen = `select (select event_id from seen order by event_id offset $4 - 1) as next`

/** Does something to those of the next rows that fit, and tells the last one looked at. */
async function step(
  tx: Tx,
  accountId: AccountId,
  { endpointId, after, limit }: Some,
  does: { act: string; fits?: string; values?: readonly unknown[] },
): Promise<string | null> {
  const { rows } = await tx.query<{ next: string | null }>(
    `with ${seenRows},
     step as materialized (select event_id from webhooks.delivery
       where account_id = $1 and endpoint_id = $2 and ${isIn('seen')} ${does.fits ?? ''}
       order by event_id for update),
     done as (${does.act} where account_id = $1 and endpoint_id = $2 and ${isIn('step')})
     ${lastSeen}`,
    [accountId, endpointId, after, limit, ...(does.values ?? [])],
  )
  return rows[0]?.next ?? null
}

/** What waits since before the last pause. */
export const holdWaiting = (tx: Tx, accountId: AccountId, some: Some): Promise<string | null> =>
  step(tx, accountId, some, {
    act: `update webhooks.delivery set state = 'held', next_at = null`,
    fits: `and case when state = 'waiting' then pauses < $5 else false end`,
    values: [some.pauses],
  })

/** Of an endpoint that is gone. */
export const deleteDeliveries = (
  tx: Tx,
  accountId: AccountId,
  some: Some,
): Promise<string | null> => step(tx, accountId, some, { act: 'delete from webhooks.delivery' })

/** In the order in which things happened. */
export type Place = { at: Instant; id: string }

/** What was held or given up; `isAll`: what was delivered, too. */
export type Again = {
  endpointId: string
  /** When the replay was asked for: what arrived or was given up after it has had its turn. */
  at: Instant
  isAll: boolean
  /** How often the endpoint has been paused: what waits since before is held. */
  pauses: number
  after: Place
  limit: number
}

const statesOf = ({ isAll }: Again): DeliveryState[] =>
  isAll ? ['failed', 'delivered'] : ['failed']

/** How many are sent again by this step, and where the next one begins; null: it is through. */
export async function sendAllAgain(
  tx: Tx,
  accountId: AccountId,
  again: Again,
): Promise<{ count: number; next: Place | null }> {
  const { rows } = await tx.query<{ count: number; at: Instant | null; id: string | null }>(
    `with seen as materialized (select at, event_id from webhooks.delivery
       where account_id = $1 and endpoint_id = $2 and (at, event_id) > ($3, $4::uuid)
       order by at, event_id limit $5),
     step as materialized (select event_id from webhooks.delivery
       where account_id = $1 and endpoint_id = $2 and ${isIn('seen')}
         and case when state = 'waiting' then pauses < $7 when state = 'held' then true
           else state = any($6::text[]) and (last_at is null or last_at <= $8) end
       order by event_id for update),
     again as (update webhooks.delivery
       set state = 'waiting', tries = 0, next_at = $8, pauses = $7
       where account_id = $1 and endpoint_id = $2 and ${isIn('step')}
       returning event_id)
     select (select count(*)::int from again) as count, last.at, last.event_id as id
     from (select) as one left join
       (select at, event_id from seen order by at, event_id offset $5 - 1) as last on true`,
    [
      ...[accountId, again.endpointId, toTimestamp(again.after.at), again.after.id, again.limit],
      ...[statesOf(again), again.pauses, toTimestamp(again.at)],
    ],
  )
  const [{ count, at, id } = { count: 0, at: null, id: null }] = rows
  return { count, next: at === null || id === null ? null : { at, id } }
}

/** Of which endpoints there are rows; some of them may be gone. */
export async function endpointsOfLog(tx: Tx, accountId: AccountId): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `with recursive one as (
       (select endpoint_id as id from webhooks.delivery where account_id = $1
        order by endpoint_id limit 1)
       union all
       select (select d.endpoint_id from webhooks.delivery d
         where d.account_id = $1 and d.endpoint_id > one.id order by d.endpoint_id limit 1)
       from one where one.id is not null)
     select id from one where id is not null`,
    [accountId],
  )
  return rows.map(({ id }) => id)
}
