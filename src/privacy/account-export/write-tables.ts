// Writes each table of an account as CSV, in parts that are small enough to be held; files beside.
import type { AccountId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { ExportedPart } from '../deps.ts'
import { csvLine } from './csv.ts'
import { type ExportedTable, exportedTables } from './exported-tables.ts'
import { leftOutColumns } from './left-out.ts'
import { bytesOf, type Keys, keysFor, type OpeningVault, openCell } from './open-columns.ts'
import { type KeyColumn, type Row, readRowsOf, readTablePage, shapeOfTable } from './table-store.ts'

type Deps = { database: Database; vault: OpeningVault }

/** A file of the archive is held until its size is known: a header tells it. */
const partOctetsMax = 4 * 1_048_576
const rowsPerPage = 500

export async function* exportTables(
  deps: Deps,
  accountId: AccountId,
): AsyncGenerator<ExportedPart> {
  for (const [table, how] of Object.entries(exportedTables)) {
    yield* exportTable(deps, accountId, { table, how })
  }
}

type Asked = { table: string; how: ExportedTable }
type Place = readonly string[] | null
type Page = { rows: Row[]; last: Place; keys: Keys }

/** Nothing is written of a table without rows. */
export async function* exportTable(
  deps: Deps,
  accountId: AccountId,
  { table, how }: Asked,
): AsyncGenerator<ExportedPart> {
  const { columns, key } = await deps.database.inAccount(accountId, (tx) => shapeOfTable(tx, table))
  const shown = columns.filter((column) => isShown(table, column))
  const head = `\uFEFF${csvLine(shown)}`
  let part = head
  let count = 0
  let after: Place = null
  do {
    const from: Place = after
    const page: Page = await deps.database.inAccount(accountId, (tx) =>
      readPage(deps, tx, accountId, { table, how, key, after: from }),
    )
    for (const row of page.rows) {
      const { cells, files } = cellsOf(deps, accountId, { table, how, shown, row, keys: page.keys })
      yield* files
      part += csvLine(cells)
    }
    after = page.last
    if (part.length < partOctetsMax) continue
    yield partOf(table, how, count, part)
    count += 1
    part = head
  } while (after !== null)
  if (part !== head) yield partOf(table, how, count, part)
}

const isShown = (table: string, column: string) =>
  column !== 'account_id' && !leftOutColumns.has(`${table}.${column}`)

async function readPage(
  { vault }: Deps,
  tx: Tx,
  accountId: AccountId,
  { table, how, key, after }: Asked & { key: readonly KeyColumn[]; after: Place },
): Promise<Page> {
  const { page: limit = rowsPerPage, of, namedIn, opened = {} } = how
  if (of !== undefined) {
    const place = { table, by: of.by, of: of.table, after: after?.[0] ?? null, limit }
    const { rows, last } = await readRowsOf(tx, accountId, place)
    return { rows, last: last === null ? null : [last], keys: new Map() }
  }
  const asked = { table, key, after, limit, namedIn }
  const { rows, last } = await readTablePage(tx, accountId, asked)
  return { rows, last, keys: await keysFor(vault, tx, accountId, { rows, opened }) }
}

type Writing = Asked & { shown: readonly string[]; row: Row; keys: Keys }

function cellsOf(
  { vault }: Deps,
  accountId: AccountId,
  { table, how, shown, row, keys }: Writing,
): { cells: (string | number | null)[]; files: ExportedPart[] } {
  const files: ExportedPart[] = []
  const cells = shown.map((column) => {
    const opener = how.opened?.[column]
    const isFile = opener?.as === 'file' || how.files?.includes(column) === true
    if (opener === undefined && !isFile) return plainCell(row[column])
    const bytes =
      opener === undefined
        ? bytesOf(row[column])
        : openCell(vault, accountId, { table, column, how: opener, row, keys })
    if (bytes === null) return null
    if (!isFile) return bytes.toString('utf8')
    const path = filePath({ table, how }, row, bytes)
    files.push({ path, bytes })
    return path
  })
  return { cells, files }
}

function plainCell(value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  if (typeof value === 'string') return value.startsWith('\\x') ? value.slice(2) : value
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}

const folderOf = ({ table, how }: Asked) => `${how.theme}/${table}`

function partOf(table: string, how: ExportedTable, count: number, text: string): ExportedPart {
  const path = `${folderOf({ table, how })}/${String(count).padStart(6, '0')}.csv`
  return { path, bytes: Buffer.from(text, 'utf8') }
}

/** Named by the columns that it is sealed for; the one picture of an account by nothing. */
function filePath(asked: Asked, row: Row, bytes: Buffer): string {
  const names = Object.values(asked.how.opened ?? {}).find((one) => one.as === 'file')?.row ?? []
  const name = names.map((column) => String(row[column])).join('-') || 'file'
  return `${folderOf(asked)}/${name}.${endingOf(row['media_type'], bytes)}`
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
}

/** Where no column says what it is, its first octets do. */
function endingOf(mediaType: unknown, bytes: Buffer): string {
  const told = typeof mediaType === 'string' ? mediaType.split(';')[0] : undefined
  const known = told === undefined ? undefined : endings[told]
  if (known !== undefined) return known
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  return bytes[0] === 0x7b || bytes[0] === 0x5b ? 'json' : 'bin'
}
