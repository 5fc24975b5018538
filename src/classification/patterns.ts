// The patterns of `patterns.tsv`, by name: of folded titles, and of cells.
import { lateTable, patternsWith, rowsOf } from './data-files.ts'

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

/** A pattern that is made when it is first asked. */
export type LatePattern = Pick<RegExp, 'test' | 'exec'> & {
  [Symbol.replace](text: string, by: string): string
}

export function latePattern(name: string): LatePattern {
  let made: RegExp | null = null
  const pattern = () => {
    made ??= patternOf(name)
    return made
  }
  return {
    test: (text) => pattern().test(text),
    exec: (text) => pattern().exec(text),
    [Symbol.replace]: (text, by) => text.replace(pattern(), by),
  }
}
