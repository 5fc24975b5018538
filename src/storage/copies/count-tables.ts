// How many rows each table has, and how far that may be from a copy made meanwhile.
import type pg from 'pg'
import { installationTables } from '../installation/installation-tables.ts'

/** A copy that ended between two counts holds so many rows at the least and at the most. */
export type TableBounds = { name: string; least: number; most: number }

type Counted = { name: string; rows: number; added: number; gone: number }

/**
 * As the owner. Each table by itself, so that no long transaction keeps old rows alive; `step` is
 * waited for after each.
 */
export async function countTables(
  client: pg.ClientBase,
  step: () => Promise<unknown> = async () => undefined,
): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const { name } of await installationTables(client)) {
    const { rows } = await client.query<Omit<Counted, 'name'>>(
      `select (select count(*) from ${name})::int8 as rows,
         coalesce(sum(n_tup_ins), 0)::int8 as added, coalesce(sum(n_tup_del), 0)::int8 as gone
       from pg_stat_all_tables
       where relid in (select relid from pg_partition_tree($1::regclass)
                       union select $1::regclass)`,
      [name],
    )
    const [row] = rows
    if (row !== undefined) counted.push({ name, ...numbers(row) })
    await step()
  }
  return counted
}

/** This connection reads int8 as numbers or as text, as it was opened. */
const numbers = ({ rows, added, gone }: Omit<Counted, 'name'>): Omit<Counted, 'name'> => ({
  rows: Number(rows),
  added: Number(added),
  gone: Number(gone),
})

/** All rows that were ever written in this database, as it tells it about once a second. */
export async function rowsWritten(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ rows: unknown }>(
    `select tup_inserted + tup_updated + tup_deleted as rows
     from pg_stat_database where datname = current_database()`,
  )
  return Number(rows[0]?.rows ?? 0)
}

/** What came and went between the two widens them; a table at rest has one number. */
export function boundsOf(before: readonly Counted[], after: readonly Counted[]): TableBounds[] {
  const earlier = new Map(before.map((one) => [one.name, one]))
  return after.flatMap((late) => {
    const early = earlier.get(late.name)
    if (early === undefined) return []
    const gone = Math.max(0, late.gone - early.gone)
    const added = Math.max(0, late.added - early.added)
    return [
      {
        name: late.name,
        least: Math.max(0, Math.min(early.rows - gone, late.rows)),
        most: Math.max(early.rows + added, late.rows),
      },
    ]
  })
}

/** Two copies at once would take each other's room; the lock is gone with its process. */
const lockNumber = 7_302_016_113

/** Null: somebody else holds it. */
export async function underCopyLock<T>(
  client: pg.ClientBase,
  work: () => Promise<T>,
): Promise<{ done: T } | null> {
  const { rows } = await client.query<{ is: boolean }>('select pg_try_advisory_lock($1) as is', [
    lockNumber,
  ])
  if (rows[0]?.is !== true) return null
  try {
    return { done: await work() }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockNumber]).catch(() => undefined)
  }
}

/** Up to which change the tables are; the program that restores them has to know it. */
export async function lastMigration(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select name from storage.migration order by name desc limit 1',
  )
  return rows[0]?.name ?? ''
}
