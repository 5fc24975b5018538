// CSV: a workbook, its sheets one below the other, each begun by its name; a table page by page.
import { stringify } from 'csv-stringify/sync'
import type { Language } from '../kernel/index.ts'
import type { Workbook } from './workbook.ts'

export const csvMediaType = 'text/csv; charset=utf-8'

export function csvOf({ title, note, sheets }: Workbook): string {
  const rows = sheets.flatMap((sheet) => [
    [],
    [sheet.name],
    ...sheet.rows.map((cells) => cells.map(({ text }) => text)),
  ])
  // With the mark, spreadsheets read the accents as they are.
  return stringify([[title], [note], ...rows], { delimiter: ';', bom: true, escape_formulas: true })
}

type Value = string | number

/** As a spreadsheet of the reader's country opens it: in French the comma stands in numbers. */
export async function* csvPages({
  titles,
  pages,
  language,
}: {
  titles: readonly string[]
  pages: AsyncIterable<readonly (readonly Value[])[]>
  language: Language
}): AsyncGenerator<string> {
  const isFrench = language === 'fr'
  const written = (value: Value) =>
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
