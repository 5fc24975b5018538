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
  deliveredAt: Instant | null
}

const columns = `event_id as id, kind, about, subject_id as "subjectId", facts, at, state, tries,
  next_at as "nextAt", last_at as "lastAt", last_status as status, last_error as error,
  last_ms as "durationMs", delivered_at as "deliveredAt"`

export async function dueDeliveries(
  tx: Tx,
  accountId: AccountId,
  asked: { endpointId: string; at: Instant; limit: number },
): Promise<Delivery[]> {
  const { rows } = await tx.query<Delivery>(
    {
      name: 'webhooks_due_deliveries',
      text: `select ${columns} from webhooks.delivery
             where account_id = $1 and endpoint_id = $2 and state = 'waiting' and next_at <= $3
             order by next_at limit $4`,
    },
    [accountId, asked.endpointId, toTimestamp(asked.at), asked.limit],
  )
  return rows
}

export type Tried = {
  endpointId: string
  id: string
  /** How often it had been tried before. */
  triesBefore: number
  at: Instant
  status: number | null
  error: DeliveryError | null
  durationMs: number
  /** Null with an error: it is given up. */
  nextAt: Instant | null
}

/** What was held, or is sent again, meanwhile is left as it is, unless it arrived. */
export async function noteTry(tx: Tx, accountId: AccountId, tried: Tried): Promise<void> {
  await tx.query(
    {
      name: 'webhooks_note_try',
      text: `update webhooks.delivery set last_at = $5, last_status = $6, last_error = $7,
               last_ms = $8, tries = case when tries = $4 then tries + 1 else tries end,
               state = case when $7::text is null then 'delivered'
                 when state <> 'waiting' or tries <> $4 then state
                 when $9::timestamptz is null then 'failed' else 'waiting' end,
               next_at = case when $7::text is null then null
                 when state <> 'waiting' or tries <> $4 then next_at else $9::timestamptz end,
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
  endpointId: string,
): Promise<boolean> {
  const { rows } = await tx.query(
    `select from webhooks.delivery where account_id = $1 and endpoint_id = $2
       and state = 'waiting' and next_at <= $3 limit 1`,
    [accountId, endpointId, toTimestamp(beforeAll)],
  )
  return rows.length > 0
}

export type DeliveryPlace = { at: Instant; id: string }

export async function listDeliveries(
  tx: Tx,
  accountId: AccountId,
  page: {
    endpointId: string
    state: DeliveryState | null
    before: DeliveryPlace | null
    limit: number
  },
): Promise<Delivery[]> {
  const { before } = page
  // Said only where it is asked for, so that the index by state is found.
  const ofState = page.state === null ? '' : 'and state = $6'
  const { rows } = await tx.query<Delivery>(
    `select ${columns} from webhooks.delivery where account_id = $1 and endpoint_id = $2
       ${ofState}
       and ($3::timestamptz is null or (at, event_id) < ($3, $4::uuid))
     order by at desc, event_id desc limit $5`,
    [
      accountId,
      page.endpointId,
      before === null ? null : toTimestamp(before.at),
      before?.id ?? null,
      page.limit,
      ...(page.state === null ? [] : [page.state]),
    ],
  )
  return rows
}

export async function findDelivery(
  tx: Tx,
  accountId: AccountId,
  { endpointId, id }: { endpointId: string; id: string },
): Promise<Delivery | null> {
  const { rows } = await tx.query<Delivery>(
    `select ${columns} from webhooks.delivery
     where account_id = $1 and endpoint_id = $2 and event_id = $3 for update`,
    [accountId, endpointId, id],
  )
  return rows[0] ?? null
}

/** From the first try on, under the same id, and before all that is due. */
export async function sendAgain(
  tx: Tx,
  accountId: AccountId,
  again: { endpointId: string; id: string },
): Promise<void> {
  await tx.query(
    `update webhooks.delivery set state = 'waiting', tries = 0, next_at = $4
     where account_id = $1 and endpoint_id = $2 and event_id = $3`,
    [accountId, again.endpointId, again.id, toTimestamp(beforeAll)],
  )
}

/** What was held or given up since then; `isAll`: what was delivered, too. */
export type Again = {
  /** Tells this replay from another. */
  id: string
  endpointId: string
  since: Instant
  at: Instant
  isAll: boolean
}

const statesOf = ({ isAll }: Again): DeliveryState[] =>
  isAll ? ['held', 'failed', 'delivered'] : ['held', 'failed']

/** What was tried after the replay was asked for has had its turn. */
const isAgain = `account_id = $1 and endpoint_id = $2 and state = any($3::text[]) and at >= $4
  and (last_at is null or last_at <= $5)`
const againValues = (accountId: AccountId, again: Again) => [
  ...[accountId, again.endpointId, statesOf(again)],
  ...[toTimestamp(again.since), toTimestamp(again.at)],
]

export async function countAgain(tx: Tx, accountId: AccountId, again: Again): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from webhooks.delivery where ${isAgain}`,
    againValues(accountId, again),
  )
  return rows[0]?.count ?? 0
}

/** How many of them; the others wait for the next step. */
export async function sendAllAgain(
  tx: Tx,
  accountId: AccountId,
  again: Again & { limit: number },
): Promise<number> {
  const { rowCount } = await tx.query(
    `with step as materialized (select event_id from webhooks.delivery where ${isAgain}
       order by event_id limit $6 for update)
     update webhooks.delivery d set state = 'waiting', tries = 0, next_at = $5
     from step where d.account_id = $1 and d.endpoint_id = $2 and d.event_id = step.event_id`,
    [...againValues(accountId, again), again.limit],
  )
  return rowCount
}

type Some = { endpointId: string; limit: number }

/** What waits for a paused endpoint. */
export async function holdWaiting(
  tx: Tx,
  accountId: AccountId,
  { endpointId, limit }: Some,
): Promise<number> {
  const { rowCount } = await tx.query(
    `with step as materialized (select event_id from webhooks.delivery
       where account_id = $1 and endpoint_id = $2 and state = 'waiting'
       order by event_id limit $3 for update)
     update webhooks.delivery d set state = 'held', next_at = null
     from step where d.account_id = $1 and d.endpoint_id = $2 and d.event_id = step.event_id`,
    [accountId, endpointId, limit],
  )
  return rowCount
}

/** Of an endpoint that is gone. */
export async function deleteDeliveries(
  tx: Tx,
  accountId: AccountId,
  { endpointId, limit }: Some,
): Promise<number> {
  const { rowCount } = await tx.query(
    `with step as materialized (select event_id from webhooks.delivery
       where account_id = $1 and endpoint_id = $2 order by event_id limit $3 for update)
     delete from webhooks.delivery d using step
     where d.account_id = $1 and d.endpoint_id = $2 and d.event_id = step.event_id`,
    [accountId, endpointId, limit],
  )
  return rowCount
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
     where d.account_id = $1 and d.subject_id = $2 order by d.at`,
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
