// The SQL that writes what happened beside it: a row for each endpoint that is told of it.
import type { AccountId, CampaignId, Instant, MessageId, SubjectId } from '../kernel/index.ts'
import { type Asks, arrayOf, type Statement, type Tx, toTimestamp } from '../storage/index.ts'
import type { WebhookKind } from './contract.ts'

export type Facts = Readonly<Record<string, string | number | null | readonly string[]>>

export type WebhookEvent = {
  /** The same for the same thing, however often it is written. */
  id: string
  kind: WebhookKind
  about: string | null
  subjectId: SubjectId | null
  facts: Facts
  at: Instant
}

/** What is written for a paused endpoint waits for a replay; for a terminal, until it is taken. */
const stateOf = `case e.state when 'active' then 'waiting' else 'held' end,
  case e.state when 'active' then x.at end, e.pauses`
/** A terminal that has not asked for so long is gone. */
const isThere = `(e.listens_until is null or e.listens_until > x.at)`

export async function insertEvents(
  tx: Tx,
  accountId: AccountId,
  events: readonly WebhookEvent[],
): Promise<void> {
  await tx.query(
    {
      name: 'webhooks_insert_events',
      text: `insert into webhooks.delivery (account_id, endpoint_id, event_id, kind, about,
               subject_id, facts, at, state, next_at, pauses)
             select e.account_id, e.endpoint_id, x.event_id, x.kind, x.about, x.subject_id,
               x.facts::jsonb, x.at, ${stateOf}
             from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[],
                 $7::timestamptz[]) as x (event_id, kind, about, subject_id, facts, at)
               join webhooks.endpoint e on e.account_id = $1 and x.kind = any(e.kinds)
                 and ${isThere}
             on conflict do nothing`,
    },
    [
      accountId,
      arrayOf.uuid(events.map(({ id }) => id)),
      arrayOf.text(events.map(({ kind }) => kind)),
      arrayOf.uuid(events.map(({ about }) => about)),
      arrayOf.uuid(events.map(({ subjectId }) => subjectId)),
      arrayOf.text(events.map(({ facts }) => JSON.stringify(facts))),
      arrayOf.timestamptz(events.map(({ at }) => at)),
    ],
  )
}

export type EndedMessage = {
  accountId: AccountId
  messageId: MessageId
  campaignId: CampaignId | null
  kind: WebhookKind
  state: string
  reason: string | null
  at: Instant
}

/**
 * Of many accounts, with the batch that ends them. Where nobody has an endpoint, PostgreSQL asks
 * for the one row that says so and reads none of the lists.
 */
const endedStatement: Statement = {
  name: 'webhooks_insert_ended',
  text: `insert into webhooks.delivery (account_id, endpoint_id, event_id, kind, about, facts, at,
           state, next_at, pauses)
         select e.account_id, e.endpoint_id, x.message_id, x.kind, x.message_id,
           jsonb_build_object('state', x.state, 'reason', x.reason, 'campaignId', x.campaign_id),
           x.at, ${stateOf}
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
             $7::timestamptz[]) as x (account_id, message_id, campaign_id, kind, state, reason, at)
           join webhooks.endpoint e on e.account_id = x.account_id and x.kind = any(e.kinds)
             and (x.campaign_id is null or e.campaign_messages) and ${isThere}
         where exists (select from webhooks.endpoint)
         on conflict do nothing`,
}

export function insertEndedInAnyAccount(to: Asks, messages: readonly EndedMessage[]): void {
  if (messages.length === 0) return
  to.ask(endedStatement, [
    arrayOf.uuid(messages.map(({ accountId }) => accountId)),
    arrayOf.uuid(messages.map(({ messageId }) => messageId)),
    arrayOf.uuid(messages.map(({ campaignId }) => campaignId)),
    arrayOf.text(messages.map(({ kind }) => kind)),
    arrayOf.text(messages.map(({ state }) => state)),
    arrayOf.text(messages.map(({ reason }) => reason)),
    arrayOf.timestamptz(messages.map(({ at }) => at)),
  ])
}

/**
 * Whose business it is to be told of an erasure: for the record of it. The paused ones, too; not a
 * terminal that listens for a while and keeps nothing.
 */
export async function subscribersOf(
  tx: Tx,
  accountId: AccountId,
  kind: WebhookKind,
): Promise<{ id: string; host: string }[]> {
  const { rows } = await tx.query<{ id: string; host: string }>(
    `select endpoint_id as id, host from webhooks.endpoint
     where account_id = $1 and $2 = any(kinds) and state <> 'listening' order by created_at`,
    [accountId, kind],
  )
  return rows
}

/** Of what somebody asks for by hand: before all that is due, however much that is. */
export const beforeAll: Instant = 0

/** The test of one endpoint, chosen by nobody. */
export async function insertTest(
  tx: Tx,
  accountId: AccountId,
  test: { endpointId: string; pauses: number; id: string; kind: string; at: Instant },
): Promise<void> {
  await tx.query(
    `insert into webhooks.delivery (account_id, endpoint_id, event_id, kind, facts, at, state,
       next_at, pauses)
     values ($1, $2, $3, $4, '{}', $5, 'waiting', $6, $7)`,
    [
      ...[accountId, test.endpointId, test.id, test.kind, toTimestamp(test.at)],
      ...[toTimestamp(beforeAll), test.pauses],
    ],
  )
}
