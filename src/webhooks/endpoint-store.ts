// The SQL of endpoints: made, changed, held by one process, resting, paused.
import type { AccountId, Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { PauseWhy, WebhookKind } from './contract.ts'
import type { ReplayNoted } from './replay-store.ts'

export type Endpoint = {
  id: string
  host: string
  urlSealed: Buffer
  description: string
  kinds: WebhookKind[]
  campaignMessages: boolean
  replyText: boolean
  /** Where the program uses what it is told; null: nobody declared it. */
  country: string | null
  secretSealed: Buffer
  oldSecretSealed: Buffer | null
  oldSecretUntil: Instant | null
  state: 'active' | 'paused'
  pauseWhy: PauseWhy | null
  pausedAt: Instant | null
  failingSince: Instant | null
  failures: number
  restUntil: Instant | null
  /** How often it has been paused. */
  pauses: number
  replay: ReplayNoted | null
  createdAt: Instant
}

const columns = `endpoint_id as id, host, url_sealed as "urlSealed", description, kinds,
  campaign_messages as "campaignMessages", reply_text as "replyText", country,
  secret_sealed as "secretSealed", old_secret_sealed as "oldSecretSealed",
  old_secret_until as "oldSecretUntil", state, pause_why as "pauseWhy", paused_at as "pausedAt",
  failing_since as "failingSince", failures, rest_until as "restUntil", pauses, replay,
  created_at as "createdAt"`
/** A terminal that listens is none of them: it has no address. */
const isEndpoint = `state <> 'listening'`

const stampOrNull = (at: Instant | null) => (at === null ? null : toTimestamp(at))

export async function listEndpoints(tx: Tx, accountId: AccountId): Promise<Endpoint[]> {
  const { rows } = await tx.query<Endpoint>(
    `select ${columns} from webhooks.endpoint where account_id = $1 and ${isEndpoint}
     order by created_at, endpoint_id`,
    [accountId],
  )
  return rows
}

export async function findEndpoint(
  tx: Tx,
  accountId: AccountId,
  id: string,
  how: 'read' | 'change' = 'read',
): Promise<Endpoint | null> {
  const { rows } = await tx.query<Endpoint>(
    `select ${columns} from webhooks.endpoint where account_id = $1 and endpoint_id = $2
       and ${isEndpoint}
     ${how === 'change' ? 'for no key update' : ''}`,
    [accountId, id],
  )
  return rows[0] ?? null
}

/** Of whatever state, and of terminals that listen, too. */
export async function isThere(tx: Tx, accountId: AccountId, id: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select from webhooks.endpoint where account_id = $1 and endpoint_id = $2',
    [accountId, id],
  )
  return rows.length > 0
}

/** Two requests at once count one after the other. */
export async function lockCount(tx: Tx, accountId: AccountId): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('webhooks'), hashtext($1))`, [accountId])
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from webhooks.endpoint where account_id = $1 and ${isEndpoint}`,
    [accountId],
  )
  return rows[0]?.count ?? 0
}

type Chosen = Pick<
  Endpoint,
  'host' | 'urlSealed' | 'description' | 'kinds' | 'campaignMessages' | 'replyText' | 'country'
>

const chosenValues = (chosen: Chosen) => [
  chosen.host,
  chosen.urlSealed,
  chosen.description,
  chosen.kinds,
  chosen.campaignMessages,
  chosen.replyText,
  chosen.country,
]

export async function insertEndpoint(
  tx: Tx,
  accountId: AccountId,
  made: Chosen & Pick<Endpoint, 'id' | 'secretSealed' | 'createdAt'>,
): Promise<void> {
  await tx.query(
    `insert into webhooks.endpoint (account_id, endpoint_id, host, url_sealed, description, kinds,
       campaign_messages, reply_text, country, secret_sealed, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'active', $11)`,
    [accountId, made.id, ...chosenValues(made), made.secretSealed, toTimestamp(made.createdAt)],
  )
}

export async function changeEndpoint(
  tx: Tx,
  accountId: AccountId,
  changed: Chosen & { id: string; isElsewhere: boolean },
): Promise<void> {
  // Another address has not failed yet.
  const health = changed.isElsewhere
    ? ', failing_since = null, failures = 0, rest_until = null'
    : ''
  await tx.query(
    `update webhooks.endpoint set host = $3, url_sealed = $4, description = $5, kinds = $6,
       campaign_messages = $7, reply_text = $8, country = $9${health}
     where account_id = $1 and endpoint_id = $2`,
    [accountId, changed.id, ...chosenValues(changed)],
  )
}

export async function renewSecret(
  tx: Tx,
  accountId: AccountId,
  renewed: { id: string; secretSealed: Buffer; oldSecretSealed: Buffer; until: Instant },
): Promise<void> {
  await tx.query(
    `update webhooks.endpoint set secret_sealed = $3, old_secret_sealed = $4,
       old_secret_until = $5
     where account_id = $1 and endpoint_id = $2`,
    [
      accountId,
      renewed.id,
      renewed.secretSealed,
      renewed.oldSecretSealed,
      toTimestamp(renewed.until),
    ],
  )
}

/** What signed before a renewal, and signs no more. */
export async function forgetOldSecrets(tx: Tx, accountId: AccountId, at: Instant): Promise<void> {
  await tx.query(
    `update webhooks.endpoint set old_secret_sealed = null, old_secret_until = null
     where account_id = $1 and old_secret_until <= $2`,
    [accountId, toTimestamp(at)],
  )
}

/** Nothing is tried until somebody says so. How often it has been paused now. */
export async function pauseEndpoint(
  tx: Tx,
  accountId: AccountId,
  { id, why, at }: { id: string; why: PauseWhy; at: Instant },
): Promise<number> {
  const { rows } = await tx.query<{ pauses: number }>(
    `update webhooks.endpoint set state = 'paused', pause_why = $3, paused_at = $4,
       rest_until = null, failures = 0, pauses = pauses + 1
     where account_id = $1 and endpoint_id = $2 returning pauses`,
    [accountId, id, why, toTimestamp(at)],
  )
  return rows[0]?.pauses ?? 0
}

export async function resumeEndpoint(tx: Tx, accountId: AccountId, id: string): Promise<void> {
  await tx.query(
    `update webhooks.endpoint set state = 'active', pause_why = null, paused_at = null,
       failing_since = null, failures = 0, rest_until = null
     where account_id = $1 and endpoint_id = $2`,
    [accountId, id],
  )
}

/** Its log goes beside it. */
export async function deleteEndpoint(tx: Tx, accountId: AccountId, id: string): Promise<void> {
  await tx.query('delete from webhooks.endpoint where account_id = $1 and endpoint_id = $2', [
    ...[accountId, id],
  ])
}

/** Of one account at once: the others' slow programs leave it its turn. */
const heldMax = 4

/** Workers of one account count one after the other: what time it is, is asked after this. */
export async function lockHeld(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('webhooks.held'), hashtext($1))`, [
    accountId,
  ])
}

/**
 * Null: another process tells it, or it is paused, resting or gone; or so many of its account are
 * told now that it waits for its turn. `held_until` alone says nothing: of one that nobody tells it
 * is when its last turn ended, by the clock of that process.
 */
export async function holdEndpoint(
  tx: Tx,
  accountId: AccountId,
  { id, by, at, until }: { id: string; by: string; at: Instant; until: Instant },
): Promise<Endpoint | null> {
  const { rows } = await tx.query<Endpoint>(
    `update webhooks.endpoint set held_by = $3, held_until = $5
     where account_id = $1 and endpoint_id = $2 and state = 'active'
       and (held_by is null or held_by = $3 or held_until <= $4)
       and (rest_until is null or rest_until <= $4)
       and (select count(*) from webhooks.endpoint other where other.account_id = $1
         and other.endpoint_id <> $2 and other.held_by is not null
         and other.held_until > $4) < $6
     returning ${columns}`,
    [accountId, id, by, toTimestamp(at), toTimestamp(until), heldMax],
  )
  return rows[0] ?? null
}

/** When its turn ended stays: who waits for longest is next. */
export async function releaseEndpoint(
  tx: Tx,
  accountId: AccountId,
  { id, by, at }: { id: string; by: string; at: Instant },
): Promise<void> {
  await tx.query(
    `update webhooks.endpoint set held_by = null, held_until = $4
     where account_id = $1 and endpoint_id = $2 and held_by = $3`,
    [accountId, id, by, toTimestamp(at)],
  )
}

/** What the last tellings say of the endpoint itself. */
export async function noteHealth(
  tx: Tx,
  accountId: AccountId,
  health: { id: string } & Pick<Endpoint, 'failingSince' | 'failures' | 'restUntil'>,
): Promise<void> {
  await tx.query(
    `update webhooks.endpoint set failing_since = $3, failures = $4, rest_until = $5
     where account_id = $1 and endpoint_id = $2`,
    [
      accountId,
      health.id,
      stampOrNull(health.failingSince),
      health.failures,
      stampOrNull(health.restUntil),
    ],
  )
}

export async function restEndpoint(
  tx: Tx,
  accountId: AccountId,
  { id, until }: { id: string; until: Instant },
): Promise<void> {
  await tx.query(
    `update webhooks.endpoint set rest_until = $3
     where account_id = $1 and endpoint_id = $2`,
    [accountId, id, toTimestamp(until)],
  )
}

/** Somebody asks for a try now. A rest that is over stays: it says when the last try was. */
export async function endRest(
  tx: Tx,
  accountId: AccountId,
  { id, at }: { id: string; at: Instant },
): Promise<void> {
  await tx.query(
    `update webhooks.endpoint set rest_until = least(rest_until, $3)
     where account_id = $1 and endpoint_id = $2`,
    [accountId, id, toTimestamp(at)],
  )
}

/**
 * Of all accounts: for which something is due and that nobody tells now; the one whose last turn is
 * longest ago first.
 */
export async function dueEndpointsInAnyAccount(
  tx: Tx,
  at: Instant,
  limit: number,
): Promise<{ accountId: AccountId; id: string }[]> {
  const { rows } = await tx.query<{ accountId: AccountId; id: string }>(
    {
      name: 'webhooks_due_endpoints',
      text: `select e.account_id as "accountId", e.endpoint_id as id from webhooks.endpoint e
             where e.state = 'active' and (e.held_by is null or e.held_until <= $1)
               and (e.rest_until is null or e.rest_until <= $1)
               and exists (select from webhooks.delivery d where d.account_id = e.account_id
                 and d.endpoint_id = e.endpoint_id and d.state = 'waiting'
                 and d.pauses = e.pauses and d.next_at <= $1)
             order by e.held_until nulls first, e.endpoint_id limit $2`,
    },
    [toTimestamp(at), limit],
  )
  return rows
}
