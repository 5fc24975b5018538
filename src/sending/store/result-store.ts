// SQL of what comes back: results, receipts, final states, counters; over all accounts.
import type { AccountId, CampaignId, Instant, MessageId, RouteId } from '../../kernel/index.ts'
import {
  type Asks,
  arrayOf,
  columnArrays,
  type InsertPlan,
  InsertRows,
  type Tx,
  toTimestamp,
} from '../../storage/index.ts'
import type { Failure, ReceiptOutcome } from '../contract.ts'
import type { FinalState } from '../message-state.ts'

/** One part of one message, as results and receipts speak of it. */
export type PartRef = {
  accountId: AccountId
  messageId: MessageId
  campaignId: CampaignId | null
  part: number
  parts: number
  attempt: number
}

export type ResultOutcome = 'accepted' | 'rejected' | 'unknown'
export type PartResult = PartRef & {
  routeId: RouteId
  outcome: ResultOutcome
  operatorId: string | null
  status: number | null
  claimedAt: Instant
  leftAt: Instant
  answeredAt: Instant | null
  checks: string | null
}

/** An instant as a parameter, where there is one. */
export const instantOrNull = (at: Instant | null) => (at === null ? null : toTimestamp(at))

/**
 * `fresh`: a row that is there already makes the statement fail, and whoever asked writes again.
 * `careful`: what is there stays. That costs a third of the row more, and next to no row needs it:
 * the server looks before, writes in doubt, and writes down that the doubt is over.
 */
export type Writing = 'fresh' | 'careful'

/** Rows written in both ways: the name is their plan's, so that each has its own. */
function bothWays<T>(plan: InsertPlan<T>, returning = '') {
  const suffix = `on conflict do nothing ${returning}`
  return {
    fresh: new InsertRows({ ...plan, name: `${plan.name}_fresh` }),
    careful: new InsertRows({ ...plan, suffix }),
  }
}

// What a slice of a campaign has in common, what its parts have, and what mostly is the answer.
const [ofSlice, ofPart, ofAnswer] = [0, 1, 2] as const

const resultRows = bothWays<PartResult>({
  name: 'sending_append_results',
  table: 'sending.result',
  columns: [
    { name: 'account_id', type: 'uuid', alike: ofSlice, of: (result) => result.accountId },
    { name: 'message_id', type: 'uuid', of: (result) => result.messageId },
    { name: 'part', type: 'int2', alike: ofPart, of: (result) => result.part },
    { name: 'attempt', type: 'int2', alike: ofPart, of: (result) => result.attempt },
    { name: 'parts', type: 'int2', alike: ofPart, of: (result) => result.parts },
    { name: 'campaign_id', type: 'uuid', alike: ofSlice, of: (result) => result.campaignId },
    { name: 'route_id', type: 'uuid', alike: ofSlice, of: (result) => result.routeId },
    { name: 'outcome', type: 'text', alike: ofAnswer, of: (result) => result.outcome },
    { name: 'operator_id', type: 'text', of: (result) => result.operatorId },
    { name: 'status', type: 'int4', alike: ofAnswer, of: (result) => result.status },
    { name: 'claimed_at', type: 'timestamptz', alike: ofSlice, of: (result) => result.claimedAt },
    { name: 'left_at', type: 'timestamptz', of: (result) => result.leftAt },
    { name: 'answered_at', type: 'timestamptz', of: (result) => result.answeredAt },
    { name: 'checks', type: 'text', alike: ofPart, of: (result) => result.checks },
  ],
})

export function appendResultsInAnyAccount(
  to: Asks,
  results: readonly PartResult[],
  writing: Writing = 'careful',
): void {
  if (results.length === 0) return
  to.ask(...resultRows[writing].of(results))
}

/** The message waits nowhere, is in nobody's hand and has not ended: its answers decide. */
const isOpen = `
  not exists (select from sending.queue where account_id = $1 and message_id = $2)
  and not exists (select from sending.intent where message_ids && array[$2::uuid])
  and not exists (select from sending.outcome where account_id = $1 and message_id = $2)`

/**
 * An answer after its time-out, or an id that was found out: what was unknown is accepted. Returns
 * what the part was before; null when there was nothing to learn. `isOpen`: it is counted as
 * submitted or maybe sent, since it waits nowhere, is in nobody's hand and has not ended.
 */
export async function acceptLateInAnyAccount(
  tx: Tx,
  late: PartRef & { operatorId: string | null; at: Instant },
): Promise<{ before: ResultOutcome; isOpen: boolean } | null> {
  const { rows } = await tx.query<{ before: ResultOutcome; is_open: boolean }>(
    `with known as (
       select ctid, outcome from sending.result
       where account_id = $1 and message_id = $2 and part = $3 and attempt = $4
         and (outcome = 'unknown' or (outcome = 'accepted' and operator_id is null)) for update
     ), learned as (
       update sending.result r set outcome = 'accepted', operator_id = $5,
         answered_at = coalesce(r.answered_at, $6)
       from known k where r.ctid = k.ctid
     ), settled as (
       delete from sending.unsettled
       where account_id = $1 and message_id = $2 and part = $3 and attempt = $4
         and $5::text is not null
     )
     select outcome as before, ${isOpen} as is_open from known`,
    [
      late.accountId,
      late.messageId,
      late.part,
      late.attempt,
      late.operatorId,
      toTimestamp(late.at),
    ],
  )
  const row = rows[0]
  return row === undefined ? null : { before: row.before, isOpen: row.is_open }
}

/**
 * A no after its time-out: what was unknown is rejected. `isOpen`: the message waits nowhere, is in
 * nobody's hand and has not ended, so that its answers decide. Null: there was nothing to learn.
 */
export async function refuseLateInAnyAccount(
  tx: Tx,
  late: PartRef & { status: number | null; at: Instant },
): Promise<{ isOpen: boolean } | null> {
  const { rows } = await tx.query<{ is_open: boolean }>(
    `with known as (
       select ctid from sending.result
       where account_id = $1 and message_id = $2 and part = $3 and attempt = $4
         and outcome = 'unknown' for update
     ), learned as (
       update sending.result r set outcome = 'rejected', status = $5, answered_at = $6
       from known k where r.ctid = k.ctid
     ), settled as (
       delete from sending.unsettled
       where account_id = $1 and message_id = $2 and part = $3 and attempt = $4
     )
     select ${isOpen} as is_open from known`,
    [late.accountId, late.messageId, late.part, late.attempt, late.status, toTimestamp(late.at)],
  )
  const row = rows[0]
  return row === undefined ? null : { isOpen: row.is_open }
}

type PartRow = {
  operator_id: string
  account_id: AccountId
  message_id: MessageId
  campaign_id: CampaignId | null
  part: number
  parts: number
  attempt: number
}

/** The parts that carry these ids on this route; of an id that came round again the latest. */
export async function findPartsInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  operatorIds: readonly string[],
): Promise<Map<string, PartRef>> {
  if (operatorIds.length === 0) return new Map()
  const { rows } = await tx.query<PartRow>(
    {
      name: 'sending_find_parts',
      text: `
select distinct on (operator_id) operator_id, account_id, message_id, campaign_id, part, parts,
  attempt
from sending.result where route_id = $1 and operator_id = any($2::text[])
order by operator_id, left_at desc`,
    },
    [routeId, arrayOf.text(operatorIds)],
  )
  return new Map(
    rows.map((row) => [
      row.operator_id,
      {
        accountId: row.account_id,
        messageId: row.message_id,
        campaignId: row.campaign_id,
        part: row.part,
        parts: row.parts,
        attempt: row.attempt,
      },
    ]),
  )
}

export type Receipt = {
  operatorId: string
  outcome: ReceiptOutcome
  errorCode: string | null
  doneAt: Instant | null
  receivedAt: Instant
}

const receiptRows = new InsertRows<Receipt & { ref: PartRef }>({
  name: 'sending_append_receipts',
  table: 'sending.receipt',
  columns: [
    { name: 'account_id', type: 'uuid', alike: ofSlice, of: ({ ref }) => ref.accountId },
    { name: 'message_id', type: 'uuid', of: ({ ref }) => ref.messageId },
    { name: 'part', type: 'int2', alike: ofPart, of: ({ ref }) => ref.part },
    { name: 'outcome', type: 'text', alike: ofAnswer, of: (receipt) => receipt.outcome },
    { name: 'error_code', type: 'text', alike: ofAnswer, of: (receipt) => receipt.errorCode },
    { name: 'done_at', type: 'timestamptz', of: (receipt) => receipt.doneAt },
    { name: 'received_at', type: 'timestamptz', of: (receipt) => receipt.receivedAt },
  ],
})

export function appendReceiptsInAnyAccount(
  to: Asks,
  receipts: readonly (Receipt & { ref: PartRef })[],
): void {
  if (receipts.length > 0) to.ask(...receiptRows.of(receipts))
}

export type PartsOfMessage = {
  results: { part: number; attempt: number; outcome: ResultOutcome }[]
  receipts: { part: number; outcome: ReceiptOutcome }[]
  /** When the last of them left. */
  leftAt?: Instant
}

/** One number for this use of advisory locks in the database. */
const turnSpace = 7_302

/**
 * Parts of one message may be told of to two nodes, or over two routes, at once: each would see its
 * own alone, and nobody would end the message. So whoever settles long messages of an account waits
 * for the one who does so now, until that is committed. In one order, so that none wait crosswise.
 */
export async function takeTurnsInAnyAccount(
  tx: Tx,
  messages: readonly Pick<PartRef, 'accountId'>[],
): Promise<void> {
  const accounts = [...new Set(messages.map(({ accountId }) => accountId))]
  await tx.query(
    {
      name: 'sending_take_turns',
      text: `select pg_advisory_xact_lock($2, turn) from (
        select distinct hashtext(id) as turn from unnest($1::text[]) as id order by 1) turns`,
    },
    [accounts, turnSpace],
  )
}

/** And one for this. */
const deadlineSpace = 7_303

/**
 * An answer that comes late and the sweep for missing receipts both say by what stands written
 * where a message counts, and neither sees what the other is about to write: so answers wait for a
 * sweep, and a sweep for the answers that are being written. What is asked behind it sees all that.
 */
export async function takeDeadlineTurnInAnyAccount(tx: Tx, as: 'answer' | 'sweep'): Promise<void> {
  const lock = as === 'sweep' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared'
  await tx.query(`select ${lock}($1, 0)`, [deadlineSpace])
}

/** All that is known of the parts of these messages: for messages of more than one part. */
export async function readPartsInAnyAccount(
  tx: Tx,
  messages: readonly Pick<PartRef, 'accountId' | 'messageId'>[],
): Promise<Map<MessageId, PartsOfMessage>> {
  const found = new Map<MessageId, PartsOfMessage>()
  if (messages.length === 0) return found
  const keys = columnArrays(messages, [
    ['uuid', (message) => message.accountId],
    ['uuid', (message) => message.messageId],
  ])
  for (const { messageId } of messages) found.set(messageId, { results: [], receipts: [] })
  const results = await tx.query<{
    message_id: MessageId
    part: number
    attempt: number
    outcome: ResultOutcome
    left_at: Instant
  }>(
    `select r.message_id, r.part, r.attempt, r.outcome, r.left_at
     from unnest($1::uuid[], $2::uuid[]) as k (account_id, message_id)
     join sending.result r using (account_id, message_id)`,
    keys,
  )
  for (const row of results.rows) {
    const known = found.get(row.message_id)
    if (known === undefined) continue
    known.results.push(row)
    known.leftAt = Math.max(known.leftAt ?? row.left_at, row.left_at)
  }
  const receipts = await tx.query<{ message_id: MessageId; part: number; outcome: ReceiptOutcome }>(
    `select r.message_id, r.part, r.outcome
     from unnest($1::uuid[], $2::uuid[]) as k (account_id, message_id)
     join sending.receipt r using (account_id, message_id) order by r.received_at`,
    keys,
  )
  for (const row of receipts.rows) found.get(row.message_id)?.receipts.push(row)
  return found
}

export type Outcome = {
  accountId: AccountId
  messageId: MessageId
  campaignId: CampaignId | null
  state: FinalState
  /** `person_erased` is told to nobody as such: `failure.ts` says what it is read as. */
  reason: Failure | 'person_erased' | null
  at: Instant
}

const outcomeRows = bothWays<Outcome>(
  {
    name: 'sending_append_outcomes',
    table: 'sending.outcome',
    columns: [
      { name: 'account_id', type: 'uuid', alike: ofSlice, of: (outcome) => outcome.accountId },
      { name: 'message_id', type: 'uuid', of: (outcome) => outcome.messageId },
      { name: 'campaign_id', type: 'uuid', alike: ofSlice, of: (outcome) => outcome.campaignId },
      { name: 'state', type: 'text', alike: ofAnswer, of: (outcome) => outcome.state },
      { name: 'reason', type: 'text', alike: ofAnswer, of: (outcome) => outcome.reason },
      { name: 'at', type: 'timestamptz', of: (outcome) => outcome.at },
    ],
  },
  'returning message_id',
)

/** Writes final states that are new: of one that is there already nothing is written. */
export function addOutcomes(to: Asks, outcomes: readonly Outcome[]): void {
  if (outcomes.length > 0) to.ask(...outcomeRows.fresh.of(outcomes))
}

/** Writes final states; returns those that were new. The first stands, whatever comes later. */
export async function appendOutcomes(
  tx: Tx,
  outcomes: readonly Outcome[],
): Promise<Iterable<MessageId>> {
  if (outcomes.length === 0) return []
  const { rows } = await tx.query<{ message_id: MessageId }>(...outcomeRows.careful.of(outcomes))
  return rows.map((row) => row.message_id)
}

export type MessageEvent = {
  accountId: AccountId
  messageId: MessageId
  at: Instant
  what: string
  facts: Readonly<Record<string, string | number | boolean | null>>
}

export function appendEvents(to: Asks, events: readonly MessageEvent[]): void {
  if (events.length === 0) return
  to.ask(
    `insert into sending.event (account_id, message_id, at, what, facts)
     select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::jsonb[])`,
    [
      events.map((event) => event.accountId),
      events.map((event) => event.messageId),
      events.map((event) => toTimestamp(event.at)),
      events.map((event) => event.what),
      events.map((event) => JSON.stringify(event.facts)),
    ],
  )
}

export type TallyMove = {
  accountId: AccountId
  campaignId: CampaignId
  counter: string
  by: number
}

function isSameCounter(a: TallyMove, b: TallyMove): boolean {
  return a.counter === b.counter && a.campaignId === b.campaignId && a.accountId === b.accountId
}

/** Moves counters of campaigns; in the order of their keys, so that two writers never cross. */
export function moveTally(to: Asks, moves: readonly TallyMove[]): void {
  const sums = new Map<string, TallyMove>()
  let last: TallyMove | undefined
  for (const move of moves) {
    // Hundreds of one campaign come in a row.
    if (last !== undefined && isSameCounter(last, move)) {
      last.by += move.by
      continue
    }
    const key = `${move.accountId} ${move.campaignId} ${move.counter}`
    last = sums.get(key)
    if (last === undefined) {
      last = { ...move }
      sums.set(key, last)
    } else last.by += move.by
  }
  const rows = [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, move]) => move)
  if (rows.length === 0) return
  to.ask(
    {
      name: 'sending_move_tally',
      text: `
insert into sending.tally as held (account_id, campaign_id, counter, value)
select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[])
on conflict (account_id, campaign_id, counter) do update set value = held.value + excluded.value`,
    },
    [
      rows.map((row) => row.accountId),
      rows.map((row) => row.campaignId),
      rows.map((row) => row.counter),
      rows.map((row) => row.by),
    ],
  )
}

export type Unanswered = Pick<PartRef, 'accountId' | 'messageId' | 'campaignId'> & {
  hadUnknown: boolean
}

/**
 * Messages whose last part left in this span and that have no final state and wait nowhere.
 * `hadUnknown`: it is counted as maybe sent. That depends on all its attempts, also on those that
 * left before the span; one of a single part is submitted once any of them was taken.
 */
export async function unansweredInAnyAccount(
  tx: Tx,
  span: { from: Instant; until: Instant },
): Promise<Unanswered[]> {
  const { rows } = await tx.query<{
    account_id: AccountId
    message_id: MessageId
    campaign_id: CampaignId | null
    had_unknown: boolean
  }>(
    `select r.account_id, r.message_id, min(r.campaign_id::text)::uuid as campaign_id,
       case when max(r.attempt) = 1 and count(*) = max(r.parts) then bool_or(r.outcome = 'unknown')
         else (select bool_or(a.outcome = 'unknown')
             and (max(a.parts) > 1 or not bool_or(a.outcome = 'accepted'))
           from sending.result a
           where a.account_id = r.account_id and a.message_id = r.message_id) end as had_unknown
     from sending.result r
     where r.left_at > $1 and r.left_at <= $2
       and not exists (select 1 from sending.outcome o
         where o.account_id = r.account_id and o.message_id = r.message_id)
       and not exists (select 1 from sending.queue q
         where q.account_id = r.account_id and q.message_id = r.message_id)
       and not exists (select 1 from sending.result later
         where later.account_id = r.account_id and later.message_id = r.message_id
           and later.left_at > $2)
     group by r.account_id, r.message_id`,
    [toTimestamp(span.from), toTimestamp(span.until)],
  )
  return rows.map((row) => ({
    accountId: row.account_id,
    messageId: row.message_id,
    campaignId: row.campaign_id,
    hadUnknown: row.had_unknown,
  }))
}

export async function readWatermarkInAnyAccount(tx: Tx, name: string): Promise<Instant | null> {
  const { rows } = await tx.query<{ until_at: Instant }>(
    'select until_at from sending.watermark where name = $1 for update',
    [name],
  )
  return rows[0]?.until_at ?? null
}

export async function moveWatermarkInAnyAccount(
  tx: Tx,
  name: string,
  until: Instant,
): Promise<void> {
  await tx.query(
    `insert into sending.watermark (name, until_at) values ($1, $2)
     on conflict (name) do update set until_at = excluded.until_at`,
    [name, toTimestamp(until)],
  )
}
