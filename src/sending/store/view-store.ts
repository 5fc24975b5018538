// SQL of reading messages: lists, one message, and its history.
import {
  type AccountId,
  type CampaignId,
  type ContactId,
  firstIdOf,
  type Instant,
  type MessageId,
  type RouteId,
  type SubjectId,
} from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import {
  type Failure,
  type MessageClass,
  type MessageGroup,
  messageGroups,
  type ReceiptOutcome,
  scheduledDaysMax,
} from '../contract.ts'
import { answerStatus, failureColumn } from '../failure.ts'
import type { MessageState } from '../message-state.ts'
import { isBundled, isNotBundled } from './bundle-store.ts'
import { isFew, type Lead } from './look-back-store.ts'
import type { ResultOutcome } from './result-store.ts'

/** A message as its narrow tables tell it now. */
export type MessageRow = {
  id: MessageId
  campaign_id: CampaignId | null
  contact_id: ContactId | null
  subject_id: SubjectId
  body_sealed: Buffer | null
  terms_id: string
  is_marketing: boolean
  country: string
  territory: string
  encoding: 'gsm7' | 'ucs2'
  parts: number
  price_micro_eur: number
  consent_entry_id: string | null
  wording_id: string | null
  checks: string
  hold: string | null
  hold_until: Instant | null
  not_before: Instant | null
  useful_until: Instant | null
  reference: string | null
  accepted_at: Instant
  queue_hold: string | null
  queue_due_at: Instant | null
  outcome_reason: string | null
  outcome_at: Instant | null
  failure: Failure | null
  state: MessageState
}

/**
 * How the current state is read: the final state if there is one; else where the message is in the
 * queue; else what the answers of its last attempt say; else it is in an open intent.
 */
const readColumns = (bundled: string, id = 'm.id') => `
  ${id} as id, m.campaign_id, m.contact_id, m.subject_id, m.body_sealed, m.terms_id, m.is_marketing,
  m.country, m.territory, m.encoding, m.parts, m.price_micro_eur, m.consent_entry_id, m.wording_id,
  m.checks, m.hold, m.hold_until, m.not_before, m.useful_until, m.reference, m.accepted_at,
  q.hold as queue_hold, q.due_at as queue_due_at, o.reason as outcome_reason, o.at as outcome_at,
  ${failureColumn} as failure,
  case
    when o.state is not null then o.state
    when q.message_id is not null then
      case when q.hold is not null and q.due_at > $2 then 'held' else 'queued' end
    when r.parts = 0 and ${bundled} then 'queued'
    when r.parts is null or r.parts < m.parts then 'submitting'
    when r.has_unknown then 'maybe_sent'
    else 'submitted'
  end as state`

const readJoins = `
  left join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
  left join sending.queue q on q.account_id = m.account_id and q.message_id = m.id
    and o.message_id is null
  left join lateral (
    select count(*) as parts, bool_or(p.unknown and not p.accepted) as has_unknown from (
      select bool_or(r.outcome = 'unknown') as unknown, bool_or(r.outcome = 'accepted') as accepted
      from sending.result r
      where r.account_id = m.account_id and r.message_id = m.id
        and o.message_id is null and q.message_id is null
      group by r.part
    ) p
  ) r on true`

/**
 * What is in a bundle is looked for where that can decide: a list of failed messages would else
 * look through all bundles for each that waits, and one of those that are being submitted as well.
 */
function lookForBundles({ state, reason, group }: Pick<ListWish, 'state' | 'reason' | 'group'>): {
  bundled: string
  also: string
} {
  if (reason !== null) return { bundled: 'false', also: '' }
  if (group != null && isFew(statesOf({ state, group }))) return { bundled: 'false', also: '' }
  if (state === null || state === 'queued') return { bundled: isBundled, also: '' }
  return { bundled: 'false', also: state === 'submitting' ? `and ${isNotBundled}` : '' }
}

const statesOf = ({ state, group }: Pick<ListWish, 'state' | 'group'>): readonly MessageState[] =>
  state === null ? (group == null ? [] : messageGroups[group]) : [state]

export type ListWish = {
  before: MessageId | null
  limit: number
  class: MessageClass | null
  campaignId: CampaignId | null
  contactId: ContactId | null
  state: MessageState | null
  reference: string | null
  reason: Failure | null
  /** What telephones show as from. */
  sender: string | null
  /** Those that left by it, or wait for it, of one campaign. */
  routeId: RouteId | null
  /** Accepted at this instant or later, and before that one. */
  from: Instant | null
  until: Instant | null
  group?: MessageGroup | null
  /** Of the number, in two letters. */
  country?: string | null
  /** Of one of these. */
  campaignIds?: readonly CampaignId[] | null
  /** An operator had it first, or may have had it, at this instant or later. */
  leftFrom?: Instant | null
  /** It ended at this instant or later. */
  endedFrom?: Instant | null
}

/** A message that left or ended then was accepted no longer before: it waits, then its receipt. */
const longestLifeMs = (scheduledDaysMax + 30) * 86_400_000
/** Before its id none can have left, or ended, at this instant or later. */
export const firstThatLives = (at: Instant): string => firstIdOf(at - longestLifeMs)

/** As a value of its own behind the others. */
type Bind = (value: unknown, type: string) => string

/** So many campaigns are read side by side; of more, the account is looked through. */
const sideBySideMax = 300

/** Which index leads to what is wished: the list and its look back follow the same. */
export function leadOf(wish: ListWish): Lead {
  const { campaignId, reference, state } = wish
  if (reference !== null) return { reference, campaignIds: null, states: null }
  const those = campaignId === null ? (wish.campaignIds ?? null) : [campaignId]
  const campaignIds = those !== null && those.length > sideBySideMax ? null : those
  const states = statesOf(wish)
  // Several states of a whole account are found sooner among the newest of its messages.
  const isLed = isFew(states) && (state !== null || campaignIds !== null)
  return { reference: null, campaignIds, states: isLed ? states : null }
}

type From = { tables: string; id: string }
const ofMessages: From = { tables: 'sending.message m', id: 'm.id' }

/**
 * The few that did not arrive are found by themselves, not among all that did: in their order, and
 * the message of each by its id. `offset 0` keeps PostgreSQL from trying each with each, which it
 * does where it takes a part of a long list for one row.
 */
function fromOutcome(wish: ListWish, bind: Bind): From {
  const { states, campaignIds } = leadOf(wish)
  if (states === null) return ofMessages
  const those = wish.state === null ? `any(${bind(arrayOf.text(states), 'text[]')})` : '$7'
  const several = wish.campaignId === null ? campaignIds : null
  const tables = `(
      select message_id from sending.outcome
      where account_id = $1 and state = ${those} and state <> 'delivered'
        ${wish.campaignId === null ? '' : 'and campaign_id = $5'}
        ${several === null ? '' : `and campaign_id = any(${bind(arrayOf.uuid(several), 'uuid[]')})`}
        and ($10::text is null or reason is null or reason in ($10, 'person_erased'))
    ) e cross join lateral (
      select * from sending.message where account_id = $1 and id = e.message_id offset 0) m`
  return { tables, id: 'e.message_id' }
}

/** As the results of a campaign count: the route of the last attempt, else the one chosen. */
const byRoute = `and (o.state is null or o.state not in ('refused', 'cancelled'))
  and coalesce(
    (select s.route_id from sending.result s
     where s.account_id = m.account_id and s.message_id = m.id and s.part = 1
     order by s.attempt desc limit 1),
    (select t.route_id from sending.terms t
     where t.account_id = m.account_id and t.id = m.terms_id))`

/** What is asked for seldom. */
function seldomAsked(wish: ListWish, bind: Bind): string {
  const { sender, routeId, country, campaignIds, leftFrom, endedFrom } = wish
  const where: string[] = []
  if (sender !== null) {
    where.push(`and m.terms_id in (select t.id from sending.terms t
      where t.account_id = $1 and t.sender = ${bind(sender, 'text')})`)
  }
  if (country != null) where.push(`and m.country = ${bind(country, 'text')}`)
  if (routeId !== null) where.push(`${byRoute} = ${bind(routeId, 'uuid')}`)
  if (campaignIds != null) {
    where.push(`and m.campaign_id = any(${bind(arrayOf.uuid(campaignIds), 'uuid[]')})`)
  }
  if (leftFrom != null) {
    where.push(`and m.id >= ${bind(firstThatLives(leftFrom), 'uuid')}
      and (select min(s.left_at) from sending.result s
        where s.account_id = m.account_id and s.message_id = m.id and s.part = 1
          and s.outcome <> 'rejected') >= ${bind(toTimestamp(leftFrom), 'timestamptz')}`)
  }
  if (endedFrom != null) {
    where.push(`and m.id >= ${bind(firstThatLives(endedFrom), 'uuid')}
      and o.at >= ${bind(toTimestamp(endedFrom), 'timestamptz')}`)
  }
  return where.join(' ')
}

/** `atLeast`: how far back is looked, where somebody goes on from there; null: to the first. */
type Reach = { atLeast: string | null }

/** Which messages a wish is for: `where` of `m`; all that is `read`; and `state` of that. */
function choiceOf(accountId: AccountId, at: Instant, wish: ListWish, { atLeast }: Reach) {
  const values: unknown[] = valuesOf(accountId, at, wish)
  const bind: Bind = (value, type) => `$${values.push(value)}::${type}`
  const { bundled, also } = lookForBundles(wish)
  const from = fromOutcome(wish, bind)
  const { id } = from
  const where = `where m.account_id = $1 and ($3::uuid is null or ${id} < $3)
    and ($11::timestamptz is null or ${id} >= $13) and ($12::timestamptz is null or ${id} < $14)
    ${atLeast === null ? '' : `and ${id} >= ${bind(atLeast, 'uuid')}`}
    and ($4::boolean is null or m.is_marketing = $4)
    and ($5::uuid is null or m.campaign_id = $5)
    and ($6::uuid is null or m.contact_id = $6)
    and ($9::text is null or m.reference = $9)
    and ($11::timestamptz is null or m.accepted_at >= $11)
    and ($12::timestamptz is null or m.accepted_at < $12) ${also}
    ${seldomAsked(wish, bind)}`
  // Where outcomes lead, the state is theirs: asked again it would be taken for a rare one.
  const isLed = from !== ofMessages
  const states = isLed || wish.group == null ? null : bind(arrayOf.text(statesOf(wish)), 'text[]')
  const state = `where ($7::text is null or ${isLed ? 'true' : 'state = $7'})
    and ($10::text is null or failure = $10) ${states === null ? '' : `and state = any(${states})`}`
  const columns = readColumns(bundled, id)
  const read = `select ${columns} from ${from.tables} ${readJoins} ${where}`
  return { values, read, where, state }
}

export async function listMessages(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
  wish: ListWish,
  reach: Reach = { atLeast: null },
): Promise<MessageRow[]> {
  const { values, read, state } = choiceOf(accountId, at, wish, reach)
  const { rows } = await tx.query<MessageRow>(
    `select * from (${read}) found ${state} order by id desc limit $8`,
    values,
  )
  return rows
}

/** Nothing but the message itself tells whether it is one of them. */
const isPlain = ({ state, group, reason, routeId, endedFrom }: ListWish): boolean =>
  [state, group, reason, routeId, endedFrom].every((one) => one == null)

/** How many such a list holds, as far as its limit. */
export async function countMessages(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
  wish: ListWish,
  reach: Reach,
): Promise<number> {
  const { values, read, where, state } = choiceOf(accountId, at, wish, reach)
  const found = isPlain(wish)
    ? `select m.id, null::text as state, null::text as failure from sending.message m
       ${where} and $2::timestamptz is not null`
    : read
  const { rows } = await tx.query<{ messages: number }>(
    `select count(*)::int as messages from (
       select from (${found}) found ${state} limit $8
     ) counted`,
    values,
  )
  return rows[0]?.messages ?? 0
}

const valuesOf = (accountId: AccountId, at: Instant, wish: ListWish) => [
  accountId,
  toTimestamp(at),
  wish.before,
  wish.class === null ? null : wish.class === 'marketing',
  wish.campaignId,
  wish.contactId,
  wish.state,
  wish.limit,
  wish.reference,
  wish.reason,
  wish.from === null ? null : toTimestamp(wish.from),
  wish.until === null ? null : toTimestamp(wish.until),
  firstIdOf((wish.from ?? 0) - apartMs),
  firstIdOf((wish.until ?? 0) + apartMs),
]

/** An id is made in the moment in which its message is accepted; a clock may be set meanwhile. */
export const apartMs = 3_600_000

/** Of messages in whose failure their operator had a say: its answer or, later, its receipt. */
export async function operatorStatuses(
  tx: Tx,
  accountId: AccountId,
  messageIds: readonly MessageId[],
): Promise<Map<MessageId, string>> {
  if (messageIds.length === 0) return new Map()
  const { rows } = await tx.query<{
    message_id: MessageId
    status: number | null
    error_code: string | null
  }>(
    `select message_id, status, error_code from (
       select message_id, status, null as error_code, coalesce(answered_at, left_at) as at
       from sending.result where account_id = $1 and message_id = any($2::uuid[])
         and outcome = 'rejected' and status is not null
       union all
       select message_id, null, error_code, received_at
       from sending.receipt where account_id = $1 and message_id = any($2::uuid[])
         and outcome in ('undelivered', 'expired', 'rejected', 'deleted')
         and error_code is not null
     ) told order by message_id, at`,
    [accountId, messageIds],
  )
  const told = new Map<MessageId, string>()
  for (const { message_id, status, error_code } of rows) {
    // The first of equal strength decided, as it does for the state.
    const said = status === null ? error_code : answerStatus(status)
    if (said !== null && !told.has(message_id)) told.set(message_id, said)
  }
  return told
}

/** Newest first; those that are gone are left out. */
export async function findMessages(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
  ids: readonly MessageId[],
): Promise<MessageRow[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.query<MessageRow>(
    `select ${readColumns(isBundled)} from sending.message m ${readJoins}
     where m.account_id = $1 and m.id = any($3::uuid[]) order by m.accepted_at desc, m.id desc`,
    [accountId, toTimestamp(at), arrayOf.uuid(ids)],
  )
  return rows
}

export async function findMessage(
  tx: Tx,
  accountId: AccountId,
  at: Instant,
  id: MessageId,
): Promise<MessageRow | null> {
  const { rows } = await tx.query<MessageRow>(
    {
      name: 'sending_find_message',
      text: `select ${readColumns(isBundled)} from sending.message m ${readJoins}
       where m.account_id = $1 and m.id = $3`,
    },
    [accountId, toTimestamp(at), id],
  )
  return rows[0] ?? null
}

export type ResultRow = {
  part: number
  attempt: number
  route_id: string
  outcome: ResultOutcome
  operator_id: string | null
  status: number | null
  claimed_at: Instant
  left_at: Instant
  answered_at: Instant | null
  checks: string | null
}
export type ReceiptRow = {
  part: number
  outcome: ReceiptOutcome
  error_code: string | null
  done_at: Instant | null
  received_at: Instant
}
export type EventRow = {
  at: Instant
  what: string
  facts: Record<string, string | number | boolean | null>
}

export async function readHistory(
  tx: Tx,
  accountId: AccountId,
  id: MessageId,
): Promise<{ results: ResultRow[]; receipts: ReceiptRow[]; events: EventRow[] }> {
  const key = [accountId, id]
  const results = await tx.query<ResultRow>(
    `select part, attempt, route_id, outcome, operator_id, status, claimed_at, left_at, answered_at,
       checks
     from sending.result where account_id = $1 and message_id = $2 order by attempt, part`,
    key,
  )
  const receipts = await tx.query<ReceiptRow>(
    `select part, outcome, error_code, done_at, received_at
     from sending.receipt where account_id = $1 and message_id = $2 order by received_at`,
    key,
  )
  const events = await tx.query<EventRow>(
    `select at, what, facts from sending.event
     where account_id = $1 and message_id = $2 order by at`,
    key,
  )
  return { results: results.rows, receipts: receipts.rows, events: events.rows }
}
