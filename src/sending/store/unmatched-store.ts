// SQL of unmatched receipts: earlier than their answer, without an answer, or not ours.
import type { Instant, RouteId } from '../../kernel/index.ts'
import { type Tx, toTimestamp } from '../../storage/index.ts'
import type { ReceiptOutcome } from '../contract.ts'
import { instantOrNull, type Receipt } from './result-store.ts'

/** A receipt that fits no part yet, with all keys under which its part may come. */
export type UnmatchedReceipt = Omit<Receipt, 'operatorId'> & {
  id: string
  keys: readonly string[]
  trace: Trace | null
}

/** What tells of a part beside its id: the reply tag of the number, the sender, what is echoed. */
export type Trace = { tag: Uint8Array; sender: string | null; reference: number | null }

export async function keepUnmatchedInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  unmatched: readonly UnmatchedReceipt[],
): Promise<void> {
  const rows = unmatched.flatMap((unmatched) =>
    unmatched.keys.map((key) => ({ ...unmatched, key })),
  )
  if (rows.length === 0) return
  await tx.query(
    `insert into sending.unmatched_receipt (id, route_id, operator_id, outcome, error_code, done_at,
       received_at, tag, sender, reference)
     select id, $2, operator_id, outcome, error_code, done_at, received_at, tag, sender, reference
     from unnest($1::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
       $7::timestamptz[], $8::bytea[], $9::text[], $10::integer[])
       as t (id, operator_id, outcome, error_code, done_at, received_at, tag, sender, reference)
     on conflict do nothing`,
    [
      rows.map((row) => row.id),
      routeId,
      rows.map((row) => row.key),
      rows.map((row) => row.outcome),
      rows.map((row) => row.errorCode),
      rows.map((row) => instantOrNull(row.doneAt)),
      rows.map((row) => toTimestamp(row.receivedAt)),
      rows.map((row) => row.trace?.tag ?? null),
      rows.map((row) => row.trace?.sender ?? null),
      rows.map((row) => row.trace?.reference ?? null),
    ],
  )
}

type UnmatchedRow = {
  id: string
  operator_id: string
  outcome: ReceiptOutcome
  error_code: string | null
  done_at: Instant | null
  received_at: Instant
}

/**
 * Unmatched receipts that came before the answers with these ids.
 * They are deleted here, to be applied.
 */
export async function takeUnmatchedInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  operatorIds: readonly string[],
): Promise<(Receipt & { id: string })[]> {
  const { rows } = await tx.query<UnmatchedRow>(
    {
      name: 'sending_take_unmatched',
      text: `
with found as (
  select distinct on (id) id, operator_id
  from sending.unmatched_receipt where route_id = $1 and operator_id = any($2::text[])
), gone as (
  delete from sending.unmatched_receipt s using found f where s.id = f.id
  returning s.id, s.operator_id, s.outcome, s.error_code, s.done_at, s.received_at
)
select g.* from gone g join found f on f.id = g.id and f.operator_id = g.operator_id
order by g.received_at`,
    },
    [routeId, operatorIds],
  )
  return rows.map(receiptOf)
}

/**
 * Ids of unmatched receipts whose part is known by now: another node wrote the answer while this
 * one kept the receipt, and neither saw the other.
 */
export async function knownUnmatchedInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  since: Instant,
): Promise<string[]> {
  const { rows } = await tx.query<{ operator_id: string }>(
    `select distinct s.operator_id from sending.unmatched_receipt s
     where s.route_id = $1 and s.received_at >= $2 and exists (select 1 from sending.result r
       where r.route_id = s.route_id and r.operator_id = s.operator_id)`,
    [routeId, toTimestamp(since)],
  )
  return rows.map((row) => row.operator_id)
}

const receiptOf = (row: UnmatchedRow): Receipt & { id: string } => ({
  id: row.id,
  operatorId: row.operator_id,
  outcome: row.outcome,
  errorCode: row.error_code,
  doneAt: row.done_at,
  receivedAt: row.received_at,
})

export async function dropUnmatchedInAnyAccount(tx: Tx, before: Instant): Promise<void> {
  await tx.query('delete from sending.unmatched_receipt where received_at < $1', [
    toTimestamp(before),
  ])
}

export async function hasUnmatchedInAnyAccount(tx: Tx, routeId: RouteId): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>(
    'select exists (select 1 from sending.unmatched_receipt where route_id = $1) as found',
    [routeId],
  )
  return rows[0]?.found ?? false
}

/** Keys of receipts that came before that instant and are still unmatched, the newest first. */
export async function oldUnmatchedKeysInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  { before, most }: { before: Instant; most: number },
): Promise<string[]> {
  const { rows } = await tx.query<{ operator_id: string }>(
    `select operator_id from sending.unmatched_receipt where route_id = $1 and received_at < $2
     order by received_at desc limit $3`,
    [routeId, toTimestamp(before), most],
  )
  return rows.map((row) => row.operator_id)
}

export async function allUnmatchedKeysInAnyAccount(tx: Tx, routeId: RouteId): Promise<string[]> {
  const { rows } = await tx.query<{ operator_id: string }>(
    'select distinct operator_id from sending.unmatched_receipt where route_id = $1',
    [routeId],
  )
  return rows.map((row) => row.operator_id)
}

export type OtherKey = { key: string; other: string }

/** From now on these unmatched receipts may be found under their other keys as well. */
export async function addUnmatchedKeysInAnyAccount(
  tx: Tx,
  routeId: RouteId,
  others: readonly OtherKey[],
): Promise<void> {
  await tx.query(
    `insert into sending.unmatched_receipt (id, route_id, operator_id, outcome, error_code, done_at,
       received_at, tag, sender, reference)
     select s.id, s.route_id, k.other, s.outcome, s.error_code, s.done_at, s.received_at, s.tag,
       s.sender, s.reference
     from unnest($2::text[], $3::text[]) as k (key, other)
     join sending.unmatched_receipt s on s.route_id = $1 and s.operator_id = k.key
     on conflict do nothing`,
    [routeId, others.map(({ key }) => key), others.map(({ other }) => other)],
  )
}
