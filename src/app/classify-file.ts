// Classifies a file on disk without a server: for the terminal.
import type { ColumnFinding, FileVerdict, RowVerdict } from '../classification/index.ts'
import { classifyTable, fileSource, openTable, type Table } from '../intake/index.ts'

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
}

export async function classifyFile(path: string, sheet: string | null): Promise<ClassifiedFile> {
  const table = await openTable(await fileSource(path), { sheet })
  const letters = new Letters()
  const finding = await classifyTable(table, { verdict: (letter) => letters.add(letter) })
  const { columns, verdict, rows, emptyRows, rowCounts, faults, faultCount } = finding
  return {
    format: table.format,
    columns,
    verdict,
    rows,
    emptyRows,
    rowCounts,
    letters: letters.text(),
    unreadable: { count: faultCount, firstLine: faults[0]?.line ?? null },
  }
}

const octetsAtOnce = 65_536

/** An octet a record: a string that grows by single letters costs more than the file. */
class Letters {
  readonly #full: string[] = []
  readonly #octets = Buffer.alloc(octetsAtOnce)
  #length = 0

  add(letter: RowVerdict) {
    this.#octets[this.#length] = letter.charCodeAt(0)
    this.#length += 1
    if (this.#length < octetsAtOnce) return
    this.#full.push(this.#octets.toString('latin1'))
    this.#length = 0
  }

  text(): string {
    return this.#full.join('') + this.#octets.toString('latin1', 0, this.#length)
  }
}
