// The row of a record as a spreadsheet counts it: a cell of several lines is one row there.
import type { Table } from './table.ts'

type Placed = { line: number; cells: readonly string[] | null }

/** Called with the records of the file in their order. */
export function rowsInSheet({ format, header }: Table): (record: Placed) => number {
  if (format.kind !== 'csv') return ({ line }) => line
  let ahead = linesWithin(header ?? [])
  return ({ line, cells }) => {
    const row = line - ahead
    ahead += linesWithin(cells ?? [])
    return row
  }
}

function linesWithin(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.split(/\r\n|\r|\n/).length - 1
  }
  return count
}
