// The statements that tell contacts by their status: a page of them, and how many have which.
import type { AccountId, ContactId, Instant, ListId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { MarketingState, PersonStatus, StatusCount } from '../contract.ts'
import type { Narrowing, StatusRule } from '../deps.ts'
import { narrowedBy } from './narrowing.ts'
import { type Values, valuesFrom } from './statement-values.ts'

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
  /** By the last change, the latest first, and not by when they were added. */
  isByChange: boolean
  /** Contacts beyond this one, in the order asked for. */
  after: ContactId | null
  /** By change: when that one was changed. */
  afterChange: Instant | null
  limit: number
}

/** `through`: as far as was looked, and by change when that one changed; null at the end. */
export type FoundPage = {
  found: StatusOfContact[]
  through: ContactId | null
  throughChange: Instant | null
}

/** Contacts looked at for one page: what few have is looked for over several, each quick. */
export const lookedMax = 20_000

const ids = {
  first: '00000000-0000-0000-0000-000000000000',
  last: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
}

/**
 * An index that leads from one contact to the next; `rest` is asked of each on the way. `walked` is
 * the order in which it leads, and `order` the same where the columns of the walk are gone.
 */
type Walk = { from: string; walked: string; order: string; rest: string[] }

/**
 * By the index that leads to the fewest. A bound of two columns names its index: by `=` and an
 * order of ids alone all contacts might be walked, to find the few that are far behind.
 */
function walkOf(query: ContactQuery, values: Values): Walk {
  const { listId, importId, country, postcodeArea, after, isOldestFirst } = query
  const [than, within, order] = isOldestFirst ? ['>', '<', 'asc'] : ['<', '>', 'desc']
  const ofAccount = 'select c.* from contacts.contact c where c.account_id = $1'
  const narrowed = (known: Partial<Narrowing> = {}) =>
    narrowedBy('c', { ...query, ...known }, values)
  if (query.isByChange) return byChange(query, { values, narrowed })
  if (listId !== null) {
    const beyond = after === null ? '' : `and m.contact_id ${than} ${values.add(after)}::uuid`
    return {
      from: `select c.*, m.contact_id as walked from contacts.list_member m cross join lateral (
           select * from contacts.contact c
           where c.account_id = $1 and c.id = m.contact_id offset 0) c
         where m.account_id = $1 and m.list_id = ${values.add(listId)}::uuid ${beyond}
         order by m.contact_id ${order}`,
      walked: `walked ${order}`,
      order: `id ${order}`,
      rest: narrowed(),
    }
  }
  const by = (column: string, value: string, type: string) => {
    const given = `${values.add(value)}::${type}`
    const start = isOldestFirst ? ids.first : ids.last
    const end = isOldestFirst ? ids.last : ids.first
    const pair = `(c.${column}, c.id)`
    return {
      from: `${ofAccount} and ${pair} ${than} (${given}, ${values.add(after ?? start)}::uuid)
        and ${pair} ${within} (${given}, ${values.add(end)}::uuid) and c.${column} is not null
        order by c.${column} ${order}, c.id ${order}`,
      walked: `${column} ${order}, id ${order}`,
      order: `id ${order}`,
    }
  }
  if (importId !== null) {
    const isImported = query.isImported === true ? null : query.isImported
    const rest = narrowed({ importId: null, isImported })
    return { ...by('import_id', importId, 'uuid'), rest }
  }
  if (postcodeArea !== null) {
    const rest = narrowed({ postcodeArea: null })
    return { ...by('postcode_area', postcodeArea, 'text'), rest }
  }
  if (country !== null) {
    return { ...by('country', country, 'text'), rest: narrowed({ country: null }) }
  }
  const beyond = after === null ? '' : `and c.id ${than} ${values.add(after)}::uuid`
  const keys = `id ${order}`
  const from = `${ofAccount} ${beyond} order by c.${keys}`
  return { from, walked: keys, order: keys, rest: narrowed() }
}

function byChange(
  { listId, after, afterChange }: ContactQuery,
  { values, narrowed }: { values: Values; narrowed: () => string[] },
): Walk {
  const beyond =
    after === null || afterChange === null
      ? ''
      : `and (c.updated_at, c.id) <
          (${values.add(toTimestamp(afterChange))}::timestamptz, ${values.add(after)}::uuid)`
  const isMember = (list: ListId) => `(exists (select from contacts.list_member m
    where m.account_id = $1 and m.list_id = ${values.add(list)}::uuid and m.contact_id = c.id
    offset 0))`
  return {
    from: `select c.* from contacts.contact c where c.account_id = $1 ${beyond}
      order by c.updated_at desc, c.id desc`,
    ...{ walked: 'updated_at desc, id desc', order: 'updated_at desc, id desc' },
    rest: [...(listId === null ? [] : [isMember(listId)]), ...narrowed()],
  }
}

export async function findByStatus(
  tx: Tx,
  rule: StatusRule,
  query: ContactQuery,
): Promise<FoundPage> {
  const { limit, status, isByChange } = query
  const values = valuesFrom(rule.values)
  const { from, walked, order, rest } = walkOf(query, values)
  const isPlain = rest.length === 0 && status === null
  const max = isPlain ? limit + 1 : lookedMax
  const lookedAt = values.add(max)
  const page = values.add(limit + 1)
  const fits = ['true', ...rest].join(' and ')
  const { rows } = await tx.query<FoundRow>(
    `with wanted as materialized (
       select c.* from (${from} limit ${lookedAt}) c where ${fits}
       order by ${walked} ${status === null ? `limit ${page}` : ''}
     ), told as (
       select person.id, person.updated_at, ${rule.status} as status
       from wanted person ${rule.each}
     ), found as materialized (
       select * from told where ${status === null ? 'true' : `status = ${values.add(status)}::text`}
       order by ${order} limit ${page}
     ), seen as materialized (
       select c.id, c.updated_at from (${from} limit ${lookedAt}) c
       where (select count(*) from found) < ${page}
     )
     select w.looked, w.last, w."lastChange", found.id, found.status,
       found.updated_at as "changedAt"
     from (select count(*)::int as looked,
             (array_agg(id order by ${turned(order)}))[1] as last,
             (array_agg(updated_at order by ${turned(order)}))[1] as "lastChange" from seen) w
     left join found on true order by ${ordered('found', order)}`,
    values.all,
  )
  // A left join: one row of nulls where nobody was found.
  const all = rows.filter(({ id }) => id !== null)
  const shown = all.slice(0, limit)
  const found = shown.map((one) => ({ id: one.id, status: one.status }))
  const last = shown.at(-1)
  if (all.length > limit && last !== undefined) {
    return { found, through: last.id, throughChange: isByChange ? last.changedAt : null }
  }
  const [first] = rows
  return first !== undefined && first.looked === max
    ? { found, through: first.last, throughChange: isByChange ? first.lastChange : null }
    : { found, through: null, throughChange: null }
}

type FoundRow = StatusOfContact & {
  changedAt: Instant
  looked: number
  last: ContactId | null
  lastChange: Instant | null
}

const ordered = (table: string, order: string) =>
  order
    .split(', ')
    .map((key) => `${table}.${key}`)
    .join(', ')

/** From the end to the beginning. */
const turned = (order: string) =>
  order.replaceAll(/asc|desc/g, (one) => (one === 'asc' ? 'desc' : 'asc'))

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
  narrowing: Narrowing,
): Promise<StatusCount[]> {
  const people =
    listId === null
      ? 'contacts.contact person'
      : `contacts.list_member m
         join contacts.contact person
           on person.account_id = m.account_id and person.id = m.contact_id`
  const asked = valuesFrom(rule.values)
  const ofList =
    listId === null ? [] : ['m.account_id = $1', `m.list_id = ${asked.add(listId)}::uuid`]
  const narrows = narrowedBy('person', { ...narrowing, marketingState: null }, asked)
  const fits = ['person.account_id = $1', ...ofList, ...narrows].join(' and ')
  const count = `select ${rule.status} as status, count(*)::int as people`
  const values = asked.all
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
