// The SQL that reads whatever is held of one person, table by table, as the data maps name them.
import type { AccountId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'
import type { HeldRows, HeldTable, Way } from './held-tables.ts'
import { leftOutColumns, leftOutEverywhere } from './left-out.ts'

/** Rows of one table in one answer. */
const heldRowsMax = 20_000
/** What all tables of one answer hold at most, so that it can be made and kept. */
const heldLengthMax = 64 * 1024 * 1024
/** Messages by which the rows of other tables are found. */
const keysMax = 100_000

export type PersonKeys = {
  subjectId: string
  contactId: string
  /** Of the number, and of the number as objections know it. */
  numberTag: Buffer
  suppressionTag: Buffer | null
}

export async function readHeldRows(
  tx: Tx,
  accountId: AccountId,
  tables: readonly HeldTable[],
  keys: PersonKeys,
): Promise<HeldRows[]> {
  const found: HeldRows[] = []
  const messages = await idsOf(tx, accountId, tables, { table: 'sending.message', id: 'id', keys })
  const entries = await idsOf(tx, accountId, tables, {
    ...{ table: 'consent.entry_body', id: 'entry_id', keys },
  })
  const values: Record<Way, { type: string; list: unknown } | null> = {
    subject_id: { type: 'uuid[]', list: arrayOf.uuid([keys.subjectId]) },
    contact_id: { type: 'uuid[]', list: arrayOf.uuid([keys.contactId]) },
    number_tag: { type: 'bytea[]', list: arrayOf.bytea([keys.numberTag]) },
    tag:
      keys.suppressionTag === null
        ? null
        : { type: 'bytea[]', list: arrayOf.bytea([keys.suppressionTag]) },
    message_id: { type: 'uuid[]', list: arrayOf.uuid(messages) },
    entry_id: { type: 'uuid[]', list: arrayOf.uuid(entries) },
  }
  let left = heldLengthMax
  for (const held of tables) {
    const value = values[held.way]
    if (value === null) continue
    const own = `from ${held.table} held
       where account_id = $1 and ${held.way} = any($2::${value.type})`
    const { rows } = await tx.query<{ row: string }>(
      `select (to_jsonb(held.*) - $3::text[])::text as row ${own} limit ${heldRowsMax}`,
      [accountId, value.list, arrayOf.text(leftOutOf(held))],
    )
    if (rows.length === 0) continue
    const kept = rows.filter(({ row }) => {
      left -= row.length
      return left >= 0
    })
    const isWhole = rows.length < heldRowsMax
    const count = isWhole ? rows.length : await countOf(tx, own, [accountId, value.list])
    found.push({ ...held, rows: kept.map(({ row }) => JSON.parse(row)), count })
  }
  return found
}

async function countOf(tx: Tx, rows: string, values: unknown[]): Promise<number> {
  const counted = await tx.query<{ count: number }>(`select count(*)::int as count ${rows}`, values)
  return counted.rows[0]?.count ?? 0
}

async function idsOf(
  tx: Tx,
  accountId: AccountId,
  tables: readonly HeldTable[],
  { table, id, keys }: { table: string; id: string; keys: PersonKeys },
): Promise<string[]> {
  if (!tables.some((one) => one.table === table)) return []
  const { rows } = await tx.query<{ id: string }>(
    `select ${id} as id from ${table} where account_id = $1 and subject_id = $2 limit ${keysMax}`,
    [accountId, keys.subjectId],
  )
  return rows.map((row) => row.id)
}

/** Whatever a row holds is shown, but what is left out for a reason that stands written. */
const leftOutOf = ({ table }: HeldTable): string[] => [
  ...leftOutEverywhere,
  ...Object.keys(leftOutColumns).flatMap((name) =>
    name.startsWith(`${table}.`) ? [name.slice(table.length + 1)] : [],
  ),
]
