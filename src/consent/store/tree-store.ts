// The SQL of the account's tree: what waits to be sequenced, what has its place, and bodies.
import type { AccountId, EntryId, Instant, SubjectId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import { entryIdAt } from '../entry-id.ts'
import type { BatchRow, BodyRow, LeafRow, SequencedRow, TreeRow } from '../tables.ts'
import type { Guard } from './guard.ts'
import { deleteStatesOf } from './state-store.ts'

/** base64url without padding, as leaves write it. */
const leafForm = (column: string): string =>
  `coalesce(rtrim(translate(encode(${column}, 'base64'), '+/', '-_'), '='), '')`

export async function insertTree(
  tx: Tx,
  accountId: AccountId,
  tree: Pick<TreeRow, 'origin' | 'last_at' | 'public_key'>,
): Promise<void> {
  await tx.query(
    `insert into consent.tree (account_id, origin, size, frontier, last_at, public_key)
     values ($1, $2, 0, '', $3, $4) on conflict (account_id) do nothing`,
    [accountId, tree.origin, toTimestamp(tree.last_at), tree.public_key],
  )
}

const treeColumns = 'origin, size, frontier, last_hash, last_at, public_key'

export async function readTree(tx: Tx, accountId: AccountId): Promise<TreeRow | null> {
  const { rows } = await tx.query<TreeRow>(
    `select ${treeColumns} from consent.tree where account_id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}

/** One sequencer an account: whoever holds the row. Another finds it taken and leaves. */
export async function lockTree(tx: Tx, accountId: AccountId): Promise<TreeRow | null> {
  const { rows } = await tx.query<TreeRow>(
    `select ${treeColumns} from consent.tree where account_id = $1 for update skip locked`,
    [accountId],
  )
  return rows[0] ?? null
}

export async function updateTree(
  tx: Tx,
  accountId: AccountId,
  tree: Pick<TreeRow, 'size' | 'frontier' | 'last_hash' | 'last_at'>,
): Promise<void> {
  await tx.query(
    `update consent.tree set size = $2, frontier = $3, last_hash = $4, last_at = $5
     where account_id = $1`,
    [accountId, tree.size, tree.frontier, tree.last_hash, toTimestamp(tree.last_at)],
  )
}

/** The oldest waiting batches, as many as hold `entriesMax` entries, and at least one. */
export async function waitingBatches(
  tx: Tx,
  accountId: AccountId,
  entriesMax: number,
): Promise<BatchRow[]> {
  const { rows } = await tx.query<BatchRow>(
    `select ord, batch_id, entries, mac from (
       select ord, batch_id, entries, mac, sum(entries) over (order by ord) - entries as before
       from (select * from consent.unsequenced where account_id = $1 order by ord limit 2000) oldest
     ) counted
     where before < $2 order by ord`,
    [accountId, entriesMax],
  )
  return rows
}

export async function countWaiting(tx: Tx, accountId: AccountId): Promise<number> {
  const { rows } = await tx.query<{ waiting: number }>(
    `select coalesce(sum(entries), 0)::int8 as waiting
     from consent.unsequenced where account_id = $1`,
    [accountId],
  )
  return rows[0]?.waiting ?? 0
}

export async function accountsWithTreeInAnyAccount(tx: Tx): Promise<AccountId[]> {
  const { rows } = await tx.query<{ account_id: AccountId }>(
    'select account_id from consent.tree where size > 0',
  )
  return rows.map((row) => row.account_id)
}

export async function treeSizesInAnyAccount(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ account_id: AccountId; size: number }>(
    'select account_id, size from consent.tree',
  )
  return new Map(rows.map((row) => [row.account_id, row.size]))
}

export async function accountsWaitingInAnyAccount(tx: Tx): Promise<AccountId[]> {
  const { rows } = await tx.query<{ account_id: AccountId }>(
    'select distinct account_id from consent.unsequenced',
  )
  return rows.map((row) => row.account_id)
}

/** What nobody who held the keys has written gets no place; the tree goes on without it. */
export async function setAsideBatches(
  tx: Tx,
  accountId: AccountId,
  { batches, at }: { batches: readonly (BatchRow & { why: WhyAside })[]; at: Instant },
): Promise<void> {
  if (batches.length === 0) return
  await tx.query(
    `insert into consent.set_aside (account_id, batch_id, entries, why, set_aside_at)
     select $1, batch_id, entries, why, $5
     from unnest($2::uuid[], $3::int4[], $4::text[]) as held (batch_id, entries, why)
     on conflict do nothing`,
    [
      accountId,
      batches.map((batch) => batch.batch_id),
      batches.map((batch) => batch.entries),
      batches.map((batch) => batch.why),
      toTimestamp(at),
    ],
  )
  await tx.query(
    'delete from consent.unsequenced where account_id = $1 and ord = any($2::int8[])',
    [accountId, `{${batches.map((batch) => batch.ord).join(',')}}`],
  )
}

export type WhyAside = 'false_mac' | 'placed_already'

export async function moveToSequenced(
  tx: Tx,
  accountId: AccountId,
  moved: { ords: readonly number[]; sequenced: readonly SequencedRow[] },
): Promise<void> {
  const { sequenced } = moved
  const hashes = sequenced.map((row) =>
    row.previous_hash === null ? 'null' : `"\\\\x${row.previous_hash.toString('hex')}"`,
  )
  await tx.query(
    {
      name: 'consent_insert_sequenced',
      text: `insert into consent.sequenced
          (account_id, first_seq, batch_id, entries, previous_hash, previous_at)
        select $1::uuid, first_seq, batch_id, entries, previous_hash,
          to_timestamp(previous_at / 1000.0)
        from unnest($2::int8[], $3::uuid[], $4::int[], $5::bytea[], $6::int8[])
          as placed(first_seq, batch_id, entries, previous_hash, previous_at)`,
    },
    [
      accountId,
      `{${sequenced.map((row) => row.first_seq).join(',')}}`,
      `{${sequenced.map((row) => row.batch_id).join(',')}}`,
      `{${sequenced.map((row) => row.entries).join(',')}}`,
      `{${hashes.join(',')}}`,
      `{${sequenced.map((row) => row.previous_at).join(',')}}`,
    ],
  )
  await tx.query(
    'delete from consent.unsequenced where account_id = $1 and ord = any($2::int8[])',
    [accountId, `{${moved.ords.join(',')}}`],
  )
}

const batchLeavesStatement = {
  name: 'consent_batch_leaves',
  text: `select kind, purpose, channel, ${leafForm('wording_sha256')} as n,
      ${leafForm('link')} as lk, ${leafForm('commitment')} as cm, recorded_at
    from consent.entry
    where account_id = $1 and entry_id between $2::uuid and $3::uuid
    order by entry_id`,
}

/**
 * What the leaves of a batch share, and the rest of each, end to end: link (16), commitment (32).
 */
export type AlikeLeaves = Pick<LeafRow, 'kind' | 'purpose' | 'channel' | 'recorded_at'> & {
  entries: number
  /** In hexadecimal. */
  wording: string
  packed: Buffer
}

/**
 * A bulk's entries differ in link and commitment alone; null when those of this batch do not. Each
 * is held against the first, which costs half of a minimum and a maximum of every column.
 */
const alikeLeavesStatement = {
  name: 'consent_alike_leaves',
  text: `with first as materialized (
      select kind, purpose, channel, wording_sha256, recorded_at from consent.entry
      where account_id = $1 and entry_id between $2::uuid and $3::uuid
      order by entry_id limit 1
    ), all_of_them as materialized (
      select count(*)::int as entries,
        bool_and(kind = (select kind from first) and purpose = (select purpose from first)
          and channel = (select channel from first)
          and recorded_at = (select recorded_at from first)
          and coalesce(wording_sha256 = (select wording_sha256 from first), false)
          and link is not null) as alike,
        string_agg(link || commitment, '' order by entry_id) as packed
      from consent.entry
      where account_id = $1 and entry_id between $2::uuid and $3::uuid
    )
    select entries, kind, purpose, channel, encode(wording_sha256, 'hex') as wording, recorded_at,
      packed
    from all_of_them, first where alike`,
}

export async function alikeLeaves(
  tx: Tx,
  accountId: AccountId,
  batch: { batch_id: string; entries: number },
): Promise<AlikeLeaves | null> {
  const { rows } = await tx.query<AlikeLeaves>(alikeLeavesStatement, [
    accountId,
    batch.batch_id,
    entryIdAt(batch.batch_id, batch.entries - 1),
  ])
  return rows[0] ?? null
}

export async function batchLeaves(
  tx: Tx,
  accountId: AccountId,
  batch: { batch_id: string; entries: number },
): Promise<LeafRow[]> {
  const { rows } = await tx.query<LeafRow>(batchLeavesStatement, [
    accountId,
    batch.batch_id,
    entryIdAt(batch.batch_id, batch.entries - 1),
  ])
  return rows
}

/** Sequenced batches from the one that holds leaf `fromSeq`, in order. */
export async function sequencedFrom(
  tx: Tx,
  accountId: AccountId,
  fromSeq: number,
  limit: number,
): Promise<SequencedRow[]> {
  const { rows } = await tx.query<SequencedRow>(
    `select first_seq, batch_id, entries, previous_hash, previous_at
     from consent.sequenced
     where account_id = $1
       and first_seq >= coalesce((select max(first_seq) from consent.sequenced
         where account_id = $1 and first_seq <= $2), 0)
     order by first_seq limit $3`,
    [accountId, fromSeq, limit],
  )
  return rows
}

export async function firstSeqsOf(
  tx: Tx,
  accountId: AccountId,
  batchIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ batch_id: string; first_seq: number }>(
    `select batch_id, first_seq from consent.sequenced
     where account_id = $1 and batch_id = any($2::uuid[])`,
    [accountId, batchIds],
  )
  return new Map(rows.map((row) => [row.batch_id, row.first_seq]))
}

export async function readEntries(
  tx: Tx,
  accountId: AccountId,
  entryIds: readonly EntryId[],
): Promise<BodyRow[]> {
  const { rows } = await tx.query<BodyRow>(
    `select entry.entry_id, kind, channel, purpose, recorded_at, subject_id, body_sealed
     from consent.entry entry
     left join consent.entry_body body
       on body.account_id = entry.account_id and body.entry_id = entry.entry_id
     where entry.account_id = $1 and entry.entry_id = any($2::uuid[])
     order by entry.entry_id`,
    [accountId, entryIds],
  )
  return rows
}

export async function readEntriesOfSubjects(
  tx: Tx,
  accountId: AccountId,
  subjectIds: readonly SubjectId[],
): Promise<BodyRow[]> {
  const { rows } = await tx.query<BodyRow>(
    `select entry.entry_id, kind, channel, purpose, recorded_at, subject_id, body_sealed
     from consent.entry_body body
     join consent.entry entry
       on entry.account_id = body.account_id and entry.entry_id = body.entry_id
     where body.account_id = $1 and body.subject_id = any($2::uuid[])
     order by entry.entry_id`,
    [accountId, subjectIds],
  )
  return rows
}

/** What an erasure removes: the projection and the sealed bodies; entries hold no person. */
export async function deleteSubject(
  guard: Guard,
  tx: Tx,
  accountId: AccountId,
  subjectId: SubjectId,
): Promise<number> {
  const states = await deleteStatesOf(guard, tx, accountId, [subjectId])
  const bodies = await tx.query(
    'delete from consent.entry_body where account_id = $1 and subject_id = $2',
    [accountId, subjectId],
  )
  return states + bodies.rowCount
}
