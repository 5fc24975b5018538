// The SQL of the chains that hold every change of an account's suppressions.
import type { AccountId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'
import type { SuppressionScope } from '../consent.ts'
import { chainCount } from './guard-mark.ts'

export type HeadRow = { chain: number; seq: number; mac: Buffer }
export type LogRow = {
  chain: number
  seq: number
  is_snapshot: boolean
  is_whole: boolean
  changes: Buffer
  mac: Buffer
}
export type SuppressionRow = { tag: Buffer; scope: SuppressionScope; month: number }

/** One snapshot for all: how far the chains are, and what stands on these numbers. */
const standingStatement = {
  name: 'consent_suppressions_standing',
  text: `select head.sum, s.tag, s.scope
    from (select coalesce(sum(seq), 0)::int8 as sum from consent.suppression_head
      where account_id = $1::uuid) head
    left join consent.suppression s
      on s.account_id = $1::uuid and s.tag = any($2::bytea[])`,
}

export type StandingRow = { sum: number; tag: Buffer | null; scope: SuppressionScope | null }

export async function readStandingRows(
  tx: Tx,
  accountId: AccountId,
  tags: readonly (Uint8Array | null)[],
): Promise<StandingRow[]> {
  const { rows } = await tx.query<StandingRow>(standingStatement, [accountId, arrayOf.bytea(tags)])
  return rows
}

export async function readHeads(tx: Tx, accountId: AccountId): Promise<HeadRow[]> {
  const { rows } = await tx.query<HeadRow>(
    {
      name: 'consent_suppression_heads',
      text: `select chain, seq, mac from consent.suppression_head
        where account_id = $1::uuid order by chain`,
    },
    [accountId],
  )
  return rows
}

const logColumns = 'chain, seq, is_snapshot, is_whole, changes, mac'

export async function readLogAfter(
  tx: Tx,
  accountId: AccountId,
  { chain, seq }: { chain: number; seq: number },
): Promise<LogRow[]> {
  const { rows } = await tx.query<LogRow>(
    {
      name: 'consent_suppression_log_after',
      text: `select ${logColumns} from consent.suppression_log
        where account_id = $1::uuid and chain = $2::int2 and seq > $3::int8 order by seq`,
    },
    [accountId, chain, seq],
  )
  return rows
}

/** Held until COMMIT, in one order; those that are not there yet are made. */
export async function lockHeads(
  tx: Tx,
  accountId: AccountId,
  chains: readonly number[],
): Promise<HeadRow[]> {
  const lock = async () =>
    (
      await tx.query<HeadRow>(
        `select chain, seq, mac from consent.suppression_head
         where account_id = $1 and chain = any($2::int2[]) order by chain for update`,
        [accountId, chains],
      )
    ).rows
  const held = await lock()
  if (held.length === chains.length) return held
  await tx.query(
    `insert into consent.suppression_head (account_id, chain, seq, mac)
     select $1, chain, 0, '' from unnest($2::int2[]) as missing (chain) order by chain
     on conflict do nothing`,
    [accountId, chains],
  )
  return lock()
}

export async function readSuppressionRows(
  tx: Tx,
  accountId: AccountId,
  tags: readonly Uint8Array[],
): Promise<SuppressionRow[]> {
  const { rows } = await tx.query<SuppressionRow>(
    `select tag, scope, ${monthOf('since_month')} as month from consent.suppression
     where account_id = $1 and tag = any($2::bytea[])`,
    [accountId, arrayOf.bytea(tags)],
  )
  return rows
}

/** Of one chain: all tags that begin with its four bits. */
export async function readChainRows(
  tx: Tx,
  accountId: AccountId,
  chain: number,
): Promise<SuppressionRow[]> {
  const { rows } = await tx.query<SuppressionRow>(
    `select tag, scope, ${monthOf('since_month')} as month from consent.suppression
     where account_id = $1 and tag >= $2 and ($3::bytea is null or tag < $3)`,
    [accountId, firstTag(chain), chain + 1 < chainCount ? firstTag(chain + 1) : null],
  )
  return rows
}

const firstTag = (chain: number): Buffer => Buffer.from([chain << 4])

/** Months since January 1970. */
const monthOf = (column: string): string =>
  `((extract(year from ${column}) - 1970) * 12 + extract(month from ${column}) - 1)::int4`

export async function insertLogRows(
  tx: Tx,
  accountId: AccountId,
  rows: readonly LogRow[],
): Promise<void> {
  const [chains, seqs] = [rows.map((row) => row.chain), rows.map((row) => row.seq)]
  const macs = arrayOf.bytea(rows.map((row) => row.mac))
  await tx.together((to) => {
    to.ask(
      `insert into consent.suppression_log (account_id, ${logColumns})
       select $1::uuid, chain, seq, is_snapshot, is_whole, changes, mac
       from unnest($2::int2[], $3::int8[], $4::bool[], $5::bool[], $6::bytea[], $7::bytea[])
         as made (chain, seq, is_snapshot, is_whole, changes, mac)`,
      [
        accountId,
        chains,
        seqs,
        rows.map((row) => row.is_snapshot),
        rows.map((row) => row.is_whole),
        arrayOf.bytea(rows.map((row) => row.changes)),
        macs,
      ],
    )
    to.ask(
      `update consent.suppression_head head set seq = made.seq, mac = made.mac
       from unnest($2::int2[], $3::int8[], $4::bytea[]) as made (chain, seq, mac)
       where head.account_id = $1::uuid and head.chain = made.chain`,
      [accountId, chains, seqs, macs],
    )
  })
}

/** What a snapshot holds is not needed before it. */
export async function deleteLogBefore(
  tx: Tx,
  accountId: AccountId,
  { chain, seq }: { chain: number; seq: number },
): Promise<void> {
  await tx.query(
    'delete from consent.suppression_log where account_id = $1 and chain = $2 and seq < $3',
    [accountId, chain, seq],
  )
}

/** How far the chains of each account have come, all together. */
export async function headSumsInAnyAccount(
  tx: Tx,
): Promise<{ account_id: AccountId; sum: number }[]> {
  const { rows } = await tx.query<{ account_id: AccountId; sum: number }>(
    `select account_id, sum(seq)::int8 as sum from consent.suppression_head group by account_id`,
  )
  return rows
}

/** Puts back numbers that are missing, or stand with less than the chains hold. */
export async function restoreSuppressions(
  tx: Tx,
  accountId: AccountId,
  rows: readonly SuppressionRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `insert into consent.suppression as held (account_id, tag, scope, since_month, reason)
     select $1::uuid, tag, scope, (date '1970-01-01' + make_interval(months => month))::date,
       'objection'
     from unnest($2::bytea[], $3::text[], $4::int4[]) as kept (tag, scope, month)
     on conflict (account_id, tag) do update
     set scope = excluded.scope, since_month = greatest(held.since_month, excluded.since_month)`,
    [
      accountId,
      arrayOf.bytea(rows.map((row) => row.tag)),
      rows.map((row) => row.scope),
      rows.map((row) => row.month),
    ],
  )
}
