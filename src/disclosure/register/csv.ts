// A workbook as CSV: its sheets one below the other, each begun by its name.
import { stringify } from 'csv-stringify/sync'
import type { Workbook } from './sheets.ts'

/** A cell that a spreadsheet would take for a formula is text to it. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export function csvOf({ title, note, sheets }: Workbook): string {
  const rows = sheets.flatMap((sheet) => [
    [],
    [sheet.name],
    ...sheet.rows.map((cells) => cells.map(({ text }) => asText(text))),
  ])
  // With the mark, spreadsheets read the accents as they are.
  return stringify([[title], [note], ...rows], { delimiter: ';', bom: true })
}
