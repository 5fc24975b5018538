// The statements of lists.
import type { AccountId, ContactId, Instant, ListId, SubjectId } from '../../kernel/index.ts'
import { arrayOf, partOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { List } from '../contact.ts'

const listSelect = `select l.id, l.number, l.name, l.controller_id as "controllerId",
    l.created_at as "createdAt" from contacts.list l`

export async function insertList(
  tx: Tx,
  accountId: AccountId,
  list: Pick<List, 'id' | 'name' | 'controllerId' | 'createdAt'>,
): Promise<List> {
  const { rows } = await tx.query<{ number: number }>(
    `insert into contacts.list (account_id, id, name, controller_id, created_at)
     values ($1, $2, $3, $4, $5) returning number`,
    [accountId, list.id, list.name, list.controllerId, toTimestamp(list.createdAt)],
  )
  return { ...list, number: rows[0]?.number ?? 0 }
}

/** Without its members, which may be a million. */
export async function findList(tx: Tx, accountId: AccountId, listId: ListId): Promise<List | null> {
  const { rows } = await tx.query<List>(`${listSelect} where l.account_id = $1 and l.id = $2`, [
    accountId,
    listId,
  ])
  return rows[0] ?? null
}

/** Whoever deletes or empties lists locks them for that. */
export async function holdList(
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
): Promise<{ isEmptied: boolean } | null> {
  const { rows } = await tx.query<{ isEmptied: boolean }>(
    `select emptied_at is not null as "isEmptied" from contacts.list
     where account_id = $1 and id = $2 for key share`,
    [accountId, listId],
  )
  return rows[0] ?? null
}

export async function findListName(
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
): Promise<Pick<List, 'id' | 'name'> | null> {
  const { rows } = await tx.query<Pick<List, 'id' | 'name'>>(
    'select id, name from contacts.list where account_id = $1 and id = $2',
    [accountId, listId],
  )
  return rows[0] ?? null
}

/** Newest first; not those that a campaign's segment has made. */
export async function readLists(
  tx: Tx,
  accountId: AccountId,
  page: { before: ListId | null; limit: number },
): Promise<List[]> {
  const { rows } = await tx.query<List>(
    `${listSelect}
     where l.account_id = $1 and l.id in (
       select id from contacts.list
       where account_id = $1 and segment_id is null and ($2::uuid is null or id < $2)
       order by id desc limit $3)
     order by l.id desc`,
    [accountId, page.before, page.limit],
  )
  return rows
}

const insertMembers = `insert into contacts.list_member (account_id, list_id, contact_id, added_at)
     select $1, $2, c.id, $4
     from (select id from unnest($3::uuid[]) as w (id) order by id) w
     cross join lateral (
       select c.id from contacts.contact c where c.account_id = $1 and c.id = w.id offset 0) c
     on conflict do nothing`

type Joining = { contactIds: readonly ContactId[]; at: Instant }
const joining = (accountId: AccountId, listId: ListId, { contactIds, at }: Joining) => [
  ...[accountId, listId, contactIds, toTimestamp(at)],
]

/** How many joined. Ids of contacts that this account does not have are passed over. */
export async function addMembers(
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
  { contactIds, at }: Joining,
): Promise<number> {
  return (await tx.query(insertMembers, joining(accountId, listId, { contactIds, at }))).rowCount
}

/** The same, for whoever asks who joined. */
export async function joinMembers(
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
  { contactIds, at }: Joining,
): Promise<ContactId[]> {
  const { rows } = await tx.query<{ id: ContactId }>(
    `${insertMembers} returning contact_id as id`,
    joining(accountId, listId, { contactIds, at }),
  )
  return rows.map(({ id }) => id)
}

/** The same by person: whoever the account no longer has as a contact is passed over. */
export async function addSubjects(
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
  members: { subjects: readonly SubjectId[]; at: Instant },
): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into contacts.list_member (account_id, list_id, contact_id, added_at)
     select $1, $2, id, $4 from contacts.contact
     where account_id = $1 and subject_id = any($3::uuid[])
     on conflict do nothing`,
    [accountId, listId, members.subjects, toTimestamp(members.at)],
  )
  return rowCount
}

/** Who left it. */
export async function removeMembers(
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
  contactIds: readonly ContactId[],
): Promise<ContactId[]> {
  const { rows } = await tx.query<{ id: ContactId }>(
    `delete from contacts.list_member
     where account_id = $1 and list_id = $2 and contact_id = any($3::uuid[])
     returning contact_id as id`,
    [accountId, listId, arrayOf.uuid(contactIds)],
  )
  return rows.map(({ id }) => id)
}

export async function countMembers(tx: Tx, accountId: AccountId, listId: ListId): Promise<number> {
  const { rows } = await tx.query<{ members: number }>(
    `select count(*)::int as members from contacts.list_member
     where account_id = $1 and list_id = $2`,
    [accountId, listId],
  )
  return rows[0]?.members ?? 0
}

/** With how many of them joined after an instant. */
export async function countMembersSince(
  tx: Tx,
  accountId: AccountId,
  { id, since }: { id: ListId; since: Instant },
): Promise<{ people: number; joined: number }> {
  const { rows } = await tx.query<{ people: number; joined: number }>(
    `select count(*)::int as people, (count(*) filter (where added_at > $3))::int as joined
     from contacts.list_member where account_id = $1 and list_id = $2`,
    [accountId, id, toTimestamp(since)],
  )
  return rows[0] ?? { people: 0, joined: 0 }
}

export async function listNamesOf(
  tx: Tx,
  accountId: AccountId,
  contactId: ContactId,
): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `select l.name from contacts.list_member m
     join contacts.list l on l.account_id = m.account_id and l.id = m.list_id
     where m.account_id = $1 and m.contact_id = $2 order by l.name`,
    [accountId, contactId],
  )
  return rows.map((row) => row.name)
}

type NamedAudience = { kind: 'list' | 'segment'; id: string; name: string }

/** Lists and segments, of whose names this is a part; lists that were chosen by one are none. */
export async function findAudiencesByName(
  tx: Tx,
  accountId: AccountId,
  wish: { text: string; limit: number },
): Promise<NamedAudience[]> {
  const { rows } = await tx.query<NamedAudience>(
    `(select 'list' as kind, id, name from contacts.list
        where account_id = $1 and segment_id is null and name ilike $2 order by id desc limit $3)
     union all (select 'segment', id, name from contacts.segment
        where account_id = $1 and name ilike $2 order by id desc limit $3)`,
    [accountId, partOf(wish.text), wish.limit],
  )
  return rows
}

export type AudienceName = { name: string; segmentId: string | null }

/** Lists by their ids, with the segment of which they were chosen; those that are gone lack. */
export async function audienceNames(
  tx: Tx,
  accountId: AccountId,
  listIds: readonly ListId[],
): Promise<Map<ListId, AudienceName>> {
  if (listIds.length === 0) return new Map()
  const { rows } = await tx.query<AudienceName & { id: ListId }>(
    `select id, name, segment_id as "segmentId" from contacts.list
     where account_id = $1 and id = any($2::uuid[])`,
    [accountId, listIds],
  )
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}
