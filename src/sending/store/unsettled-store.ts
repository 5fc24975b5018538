// SQL of parts that may have left, or left under an id that nobody knows; over all accounts.
import type {
  AccountId,
  CampaignId,
  Instant,
  MessageId,
  RouteId,
  SubjectId,
} from '../../kernel/index.ts'
import { type Asks, arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { ReceiptOutcome } from '../contract.ts'
import { ofSubjects } from './person-store.ts'
import type { PartRef } from './result-store.ts'

/** A part that left (maybe), and under which id nobody knows. */
export type UnsettledPart = PartRef & {
  leftAt: Instant
  /** Keyed tag of the number on the route, in hexadecimal. */
  tag: string
  sender: string
  reference: number
}

/** A receipt whose id nobody knows. `key` holds all writings of that id, with blanks between. */
export type TracedUnmatched = {
  key: string
  tag: string
  sender: string | null
  reference: number | null
  outcome: ReceiptOutcome
  doneAt: Instant | null
  receivedAt: Instant
}

/** `tag` and `sender` null: what a dead engine left, whose number is yet to be read. */
export type NewUnsettled = PartRef & {
  routeId: RouteId
  leftAt: Instant
  tag: Uint8Array | null
  sender: string | null
  reference: number
}

export function keepUnsettledInAnyAccount(to: Asks, rows: readonly NewUnsettled[]): void {
  if (rows.length === 0) return
  to.ask(
    `insert into sending.unsettled (account_id, message_id, part, attempt, parts, campaign_id,
       route_id, left_at, tag, sender, reference)
     select * from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::smallint[], $5::smallint[],
       $6::uuid[], $7::uuid[], $8::timestamptz[], $9::bytea[], $10::text[], $11::integer[])
     on conflict do nothing`,
    [
      rows.map((row) => row.accountId),
      rows.map((row) => row.messageId),
      rows.map((row) => row.part),
      rows.map((row) => row.attempt),
      rows.map((row) => row.parts),
      rows.map((row) => row.campaignId),
      rows.map((row) => row.routeId),
      rows.map((row) => toTimestamp(row.leftAt)),
      rows.map((row) => row.tag),
      rows.map((row) => row.sender),
      rows.map((row) => row.reference),
    ],
  )
}

export type Unnamed = {
  accountId: AccountId
  messageId: MessageId
  campaignId: CampaignId | null
  routeId: RouteId
}

/** `except`: accounts and messages that are not to fill the batch before others. */
export async function unnamedInAnyAccount(
  tx: Tx,
  { limit, except }: { limit: number; except: readonly string[] },
): Promise<Unnamed[]> {
  const { rows } = await tx.query<{
    account_id: AccountId
    message_id: MessageId
    campaign_id: CampaignId | null
    route_id: RouteId
  }>(
    `select distinct account_id, message_id, campaign_id, route_id from sending.unsettled
     where tag is null and account_id <> all($2::uuid[]) and message_id <> all($2::uuid[])
     limit $1`,
    [limit, except],
  )
  return rows.map((row) => ({
    accountId: row.account_id,
    messageId: row.message_id,
    campaignId: row.campaign_id,
    routeId: row.route_id,
  }))
}

export type Named = Unnamed & { tag: Uint8Array; sender: string }

export async function nameUnsettledInAnyAccount(tx: Tx, named: readonly Named[]): Promise<void> {
  if (named.length === 0) return
  await tx.query(
    `update sending.unsettled u set tag = n.tag, sender = n.sender
     from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[])
       as n (account_id, message_id, tag, sender)
     where u.account_id = n.account_id and u.message_id = n.message_id and u.tag is null`,
    [
      named.map((row) => row.accountId),
      named.map((row) => row.messageId),
      named.map((row) => row.tag),
      named.map((row) => row.sender),
    ],
  )
}

/** Whose person is erased: nothing can name them, and nothing is to. */
export async function dropUnsettledInAnyAccount(
  tx: Tx,
  gone: readonly Pick<Unnamed, 'accountId' | 'messageId'>[],
): Promise<void> {
  if (gone.length === 0) return
  await tx.query(
    `delete from sending.unsettled u using unnest($1::uuid[], $2::uuid[])
       as g (account_id, message_id)
     where u.account_id = g.account_id and u.message_id = g.message_id`,
    [gone.map((row) => row.accountId), gone.map((row) => row.messageId)],
  )
}

/** Messages that nobody could name, by account. */
export type NeverNamed = { accountId: AccountId; messages: number }

/**
 * What is not named yet stays until it is, since a STOP to it is to find its account; but no longer
 * than a reply finds an account at all. Returns what goes without a name.
 */
export async function dropOldUnsettledInAnyAccount(
  tx: Tx,
  before: { named: Instant; unnamed: Instant },
): Promise<NeverNamed[]> {
  const { rows } = await tx.query<{ account_id: AccountId; messages: number }>(
    `with dropped as (
       delete from sending.unsettled
       where left_at < case when tag is null then $2::timestamptz else $1::timestamptz end
       returning account_id, message_id, tag
     )
     select account_id, count(distinct message_id)::int as messages from dropped
     where tag is null group by account_id`,
    [toTimestamp(before.named), toTimestamp(before.unnamed)],
  )
  return rows.map((row) => ({ accountId: row.account_id, messages: row.messages }))
}

/** Whether a part of this route waits to be named: a reply to it would find nobody. */
export async function hasUnnamedInAnyAccount(
  tx: Tx,
  { routeId, except }: { routeId: RouteId; except: readonly string[] },
): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    `select exists (select 1 from sending.unsettled where route_id = $1 and tag is null
       and account_id <> all($2::uuid[]) and message_id <> all($2::uuid[])) as found`,
    [routeId, except],
  )
  return rows[0]?.found ?? false
}

type TraceRow = {
  account_id: AccountId
  message_id: MessageId
  campaign_id: CampaignId | null
  part: number
  parts: number
  attempt: number
  left_at: Instant
  tag: Buffer
  sender: string
  reference: number
}
type UnmatchedTraceRow = {
  key: string
  tag: Buffer
  sender: string | null
  reference: number | null
  outcome: ReceiptOutcome
  done_at: Instant | null
  received_at: Instant
}

/**
 * Parts without a known id, and the unmatched receipts to their numbers. An unmatched receipt that
 * came after `before` may yet find its answer; so may be what is still in flight,
 * and then its number is in doubt.
 */
export async function readTracesInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  before: Instant,
): Promise<{ parts: UnsettledPart[]; unmatched: TracedUnmatched[] }> {
  const unmatched = await tx.query<UnmatchedTraceRow>(
    `select string_agg(s.operator_id, ' ' order by s.operator_id) as key, s.tag, s.sender,
       s.reference, s.outcome, s.done_at, s.received_at
     from sending.unmatched_receipt s
     where s.route_id = $1 and s.tag in (select u.tag from sending.unsettled u
       where u.route_id = $1 and u.tag is not null)
     group by s.id, s.tag, s.sender, s.reference, s.outcome, s.done_at, s.received_at
     order by s.received_at`,
    [routeId],
  )
  // Of a number with a fresh unmatched receipt nothing is concluded yet.
  const hex = (tag: Buffer) => tag.toString('hex')
  const fresh = new Set(
    unmatched.rows.filter((row) => row.received_at > before).map((r) => hex(r.tag)),
  )
  const old = unmatched.rows.filter((row) => !fresh.has(hex(row.tag)))
  if (old.length === 0) return { parts: [], unmatched: [] }
  const parts = await tx.query<TraceRow>(
    `select account_id, message_id, campaign_id, part, parts, attempt, left_at, tag, sender,
       reference
     from sending.unsettled where route_id = $1 and tag = any($2::bytea[])`,
    [routeId, old.map((row) => row.tag)],
  )
  return {
    parts: parts.rows.map((row) => ({
      accountId: row.account_id,
      messageId: row.message_id,
      campaignId: row.campaign_id,
      part: row.part,
      parts: row.parts,
      attempt: row.attempt,
      leftAt: row.left_at,
      tag: hex(row.tag),
      sender: row.sender,
      reference: row.reference,
    })),
    unmatched: old.map((row) => ({
      key: row.key,
      tag: hex(row.tag),
      sender: row.sender,
      reference: row.reference,
      outcome: row.outcome,
      doneAt: row.done_at,
      receivedAt: row.received_at,
    })),
  }
}

/** What would still find a number by its tag goes with the person. */
export async function dropUnsettledOfSubjects(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<void> {
  await tx.query(
    `delete from sending.unsettled u using ${ofSubjects}
     where u.account_id = $1 and u.message_id = m.id`,
    [accountId, arrayOf.uuid(subjects)],
  )
}
