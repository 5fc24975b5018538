// Fills an installation with messages of earlier years, by statements over whole sets.
import type pg from 'pg'
import { withDatabase } from './database.ts'
import { progress } from './figures.ts'
import type { Installation } from './installation.ts'

/** What grows with each message. */
const tables = ['sending.message', 'sending.result', 'sending.receipt', 'sending.outcome'] as const

type Column = { name: string; type: string }

/**
 * Each message that is there is copied so often, with all that became of it: other ids, other
 * numbers, other operator's ids, some days earlier each time. The columns are asked of the
 * database, so that the filling follows the tables.
 */
export async function fillWithMessages(installation: Installation, rows: number): Promise<number> {
  return withDatabase(installation, async (client) => {
    // It is no test of durability to fill a table.
    await client.query('set synchronous_commit = off')
    await client.query(`create or replace function public.bench_earlier(id uuid, by int)
      returns uuid language sql immutable parallel safe as $$
      select (lpad(to_hex(('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint
        - by * 60000000::bigint), 12, '0') || substr(replace(id::text, '-', ''), 13))::uuid $$`)
    const there = await count(client)
    const copies = Math.ceil(rows / there)
    const columns = new Map<string, Column[]>()
    for (const table of tables) columns.set(table, await columnsOf(client, table))
    await client.query(`create temporary table first_messages as select id from sending.message`)
    for (let copy = 1; copy < copies; copy += 1) {
      for (const table of tables)
        await client.query(copyStatement(table, columns.get(table) ?? []), [copy])
      if (copy % 10 === 0) progress(`  ${there * copy} of ${there * copies} messages filled in`)
    }
    for (const table of tables) await client.query(`vacuum (analyze) ${table}`)
    await client.query('checkpoint')
    await client.query('drop function public.bench_earlier')
    return count(client)
  })
}

async function count(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*) from sending.message')
  return rows[0]?.count ?? 0
}

async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
       and attidentity = ''
     order by attnum`,
    [table],
  )
  return rows
}

/** The same campaign is not copied: its people would have been written to twice by it. */
const shiftedIds = ['id', 'message_id', 'campaign_id', 'contact_id', 'subject_id']

function copyStatement(table: string, columns: readonly Column[]): string {
  const key = table === 'sending.message' ? 'id' : 'message_id'
  const values = columns.map(({ name, type }) => {
    if (shiftedIds.includes(name)) return `public.bench_earlier(t.${name}, $1::int)`
    if (name === 'number_tag') {
      return `substr(sha256(t.number_tag || int4send($1::int)), 1, length(t.number_tag))`
    }
    if (name === 'operator_id') return `t.operator_id || '-' || $1::int`
    if (type.startsWith('timestamp')) return `t.${name} - $1::int * interval '1000 minutes'`
    return `t.${name}`
  })
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  return `insert into ${table} (${names}) select ${values.join(', ')} from ${table} t
    join first_messages f on f.id = t.${key}`
}
