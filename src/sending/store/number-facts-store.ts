// What is known of a person's number: who must show more that they are who asks, who carried it.
import type { AccountId, Instant, SubjectId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'
import { hasLeft, ofSubjects } from './person-store.ts'

export type NumberFacts = {
  /** When somebody wrote from it first, but to ask for their data; null: nobody did. */
  repliedAt: Instant | null
  /**
   * When the network said that nobody had it. Whoever answers to it since may be somebody else,
   * from the first message on that reaches them, whatever receipts say by then; null: never.
   */
  changedHandsAt: Instant | null
  /** The network says so still. */
  isUnassigned: boolean
}

export async function numberFactsOf(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<NumberFacts> {
  const { rows } = await tx.query<NumberFacts>(
    `select (select min(received_at) from sending.inbound
         where account_id = $1 and subject_id = $2 and not asks_for_data) as "repliedAt",
       (select max(case when answer = 'unknown_subscriber' then since else nobodys_since end)
         from sending.dead_number
         where account_id = $1 and subject_id = $2) as "changedHandsAt",
       exists (select from sending.dead_number
         where account_id = $1 and subject_id = $2 and works_since is null
           and answer = 'unknown_subscriber') as "isUnassigned"`,
    [accountId, subjectId],
  )
  return rows[0] ?? { repliedAt: null, changedHandsAt: null, isUnassigned: false }
}

/**
 * Of a message `m` with its terms `t`: under whose contract it was accepted, and to whom it was
 * moved where a route was down. Both may have had its number: a part may have been refused before.
 */
export const suppliersOf = `cross join lateral (
  select t.supplier_id
  union select (e.facts ->> 'supplierId')::uuid from sending.event e
  where e.account_id = m.account_id and e.message_id = m.id and e.what = 'rerouted') s`

export type Carried = { supplierId: string; subjectId: SubjectId; lastAt: Instant }

/**
 * Under which suppliers' contracts something may have left to these people, and when last: messages
 * that were deleted count. What a rule refused or somebody called off went to nobody.
 */
export async function carriedBy(
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<Carried[]> {
  const { rows } = await tx.query<Carried>(
    `select supplier_id as "supplierId", subject_id as "subjectId", max(at) as "lastAt" from (
       select s.supplier_id, m.subject_id, greatest(m.accepted_at, m.not_before) as at
       from ${ofSubjects}
       join sending.terms t on t.account_id = m.account_id and t.id = m.terms_id
       ${suppliersOf}
       where s.supplier_id is not null and ${hasLeft('m')}
       union all
       select supplier_id, subject_id, last_at from sending.person_carrier
       where account_id = $1 and subject_id = any($2::uuid[])) carried
     group by supplier_id, subject_id`,
    [accountId, arrayOf.uuid(subjects)],
  )
  return rows
}

/**
 * Whether something may have left to this person: among the messages that are here, and among those
 * that were deleted since. Whoever carried it may be forgotten, or was never recorded.
 */
export async function sentTo(
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<{ isHere: boolean; isDeleted: boolean }> {
  const { rows } = await tx.query<{ isHere: boolean; isDeleted: boolean }>(
    `select exists (select from ${ofSubjects} where ${hasLeft('m')}) as "isHere",
       exists (select from sending.person_past p where p.account_id = $1
         and p.subject_id = any($2::uuid[]) and p.last_message_at is not null) as "isDeleted"`,
    [accountId, arrayOf.uuid([subjectId])],
  )
  return rows[0] ?? { isHere: false, isDeleted: false }
}

export type CarriedForAccount = {
  supplierId: string
  people: number
  senders: string[]
  firstAt: Instant
  lastAt: Instant
}

/**
 * Under which suppliers' contracts something may have left for an account, to how many people,
 * under which senders and from when to when: messages that were deleted count. All messages are
 * read once.
 * `keptSince`: of suppliers that say how long they keep numbers; whoever got the last one before is
 * no longer counted.
 */
export async function carriedForAccount(
  tx: Tx,
  accountId: AccountId,
  keptSince: ReadonlyMap<string, Instant> = new Map(),
): Promise<CarriedForAccount[]> {
  const { rows } = await tx.query<CarriedForAccount>(
    `with moved as (
       select message_id, (facts ->> 'supplierId')::uuid as supplier_id from sending.event
       where account_id = $1 and what = 'rerouted'
     ), here as (
       select m.id, m.subject_id, greatest(m.accepted_at, m.not_before) as at, m.terms_id,
         t.supplier_id, t.sender,
         o.state is null or o.state not in ('refused', 'cancelled') as has_left
       from sending.message m
       join sending.terms t on t.account_id = m.account_id and t.id = m.terms_id
       left join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
       where m.account_id = $1
     ), had as (
       select * from here where has_left
     ), carried as (
       select supplier_id, subject_id, at from had where supplier_id is not null
       union all
       select moved.supplier_id, subject_id, at from moved join had on had.id = moved.message_id
       where moved.supplier_id is not null
       union all
       select supplier_id, subject_id, last_at from sending.person_carrier where account_id = $1
     ), used as (
       select supplier_id, array_agg(distinct sender order by sender) as senders,
         min(at) as first_at
       from (
         select supplier_id, sender, at from had where supplier_id is not null
         union all
         select moved.supplier_id, had.sender, had.at from moved
         join had on had.id = moved.message_id where moved.supplier_id is not null
         union all
         select supplier_id, sender, first_at from sending.sender_carrier
         where account_id = $1) each
       group by supplier_id
     ), person as (
       select supplier_id, subject_id, min(at) as first_at, max(at) as last_at from carried
       group by supplier_id, subject_id
     )
     select p.supplier_id as "supplierId",
       count(*) filter (where k.since is null or p.last_at >= k.since)::int as people,
       max(p.last_at) as "lastAt", coalesce(u.senders, '{}') as senders,
       least(min(p.first_at), u.first_at) as "firstAt"
     from person p left join used u on u.supplier_id = p.supplier_id
       left join unnest($2::uuid[], $3::timestamptz[]) as k (supplier_id, since)
         on k.supplier_id = p.supplier_id
     group by p.supplier_id, u.senders, u.first_at`,
    [accountId, arrayOf.uuid([...keptSince.keys()]), arrayOf.timestamptz([...keptSince.values()])],
  )
  return rows
}

type UnderSenders = { supplierId: string; senders: readonly string[] }

/** Of these senders, those under which messages of another account left to this supplier too. */
export async function sendersOfOthers(
  tx: Tx,
  accountId: AccountId,
  { supplierId, senders }: UnderSenders,
): Promise<string[]> {
  const { rows } = await tx.query<{ sender: string }>(
    `select sender from sending.senders_of_others($1, $2, $3::text[]) as sender order by sender`,
    [accountId, supplierId, arrayOf.text(senders)],
  )
  return rows.map(({ sender }) => sender)
}

/**
 * The ids that a supplier gave to parts of messages of an account under these senders, the latest
 * first, and whether there are more: of messages that were deleted none is known.
 */
export async function supplierIdsOf(
  tx: Tx,
  accountId: AccountId,
  { supplierId, senders, limit }: UnderSenders & { limit: number },
): Promise<{ ids: string[]; hasMore: boolean }> {
  const { rows } = await tx.query<{ id: string }>(
    `with used as (
       select id, supplier_id, route_id from sending.terms
       where account_id = $1 and sender = any($3::text[])
     ), moved as (
       select distinct message_id, (facts ->> 'to')::uuid as route_id from sending.event
       where account_id = $1 and what = 'rerouted' and facts ->> 'supplierId' = $2::text
     ), had as (
       select m.id, t.route_id from sending.message m join used t on t.id = m.terms_id
       where m.account_id = $1 and t.supplier_id = $2::uuid
       union all
       select m.id, moved.route_id from moved
       join sending.message m on m.account_id = $1 and m.id = moved.message_id
       join used t on t.id = m.terms_id
       where (t.supplier_id, t.route_id) is distinct from ($2::uuid, moved.route_id)
     )
     select r.operator_id as id from had
     join sending.result r
       on r.account_id = $1 and r.message_id = had.id and r.route_id = had.route_id
     where r.outcome = 'accepted' and r.operator_id is not null
     order by r.left_at desc, r.operator_id limit $4`,
    [accountId, supplierId, arrayOf.text(senders), limit + 1],
  )
  const ids = rows.map(({ id }) => id)
  return { ids: ids.slice(0, limit), hasMore: ids.length > limit }
}
