// CSV: a workbook, its sheets one below the other, each begun by its name; a table page by page.
import { stringify } from 'csv-stringify/sync'
import type { Language } from '../kernel/index.ts'
import { withoutFormulas } from './csv-cell.ts'
import type { Workbook } from './workbook.ts'

export const csvMediaType = 'text/csv; charset=utf-8'

export function csvOf({ title, note, sheets }: Workbook): string {
  const rows = sheets.flatMap((sheet) => [
    [],
    [withoutFormulas(sheet.name)],
    ...sheet.rows.map((cells) => cells.map(({ text }) => withoutFormulas(text))),
  ])
  // With the mark, spreadsheets read the accents as they are.
  const head = [title, note].map((text) => [withoutFormulas(text)])
  return stringify([...head, ...rows], { delimiter: ';', bom: true })
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
  // What is no number somebody may have written, outside the account too.
  const written = (value: Value) => {
    if (typeof value === 'string') return withoutFormulas(value)
    return isFrench ? String(value).replace('.', ',') : value
  }
  const options = { delimiter: isFrench ? ';' : ',' }
  yield stringify([titles.map(written)], { ...options, bom: true })
  for await (const rows of pages) {
    yield stringify(
      rows.map((row) => row.map(written)),
      options,
    )
  }
}
