// The statements of segments, and of the lists that were made of them.
import type { AccountId, Instant, ListId, SegmentId } from '../../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'

export type SegmentRow = {
  id: SegmentId
  name: string
  rulesSealed: Buffer
  createdAt: Instant
  updatedAt: Instant
}

const columns = `id, name, rules_sealed as "rulesSealed", created_at as "createdAt",
  updated_at as "updatedAt"`

/** By name. */
export async function readSegments(
  tx: Tx,
  accountId: AccountId,
  limit: number,
): Promise<SegmentRow[]> {
  const { rows } = await tx.query<SegmentRow>(
    `select ${columns} from contacts.segment where account_id = $1
     order by lower(name), id limit $2`,
    [accountId, limit],
  )
  return rows
}

export async function findSegment(
  tx: Tx,
  accountId: AccountId,
  id: SegmentId,
): Promise<SegmentRow | null> {
  const { rows } = await tx.query<SegmentRow>(
    `select ${columns} from contacts.segment where account_id = $1 and id = $2`,
    [accountId, id],
  )
  return rows[0] ?? null
}

export async function countSegments(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ segments: number }>(
    'select count(*)::int as segments from contacts.segment where account_id = $1',
    [accountId],
  )
  return rows[0]?.segments ?? 0
}

/** False: another segment has the name. */
export async function insertSegment(
  tx: Tx,
  accountId: AccountId,
  { id, name, rulesSealed, createdAt }: Omit<SegmentRow, 'updatedAt'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into contacts.segment (account_id, id, name, rules_sealed, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5) on conflict do nothing`,
    [accountId, id, name, rulesSealed, toTimestamp(createdAt)],
  )
  return rowCount > 0
}

/** False: another segment has the name. */
export async function updateSegment(
  tx: Tx,
  accountId: AccountId,
  { id, name, rulesSealed, updatedAt }: Omit<SegmentRow, 'createdAt'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update contacts.segment set name = $3, rules_sealed = $4, updated_at = $5
     where account_id = $1 and id = $2 and not exists (
       select from contacts.segment other
       where other.account_id = $1 and lower(other.name) = lower($3) and other.id <> $2)`,
    [accountId, id, name, rulesSealed, toTimestamp(updatedAt)],
  )
  return rowCount > 0
}

export async function deleteSegment(tx: Tx, accountId: AccountId, id: SegmentId): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from contacts.segment where account_id = $1 and id = $2',
    [accountId, id],
  )
  return rowCount > 0
}

/** What its people were chosen by stays with the list. */
export async function keepSnapshot(
  tx: Tx,
  accountId: AccountId,
  made: { listId: ListId; segmentId: SegmentId; sealed: Buffer; chosenAt: Instant },
): Promise<void> {
  await tx.query(
    `update contacts.list set segment_id = $3, segment_sealed = $4, chosen_at = $5
     where account_id = $1 and id = $2`,
    [accountId, made.listId, made.segmentId, made.sealed, toTimestamp(made.chosenAt)],
  )
}

export type SnapshotRow = {
  segmentId: SegmentId
  sealed: Buffer
  chosenAt: Instant
  emptiedAt: Instant | null
}

/** Null for a list that is made of no segment. */
export async function findSnapshot(
  tx: Tx,
  accountId: AccountId,
  listId: ListId,
): Promise<SnapshotRow | null> {
  const { rows } = await tx.query<SnapshotRow>(
    `select segment_id as "segmentId", segment_sealed as sealed, chosen_at as "chosenAt",
       emptied_at as "emptiedAt"
     from contacts.list where account_id = $1 and id = $2 and segment_id is not null`,
    [accountId, listId],
  )
  return rows[0] ?? null
}

/** Older lists of segments that still hold people: those that nobody reads are let go. */
export async function oldChosen(
  tx: Tx,
  accountId: AccountId,
  { before, limit }: { before: Instant; limit: number },
): Promise<ListId[]> {
  const { rows } = await tx.query<{ id: ListId }>(
    `select id from contacts.list
     where account_id = $1 and segment_id is not null and emptied_at is null and chosen_at < $2
     order by id limit $3`,
    [accountId, toTimestamp(before), limit],
  )
  return rows.map(({ id }) => id)
}

/** The list stays, with the rules by which it was made: a campaign names it. */
export async function emptyChosen(
  tx: Tx,
  accountId: AccountId,
  { listId, at }: { listId: ListId; at: Instant },
): Promise<void> {
  await tx.query('delete from contacts.list_member where account_id = $1 and list_id = $2', [
    accountId,
    listId,
  ])
  await tx.query('update contacts.list set emptied_at = $3 where account_id = $1 and id = $2', [
    accountId,
    listId,
    toTimestamp(at),
  ])
}

/** Of these lists, the legal entities for which alone their people are written to. */
export async function entitiesOf(
  tx: Tx,
  accountId: AccountId,
  listIds: readonly ListId[],
): Promise<{ id: ListId; controllerId: string | null }[]> {
  if (listIds.length === 0) return []
  const { rows } = await tx.query<{ id: ListId; controllerId: string | null }>(
    `select id, controller_id as "controllerId" from contacts.list
     where account_id = $1 and id = any($2::uuid[])`,
    [accountId, arrayOf.uuid(listIds)],
  )
  return rows
}
