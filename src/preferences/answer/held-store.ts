// The SQL that reads whatever is held of one person, table by table, as the data maps name them.
import type { AccountId } from '../../kernel/index.ts'
import { arrayOf, type Tx } from '../../storage/index.ts'
import type { HeldRow, HeldRows, HeldTable, Way } from './held-tables.ts'
import { leftOutColumns, leftOutEverywhere } from './left-out.ts'

/** Rows of one table in one answer. */
export const heldRowsMax = 2_000
/** Messages by which the rows of other tables are found. */
const keysMax = 20_000

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
  for (const held of tables) {
    const value = values[held.way]
    if (value === null) continue
    const { rows } = await tx.query<{ row: string }>(
      `select to_jsonb(held.*)::text as row from ${held.table} held
       where account_id = $1 and ${held.way} = any($2::${value.type}) limit ${heldRowsMax + 1}`,
      [accountId, value.list],
    )
    if (rows.length === 0) continue
    const shown = rows.slice(0, heldRowsMax).map(({ row }) => without(held.table, row))
    found.push({ ...held, rows: shown, isMore: rows.length > heldRowsMax })
  }
  return found
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
function without(table: string, text: string): HeldRow {
  const row = JSON.parse(text) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(row).filter(
      ([column]) => !leftOutEverywhere.has(column) && !(`${table}.${column}` in leftOutColumns),
    ),
  )
}
