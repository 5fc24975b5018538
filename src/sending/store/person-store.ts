// SQL of one person's messages, and of what the gate asks of the past of many.
import type { SuppressionScope } from '../../consent/index.ts'
import type {
  AccountId,
  CampaignId,
  ControllerId,
  Instant,
  MessageId,
  SubjectId,
} from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { AlertBasis } from '../contract.ts'
import type { InboundKind } from './inbound-store.ts'

/**
 * The messages of the person in $2, as `m`. An index over all persons would be written at a random
 * place for each message of a campaign; so it is one by campaign, and a person's messages are
 * looked for campaign by campaign.
 */
const ofSubject = `(
  select found.* from sending.campaign_reach r
  cross join lateral (
    select * from sending.message c where c.account_id = $1
      and c.campaign_id = r.campaign_id and c.subject_id = $2 offset 0) found
  where r.account_id = $1
  union all
  select single.* from sending.message single
  where single.account_id = $1 and single.subject_id = $2 and single.campaign_id is null) m`

/** The messages of the people in the array $2, as `m`: each campaign's index is walked once. */
export const ofSubjects = `(
  select found.* from sending.campaign_reach r
  cross join lateral (
    select * from sending.message c where c.account_id = $1
      and c.campaign_id = r.campaign_id and c.subject_id = any($2::uuid[]) offset 0) found
  where r.account_id = $1
  union all
  select single.* from sending.message single
  where single.account_id = $1 and single.subject_id = any($2::uuid[])
    and single.campaign_id is null) m`

/**
 * How many marketing messages each person was to get since an instant, those called off apart. A
 * list in `= any(…)` walks an index once (PostgreSQL 17), where a look for each person descends it
 * each time: a quarter of the cost.
 */
export async function recentMarketing(
  tx: Tx,
  accountId: AccountId,
  input: { subjects: readonly SubjectId[]; since: Instant },
): Promise<Map<SubjectId, number>> {
  if (input.subjects.length === 0) return new Map()
  const { rows } = await tx.query<{ subject_id: SubjectId; messages: number }>(
    {
      name: 'sending_recent_marketing',
      text: `
with sent as materialized (
  select found.* from sending.campaign_reach r
  cross join lateral (
    select c.subject_id, c.id from sending.message c
    where c.account_id = $1 and c.campaign_id = r.campaign_id and c.subject_id = any($2::uuid[])
      and c.is_marketing and c.accepted_at > $3 offset 0) found
  where r.account_id = $1 and r.last_at > $3
  union all
  select s.subject_id, s.id from sending.message s
  where s.account_id = $1 and s.subject_id = any($2::uuid[]) and s.campaign_id is null
    and s.is_marketing and s.accepted_at > $3
), called_off as materialized (
  select o.message_id from sending.outcome o
  where o.account_id = $1 and o.message_id = any(array(select id from sent))
    and o.state in ('refused', 'cancelled')
)
select subject_id, count(*) as messages from sent
where id not in (select message_id from called_off)
group by subject_id`,
    },
    [accountId, arrayOf.uuid(input.subjects), toTimestamp(input.since)],
  )
  return new Map(rows.map((row) => [row.subject_id, row.messages]))
}

/**
 * What this room knows of a person's status, as conditions on a row named `person` of the account
 * in $1 with its `number_tag`. While few are among them PostgreSQL reads them once for a whole
 * statement; as `in` it would walk all of them for each person once they are many.
 */
export const personConditions = {
  underReview: `exists (select from sending.inbound i where i.account_id = $1
    and i.number_tag = person.number_tag and i.needs_review and i.reviewed_at is null)`,
  deadNumber: `exists (select from sending.dead_number d where d.account_id = $1
    and d.number_tag = person.number_tag and d.works_since is null)`,
} as const

/** What left for a person: not what a rule refused, or somebody called off. */
export const hasLeft = (message: string): string => `not exists (select from sending.outcome o
  where o.account_id = $1 and o.message_id = ${message}.id and o.state in ('refused', 'cancelled'))`

/**
 * What segments may ask of a `person`. Messages are looked for campaign by campaign, for all of the
 * people in the array `subjects` at once: a look for each of them takes four times as long.
 */
export const sendingFacts = {
  lastReplyAt: `(select greatest(
    (select max(i.received_at) from sending.inbound i
      where i.account_id = $1 and i.subject_id = person.subject_id),
    (select p.last_reply_at from sending.person_past p
      where p.account_id = $1 and p.subject_id = person.subject_id)))`,
  writtenSince: (instant: string, subjects: string) => `(person.subject_id in (
    select found.subject_id from sending.campaign_reach r
    cross join lateral (select c.subject_id, c.id from sending.message c
      where c.account_id = $1 and c.campaign_id = r.campaign_id
        and c.subject_id = any(${subjects}) and c.accepted_at >= ${instant} offset 0) found
    where r.account_id = $1 and r.last_at >= ${instant} and ${hasLeft('found')}
    union all
    select m.subject_id from sending.message m
    where m.account_id = $1 and m.subject_id = any(${subjects}) and m.campaign_id is null
      and m.accepted_at >= ${instant} and ${hasLeft('m')}
    union all
    select p.subject_id from sending.person_past p
    where p.account_id = $1 and p.subject_id = any(${subjects})
      and p.last_message_at >= ${instant}))`,
  ofCampaign: (
    what: 'sent' | 'delivered' | 'not_delivered' | 'replied',
    campaign: string,
    subjects: string,
  ) =>
    what === 'replied'
      ? `(person.subject_id in (select i.subject_id from sending.inbound i
          where i.account_id = $1 and i.campaign_id = ${campaign}
            and i.subject_id = any(${subjects}) and i.kind <> 'stop'))`
      : `(person.subject_id in (select c.subject_id from sending.message c
          where c.account_id = $1 and c.campaign_id = ${campaign}
            and c.subject_id = any(${subjects}) and ${becameOf[what]('c')}))`,
} as const

const endedAs =
  (states: string) =>
  (message: string): string =>
    `exists (select from sending.outcome o
    where o.account_id = $1 and o.message_id = ${message}.id and o.state in (${states}))`

const becameOf = {
  sent: hasLeft,
  delivered: endedAs(`'delivered'`),
  not_delivered: endedAs(`'undelivered', 'expired', 'rejected'`),
} as const

/** The row of what it reached goes with the last of its messages. */
export async function keepsMessagesOf(
  tx: Tx,
  accountId: AccountId,
  campaignId: CampaignId,
): Promise<boolean> {
  const { rows } = await tx.query(
    'select from sending.campaign_reach where account_id = $1 and campaign_id = $2',
    [accountId, campaignId],
  )
  return rows.length > 0
}

/** Tags in hexadecimal: those whose reply waits to be read, and those that no longer work. */
export type NumberMarks = { reviewed: ReadonlySet<string>; dead: ReadonlySet<string> }
export const noMarks: NumberMarks = { reviewed: new Set(), dead: new Set() }

/** Asked together, since both are asked of every page and slice, and both are mostly empty. */
export async function numberMarks(
  tx: Tx,
  accountId: AccountId,
  tags: readonly Buffer[],
): Promise<NumberMarks> {
  if (tags.length === 0) return noMarks
  const { rows } = await tx.query<{ number_tag: Buffer; is_dead: boolean }>(
    {
      name: 'sending_number_marks',
      text: `
select number_tag, false as is_dead from sending.inbound
where account_id = $1 and number_tag = any($2::bytea[]) and needs_review and reviewed_at is null
union all
select number_tag, true from sending.dead_number
where account_id = $1 and number_tag = any($2::bytea[]) and works_since is null`,
    },
    [accountId, arrayOf.bytea(tags)],
  )
  if (rows.length === 0) return noMarks
  const tagsOf = (isDead: boolean) =>
    new Set(
      rows.filter((row) => row.is_dead === isDead).map((row) => row.number_tag.toString('hex')),
    )
  return { reviewed: tagsOf(false), dead: tagsOf(true) }
}

/** The person's messages accepted at this instant or before, newest first. */
export async function messagesBefore(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
  page: { until: Instant | null; limit: number },
): Promise<MessageId[]> {
  const { rows } = await tx.query<{ id: MessageId }>(
    `select m.id from ${ofSubject}
     where $3::timestamptz is null or m.accepted_at <= $3
     order by m.accepted_at desc, m.id desc limit $4`,
    [accountId, subjectId, page.until === null ? null : toTimestamp(page.until), page.limit],
  )
  return rows.map(({ id }) => id)
}

/** All that are held of a person, with a text or without. */
export async function countTextsOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<{ sent: number; received: number }> {
  const { rows } = await tx.query<{ sent: number; received: number }>(
    `select (select count(*)::int from ${ofSubject}) as sent,
       (select count(*)::int from sending.inbound
        where account_id = $1 and subject_id = $2) as received`,
    [accountId, subjectId],
  )
  return rows[0] ?? { sent: 0, received: 0 }
}

export type ReplyOfPerson = {
  id: string
  kind: InboundKind
  needsReview: boolean
  at: Instant
  bodySealed: Buffer | null
}

export async function repliesBefore(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
  page: { until: Instant | null; limit: number },
): Promise<ReplyOfPerson[]> {
  const { rows } = await tx.query<ReplyOfPerson>(
    `select id, kind, needs_review and reviewed_at is null as "needsReview", received_at as at,
       body_sealed as "bodySealed"
     from sending.inbound
     where account_id = $1 and subject_id = $2 and ($3::timestamptz is null or received_at <= $3)
     order by received_at desc, id desc limit $4`,
    [accountId, subjectId, page.until === null ? null : toTimestamp(page.until), page.limit],
  )
  return rows
}

export type OpenMessage = { id: MessageId; isMarketing: boolean }

/**
 * What an objection of this scope is about and has no final state: marketing, alerts that rest on
 * mere interest, or both; of marketing one controller's purpose, where it is named.
 */
export async function openToScopeOf(
  tx: Tx,
  person: {
    accountId: AccountId
    subjectId: SubjectId
    scope: SuppressionScope
    only?: { controllerId: ControllerId; purpose: string } | null
  },
): Promise<OpenMessage[]> {
  const { accountId, subjectId, scope, only } = person
  const { rows } = await tx.query<OpenMessage>(
    {
      name: 'sending_open_to_scope',
      text: `
select m.id, m.is_marketing as "isMarketing" from ${ofSubject}
where case when m.is_marketing then $5::text <> 'relational'
    else $5::text <> 'marketing' and exists (select 1 from sending.terms t
      where t.account_id = m.account_id and t.id = m.terms_id
        and t.basis = 'legitimate_interest') end
  and not exists (select 1 from sending.outcome o
    where o.account_id = m.account_id and o.message_id = m.id)
  and ($3::uuid is null or exists (select 1 from sending.terms t
    where t.account_id = m.account_id and t.id = m.terms_id
      and t.controller_id = $3 and t.purpose = $4))`,
    },
    [accountId, subjectId, only?.controllerId ?? null, only?.purpose ?? null, scope],
  )
  return rows
}

export type Answered = { subject_id: SubjectId; is_marketing: boolean; basis: AlertBasis | null }

/** What a reply answered; null for a message that is not there. */
export async function whatWasAnswered(
  tx: Tx,
  accountId: AccountId,
  messageId: MessageId,
): Promise<Answered | null> {
  const { rows } = await tx.query<Answered>(
    `select m.subject_id, m.is_marketing, t.basis from sending.message m
     join sending.terms t on t.account_id = m.account_id and t.id = m.terms_id
     where m.account_id = $1 and m.id = $2`,
    [accountId, messageId],
  )
  return rows[0] ?? null
}

/** Whether the latest that left for a person is an alert, what the law asks for left aside. */
export async function wasLastAlert(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<boolean> {
  const { rows } = await tx.query<{ is_marketing: boolean }>(
    `select m.is_marketing from ${ofSubject}
     join sending.terms t on t.account_id = m.account_id and t.id = m.terms_id
     where t.basis is distinct from 'legal_obligation'
       and exists (select 1 from sending.result r
         where r.account_id = m.account_id and r.message_id = m.id)
     order by m.accepted_at desc, m.id desc limit 1`,
    [accountId, subjectId],
  )
  return rows[0]?.is_marketing === false
}

/** The latest message that left for a person; null when none ever did. */
export async function lastSentTo(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<{ id: MessageId; campaign_id: CampaignId | null; accepted_at: Instant } | null> {
  const { rows } = await tx.query<{
    id: MessageId
    campaign_id: CampaignId | null
    accepted_at: Instant
  }>(
    `select m.id, m.campaign_id, m.accepted_at from ${ofSubject}
     where exists (select 1 from sending.result r
       where r.account_id = m.account_id and r.message_id = m.id)
     order by m.accepted_at desc, m.id desc limit 1`,
    [accountId, subjectId],
  )
  return rows[0] ?? null
}

/** Messages of people that may still wait; an erasure takes those that do out of the queue. */
export async function openOfSubjects(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<MessageId[]> {
  const { rows } = await tx.query<{ id: MessageId }>(
    `select m.id from ${ofSubjects}
     where not exists (select from sending.outcome o
         where o.account_id = m.account_id and o.message_id = m.id)
       or exists (select from sending.queue q
         where q.account_id = m.account_id and q.message_id = m.id)`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows.map((row) => row.id)
}

/** Empties what is about these people; what remains says nothing of them. */
export async function eraseMessagesOf(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<number> {
  const people = [accountId, arrayOf.uuid(subjects)]
  // A random tag, so that the row is found by no number and collides with no other; also where the
  // text went before, by its own period.
  const messages = await tx.query(
    `update sending.message e set body_sealed = null, contact_id = null,
       number_tag = uuid_send(gen_random_uuid())
     from ${ofSubjects}
     where e.account_id = $1 and e.id = m.id
       and (e.contact_id is not null or e.body_sealed is not null)`,
    people,
  )
  const inbound = await tx.query(
    `update sending.inbound set body_sealed = null, contact_id = null, needs_review = false,
       number_tag = uuid_send(gen_random_uuid())
     where account_id = $1 and subject_id = any($2::uuid[])
       and (contact_id is not null or body_sealed is not null)`,
    people,
  )
  for (const table of ['conversation', 'person_past', 'person_carrier', 'spared_text']) {
    await tx.query(
      `delete from sending.${table} where account_id = $1 and subject_id = any($2::uuid[])`,
      people,
    )
  }
  return messages.rowCount + inbound.rowCount
}

export type SubjectMessageRow = { id: MessageId; body_sealed: Buffer | null; accepted_at: Instant }

/** For an access request: every message and reply that can still be opened. */
export async function messagesOfSubject(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<{ sent: SubjectMessageRow[]; received: SubjectMessageRow[] }> {
  const key = [accountId, subjectId]
  const sent = await tx.query<SubjectMessageRow>(
    `select m.id, m.body_sealed, m.accepted_at from ${ofSubject}
     where m.body_sealed is not null order by m.id`,
    key,
  )
  const received = await tx.query<SubjectMessageRow>(
    `select id, body_sealed, received_at as accepted_at from sending.inbound
     where account_id = $1 and subject_id = $2 and body_sealed is not null order by id`,
    key,
  )
  return { sent: sent.rows, received: received.rows }
}

/**
 * Of these people, those who wrote since then, or to whom an alert went: what is owed to them shows
 * that something binds them to the account. Marketing shows nothing. An alert that was asked for
 * long ahead counts from its day: until then its person is there to receive it.
 */
export async function sendingStays(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
  term: { since: Instant },
): Promise<SubjectId[]> {
  const { rows } = await tx.query<{ id: SubjectId }>(
    `select i.subject_id as id from sending.inbound i
     where i.account_id = $1 and i.subject_id = any($2::uuid[])
       and (i.received_at > $3 or i.needs_review and i.reviewed_at is null)
     union select s.subject_id from sending.message s
     where s.account_id = $1 and s.subject_id = any($2::uuid[]) and s.campaign_id is null
       and not s.is_marketing and greatest(s.accepted_at, s.not_before) > $3
     union select found.subject_id from sending.campaign_reach r
     cross join lateral (
       select c.subject_id from sending.message c
       where c.account_id = $1 and c.campaign_id = r.campaign_id and c.subject_id = any($2::uuid[])
         and not c.is_marketing and greatest(c.accepted_at, c.not_before) > $3 offset 0) found
     where r.account_id = $1 and r.last_at > $3
     union select p.subject_id from sending.person_past p
     where p.account_id = $1 and p.subject_id = any($2::uuid[])
       and greatest(p.last_alert_at, p.last_reply_at) > $3`,
    [accountId, arrayOf.uuid(subjects), toTimestamp(term.since)],
  )
  return rows.map(({ id }) => id)
}
