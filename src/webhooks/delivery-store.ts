// The SQL of deliveries: due, tried, shown, sent again, deleted with their time.
import type { AccountId, Instant, SubjectId } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { DeliveredKind, DeliveryError, DeliveryState } from './contract.ts'
import { beforeAll, type Facts } from './emit-store.ts'

export type Delivery = {
  id: string
  kind: DeliveredKind
  about: string | null
  subjectId: SubjectId | null
  facts: Facts
  at: Instant
  state: DeliveryState
  tries: number
  nextAt: Instant | null
  lastAt: Instant | null
  status: number | null
  error: DeliveryError | null
  durationMs: number | null
  /** Until when the last answer asked to wait. */
  askedUntil: Instant | null
  deliveredAt: Instant | null
}

/** An endpoint, and how often it has been paused: what waits since before the last time is held. */
export type Of = { endpointId: string; pauses: number }

const columns = `event_id as id, kind, about, subject_id as "subjectId", facts, at,
  case when state = 'waiting' and pauses < $3 then 'held' else state end as state, tries,
  case when state = 'waiting' and pauses < $3 then null else next_at end as "nextAt",
  last_at as "lastAt", last_status as status, last_error as error, last_ms as "durationMs",
  asked_until as "askedUntil", delivered_at as "deliveredAt"`

export async function dueDeliveries(
  tx: Tx,
  accountId: AccountId,
  asked: Of & { at: Instant; limit: number },
): Promise<Delivery[]> {
  const { rows } = await tx.query<Delivery>(
    {
      name: 'webhooks_due_deliveries',
      text: `select ${columns} from webhooks.delivery
             where account_id = $1 and endpoint_id = $2 and state = 'waiting' and pauses = $3
               and next_at <= $4
             order by next_at limit $5`,
    },
    [accountId, asked.endpointId, asked.pauses, toTimestamp(asked.at), asked.limit],
  )
  return rows
}

export type Tried = Of & {
  id: string
  /** How often it had been tried before. */
  triesBefore: number
  at: Instant
  status: number | null
  error: DeliveryError | null
  durationMs: number
  askedUntil: Instant | null
  /** Null with an error: it is given up. */
  nextAt: Instant | null
}

/** What was held, or is sent again, meanwhile is left as it is, unless it arrived. */
export async function noteTry(tx: Tx, accountId: AccountId, tried: Tried): Promise<void> {
  await tx.query(
    {
      name: 'webhooks_note_try',
      text: `update webhooks.delivery set last_at = $5, last_status = $6, last_error = $7,
               last_ms = $8, asked_until = $11,
               tries = case when tries = $4 then tries + 1 else tries end,
               state = case when $7::text is null then 'delivered'
                 when state <> 'waiting' or tries <> $4 or pauses < $10 then state
                 when $9::timestamptz is null then 'failed' else 'waiting' end,
               next_at = case when $7::text is null then null
                 when state <> 'waiting' or tries <> $4 or pauses < $10 then next_at
                 else $9::timestamptz end,
               delivered_at = case when $7::text is null then $5 else delivered_at end
             where account_id = $1 and endpoint_id = $2 and event_id = $3`,
    },
    [
      accountId,
      tried.endpointId,
      tried.id,
      tried.triesBefore,
      toTimestamp(tried.at),
      tried.status,
      tried.error,
      tried.durationMs,
      tried.nextAt === null ? null : toTimestamp(tried.nextAt),
      tried.pauses,
      tried.askedUntil === null ? null : toTimestamp(tried.askedUntil),
    ],
  )
}

/** Whether all that an endpoint is to be told of this thing has arrived. */
export async function isAllDelivered(
  tx: Tx,
  accountId: AccountId,
  { endpointId, about }: { endpointId: string; about: string },
): Promise<boolean> {
  const { rows } = await tx.query(
    `select from webhooks.delivery where account_id = $1 and endpoint_id = $2
       and kind = 'contact.erased' and about = $3 and state <> 'delivered' limit 1`,
    [accountId, endpointId, about],
  )
  return rows.length === 0
}

/** Whether somebody asked by hand for a try, and it has not come yet. */
export async function isAskedByHand(
  tx: Tx,
  accountId: AccountId,
  { endpointId, pauses }: Of,
): Promise<boolean> {
  const { rows } = await tx.query(
    `select from webhooks.delivery where account_id = $1 and endpoint_id = $2
       and state = 'waiting' and pauses = $3 and next_at <= $4 limit 1`,
    [accountId, endpointId, pauses, toTimestamp(beforeAll)],
  )
  return rows.length > 0
}

export type DeliveryPlace = { at: Instant; id: string }

type Page = Of & {
  state: DeliveryState | null
  before: DeliveryPlace | null
  limit: number
}

/** Said only where it is asked for, so that the index by state is found. */
const shownIn: Record<DeliveryState, string> = {
  waiting: `and state = 'waiting' and pauses = $3`,
  held: `and state = 'held'`,
  delivered: `and state = 'delivered'`,
  failed: `and state = 'failed'`,
}
/** What a pause has reached, and its row does not say so yet. */
const heldUnsaid = `and state = 'waiting' and pauses < $3`

export async function listDeliveries(
  tx: Tx,
  accountId: AccountId,
  page: Page,
): Promise<Delivery[]> {
  const { before, state } = page
  const pageOf = (which: string) => `(select ${columns} from webhooks.delivery
    where account_id = $1 and endpoint_id = $2 ${which}
      and ($4::timestamptz is null or (at, event_id) < ($4, $5::uuid))
    order by at desc, event_id desc limit $6)`
  const wanted = state === null ? [''] : [shownIn[state], ...(state === 'held' ? [heldUnsaid] : [])]
  const { rows } = await tx.query<Delivery>(
    `select * from (${wanted.map(pageOf).join(' union all ')}) as page
     order by at desc, id desc limit $6`,
    [
      accountId,
      page.endpointId,
      page.pauses,
      before === null ? null : toTimestamp(before.at),
      before?.id ?? null,
      page.limit,
    ],
  )
  return rows
}

export async function findDelivery(
  tx: Tx,
  accountId: AccountId,
  { endpointId, pauses, id }: Of & { id: string },
  how: 'read' | 'change' = 'change',
): Promise<Delivery | null> {
  const { rows } = await tx.query<Delivery>(
    `select ${columns} from webhooks.delivery
     where account_id = $1 and endpoint_id = $2 and event_id = $4
     ${how === 'change' ? 'for update' : ''}`,
    [accountId, endpointId, pauses, id],
  )
  return rows[0] ?? null
}

/** From the first try on, under the same id, and before all that is due. */
export async function sendAgain(
  tx: Tx,
  accountId: AccountId,
  again: Of & { id: string },
): Promise<void> {
  await tx.query(
    `update webhooks.delivery set state = 'waiting', tries = 0, next_at = $4, pauses = $5
     where account_id = $1 and endpoint_id = $2 and event_id = $3`,
    [accountId, again.endpointId, again.id, toTimestamp(beforeAll), again.pauses],
  )
}

/** An erasure that no program took yet stays longer than the rest. */
type Old = { before: Instant; undeliveredBefore: Instant; limit: number }

/** How many went; some thousands at once. */
export async function deleteOldDeliveries(
  tx: Tx,
  accountId: AccountId,
  { before, undeliveredBefore, limit }: Old,
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from webhooks.delivery where ctid = any(array(
       select ctid from webhooks.delivery where account_id = $1 and at < $2
         and (kind <> 'contact.erased' or state = 'delivered' or at < $4)
         limit $3 for update skip locked))
       and account_id = $1`,
    [accountId, toTimestamp(before), limit, toTimestamp(undeliveredBefore)],
  )
  return rowCount
}

/** Not of a terminal that listens: it is somebody of the account, and what they read is noted. */
export async function eventsOfSubject(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<{ kind: DeliveredKind; host: string; at: Instant; deliveredAt: Instant | null }[]> {
  const { rows } = await tx.query<{
    kind: DeliveredKind
    host: string
    at: Instant
    deliveredAt: Instant | null
  }>(
    `select d.kind, e.host, d.at, d.delivered_at as "deliveredAt" from webhooks.delivery d
       join webhooks.endpoint e using (account_id, endpoint_id)
     where d.account_id = $1 and d.subject_id = $2 and e.state <> 'listening' order by d.at`,
    [accountId, subjectId],
  )
  return rows
}

/** In the order in which results are noted, so that neither waits for the other in a circle. */
export async function forgetSubjects(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<number> {
  const { rowCount } = await tx.query(
    `with own as materialized (select endpoint_id, event_id from webhooks.delivery
       where account_id = $1 and subject_id = any($2::uuid[])
       order by endpoint_id, event_id for update)
     delete from webhooks.delivery d using own
     where d.account_id = $1 and d.endpoint_id = own.endpoint_id and d.event_id = own.event_id`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rowCount
}
