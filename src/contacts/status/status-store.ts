// The statements that tell contacts by their status: a page of them, and how many have which.
import type { AccountId, ContactId, Instant, ListId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { MarketingState, PersonStatus, StatusCount } from '../contract.ts'
import type { Narrowing, StatusRule } from '../deps.ts'

export type StatusOfContact = { id: ContactId; status: PersonStatus }

export async function statusesOf(
  tx: Tx,
  rule: StatusRule,
  contactIds: readonly ContactId[],
): Promise<Map<ContactId, PersonStatus>> {
  if (contactIds.length === 0) return new Map()
  const { rows } = await tx.query<StatusOfContact>(
    `select person.id, ${rule.status} as status
     from unnest($7::uuid[]) as w (id)
     cross join lateral (
       select * from contacts.contact c where c.account_id = $1 and c.id = w.id offset 0) person
     ${rule.each}`,
    [...rule.values, arrayOf.uuid(contactIds)],
  )
  return new Map(rows.map(({ id, status }) => [id, status]))
}

export type ContactQuery = Narrowing & {
  listId: ListId | null
  status: PersonStatus | null
  marketingState: MarketingState | null
  isOldestFirst: boolean
  /** Contacts beyond this one, in the order asked for. */
  after: ContactId | null
  limit: number
}

/** `through`: as far as was looked; null at the end. */
export type FoundPage = { found: StatusOfContact[]; through: ContactId | null }

/** Contacts looked at for one page: a rare status is looked for over several, each quick. */
export const lookedMax = 20_000

export async function findByStatus(
  tx: Tx,
  rule: StatusRule,
  query: ContactQuery,
): Promise<FoundPage> {
  const { listId, isOldestFirst, limit } = query
  const [than, order] = isOldestFirst ? ['>', 'asc'] : ['<', 'desc']
  // By the members of a list, which are in the order of ids: not by all contacts of the account.
  const id = listId === null ? 'c.id' : 'm.contact_id'
  const from =
    listId === null
      ? 'contacts.contact c where c.account_id = $1'
      : `contacts.list_member m cross join lateral (
           select * from contacts.contact c
           where c.account_id = $1 and c.id = m.contact_id offset 0) c
         where m.account_id = $1 and m.list_id = $16`
  const { rows } = await tx.query<StatusOfContact & { looked: number; last: ContactId }>(
    `with looked as materialized (
       select c.* from ${from}
         and ($7::uuid is null or ${id} ${than} $7)
         and ($8::text is null or c.marketing_state = $8)
         and ($9::uuid is null or c.import_id = $9)
         and ($10::boolean is null or (c.import_id is not null) = $10)
         and ($11::timestamptz is null or c.created_at >= $11)
         and ($12::timestamptz is null or c.created_at < $12)
       order by ${id} ${order} limit $13
     ), told as (
       select person.id, ${rule.status} as status from looked person ${rule.each}
     ), found as (
       select * from told where $14::text is null or status = $14
       order by id ${order} limit $15
     )
     select w.looked, w.last, found.id, found.status
     from (select count(*)::int as looked,
             (select l.id from looked l order by l.id ${isOldestFirst ? 'desc' : 'asc'} limit 1)
               as last from looked) w
     left join found on true order by found.id ${order}`,
    [
      ...rule.values,
      query.after,
      query.marketingState,
      query.importId,
      query.isImported,
      query.from === null ? null : toTimestamp(query.from),
      query.until === null ? null : toTimestamp(query.until),
      query.status === null ? limit + 1 : lookedMax,
      query.status,
      limit + 1,
      ...(listId === null ? [] : [listId]),
    ],
  )
  return pageOf(rows, query)
}

function pageOf(
  rows: readonly (StatusOfContact & { looked: number; last: ContactId })[],
  { status, limit }: ContactQuery,
): FoundPage {
  // A left join: one row of nulls where nobody was found.
  const all = rows.filter(({ id }) => id !== null)
  const found = all.slice(0, limit)
  if (all.length > limit) return { found, through: found.at(-1)?.id ?? null }
  const [first] = rows
  const isCut = status !== null && first !== undefined && first.looked === lookedMax
  return { found, through: isCut ? first.last : null }
}

/** From so many on, the tables are read once for all; below, each person is looked up. */
const manyPeople = 20_000

/** In the order of the public list. */
export async function countStatuses(
  tx: Tx,
  accountId: AccountId,
  rule: StatusRule,
  listId: ListId | null,
): Promise<StatusCount[]> {
  if (listId !== null) return (await countStatusesOfLists(tx, rule, [listId])).get(listId) ?? []
  const joins = (await isLargeAccount(tx, accountId)) ? rule.all : rule.each
  const { rows } = await tx.query<StatusCount>(
    `select ${rule.status} as status, count(*)::int as people
     from contacts.contact person ${joins} where person.account_id = $1 group by 1`,
    [...rule.values],
  )
  return rows
}

/** Of an account or a list, those alone whom the list of contacts shows with the same filters. */
export async function countNarrowed(
  tx: Tx,
  rule: StatusRule,
  listId: ListId | null,
  { importId, isImported, from, until }: Narrowing,
): Promise<StatusCount[]> {
  const people =
    listId === null
      ? 'contacts.contact person'
      : `contacts.list_member m
         join contacts.contact person
           on person.account_id = m.account_id and person.id = m.contact_id`
  const at = (instant: Instant | null) => (instant === null ? null : toTimestamp(instant))
  const asked = [importId, isImported, at(from), at(until), ...(listId === null ? [] : [listId])]
  const fits = `person.account_id = $1
    and ($7::uuid is null or person.import_id = $7)
    and ($8::boolean is null or (person.import_id is not null) = $8)
    and ($9::timestamptz is null or person.created_at >= $9)
    and ($10::timestamptz is null or person.created_at < $10)
    ${listId === null ? '' : 'and m.account_id = $1 and m.list_id = $11'}`
  const count = `select ${rule.status} as status, count(*)::int as people`
  const values = [...rule.values, ...asked]
  // Few are read once and looked up one by one; a few too many say that there are many.
  const { rows: few } = await tx.query<StatusCount>(
    `with fitting as materialized (
       select person.id from ${people} where ${fits} limit ${manyPeople + 1})
     ${count} from fitting
     join contacts.contact person on person.account_id = $1 and person.id = fitting.id
     ${rule.each} group by 1`,
    values,
  )
  if (few.reduce((sum, one) => sum + one.people, 0) <= manyPeople) return few
  const { rows } = await tx.query<StatusCount>(
    `${count} from ${people} ${rule.all} where ${fits} group by 1`,
    values,
  )
  return rows
}

/** To count it takes long: it has more than some thousands of people. */
export async function isLargeAccount(tx: Tx, accountId: AccountId): Promise<boolean> {
  const { rows } = await tx.query(
    'select from contacts.contact where account_id = $1 limit 1 offset $2',
    [accountId, manyPeople],
  )
  return rows.length > 0
}

/** Those of them that are as large. */
export async function largeLists(
  tx: Tx,
  accountId: AccountId,
  listIds: readonly ListId[],
): Promise<ListId[]> {
  const { rows } = await tx.query<{ id: ListId }>(
    `select w.id from unnest($2::uuid[]) as w (id) where exists (
       select from contacts.list_member m where m.account_id = $1 and m.list_id = w.id
       limit 1 offset $3)`,
    [accountId, arrayOf.uuid(listIds), manyPeople],
  )
  return rows.map(({ id }) => id)
}

/** Of all these lists in one statement; a list of nobody is not among them. */
export async function countStatusesOfLists(
  tx: Tx,
  rule: StatusRule,
  listIds: readonly ListId[],
): Promise<Map<ListId, StatusCount[]>> {
  if (listIds.length === 0) return new Map()
  const lists = arrayOf.uuid(listIds)
  const [accountId] = rule.values
  const { rows: many } = await tx.query(
    `select from contacts.list_member where account_id = $1 and list_id = any($2::uuid[])
     limit 1 offset $3`,
    [accountId, lists, manyPeople],
  )
  const { rows } = await tx.query<StatusCount & { listId: ListId }>(
    `select m.list_id as "listId", ${rule.status} as status, count(*)::int as people
     from contacts.list_member m
     join contacts.contact person on person.account_id = m.account_id and person.id = m.contact_id
     ${many.length > 0 ? rule.all : rule.each}
     where m.account_id = $1 and m.list_id = any($7::uuid[]) group by 1, 2`,
    [...rule.values, lists],
  )
  const counts = new Map<ListId, StatusCount[]>()
  for (const { listId, ...count } of rows)
    counts.set(listId, [...(counts.get(listId) ?? []), count])
  return counts
}
