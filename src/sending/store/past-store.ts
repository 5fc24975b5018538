// The SQL of messages and replies past their period: one condition each, for preview and deletion.
import {
  type AccountId,
  type CampaignId,
  firstIdOf,
  type Instant,
  type SubjectId,
} from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import { finalStates } from '../contract.ts'
import { suppliersOf } from './number-facts-store.ts'
import { ofSubjects } from './person-store.ts'

/** An id tells when it was made: beyond the day after, nothing is read. */
const dayMs = 86_400_000

const finals = finalStates.map((state) => `'${state}'`).join(', ')

/**
 * Campaigns of the account in $1 whose last message was asked for before $3, and of which nothing
 * lives: their messages go together, so that what was counted of them stays true as a whole.
 */
const pastCampaigns = `
select r.campaign_id from sending.campaign_reach r
where r.account_id = $1 and r.last_at < $3 and (
  select coalesce(sum(t.value) filter (where t.counter in (${finals})), 0)
    >= coalesce(sum(t.value) filter (where t.counter = 'accepted'), 0)
  from sending.tally t where t.account_id = $1 and t.campaign_id = r.campaign_id)`

/**
 * Messages of the account in $1 that ended before $3. What has no final state is in flight, waits
 * or is on hold; what waits for a receipt may still be paid for: both stay. So does what concerns
 * the people in $4, whose data may only be kept (GDPR 18): `whose` is about them.
 */
const pastMessages = (whose: string) => `
from sending.message m
join sending.outcome o on o.account_id = $1 and o.message_id = m.id
where m.account_id = $1 and m.id < $2 and o.at < $3 and ${whose}
  and (m.campaign_id is null or m.campaign_id in (select campaign_id from past_campaigns))
  and not exists (select from sending.queue q
    where q.account_id = $1 and q.message_id = m.id)
  and not exists (select from sending.unsettled u
    where u.account_id = $1 and u.message_id = m.id)`

/**
 * Replies to the account in $1 of people who have written nothing since $3, who were answered
 * nothing since, and of whom nothing has to be read: a conversation goes as a whole. `whose` as
 * for messages.
 */
const pastReplies = (whose: string) => `
from sending.inbound i
where i.account_id = $1 and i.id < $2 and i.received_at < $3 and ${whose}
  and not exists (select from sending.inbound o
    where o.account_id = $1 and o.subject_id = i.subject_id
      and (o.received_at >= $3 or o.needs_review and o.reviewed_at is null))
  and not exists (select from sending.inbox_answer a
    join sending.inbound r on r.account_id = a.account_id and r.id = a.reply_id
    where a.account_id = $1 and r.subject_id = i.subject_id and a.written_at >= $3)`

/** Whose data may only be kept: nothing of theirs goes. Mostly nobody, and always few. */
export type Restricted = readonly SubjectId[]
type Past = { before: Instant; most: number; restricted: Restricted }
export type PastPage = {
  before: Instant
  after: string | null
  limit: number
  restricted: Restricted
}

const ofOthers = (row: string) => `${row}.subject_id <> all($4::uuid[])`

async function counted(
  tx: Tx,
  accountId: AccountId,
  statement: string,
  { before, most, restricted }: Omit<Past, 'restricted'> & { restricted: readonly string[] },
) {
  const { rows } = await tx.query<{ count: number }>(statement, [
    ...[accountId, firstIdOf(before + dayMs), toTimestamp(before), arrayOf.uuid(restricted), most],
  ])
  return rows[0]?.count ?? 0
}

const countMessages = (whose: string) => `
with past_campaigns as materialized (${pastCampaigns})
select count(*)::int as count from (select ${pastMessages(whose)} limit $5) found`

export const countPastMessages = (tx: Tx, accountId: AccountId, past: Past): Promise<number> =>
  counted(tx, accountId, countMessages(ofOthers('m')), past)

/** What would go by the same condition, if its people had not asked that it only be kept. */
export async function countSparedMessages(
  tx: Tx,
  accountId: AccountId,
  { restricted, ...past }: Past,
): Promise<number> {
  if (restricted.length === 0) return 0
  // By their ids: no index finds people among the messages of all campaigns at once.
  const { rows } = await tx.query<{ id: string }>(`select m.id from ${ofSubjects}`, [
    accountId,
    arrayOf.uuid(restricted),
  ])
  const ids = rows.map(({ id }) => id)
  const whose = 'm.id = any($4::uuid[])'
  return counted(tx, accountId, countMessages(whose), { ...past, restricted: ids })
}

export type PastMessage = { id: string; campaignId: CampaignId | null; subjectId: SubjectId }

/** A page in the order of ids. */
export async function readPastMessages(
  tx: Tx,
  accountId: AccountId,
  { before, after, limit, restricted }: PastPage,
): Promise<PastMessage[]> {
  const { rows } = await tx.query<PastMessage>(
    `with past_campaigns as materialized (${pastCampaigns})
     select m.id, m.campaign_id as "campaignId", m.subject_id as "subjectId"
       ${pastMessages(ofOthers('m'))}
       and ($5::uuid is null or m.id > $5) order by m.id limit $6`,
    [
      ...[accountId, firstIdOf(before + dayMs), toTimestamp(before), arrayOf.uuid(restricted)],
      ...[after, limit],
    ],
  )
  return rows
}

/** Of these campaigns, those that are past still; none goes on before the transaction ends. */
export async function holdPastCampaigns(
  tx: Tx,
  accountId: AccountId,
  { ids, before }: { ids: readonly CampaignId[]; before: Instant },
): Promise<Set<CampaignId>> {
  if (ids.length === 0) return new Set()
  const { rows } = await tx.query<{ id: CampaignId }>(
    `select campaign_id as id from sending.campaign_reach
     where account_id = $1 and campaign_id = any($2::uuid[]) and last_at < $3
     order by campaign_id for no key update`,
    [accountId, arrayOf.uuid(ids), toTimestamp(before)],
  )
  return new Set(rows.map(({ id }) => id))
}

/**
 * A campaign goes on: its messages stay for their period from now. When they were deleted; null:
 * they are there. Whoever deletes them holds the same row.
 */
export async function goOnWith(
  tx: Tx,
  accountId: AccountId,
  { id, at }: { id: CampaignId; at: Instant },
): Promise<Instant | null> {
  await tx.query(
    `update sending.campaign_reach set last_at = greatest(last_at, $3)
     where account_id = $1 and campaign_id = $2`,
    [accountId, id, toTimestamp(at)],
  )
  return detailsDeletedAt(tx, accountId, id)
}

/** When the messages of a campaign were deleted by their period; null: they are there. */
export async function detailsDeletedAt(
  tx: Tx,
  accountId: AccountId,
  id: CampaignId,
): Promise<Instant | null> {
  const { rows } = await tx.query<{ at: Instant | null }>(
    `select details_deleted_at as at from sending.campaign_breakdown
     where account_id = $1 and campaign_id = $2`,
    [accountId, id],
  )
  return rows[0]?.at ?? null
}

/** Messages that are about to go, and those of their people who have a contact and keep it. */
export type Going = { ids: readonly string[]; people: ReadonlySet<SubjectId> }

/** What a contact's period and segments ask for later; nothing of whoever was erased. */
export async function keepLastOfMessages(
  tx: Tx,
  accountId: AccountId,
  { ids, people }: Going,
): Promise<void> {
  await tx.query(
    `insert into sending.person_past as held
       (account_id, subject_id, last_message_at, last_alert_at)
     select m.account_id, m.subject_id,
       max(m.accepted_at) filter (where o.state not in ('refused', 'cancelled')),
       max(greatest(m.accepted_at, m.not_before)) filter (where not m.is_marketing)
     from sending.message m
     join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
     where m.account_id = $1 and m.id = any($2::uuid[]) and m.subject_id = any($3::uuid[])
     group by m.account_id, m.subject_id order by m.subject_id
     on conflict (account_id, subject_id) do update set
       last_message_at = greatest(held.last_message_at, excluded.last_message_at),
       last_alert_at = greatest(held.last_alert_at, excluded.last_alert_at)`,
    [accountId, arrayOf.uuid(ids), arrayOf.uuid([...people])],
  )
}

/**
 * Which suppliers had the numbers of these people, as `carriedBy` asks of messages that are there.
 * A row for each supplier, so there are few of a person.
 */
export async function keepCarriers(
  tx: Tx,
  accountId: AccountId,
  { ids, people }: Going,
): Promise<void> {
  await tx.query(
    `insert into sending.person_carrier as held (account_id, subject_id, supplier_id, last_at)
     select m.account_id, m.subject_id, s.supplier_id,
       max(greatest(m.accepted_at, m.not_before))
     from sending.message m
     join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
     join sending.terms t on t.account_id = m.account_id and t.id = m.terms_id
     ${suppliersOf}
     where m.account_id = $1 and m.id = any($2::uuid[]) and m.subject_id = any($3::uuid[])
       and s.supplier_id is not null and o.state not in ('refused', 'cancelled')
     group by m.account_id, m.subject_id, s.supplier_id order by m.subject_id, s.supplier_id
     on conflict (account_id, subject_id, supplier_id) do update set
       last_at = greatest(held.last_at, excluded.last_at)`,
    [accountId, arrayOf.uuid(ids), arrayOf.uuid([...people])],
  )
}

/** Under which senders these messages left to each supplier: whoever was written to. */
export async function keepSenders(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into sending.sender_carrier as held
       (account_id, supplier_id, sender, first_at, last_at)
     select m.account_id, s.supplier_id, t.sender, min(greatest(m.accepted_at, m.not_before)),
       max(greatest(m.accepted_at, m.not_before))
     from sending.message m
     join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
     join sending.terms t on t.account_id = m.account_id and t.id = m.terms_id
     ${suppliersOf}
     where m.account_id = $1 and m.id = any($2::uuid[])
       and s.supplier_id is not null and o.state not in ('refused', 'cancelled')
     group by m.account_id, s.supplier_id, t.sender order by s.supplier_id, t.sender
     on conflict (account_id, supplier_id, sender) do update set
       first_at = least(held.first_at, excluded.first_at),
       last_at = greatest(held.last_at, excluded.last_at)`,
    [accountId, arrayOf.uuid(ids)],
  )
}

/** What a supplier no longer keeps; how many people went. */
export async function forgetCarried(
  tx: Tx,
  accountId: AccountId,
  { supplierId, before, limit }: { supplierId: string; before: Instant; limit: number },
): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from sending.person_carrier c using (
       select subject_id from sending.person_carrier
       where account_id = $1 and supplier_id = $2 and last_at < $3
       order by last_at limit $4 for update skip locked) old
     where c.account_id = $1 and c.supplier_id = $2 and c.subject_id = old.subject_id`,
    [accountId, supplierId, toTimestamp(before), limit],
  )
  await tx.query(
    `delete from sending.sender_carrier
     where account_id = $1 and supplier_id = $2 and last_at < $3`,
    [accountId, supplierId, toTimestamp(before)],
  )
  return rowCount
}

/** Of messages that are deleted: when the last of all left, and the last alert. */
export async function pastOfPerson(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<{ lastMessageAt: Instant | null; lastAlertAt: Instant | null } | null> {
  const { rows } = await tx.query<{ lastMessageAt: Instant | null; lastAlertAt: Instant | null }>(
    `select last_message_at as "lastMessageAt", last_alert_at as "lastAlertAt"
     from sending.person_past where account_id = $1 and subject_id = $2`,
    [accountId, subjectId],
  )
  return rows[0] ?? null
}

export async function deleteMessages(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<{ deleted: number; rows: Record<string, number> }> {
  const { rows } = await tx.query<Record<string, number>>(
    `select messages::int, results::int, receipts::int, outcomes::int, events::int
     from sending.delete_messages($1, $2::uuid[])`,
    [accountId, arrayOf.uuid(ids)],
  )
  return { deleted: rows[0]?.['messages'] ?? 0, rows: { ...rows[0] } }
}

/** A campaign without a message is looked through for nobody any more. */
export async function forgetEmptyReaches(
  tx: Tx,
  accountId: AccountId,
  before: Instant,
): Promise<void> {
  await tx.query(
    `delete from sending.campaign_reach r where r.account_id = $1 and r.last_at < $2
       and not exists (select from sending.message m
         where m.account_id = $1 and m.campaign_id = r.campaign_id)`,
    [accountId, toTimestamp(before)],
  )
}

/** When the first that is left was accepted: it has the lowest id. */
export async function oldestMessage(tx: Tx, accountId: AccountId): Promise<Instant | null> {
  const { rows } = await tx.query<{ at: Instant }>(
    `select accepted_at as at from sending.message
     where account_id = $1 order by account_id, id limit 1`,
    [accountId],
  )
  return rows[0]?.at ?? null
}

const countReplies = (whose: string) =>
  `select count(*)::int as count from (select ${pastReplies(whose)} limit $5) found`

export const countPastReplies = (tx: Tx, accountId: AccountId, past: Past): Promise<number> =>
  counted(tx, accountId, countReplies(ofOthers('i')), past)

export const countSparedReplies = async (
  tx: Tx,
  accountId: AccountId,
  past: Past,
): Promise<number> =>
  past.restricted.length === 0
    ? 0
    : counted(tx, accountId, countReplies('i.subject_id = any($4::uuid[])'), past)

export type PastReply = { id: string; subjectId: SubjectId }

export async function readPastReplies(
  tx: Tx,
  accountId: AccountId,
  { before, after, limit, restricted }: PastPage,
): Promise<PastReply[]> {
  const { rows } = await tx.query<PastReply>(
    `select i.id, i.subject_id as "subjectId" ${pastReplies(ofOthers('i'))}
       and ($5::uuid is null or i.id > $5) order by i.id limit $6`,
    [
      ...[accountId, firstIdOf(before + dayMs), toTimestamp(before), arrayOf.uuid(restricted)],
      ...[after, limit],
    ],
  )
  return rows
}

/** Counts by campaign, and when each person wrote last; nothing of whoever was erased. */
export async function keepLastOfReplies(
  tx: Tx,
  accountId: AccountId,
  going: { subjects: readonly SubjectId[]; people: ReadonlySet<SubjectId>; at: Instant },
): Promise<void> {
  const { subjects, people, at } = going
  await tx.query(
    `insert into sending.campaign_past_reply as held
       (account_id, campaign_id, kind, replies, people, deleted_at)
     select account_id, campaign_id, ${replyKind}, count(*), count(distinct subject_id), $3
     from sending.inbound
     where account_id = $1 and subject_id = any($2::uuid[]) and campaign_id is not null
     group by 1, 2, 3
     on conflict (account_id, campaign_id, kind) do update set
       replies = held.replies + excluded.replies, people = held.people + excluded.people,
       deleted_at = excluded.deleted_at`,
    [accountId, arrayOf.uuid(subjects), toTimestamp(at)],
  )
  await tx.query(
    `insert into sending.person_past as held (account_id, subject_id, last_reply_at)
     select account_id, subject_id, max(received_at) from sending.inbound
     where account_id = $1 and subject_id = any($2::uuid[])
     group by 1, 2 order by 2
     on conflict (account_id, subject_id) do update set
       last_reply_at = greatest(held.last_reply_at, excluded.last_reply_at)`,
    [accountId, arrayOf.uuid([...people])],
  )
}

/** What somebody said after reading counts before what was understood. */
export const replyKind = `case when review = 'stop' then 'stop'
  when review = 'not_a_stop' then 'other' else kind end`

export async function deleteReplies(
  tx: Tx,
  accountId: AccountId,
  { subjects, before }: { subjects: readonly string[]; before: Instant },
): Promise<{ deleted: number; rows: Record<string, number> }> {
  const { rows } = await tx.query<Record<string, number>>(
    `select replies::int, answers::int, conversations::int
     from sending.delete_replies($1, $2::uuid[], $3)`,
    [accountId, arrayOf.uuid(subjects), toTimestamp(before)],
  )
  return { deleted: rows[0]?.['replies'] ?? 0, rows: { ...rows[0] } }
}

export async function oldestReply(tx: Tx, accountId: AccountId): Promise<Instant | null> {
  const { rows } = await tx.query<{ at: Instant }>(
    `select received_at as at from sending.inbound
     where account_id = $1 order by account_id, id limit 1`,
    [accountId],
  )
  return rows[0]?.at ?? null
}
