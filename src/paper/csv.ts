// A workbook as CSV: its sheets one below the other, each begun by its name.
import { stringify } from 'csv-stringify/sync'
import type { Workbook } from './workbook.ts'

export function csvOf({ title, note, sheets }: Workbook): string {
  const rows = sheets.flatMap((sheet) => [
    [],
    [sheet.name],
    ...sheet.rows.map((cells) => cells.map(({ text }) => text)),
  ])
  // With the mark, spreadsheets read the accents as they are.
  return stringify([[title], [note], ...rows], { delimiter: ';', bom: true, escape_formulas: true })
}
