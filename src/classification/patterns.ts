// The patterns of `patterns.tsv`, by name: of folded titles, and of cells.
import { late, patternsWith, rowsOf } from './data-files.ts'

const all = late(() => {
  const rows = rowsOf('patterns')
  const flagsOf = new Map(rows.map(([name = '', , flags]) => [name, flags]))
  return { flagsOf, made: patternsWith(rows) }
})
const known = new Map<string, RegExp>()

export function patternOf(name: string): RegExp {
  let pattern = known.get(name)
  if (pattern === undefined) {
    pattern = patternFrom(`{${name}}`, all().flagsOf.get(name))
    known.set(name, pattern)
  }
  return pattern
}

/** A pattern in which names in braces stand for those of `patterns.tsv`. */
export function patternFrom(source: string, flags?: string): RegExp {
  return all().made(source, flags)
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
