// Plants a row of a person in each table that holds something of people, a marker in each column.
import type pg from 'pg'
import type { HeldTable } from '../../src/preferences/answer/held-tables.ts'

export type Planted = { table: string; column: string; value: unknown }

/** By what each table finds its person. */
export type PlantedKeys = {
  accountId: string
  subjectId: string
  contactId: string
  numberTag: Buffer
  suppressionTag: Buffer
  messageId: string
  entryId: string
}

export const markedUuid = (last: number) =>
  `019bbbbb-0000-7000-8000-${String(last).padStart(12, '0')}`

let made = 0
/** Of each type a value that stands nowhere else. */
export function markerOf(type: string): unknown {
  made += 1
  switch (type) {
    case 'uuid':
      return markedUuid(500_000 + made)
    case 'timestamptz':
      return new Date(Date.UTC(2031, 0, 1) + made * 61_000).toISOString()
    case 'date':
      return new Date(Date.UTC(2031, 0, 1) + made * 86_400_000).toISOString().slice(0, 10)
    case 'int2':
    case 'int4':
    case 'int8':
    case 'numeric':
    case 'float4':
    case 'float8':
      return 7_000 + made
    case 'bool':
      return true
    case 'bytea':
      return Buffer.from(`marker ${made}`)
    case 'jsonb':
    case 'json':
      return JSON.stringify({ marker: `marker-${made}` })
    case 'char':
    case 'bpchar':
      // A letter that the typeface of PDFs has.
      return String.fromCharCode(0x0410 + (made % 64))
    case '_text':
      return [`marker-${made}`]
    case '_uuid':
      return [markedUuid(500_000 + made)]
    case '_int4':
    case '_int2':
      return [7_000 + made]
    case '_bytea':
      return [Buffer.from(`marker ${made}`)]
    default:
      return `marker-${made}`
  }
}

/** What the rules of a table forbid is of no matter: only what becomes of the row is. */
export async function loosen(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select conname as name from pg_constraint
     where conrelid = $1::regclass and contype in ('c', 'f')`,
    [table],
  )
  for (const { name } of rows) {
    await client.query(`alter table ${table} drop constraint if exists "${name}" cascade`)
  }
}

const wayValue = (way: HeldTable['way'], keys: PlantedKeys): unknown =>
  ({
    ...{ subject_id: keys.subjectId, contact_id: keys.contactId, number_tag: keys.numberTag },
    ...{ tag: keys.suppressionTag, message_id: keys.messageId, entry_id: keys.entryId },
  })[way]

/** Also where a table has others of these columns beside the one by which it is found. */
const own: Readonly<Record<string, keyof PlantedKeys>> = {
  account_id: 'accountId',
  subject_id: 'subjectId',
  contact_id: 'contactId',
  number_tag: 'numberTag',
}

export async function plantRow(
  client: pg.Client,
  { table, way }: Pick<HeldTable, 'table' | 'way'>,
  keys: PlantedKeys,
): Promise<Planted[]> {
  const [schema, name] = table.split('.')
  const { rows: columns } = await client.query<{ name: string; type: string }>(
    `select column_name as name, udt_name as type from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_generated = 'NEVER'`,
    [schema, name],
  )
  const planted = columns.map(({ name: column, type }): Planted => {
    const key = own[column]
    if (key !== undefined) return { table, column, value: keys[key] }
    if (column === way) return { table, column, value: wayValue(way, keys) }
    if (table === 'sending.message' && column === 'id') {
      return { table, column, value: keys.messageId }
    }
    if (table === 'sending.message' && column === 'campaign_id') {
      return { table, column, value: null }
    }
    if (table === 'consent.entry_body' && column === 'entry_id') {
      return { table, column, value: keys.entryId }
    }
    return { table, column, value: markerOf(type) }
  })
  const names = planted.map(({ column }) => `"${column}"`).join(', ')
  const places = planted.map((_, index) => `$${index + 1}`).join(', ')
  await client.query(
    `insert into ${table} (${names}) overriding system value values (${places})`,
    planted.map(({ value }) => value),
  )
  return planted
}

const textOf = (value: unknown): string =>
  Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value)

/** As PostgreSQL writes a row as JSON. */
export function isThere(held: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return isThere((held as unknown[] | null)?.[0], value[0])
  if (typeof value === 'string' && value.startsWith('{')) {
    return JSON.stringify(held) === value.replaceAll(' ', '')
  }
  if (typeof value === 'string' && /^2031-.*Z$/.test(value)) {
    return Date.parse(String(held)) === Date.parse(value)
  }
  return textOf(held) === textOf(value)
}
