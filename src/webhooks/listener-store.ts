// The SQL of terminals that listen for a while: what is written for one, until it is taken.
import type { AccountId, Instant } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'
import type { WebhookKind } from './contract.ts'
import type { Delivery } from './delivery-store.ts'

export type Listener = {
  id: string
  kinds: readonly WebhookKind[]
  campaignMessages: boolean
  replyText: boolean
  /** Who began it. */
  by: string
  until: Instant
}

/** It has no address and no secret: it asks, and signs by itself. */
export async function insertListener(
  tx: Tx,
  accountId: AccountId,
  made: Listener & { at: Instant },
): Promise<void> {
  await tx.query(
    `insert into webhooks.endpoint (account_id, endpoint_id, host, url_sealed, description, kinds,
       campaign_messages, reply_text, secret_sealed, state, listens_until, listens_by,
       created_at)
     values ($1, $2, '', '', '', $3, $4, $5, '', 'listening', $6, $7, $8)`,
    [
      ...[accountId, made.id, made.kinds, made.campaignMessages, made.replyText],
      ...[toTimestamp(made.until), made.by, toTimestamp(made.at)],
    ],
  )
}

export async function countListeners(tx: Tx, accountId: AccountId, at: Instant): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from webhooks.endpoint
     where account_id = $1 and state = 'listening' and listens_until > $2`,
    [accountId, toTimestamp(at)],
  )
  return rows[0]?.count ?? 0
}

/** `isOverrun`: so much waited for it that nothing is written for it any more. */
export type Listens = { replyText: boolean; until: Instant; isOverrun: boolean }

/** Null: it has ended, or somebody else began it. */
export async function findListener(
  tx: Tx,
  accountId: AccountId,
  { id, by, at }: { id: string; by: string; at: Instant },
): Promise<Listens | null> {
  const { rows } = await tx.query<Listens>(
    `select reply_text as "replyText", listens_until as until, kinds = '{}' as "isOverrun"
     from webhooks.endpoint
     where account_id = $1 and endpoint_id = $2 and state = 'listening' and listens_until > $3
       and listens_by = $4`,
    [accountId, id, toTimestamp(at), by],
  )
  return rows[0] ?? null
}

/** False: it has ended meanwhile. */
export async function extendListener(
  tx: Tx,
  accountId: AccountId,
  { id, until }: { id: string; until: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update webhooks.endpoint set listens_until = $3
     where account_id = $1 and endpoint_id = $2 and state = 'listening'`,
    [accountId, id, toTimestamp(until)],
  )
  return rowCount > 0
}

/** From now on nothing is written for it; it is told so when it asks. */
export async function silenceListener(tx: Tx, accountId: AccountId, id: string): Promise<void> {
  await tx.query(
    `update webhooks.endpoint set kinds = '{}'
     where account_id = $1 and endpoint_id = $2 and state = 'listening'`,
    [accountId, id],
  )
}

/** Whether more waits for it than this. */
export async function isOverrun(
  tx: Tx,
  accountId: AccountId,
  { id, max }: { id: string; max: number },
): Promise<boolean> {
  const { rows } = await tx.query(
    `select from webhooks.delivery where account_id = $1 and endpoint_id = $2
     order by at desc, event_id desc offset $3 limit 1`,
    [accountId, id, max],
  )
  return rows.length > 0
}

/** Of all accounts: for whom more waits than this. */
export async function overrunListenersInAnyAccount(
  tx: Tx,
  max: number,
): Promise<{ accountId: AccountId; id: string }[]> {
  const { rows } = await tx.query<{ accountId: AccountId; id: string }>(
    {
      name: 'webhooks_overrun_listeners',
      text: `select e.account_id as "accountId", e.endpoint_id as id from webhooks.endpoint e
               cross join lateral (select from webhooks.delivery d
                 where d.account_id = e.account_id and d.endpoint_id = e.endpoint_id
                 order by d.at desc, d.event_id desc offset $1 limit 1) one
             where e.state = 'listening' and e.kinds <> '{}'`,
    },
    [max],
  )
  return rows
}

/** Until when it listens; null: it has ended, or this is not who began it. `by` null: anybody. */
export async function listensUntil(
  tx: Tx,
  accountId: AccountId,
  { id, by }: { id: string; by: string | null },
): Promise<Instant | null> {
  const { rows } = await tx.query<{ until: Instant }>(
    `select listens_until as until from webhooks.endpoint
     where account_id = $1 and endpoint_id = $2 and state = 'listening'
       and ($3::text is null or listens_by = $3) for no key update`,
    [accountId, id, by],
  )
  return rows[0]?.until ?? null
}

/** Of an account: those that nobody has asked for any more. */
export async function endedListeners(tx: Tx, accountId: AccountId, at: Instant): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select endpoint_id as id from webhooks.endpoint
     where account_id = $1 and state = 'listening' and listens_until <= $2`,
    [accountId, toTimestamp(at)],
  )
  return rows.map(({ id }) => id)
}

export type Taken = Pick<Delivery, 'id' | 'kind' | 'about' | 'subjectId' | 'facts' | 'at'>

/**
 * What was taken, and the oldest of the rest up to `limit`: all at once, in the order in which an
 * erasure takes them, so that neither waits for the other in a circle. What an erasure took
 * meanwhile is not among them; what is there stays so until the end of the transaction.
 */
export async function lockForTake(
  tx: Tx,
  accountId: AccountId,
  { id, taken, limit }: { id: string; taken: readonly string[]; limit: number },
): Promise<Taken[]> {
  const { rows } = await tx.query<Taken>(
    `with page as materialized (select event_id from webhooks.delivery
       where account_id = $1 and endpoint_id = $2 and event_id <> all($3::uuid[])
       order by at, event_id limit $4)
     select event_id as id, kind, about, subject_id as "subjectId", facts, at
     from webhooks.delivery where account_id = $1 and endpoint_id = $2
       and event_id = any($3::uuid[] || array(select event_id from page))
     order by event_id for update`,
    [accountId, id, arrayOf.uuid(taken), limit],
  )
  return rows
}

/** They are locked. */
export async function dropTaken(
  tx: Tx,
  accountId: AccountId,
  { id, taken }: { id: string; taken: readonly string[] },
): Promise<void> {
  await tx.query(
    `delete from webhooks.delivery
     where account_id = $1 and endpoint_id = $2 and event_id = any($3::uuid[])`,
    [accountId, id, arrayOf.uuid(taken)],
  )
}

/** They are locked. Those that were never given before are noted as given: their ids. */
export async function noteGiven(
  tx: Tx,
  accountId: AccountId,
  { id, given, at }: { id: string; given: readonly string[]; at: Instant },
): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `update webhooks.delivery set last_at = $4
     where account_id = $1 and endpoint_id = $2 and last_at is null
       and event_id = any($3::uuid[])
     returning event_id as id`,
    [accountId, id, arrayOf.uuid(given), toTimestamp(at)],
  )
  return new Set(rows.map((one) => one.id))
}
