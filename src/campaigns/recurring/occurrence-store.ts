// SQL of the days of recurring sends, and of whose date each of them is.
import type { CountryCode } from '../../countries/index.ts'
import type { AccountId, CampaignId, ContactId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { OccurrenceState } from '../contract-recurring.ts'
import type { Occurrence } from './recurring.ts'

type Row = {
  recurring_id: string
  on_day: string
  state: OccurrenceState
  campaign_id: CampaignId | null
  scanned_through: ContactId | null
  is_scanned: boolean
  people: number
  failure: string | null
  begun_at: Instant
  look_at: Instant | null
  waits_in: CountryCode[]
  draft_hash: string | null
}

const columns = `recurring_id, day::text as on_day, state, campaign_id, scanned_through, is_scanned,
  people, failure, begun_at, look_at, waits_in, draft_hash`

const fromRow = (row: Row): Occurrence => ({
  recurringId: row.recurring_id,
  day: row.on_day,
  state: row.state,
  campaignId: row.campaign_id,
  scannedThrough: row.scanned_through,
  isScanned: row.is_scanned,
  people: row.people,
  failure: row.failure,
  begunAt: row.begun_at,
  lookAt: row.look_at,
  waitsIn: row.waits_in,
  draftHash: row.draft_hash,
})

type Key = { accountId: AccountId; recurringId: string; day: string }
const keyOf = ({ accountId, recurringId, day }: Key) => [accountId, recurringId, day]

/** The day as it stands: begun now, or by whoever came before. */
export async function beginOccurrence(
  tx: Tx,
  key: Key,
  begun: { state: 'gathering' | 'missed'; at: Instant },
): Promise<Occurrence> {
  await tx.query(
    `insert into campaigns.occurrence (account_id, recurring_id, day, state, begun_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [...keyOf(key), begun.state, toTimestamp(begun.at)],
  )
  const found = await lockOccurrence(tx, key)
  return found as Occurrence
}

export async function lockOccurrence(tx: Tx, key: Key): Promise<Occurrence | null> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.occurrence
     where account_id = $1 and recurring_id = $2 and day = $3 for update`,
    keyOf(key),
  )
  return rows[0] === undefined ? null : fromRow(rows[0])
}

/** One page of the list: those whose day it is, and how far it was read; together or not at all. */
export async function keepPage(
  tx: Tx,
  key: Key,
  page: {
    turn: number
    people: readonly { contactId: ContactId; subjectId: SubjectId }[]
    through: ContactId | null
  },
): Promise<void> {
  const { rowCount } = await tx.query(
    `insert into campaigns.occurrence_person (account_id, recurring_id, day, turn, contact_id,
       subject_id)
     select $1, $2, $3, $4, people.contact, people.subject
     from unnest($5::uuid[], $6::uuid[]) as people (contact, subject)
     on conflict do nothing`,
    [
      ...keyOf(key),
      page.turn,
      arrayOf.uuid(page.people.map(({ contactId }) => contactId)),
      arrayOf.uuid(page.people.map(({ subjectId }) => subjectId)),
    ],
  )
  await tx.query(
    `update campaigns.occurrence set people = people + $4,
       scanned_through = coalesce($5, scanned_through), is_scanned = $5::uuid is null
     where account_id = $1 and recurring_id = $2 and day = $3`,
    [...keyOf(key), rowCount, page.through],
  )
}

export async function setMade(
  tx: Tx,
  key: Key,
  made: { campaignId: CampaignId; draftHash: string },
): Promise<void> {
  await tx.query(
    `update campaigns.occurrence set state = 'made', campaign_id = $4, draft_hash = $5
     where account_id = $1 and recurring_id = $2 and day = $3`,
    [...keyOf(key), made.campaignId, made.draftHash],
  )
}

export type Settled = {
  state: 'launched' | 'nobody' | 'missed' | 'stopped'
  /** Null: as many as were counted before. */
  people: number | null
  failure: string | null
}

export async function settleOccurrence(tx: Tx, key: Key, settled: Settled): Promise<void> {
  await tx.query(
    `update campaigns.occurrence set state = $4, people = coalesce($5, people), failure = $6,
       look_at = null, waits_in = '{}'
     where account_id = $1 and recurring_id = $2 and day = $3`,
    [...keyOf(key), settled.state, settled.people, settled.failure],
  )
}

export type Waits = { failure: string; waitsIn: readonly CountryCode[]; lookAt: Instant }

export async function keepWaiting(tx: Tx, key: Key, waits: Waits): Promise<void> {
  await tx.query(
    `update campaigns.occurrence set state = 'waiting', failure = $4, waits_in = $5, look_at = $6
     where account_id = $1 and recurring_id = $2 and day = $3`,
    [...keyOf(key), waits.failure, arrayOf.text(waits.waitsIn), toTimestamp(waits.lookAt)],
  )
}

/** Those that are neither over nor given up, locked. */
export async function lockOpen(
  tx: Tx,
  { accountId, recurringId }: Omit<Key, 'day'>,
): Promise<Occurrence[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.occurrence
     where account_id = $1 and recurring_id = $2 and state in ('gathering', 'made', 'waiting')
     order by day for update`,
    [accountId, recurringId],
  )
  return rows.map(fromRow)
}

/** Of all accounts, by their ids alone; the earliest first. */
export async function listToLookInAnyAccount(
  tx: Tx,
  at: Instant,
  limit: number,
): Promise<{ accountId: AccountId; id: string }[]> {
  const { rows } = await tx.query<{ accountId: AccountId; id: string }>(
    `select account_id as "accountId", recurring_id as id from campaigns.occurrence
     where state = 'waiting' and look_at <= $1
     group by account_id, recurring_id order by min(look_at) limit $2`,
    [toTimestamp(at), limit],
  )
  return rows
}

/** Newest first. */
export async function listOccurrences(
  tx: Tx,
  { accountId, recurringId }: Omit<Key, 'day'>,
  page: { before: string | null; limit: number },
): Promise<Occurrence[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from campaigns.occurrence
     where account_id = $1 and recurring_id = $2 and ($3::date is null or day < $3)
     order by day desc limit $4`,
    [accountId, recurringId, page.before, page.limit],
  )
  return rows.map(fromRow)
}

/** Its last day that was begun, whatever came of it; null: none yet. */
export async function lastDayOf(tx: Tx, key: Omit<Key, 'day'>): Promise<string | null> {
  const { rows } = await tx.query<{ last: string | null }>(
    `select max(day)::text as last from campaigns.occurrence
     where account_id = $1 and recurring_id = $2`,
    [key.accountId, key.recurringId],
  )
  return rows[0]?.last ?? null
}

/** Nobody can have their date of so long ago again: the row has done its work. */
export async function forgetTurns(
  tx: Tx,
  { accountId, recurringId }: Omit<Key, 'day'>,
  before: number,
): Promise<void> {
  await tx.query(
    `delete from campaigns.occurrence_person
     where account_id = $1 and recurring_id = $2 and turn < $3`,
    [accountId, recurringId, before],
  )
}

export type Waiting = {
  id: string
  name: string
  day: string
  sendMinute: number
  failure: string
}

/** The earliest first. */
export async function listWaiting(tx: Tx, accountId: AccountId, limit: number): Promise<Waiting[]> {
  const { rows } = await tx.query<Waiting>(
    `select o.recurring_id as id, r.name, o.day::text as day, r.send_minute as "sendMinute",
       o.failure
     from campaigns.occurrence o
       join campaigns.recurring r on r.account_id = o.account_id and r.id = o.recurring_id
     where o.account_id = $1 and o.state = 'waiting'
     order by o.day, o.recurring_id limit $2`,
    [accountId, limit],
  )
  return rows
}

export type NotSent = {
  id: string
  name: string
  day: string
  state: 'missed' | 'stopped'
  failure: string | null
}

/** The latest first; not those whose campaign somebody has launched or called off since. */
export async function listNotSent(
  tx: Tx,
  accountId: AccountId,
  wish: { since: string; limit: number },
): Promise<NotSent[]> {
  const { rows } = await tx.query<NotSent>(
    `select o.recurring_id as id, r.name, o.day::text as day, o.state, o.failure
     from campaigns.occurrence o
       join campaigns.recurring r on r.account_id = o.account_id and r.id = o.recurring_id
       left join campaigns.campaign c on c.account_id = o.account_id and c.id = o.campaign_id
     where o.account_id = $1 and o.state in ('missed', 'stopped') and o.day >= $2
       and (c.id is null or c.state = 'draft')
     order by o.day desc, o.recurring_id limit $3`,
    [accountId, wish.since, wish.limit],
  )
  return rows
}
