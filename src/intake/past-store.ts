// The SQL of imports that brought nobody: past the account's period they go, with their counts.
import { type AccountId, firstIdOf, type Instant } from '../kernel/index.ts'
import { arrayOf, type Tx, toTimestamp } from '../storage/index.ts'

const dayMs = 86_400_000

/**
 * Imports of the account in $1 that came in before $3 and of which nothing is held: no contact, no
 * consent, no file. The others show where people's data came from, and stay.
 */
const pastImports = `
from intake.import i
where i.account_id = $1 and i.import_id < $2 and i.created_at < $3
  and i.file_deleted_at is not null and i.reject_parts = 0
  and case i.state
    when 'undone' then i.undo_kept = 0 and i.undo_withdrawn = 0
    else i.state in ('received', 'analysed', 'mapping_needed', 'failed') and i.records_done = 0
  end`

export async function countPastImports(
  tx: Tx,
  accountId: AccountId,
  { before, most }: { before: Instant; most: number },
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select ${pastImports} limit $4) found`,
    [accountId, firstIdOf(before + dayMs), toTimestamp(before), most],
  )
  return rows[0]?.count ?? 0
}

export async function deletePastImports(
  tx: Tx,
  accountId: AccountId,
  { before, after, limit }: { before: Instant; after: string | null; limit: number },
): Promise<{ deleted: number; rows: Record<string, number>; last: string | null }> {
  const { rows: found } = await tx.query<{ id: string }>(
    `select i.import_id as id ${pastImports} and ($4::uuid is null or i.import_id > $4)
     order by i.import_id limit $5 for update of i`,
    [accountId, firstIdOf(before + dayMs), toTimestamp(before), after, limit],
  )
  const ids = arrayOf.uuid(found.map(({ id }) => id))
  const rows: Record<string, number> = {}
  for (const [name, table] of [
    ['batches', 'intake.import_batch'],
    ['counts', 'intake.import_count'],
    ['imports', 'intake.import'],
  ] as const) {
    const { rowCount } = await tx.query(
      `delete from ${table} where account_id = $1 and import_id = any($2::uuid[])`,
      [accountId, ids],
    )
    rows[name] = rowCount
  }
  const last = found.length < limit ? null : (found.at(-1)?.id ?? null)
  return { deleted: found.length, rows, last }
}

export async function oldestImport(tx: Tx, accountId: AccountId): Promise<Instant | null> {
  const { rows } = await tx.query<{ at: Instant }>(
    `select created_at as at from intake.import
     where account_id = $1 order by account_id, import_id limit 1`,
    [accountId],
  )
  return rows[0]?.at ?? null
}
