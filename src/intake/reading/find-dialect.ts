// Which delimiter and line ending a delimited text uses.
import { readingLimits } from '../../files/index.ts'
import { type CsvDialect, CsvParser } from './csv-parser.ts'

const delimiters = [';', '\t', '|', ','] as const
const linesLookedAtMax = 100
const charactersLookedAtMax = 100_000

export type FoundDialect = CsvDialect & {
  /** Characters of a first line such as `sep=;`, which is not data. */
  prefixLength: number
}

export function findDialect(head: string): FoundDialect {
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r'
  const hint = /^sep=(.)\r?\n/i.exec(head)
  if (hint !== null) {
    return { delimiter: hint[1] ?? ';', newline, prefixLength: hint[0].length }
  }
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const score = scoreOf(head, { delimiter, newline })
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, newline, prefixLength: 0 }
}

/** How evenly the delimiter cuts the lines: the share of lines with the usual number of cells. */
function scoreOf(head: string, dialect: CsvDialect): number {
  const text = head.slice(0, charactersLookedAtMax)
  const { rows, faults } = new CsvParser(dialect).push(text, true)
  const looked = rows.slice(0, linesLookedAtMax)
  // The last line may be cut by the end of the head.
  if (looked.length > 2 && looked.length === rows.length) looked.pop()
  // Lines of more columns than are read are cut by this delimiter all the same.
  const wide = faults.filter(({ fault }) => fault === 'too_many_columns').length
  const lines = looked.length + wide
  if (lines === 0) return 0
  const counts = new Map<number, number>([[readingLimits.columnsMax, wide]])
  for (const { cells } of looked) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let score = 0
  for (const [cells, count] of counts) {
    if (cells < 2) continue
    // More columns win slightly: in `a;1,5;b` the comma also cuts each line, into fewer.
    score = Math.max(score, count / lines + Math.min(cells, 50) / 100)
  }
  return score
}
