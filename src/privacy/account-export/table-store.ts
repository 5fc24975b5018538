// The SQL that reads the rows that an account has in a table, page by page, by the table's key.
import type { AccountId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'

export type Row = Readonly<Record<string, unknown>>
export type KeyColumn = { name: string; type: string }

/** The columns of the key beside the account; and all columns, in their order. */
export async function shapeOfTable(
  tx: Tx,
  table: string,
): Promise<{ columns: string[]; key: KeyColumn[] }> {
  const { rows } = await tx.query<KeyColumn & { place: number | null }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       array_position(i.indkey::int2[], a.attnum) as place
     from pg_attribute a
     left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
     order by a.attnum`,
    [table],
  )
  const key = rows
    .filter(({ place, name }) => place !== null && name !== 'account_id')
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  return {
    columns: rows.map(({ name }) => name),
    key: key.map(({ name, type }) => ({ name, type })),
  }
}

type TablePage = { rows: Row[]; last: readonly string[] | null }

/** `last` null: there are no more. The names come from the catalogue and a list of ours. */
export async function readTablePage(
  tx: Tx,
  accountId: AccountId,
  asked: {
    table: string
    key: readonly KeyColumn[]
    after: readonly string[] | null
    limit: number
    namedIn?: { table: string; by: string } | undefined
  },
): Promise<TablePage> {
  const { table, key, after, limit, namedIn } = asked
  const names = key.map(({ name }) => `t."${name}"`)
  const values = key.map(({ type }, index) => `$${index + 2}::text::${type}`)
  const beyond = after === null ? '' : `and (${names.join(', ')}) > (${values.join(', ')})`
  const named =
    namedIn === undefined
      ? ''
      : `and exists (select from ${namedIn.table} n
           where n.account_id = t.account_id and n."${namedIn.by}" = t."${namedIn.by}")`
  const order = names.length === 0 ? '' : `order by ${names.join(', ')}`
  const told = names.length === 0 ? 'array[]::text[]' : `array[${names.map(asText).join(', ')}]`
  const { rows } = await tx.query<{ row: string; key: string[] }>(
    `select to_jsonb(t.*)::text as row, ${told} as key from ${table} t
     where t.account_id = $1 ${beyond} ${named} ${order} limit ${limit}`,
    [accountId, ...(after ?? [])],
  )
  const isEnd = rows.length < limit || names.length === 0
  return { rows: rows.map(rowOf), last: isEnd ? null : (rows.at(-1)?.key ?? null) }
}

/** Rows that have no key of their own, by those that they belong to. */
export async function readRowsOf(
  tx: Tx,
  accountId: AccountId,
  asked: { table: string; by: string; of: string; after: string | null; limit: number },
): Promise<{ rows: Row[]; last: string | null }> {
  const { table, by, of, after, limit } = asked
  const found = await tx.query<{ id: string }>(
    `select id from ${of}
     where account_id = $1 and ($2::uuid is null or id > $2) order by id limit ${limit}`,
    [accountId, after],
  )
  const ids = found.rows.map(({ id }) => id)
  const { rows } = await tx.query<{ row: string }>(
    `select to_jsonb(t.*)::text as row from ${table} t
     where t.account_id = $1 and t."${by}" = any ($2::uuid[])`,
    [accountId, ids],
  )
  return { rows: rows.map(rowOf), last: ids.length < limit ? null : (ids.at(-1) ?? null) }
}

const asText = (name: string) => `${name}::text`
const rowOf = ({ row }: { row: string }): Row => JSON.parse(row) as Row
