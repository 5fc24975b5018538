// Opens any contact file: finds what it is, its header, and gives its records batch by batch.
import { findHeader } from '../../classification/index.ts'
import { type LimitedSource, readingLimits } from '../../files/index.ts'
import { intakeError } from '../errors.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { FileRow, LineRange, RawTable, RowBatch, RowFault, Table } from './table.ts'

/** A file of which so many lines cannot be read before one can is none. */
const faultsAheadMax = 20_000

export type OpenOptions = { sheet?: string | null }

export async function openTable(source: LimitedSource, options: OpenOptions = {}): Promise<Table> {
  if (source.sizeBytes === 0) throw intakeError('intake.file_empty')
  const raw = await openRaw(source, options)
  const ahead: FileRow[] = []
  const emptyLines: LineRange[] = []
  const cutLines: number[] = []
  const faults: RowFault[] = []
  let bytesDone = 0
  let ended = false
  const isEnough = () =>
    ahead.length >= readingLimits.lookAheadRows || faults.length >= faultsAheadMax
  while (!isEnough() && !ended) {
    const step = await raw.batches.next()
    if (step.done === true) ended = true
    else {
      const batch = withoutEmpty(step.value)
      for (const row of batch.rows) ahead.push(row)
      for (const range of batch.emptyLines) emptyLines.push(range)
      for (const line of batch.cutLines) cutLines.push(line)
      for (const fault of batch.faults) faults.push(fault)
      bytesDone = step.value.bytesDone
    }
  }
  const { headerIndex, titleLines } = findHeader(ahead.map(({ cells }) => cells))
  const header = headerIndex === null ? null : trimmedHeader(ahead[headerIndex]?.cells ?? [])
  const firstRecord = headerIndex === null ? titleLines : headerIndex + 1
  if (ahead.length <= firstRecord && (ended || faults.length >= faultsAheadMax)) {
    const [first] = faults
    if (first?.fault === 'too_many_columns') {
      throw intakeError('intake.too_many_columns', {
        line: first.line,
        columnsMax: readingLimits.columnsMax,
      })
    }
    if (first !== undefined) throw intakeError('intake.no_line_readable', { line: first.line })
    throw intakeError('intake.file_without_records')
  }
  raw.format.hasHeader = header !== null
  raw.format.titleLines = titleLines
  const first: RowBatch = {
    rows: ahead.slice(firstRecord),
    written: null,
    // What stands above the header, or between it and a title, is layout.
    emptyLines: emptyLines.filter(({ from }) => from > (ahead[firstRecord - 1]?.line ?? 0)),
    faults,
    cutLines,
    bytesDone,
  }
  return { format: raw.format, header, batches: () => batchesFrom(first, raw) }
}

async function* batchesFrom(first: RowBatch, raw: RawTable): AsyncGenerator<RowBatch> {
  yield first
  for await (const batch of raw.batches) yield withoutEmpty(batch)
}

/** A line of delimiters alone is no record: it is told apart by its place. */
function withoutEmpty(batch: RowBatch): RowBatch {
  const { rows, written } = batch
  const isFilled = (row: FileRow) => begins(row, written) || hasContent(row)
  if (rows.every(isFilled)) return batch
  const empty = rows.filter((row) => !isFilled(row) && row.cells.length > 1)
  const emptyLines = [...batch.emptyLines, ...empty.map(({ line }) => ({ from: line, to: line }))]
  return { ...batch, rows: rows.filter(isFilled), emptyLines }
}

/** A record that begins with a letter or a digit needs no cutting to be seen. */
function begins({ from }: FileRow, written: RowBatch['written']): boolean {
  if (written === null || from < 0) return false
  const code = written.text.charCodeAt(from) | 32
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122)
}

function hasContent({ cells }: FileRow): boolean {
  for (const cell of cells) {
    const code = cell.length === 0 ? 0 : cell.charCodeAt(0)
    if (code > 32 && code < 127) return true
    if (code !== 0 && cell.trim() !== '') return true
  }
  return false
}

/** Titles as written; empty ones at the end are not columns. */
function trimmedHeader(cells: readonly string[]): string[] {
  const titles = cells.map((cell) => cell.trim())
  while (titles.length > 0 && titles[titles.length - 1] === '') titles.pop()
  return titles
}

const zipMark = [0x50, 0x4b, 0x03, 0x04]
const oleMark = [0xd0, 0xcf, 0x11, 0xe0]
/** PDF, PNG, JPEG, GIF, gzip, RAR, 7z: what people send by mistake. */
const otherMarks = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
]

async function openRaw(source: LimitedSource, { sheet = null }: OpenOptions): Promise<RawTable> {
  const head = await headOf(source)
  const begins = (mark: readonly number[]) => mark.every((octet, index) => head[index] === octet)
  if (begins(zipMark)) return readXlsx(source, sheet)
  if (begins(oleMark)) {
    // A workbook under a password is such a container too; its name says so in UTF-16.
    const locked = head.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw intakeError(locked ? 'intake.xlsx_locked' : 'intake.file_old_excel')
  }
  if (otherMarks.some(begins)) throw intakeError('intake.file_kind_unknown')
  return readCsv(source)
}

async function headOf(source: LimitedSource): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source.open()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= 8_192) break
  }
  return Buffer.concat(chunks)
}
