// SQL of numbers that no longer work: what receipts leave to be judged, the marks, what lifts them.
import type { AccountId, Instant, MessageId, RouteId, SubjectId } from '../../kernel/index.ts'
import { type Asks, arrayOf, InsertRows, type Tx, toTimestamp } from '../../storage/index.ts'
import type { ReceiptOutcome } from '../contract.ts'
import type { DeadAnswer } from '../contract-dead.ts'
import type { DeadNumber, NumberHistory } from '../dead-number-rule.ts'
import type { PartRef, Receipt } from './result-store.ts'

const failedRows = new InsertRows<Receipt & { ref: PartRef }>({
  name: 'sending_keep_failed_receipts',
  table: 'sending.failed_receipt',
  columns: [
    { name: 'account_id', type: 'uuid', of: ({ ref }) => ref.accountId },
    { name: 'message_id', type: 'uuid', of: ({ ref }) => ref.messageId },
    { name: 'outcome', type: 'text', of: (receipt) => receipt.outcome },
    { name: 'error_code', type: 'text', of: (receipt) => receipt.errorCode },
    { name: 'received_at', type: 'timestamptz', of: (receipt) => receipt.receivedAt },
  ],
})

/** With the receipts themselves; most batches have none. */
export function keepFailedInAnyAccount(
  to: Asks,
  failed: readonly (Receipt & { ref: PartRef })[],
): void {
  if (failed.length > 0) to.ask(...failedRows.of(failed))
}

/** Each account is looked for by itself, however much of it waits. */
export async function accountsWithFailuresInAnyAccount(tx: Tx): Promise<AccountId[]> {
  const { rows } = await tx.query<{ account_id: AccountId }>(
    `with recursive waiting as (
       (select account_id from sending.failed_receipt order by account_id limit 1)
       union all
       select (select f.account_id from sending.failed_receipt f
         where f.account_id > w.account_id order by f.account_id limit 1)
       from waiting w where w.account_id is not null
     )
     select account_id from waiting where account_id is not null`,
  )
  return rows.map((row) => row.account_id)
}

export type FailedReceipt = {
  messageId: MessageId
  outcome: ReceiptOutcome
  code: string | null
  at: Instant
  /** By which the message went last; null where nobody knows. */
  routeId: RouteId | null
}

/** The oldest are taken; another node that looks meanwhile takes others. */
export async function takeFailures(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<FailedReceipt[]> {
  const { rows } = await tx.query<FailedReceipt>(
    `with taken as (
       delete from sending.failed_receipt where ctid = any (array(
         select ctid from sending.failed_receipt where account_id = $1
         order by received_at limit $2 for update skip locked)) and account_id = $1
       returning message_id, outcome, error_code, received_at)
     select t.message_id as "messageId", t.outcome, t.error_code as code, t.received_at as at,
       (select r.route_id from sending.result r
        where r.account_id = $1 and r.message_id = t.message_id
        order by r.left_at desc limit 1) as "routeId"
     from taken t`,
    [accountId, limit],
  )
  return rows
}

export type PersonOfMessage = { messageId: MessageId; subjectId: SubjectId; numberTag: Buffer }

/** Of whom these messages are; an erased person is nobody any more. */
export async function peopleOfMessages(
  tx: Tx,
  accountId: AccountId,
  messageIds: readonly MessageId[],
): Promise<PersonOfMessage[]> {
  const { rows } = await tx.query<PersonOfMessage>(
    `select id as "messageId", subject_id as "subjectId", number_tag as "numberTag"
     from sending.message
     where account_id = $1 and id = any($2::uuid[]) and contact_id is not null`,
    [accountId, arrayOf.uuid(messageIds)],
  )
  return rows
}

export type PastOfPerson = Pick<NumberHistory, 'ended' | 'repliedAt' | 'worksSince'> & {
  /** Accepted, and not at their end: what arrives of them shows that the number works. */
  open: MessageId[]
}

type PastRow = {
  subjectId: SubjectId
  messageId: MessageId
  state: string | null
  reason: string | null
  at: Instant | null
  code: string | null
}

/**
 * The messages of these people since an instant. A person's messages are looked for campaign by
 * campaign, as everywhere; these people are few.
 */
export async function readPasts(
  tx: Tx,
  accountId: AccountId,
  asked: { subjects: readonly SubjectId[]; since: Instant },
): Promise<Map<SubjectId, PastOfPerson>> {
  const subjects = arrayOf.uuid(asked.subjects)
  const { rows } = await tx.query<PastRow>(
    `with sent as materialized (
       select found.* from sending.campaign_reach r
       cross join lateral (
         select c.subject_id, c.id from sending.message c
         where c.account_id = $1 and c.campaign_id = r.campaign_id
           and c.subject_id = any($2::uuid[]) offset 0) found
       where r.account_id = $1 and r.last_at > $3
       union all
       select s.subject_id, s.id from sending.message s
       where s.account_id = $1 and s.subject_id = any($2::uuid[]) and s.campaign_id is null
         and s.accepted_at > $3
     )
     select sent.subject_id as "subjectId", sent.id as "messageId", o.state, o.reason, o.at,
       case when o.state in ('undelivered', 'expired', 'rejected') then (
         select r.error_code from sending.receipt r
         where r.account_id = $1 and r.message_id = sent.id
         order by r.received_at desc limit 1) end as code
     from sent
     left join sending.outcome o on o.account_id = $1 and o.message_id = sent.id`,
    [accountId, subjects, toTimestamp(asked.since)],
  )
  const pasts = await readSigns(tx, accountId, subjects)
  for (const { subjectId, messageId, state, reason, at, code } of rows) {
    const past = pasts.get(subjectId)
    if (past === undefined) continue
    if (state === null || at === null) past.open.push(messageId)
    else if (state === 'delivered') past.ended.push({ messageId, at, hasArrived: true, code: null })
    // What the operator refused at once, or what outlived its use here, says nothing of a number.
    else if ((state === 'undelivered' || state === 'expired') && reason === null) {
      past.ended.push({ messageId, at, hasArrived: false, code })
    }
  }
  return pasts
}

type Past = PastOfPerson & { ended: NumberHistory['ended'][number][] }

async function readSigns(tx: Tx, accountId: AccountId, subjects: unknown) {
  const { rows } = await tx.query<{
    subjectId: SubjectId
    repliedAt: Instant | null
    worksSince: Instant | null
  }>(
    `select w.id as "subjectId", d.works_since as "worksSince", (
       select max(i.received_at) from sending.inbound i
       where i.account_id = $1 and i.subject_id = w.id) as "repliedAt"
     from unnest($2::uuid[]) as w (id)
     left join sending.dead_number d on d.account_id = $1 and d.subject_id = w.id`,
    [accountId, subjects],
  )
  return new Map<SubjectId, Past>(
    rows.map(({ subjectId, repliedAt, worksSince }) => [
      subjectId,
      { ended: [], open: [], repliedAt, worksSince },
    ]),
  )
}

export type MarkedDead = DeadNumber & {
  subjectId: SubjectId
  numberTag: Buffer
  open: readonly MessageId[]
}

/**
 * One that is marked already stays as it is. How many are new. That nobody had it once is kept,
 * whatever it fails for later.
 */
export async function markDead(
  tx: Tx,
  accountId: AccountId,
  marked: readonly MarkedDead[],
): Promise<number> {
  if (marked.length === 0) return 0
  const { rowCount } = await tx.query(
    `insert into sending.dead_number as held (account_id, number_tag, subject_id, since, message_id,
       answer, error_code, failures)
     select $1, * from unnest($2::bytea[], $3::uuid[], $4::timestamptz[], $5::uuid[], $6::text[],
       $7::text[], $8::int2[])
     on conflict (account_id, number_tag) do update set since = excluded.since,
       message_id = excluded.message_id, answer = excluded.answer,
       error_code = excluded.error_code, failures = excluded.failures, works_since = null,
       nobodys_since = case when held.answer = 'unknown_subscriber' then held.since
         else held.nobodys_since end
     where held.works_since is not null`,
    [
      accountId,
      arrayOf.bytea(marked.map(({ numberTag }) => numberTag)),
      arrayOf.uuid(marked.map(({ subjectId }) => subjectId)),
      arrayOf.timestamptz(marked.map(({ since }) => since)),
      arrayOf.uuid(marked.map(({ messageId }) => messageId)),
      arrayOf.text(marked.map(({ answer }) => answer)),
      arrayOf.text(marked.map(({ code }) => code)),
      arrayOf.int2(marked.map(({ failures }) => failures)),
    ],
  )
  const tries = marked.flatMap(({ numberTag, open }) => open.map((id) => ({ id, numberTag })))
  await tx.together((to) => watchTries(to, accountId, tries))
  return rowCount
}

/** Of messages that were just accepted, those to a number that no longer works. */
export function watchTries(
  to: Asks,
  accountId: AccountId,
  messages: readonly { id: MessageId; numberTag: Buffer }[],
): void {
  if (messages.length === 0) return
  to.ask(
    {
      name: 'sending_watch_tries',
      text: `
insert into sending.dead_number_try (account_id, message_id, number_tag)
select $1, w.id, w.tag from unnest($2::uuid[], $3::bytea[]) as w (id, tag)
where exists (select from sending.dead_number d
  where d.account_id = $1 and d.number_tag = w.tag and d.works_since is null)
on conflict do nothing`,
    },
    [
      accountId,
      arrayOf.uuid(messages.map(({ id }) => id)),
      arrayOf.bytea(messages.map(({ numberTag }) => numberTag)),
    ],
  )
}

/** Of the messages to such numbers, those that have ended; what arrived lifts the mark. */
export async function liftDeliveredInAnyAccount(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ lifted: number }>(
    `with ended as (
       delete from sending.dead_number_try t using sending.outcome o
       where o.account_id = t.account_id and o.message_id = t.message_id
       returning t.account_id, t.number_tag, o.state, o.at
     ), lifted as (
       update sending.dead_number d set works_since = e.at
       from (select account_id, number_tag, max(at) as at from ended
         where state = 'delivered' group by 1, 2) e
       where d.account_id = e.account_id and d.number_tag = e.number_tag
         and d.works_since is null
       returning 1
     )
     select count(*)::int as lifted from lifted`,
  )
  return rows[0]?.lifted ?? 0
}

/** By a reply or by hand; false where it was not marked. */
export async function liftDeadNumber(
  tx: Tx,
  accountId: AccountId,
  number: { tag: Buffer; at: Instant },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update sending.dead_number set works_since = $3
     where account_id = $1 and number_tag = $2 and works_since is null`,
    [accountId, number.tag, toTimestamp(number.at)],
  )
  return rowCount > 0
}

/**
 * People have agreed since, giving this number: it counts from the day on which they did, so that
 * an old paper lifts nothing.
 */
export async function liftByConsent(
  tx: Tx,
  accountId: AccountId,
  given: readonly { subjectId: SubjectId; since: Instant }[],
): Promise<void> {
  await tx.query(
    {
      name: 'sending_lift_by_consent',
      text: `
update sending.dead_number d set works_since = g.since
from unnest($2::uuid[], $3::timestamptz[]) as g (subject_id, since)
where d.account_id = $1 and d.subject_id = g.subject_id and d.works_since is null
  and g.since > d.since`,
    },
    [
      accountId,
      arrayOf.uuid(given.map(({ subjectId }) => subjectId)),
      arrayOf.timestamptz(given.map(({ since }) => since)),
    ],
  )
}

export type DeadNumberRow = {
  subjectId: SubjectId
  numberTag: Buffer
  since: Instant
  messageId: MessageId
  answer: DeadAnswer
  code: string | null
  failures: number
}

const columns = `subject_id as "subjectId", number_tag as "numberTag", since,
  message_id as "messageId", answer, error_code as code, failures`

export type DeadPlace = { since: Instant; subjectId: SubjectId }

/** Those that were found last first. */
export async function readDeadNumbers(
  tx: Tx,
  accountId: AccountId,
  page: { after: DeadPlace | null; limit: number },
): Promise<DeadNumberRow[]> {
  const { after, limit } = page
  const beyond = after === null ? '' : 'and (since, subject_id) < ($3, $4)'
  const { rows } = await tx.query<DeadNumberRow>(
    `select ${columns} from sending.dead_number
     where account_id = $1 and works_since is null ${beyond}
     order by since desc, subject_id desc limit $2`,
    [accountId, limit, ...(after === null ? [] : [toTimestamp(after.since), after.subjectId])],
  )
  return rows
}

export async function deadNumbersOf(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<Map<SubjectId, DeadNumberRow>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await tx.query<DeadNumberRow>(
    `select ${columns} from sending.dead_number
     where account_id = $1 and subject_id = any($2::uuid[]) and works_since is null`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return new Map(rows.map((row) => [row.subjectId, row]))
}

/** With the person. */
export async function forgetNumbersOf(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<void> {
  await tx.query(
    `with gone as (
       delete from sending.dead_number
       where account_id = $1 and subject_id = any($2::uuid[])
       returning number_tag
     )
     delete from sending.dead_number_try t using gone
     where t.account_id = $1 and t.number_tag = gone.number_tag`,
    [accountId, arrayOf.uuid(subjects)],
  )
}
