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
       campaign_messages, reply_text, secret_sealed, state, listens_until, created_at)
     values ($1, $2, '', '', '', $3, $4, $5, '', 'listening', $6, $7)`,
    [
      ...[accountId, made.id, made.kinds, made.campaignMessages, made.replyText],
      ...[toTimestamp(made.until), toTimestamp(made.at)],
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

/** Null: it has ended. */
export async function extendListener(
  tx: Tx,
  accountId: AccountId,
  { id, at, until }: { id: string; at: Instant; until: Instant },
): Promise<{ replyText: boolean } | null> {
  const { rows } = await tx.query<{ replyText: boolean }>(
    `update webhooks.endpoint set listens_until = $4
     where account_id = $1 and endpoint_id = $2 and state = 'listening' and listens_until > $3
     returning reply_text as "replyText"`,
    [accountId, id, toTimestamp(at), toTimestamp(until)],
  )
  return rows[0] ?? null
}

/** Until when it listens; null: it has ended. */
export async function listensUntil(
  tx: Tx,
  accountId: AccountId,
  id: string,
): Promise<Instant | null> {
  const { rows } = await tx.query<{ until: Instant }>(
    `select listens_until as until from webhooks.endpoint
     where account_id = $1 and endpoint_id = $2 and state = 'listening' for no key update`,
    [accountId, id],
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

type Taken = Pick<Delivery, 'id' | 'kind' | 'about' | 'subjectId' | 'facts' | 'at'>

/** The oldest of what is there. */
export async function heldFor(
  tx: Tx,
  accountId: AccountId,
  { id, limit }: { id: string; limit: number },
): Promise<Taken[]> {
  const { rows } = await tx.query<Taken>(
    `select event_id as id, kind, about, subject_id as "subjectId", facts, at
     from webhooks.delivery where account_id = $1 and endpoint_id = $2
     order by at, event_id limit $3`,
    [accountId, id, limit],
  )
  return rows
}

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
