// Classifies a file on disk without a server: for the terminal.
import type { ColumnFinding, FileVerdict, RowVerdict } from '../classification/index.ts'
import { classifyTable, fileSource, openTable, type Table } from '../intake/index.ts'

export type ClassifiedFile = {
  format: Table['format']
  columns: readonly ColumnFinding[]
  verdict: FileVerdict
  rows: number
  rowCounts: Readonly<Record<RowVerdict, number>>
  /** A letter for each record. */
  letters: string
  unreadable: { count: number; firstLine: number | null }
}

export async function classifyFile(path: string, sheet: string | null): Promise<ClassifiedFile> {
  const table = await openTable(await fileSource(path), { sheet })
  const pieces: string[] = []
  let piece = ''
  const finding = await classifyTable(table, {
    verdict: (letter) => {
      piece += letter
      // Short pieces: a rope of a million single letters costs more than the file.
      if (piece.length >= 65_536) {
        pieces.push(piece)
        piece = ''
      }
    },
  })
  const { columns, verdict, rows, rowCounts, faults, faultCount } = finding
  return {
    format: table.format,
    columns,
    verdict,
    rows,
    rowCounts,
    letters: pieces.join('') + piece,
    unreadable: { count: faultCount, firstLine: faults[0]?.line ?? null },
  }
}
