// The patterns of `patterns.tsv`, by name: of folded titles, and of cells.
import { lateTable, patternsWith, rowsOf } from '../data-files.ts'

const patterns = lateTable(() => {
  const rows = rowsOf('patterns')
  const of = patternsWith(rows)
  return new Map(rows.map(([name = '', source = '', flags]) => [name, of(source, flags)]))
})

export function patternOf(name: string): RegExp {
  const pattern = patterns.get(name)
  if (pattern === undefined) throw new Error(`patterns.tsv has no pattern "${name}"`)
  return pattern
}
