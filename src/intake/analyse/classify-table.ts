// Classifies a file as it streams by: typed from its first rows, judged on all of them.
import {
  FileClassifier,
  type FileFinding,
  type RowVerdict,
  sampleRowsMax,
} from '../../classification/index.ts'
import type { LineRange, RowBatch, RowFault, Table } from '../reading/table.ts'
import { TextCodes } from '../reading/text-codes.ts'

export type TableFinding = FileFinding & {
  /** The first few, for a person to look at. */
  faults: readonly RowFault[]
  faultCount: number
  /** Rows of which only the beginning of a cell was read, and where the first of them stands. */
  cut: { count: number; firstLine: number | null }
}

export type Watch = {
  /** A letter for each record, in their order; of empty ones the letter, and how many they are. */
  verdict?(letter: RowVerdict, rows: number): void
  /** The rows that the columns were typed from. */
  sample?(rows: readonly (readonly string[])[]): void
  progress?(bytesDone: number, rows: number): void | Promise<void>
}

const faultsKeptMax = 20

export async function classifyTable(table: Table, watch: Watch = {}): Promise<TableFinding> {
  const faults: RowFault[] = []
  let faultCount = 0
  const cut: TableFinding['cut'] = { count: 0, firstLine: null }
  let rows = 0
  let classifier: FileClassifier | null = null
  const codes = new TextCodes()
  for await (const batch of gathered(table)) {
    faultCount += batch.faults.length
    faults.push(...batch.faults.slice(0, faultsKeptMax - faults.length))
    cut.count += batch.cutLines.length
    cut.firstLine ??= batch.cutLines[0] ?? null
    if (classifier === null) {
      const sample = batch.rows.slice(0, sampleRowsMax).map(({ cells }) => cells)
      classifier = new FileClassifier(table.header, sample)
      watch.sample?.(sample)
    }
    judgeBatch(classifier, batch, codes, watch)
    rows += batch.rows.length
    await watch.progress?.(batch.bytesDone, rows)
  }
  const finding = (classifier ?? new FileClassifier(table.header, [])).finish()
  return { ...finding, faults, faultCount, cut }
}

/** In the order of the file, so that each letter is found again at its row. */
function judgeBatch(
  classifier: FileClassifier,
  batch: RowBatch,
  codes: TextCodes,
  watch: Watch,
): void {
  const { rows, emptyLines } = batch
  let at = 0
  const emptyBefore = (line: number) => {
    for (; (emptyLines[at]?.from ?? line) < line; at += 1) {
      const { from, to } = emptyLines[at] as LineRange
      const letter = classifier.emptyRows(to - from + 1)
      watch.verdict?.(letter, to - from + 1)
    }
  }
  const written = codes.of(batch.written)
  for (const row of rows) {
    const { line, from, until } = row
    emptyBefore(line)
    // Judged in a statement of its own: the argument of a call that is not made is not evaluated.
    const isWritten = written !== null && from >= 0
    const letter = isWritten
      ? classifier.rowWritten(written, from, until)
      : classifier.row(row.cells)
    watch.verdict?.(letter, 1)
  }
  emptyBefore(Number.POSITIVE_INFINITY)
}

/** The first batch is the look-ahead of the opening, long enough to type the columns. */
function gathered(table: Table): AsyncGenerator<RowBatch> {
  return table.batches()
}
