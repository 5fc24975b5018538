// Rejected rows for download: the original row with its reason, safe to open in a spreadsheet.
import type { ColumnFinding } from '../../classification/index.ts'
import { storageOf } from '../../classification/index.ts'
import type { Language } from '../../kernel/index.ts'
import { csvCell } from '../../paper/index.ts'
import { dropWords, rejectionWords } from '../../words/index.ts'
import type { Rejection } from '../contract.ts'

export type RejectedRow = { line: number; cells: readonly string[]; reason: Rejection }

/** A code without a sentence does not compile. */
const sentences: Record<Language, Readonly<Record<Rejection, string>>> = rejectionWords

/** The mark tells spreadsheets that the text is UTF-8; they open `;` files as tables in France. */
const mark = '\ufeff'
const delimiter = ';'

export type RejectsWriter = { header(): string; rows(rows: readonly RejectedRow[]): string }

/** Columns that are never kept are not kept here either. */
export function rejectsWriter(
  columns: readonly ColumnFinding[],
  language: Language,
): RejectsWriter {
  const kept = columns.filter(({ type }) => storageOf(type) === 'may_be_kept')
  const line = (cells: readonly string[]) => `${cells.map(csvCell).join(delimiter)}\r\n`
  const lineWord = language === 'fr' ? 'Ligne' : 'Line'
  return {
    header: () => {
      const titles = kept.map(({ header, index }) => header || String(index + 1))
      return mark + line([...titles, dropWords[language].reject_reason_column, lineWord])
    },
    rows: (rows) =>
      rows
        .map(({ line: number, cells, reason }) => {
          const row = kept.map(({ index }) => cells[index] ?? '')
          return line([...row, sentences[language][reason], String(number)])
        })
        .join(''),
  }
}
