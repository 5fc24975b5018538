// The small files of `small-files.tsv`, with what they are.
import { readFileSync } from 'node:fs'
import { findHeader } from '../../src/classification/index.ts'

/** Types that would also do stand behind a bar; a star is for any that is no matter. */
export type SmallFile = {
  kind: string
  name: string
  verdict: 'S' | 'C' | 'N'
  types: string
  text: string
}

export type Table = { header: readonly string[] | null; records: readonly (readonly string[])[] }

export function smallFiles(): SmallFile[] {
  const text = readFileSync(new URL('./small-files.tsv', import.meta.url), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.map((line) => {
    const [kind = '', name = '', verdict, types = '', cells = ''] = line.split('\t')
    const letter = verdict as SmallFile['verdict']
    return { kind, name, verdict: letter, types, text: cells.replaceAll('\\n', '\n') }
  })
}

/** Lines of cells between semicolons, with the header found as in a file. */
export function tableOf(text: string): Table {
  const rows = text.split('\n').map((line) => line.split(';').map((cell) => cell.trim()))
  const { headerIndex, titleLines } = findHeader(rows)
  return {
    header: headerIndex === null ? null : (rows[headerIndex] ?? null),
    records: rows.slice(headerIndex === null ? titleLines : headerIndex + 1),
  }
}
