// The statements that change lists as a whole: their name, their end, several made one,
// one made several.
import type { AccountId, ContactId, Instant, ListId } from '../../kernel/index.ts'
import { arrayOf, partOf, type Tx, toTimestamp } from '../../storage/index.ts'

/** In the order of ids, so that two who change the same lists wait, not deadlock. */
export async function lockLists(
  tx: Tx,
  accountId: AccountId,
  listIds: readonly ListId[],
): Promise<Set<ListId>> {
  const { rows } = await tx.query<{ id: ListId }>(
    `select id from contacts.list where account_id = $1 and id = any($2::uuid[])
     order by id for update`,
    [accountId, arrayOf.uuid(listIds)],
  )
  return new Set(rows.map(({ id }) => id))
}

export async function renameList(
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
  name: string,
): Promise<void> {
  await tx.query('update contacts.list set name = $3 where account_id = $1 and id = $2', [
    accountId,
    listId,
    name,
  ])
}

/** The lists alone: their people stay contacts of the account. */
export async function deleteLists(
  tx: Tx,
  accountId: AccountId,
  listIds: readonly ListId[],
): Promise<void> {
  const lists = arrayOf.uuid(listIds)
  await tx.query(
    'delete from contacts.list_member where account_id = $1 and list_id = any($2::uuid[])',
    [accountId, lists],
  )
  await tx.query('delete from contacts.list where account_id = $1 and id = any($2::uuid[])', [
    accountId,
    lists,
  ])
}

/** How many joined who were not in it. */
export async function copyMembers(
  tx: Tx,
  accountId: AccountId,
  { into, from, at }: { into: ListId; from: readonly ListId[]; at: Instant },
): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into contacts.list_member (account_id, list_id, contact_id, added_at)
     select distinct m.account_id, $2::uuid, m.contact_id, $4::timestamptz
     from contacts.list_member m
     where m.account_id = $1 and m.list_id = any($3::uuid[])
     on conflict do nothing`,
    [accountId, into, arrayOf.uuid(from), toTimestamp(at)],
  )
  return rowCount
}

/** By chance, and so that the parts differ by one person at most. */
export async function dealMembers(
  tx: Tx,
  accountId: AccountId,
  { from, into, at }: { from: ListId; into: readonly ListId[]; at: Instant },
): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into contacts.list_member (account_id, list_id, contact_id, added_at)
     select $1, ($3::uuid[])[dealt.part], dealt.contact_id, $4
     from (
       select m.contact_id,
         ntile($5) over (order by md5(m.contact_id::text), m.contact_id) as part
       from contacts.list_member m where m.account_id = $1 and m.list_id = $2) dealt`,
    [accountId, from, arrayOf.uuid(into), toTimestamp(at), into.length],
  )
  return rowCount
}

export type ListName = { id: ListId; name: string; createdAt: Instant }
export type ListNamesWish = {
  name: string | null
  id: ListId | null
  order: 'name' | 'newest'
  limit: number
}

/** One that has just the name comes before those of which it is a part. */
export async function listNames(
  tx: Tx,
  accountId: AccountId,
  { name, id, order, limit }: ListNamesWish,
): Promise<ListName[]> {
  const { rows } = await tx.query<ListName>(
    `select id, name, created_at as "createdAt" from contacts.list
     where account_id = $1 and segment_id is null
       and ($2::text is null or name ilike $2) and ($3::uuid is null or id = $3)
     order by (lower(name) = lower($4::text)) desc nulls last,
       ${order === 'name' ? 'name, id' : 'id desc'} limit $5`,
    [accountId, name === null ? null : partOf(name), id, name, limit],
  )
  return rows
}

export async function listsOfContact(
  tx: Tx,
  accountId: AccountId,
  contactId: ContactId,
): Promise<ListName[]> {
  const { rows } = await tx.query<ListName>(
    `select l.id, l.name, l.created_at as "createdAt" from contacts.list_member m
     join contacts.list l on l.account_id = m.account_id and l.id = m.list_id
     where m.account_id = $1 and m.contact_id = $2 and l.segment_id is null
     order by l.name, l.id limit 500`,
    [accountId, contactId],
  )
  return rows
}
