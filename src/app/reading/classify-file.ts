// Classifies a file on disk without a server: for the terminal.
import type { ColumnFinding, FileVerdict, RowVerdict } from '../../classification/index.ts'
import { readingLimits } from '../../files/index.ts'
import { classifyTable, fileSource, openTable, type Table } from '../../intake/index.ts'

export type ClassifiedFile = {
  format: Table['format']
  columns: readonly ColumnFinding[]
  verdict: FileVerdict
  rows: number
  emptyRows: number
  rowCounts: Readonly<Record<RowVerdict, number>>
  /** A letter for each row. */
  letters: string
  unreadable: { count: number; firstLine: number | null }
  /** Rows of which only the beginning of a cell was read. */
  cut: { count: number; firstLine: number | null }
  cellCharactersMax: number
}

export async function classifyFile(path: string, sheet: string | null): Promise<ClassifiedFile> {
  const table = await openTable(await fileSource(path), { sheet })
  const letters = new Letters()
  const finding = await classifyTable(table, {
    verdict: (letter, rows) => letters.add(letter, rows),
  })
  const { columns, verdict, rows, emptyRows, rowCounts, faults, faultCount, cut } = finding
  return {
    format: table.format,
    columns,
    verdict,
    rows,
    emptyRows,
    rowCounts,
    letters: letters.text(),
    unreadable: { count: faultCount, firstLine: faults[0]?.line ?? null },
    cut,
    cellCharactersMax: readingLimits.cellCharactersMax,
  }
}

const octetsAtOnce = 65_536

/** An octet a record: a string that grows by single letters costs more than the file. */
class Letters {
  readonly #full: string[] = []
  readonly #octets = Buffer.alloc(octetsAtOnce)
  #length = 0

  add(letter: RowVerdict, rows: number) {
    for (let left = rows; left > 0; ) {
      const taken = Math.min(left, octetsAtOnce - this.#length)
      this.#octets.fill(letter.charCodeAt(0), this.#length, this.#length + taken)
      this.#length += taken
      left -= taken
      if (this.#length < octetsAtOnce) return
      this.#full.push(this.#octets.toString('latin1'))
      this.#length = 0
    }
  }

  text(): string {
    return this.#full.join('') + this.#octets.toString('latin1', 0, this.#length)
  }
}
