// A table as a file: CSV as it is read, XLSX made whole.
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { Language } from '../../kernel/index.ts'

export type Cell = string | number
export type Table = {
  sheet: string
  titles: readonly string[]
  pages: AsyncIterable<readonly (readonly Cell[])[]>
}

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export const writeTable = (
  table: Table,
  { format, language }: { format: keyof typeof mediaTypes; language: Language },
) => (format === 'csv' ? csvOf(table, language) : xlsxOf(table))

/** As a spreadsheet of the reader's country opens it: in French the comma stands in numbers. */
async function* csvOf({ titles, pages }: Table, language: Language) {
  const isFrench = language === 'fr'
  const written = (value: Cell) =>
    isFrench && typeof value === 'number' ? String(value).replace('.', ',') : value
  const options = { delimiter: isFrench ? ';' : ',', escape_formulas: true }
  yield stringify([[...titles]], { ...options, bom: true })
  for await (const rows of pages) {
    yield stringify(
      rows.map((row) => row.map(written)),
      options,
    )
  }
}

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
