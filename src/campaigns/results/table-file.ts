// A table as a file: CSV as it is read, XLSX made whole.
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { Language } from '../../kernel/index.ts'
import { csvMediaType, csvPages } from '../../paper/index.ts'

export type Cell = string | number
export type Table = {
  sheet: string
  titles: readonly string[]
  pages: AsyncIterable<readonly (readonly Cell[])[]>
}

export const mediaTypes = {
  csv: csvMediaType,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export const writeTable = (
  table: Table,
  { format, language }: { format: keyof typeof mediaTypes; language: Language },
) => (format === 'csv' ? csvPages({ ...table, language }) : xlsxOf(table))

async function* xlsxOf({ sheet, titles, pages }: Table) {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const })
  const data: SheetData = [titles.map(bold)]
  for await (const rows of pages) {
    for (const row of rows) {
      data.push(
        // Text stays text: a spreadsheet computes nothing of it.
        row.map((value) =>
          typeof value === 'number' ? { value, type: Number } : { value, type: String },
        ),
      )
    }
  }
  yield await writeXlsxFile(data, { sheet, stickyRowsCount: 1 }).toBuffer()
}
