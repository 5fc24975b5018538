// The lists and tables stored as files beside the code, each read once, on first use.

/** A room that imports no module of Node asks the running program for the one it needs here. */
declare const process: {
  getBuiltinModule(name: 'node:fs'): { readFileSync(path: URL, encoding: 'utf8'): string }
}
declare class URL {
  constructor(path: string, base: string)
}

/** What `make` returns, made once: a thread that classifies nothing holds no table. */
export function late<T>(make: () => T): () => T {
  let made: { it: T } | null = null
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

export type Words = Pick<ReadonlySet<string>, 'has'>
export type Table<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has' | 'keys'>

export function lateWords(make: () => ReadonlySet<string>): Words {
  let made: ReadonlySet<string> | null = null
  return {
    has: (word) => {
      made ??= make()
      return made.has(word)
    },
  }
}

export function lateTable<T>(make: () => ReadonlyMap<string, T>): Table<T> {
  const table = late(make)
  return {
    get: (key) => table().get(key),
    has: (key) => table().has(key),
    keys: () => table().keys(),
  }
}

/** The lines of `data/<name>.tsv`, without the remarks at its head. */
function linesOf(name: string): string[] {
  const { url } = import.meta as unknown as { url: string }
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const text = readFileSync(new URL(`./data/${name}.tsv`, url), 'utf8')
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

/** The cells of each line. */
export function rowsOf(name: string): string[][] {
  return linesOf(name).map((line) => line.split('\t'))
}

/** A file of one word a line. */
export function wordsOf(name: string): ReadonlySet<string> {
  return new Set(linesOf(name))
}

const lists = late(() => new Map(rowsOf('word-lists').map(([name, words]) => [name, words])))

/** The words of one list of `word-lists.tsv`. */
export function listOf(name: string): string[] {
  const words = lists().get(name)
  if (words === undefined) throw new Error(`word-lists.tsv has no list "${name}"`)
  return words.split('|')
}

export function lateList(name: string): Words {
  return lateWords(() => new Set(listOf(name)))
}

/** Patterns in which a name in braces stands for another pattern; rows of names and patterns. */
export function patternsWith(
  lets: readonly string[][],
): (source: string, flags?: string) => RegExp {
  const known = new Map(lets.map(([name = '', source = '']) => [name, source]))
  const filled = (source: string): string =>
    source.replace(/\{([a-z_]+)\}/g, (_, name: string) => {
      const part = known.get(name)
      if (part === undefined) throw new Error(`no pattern is called "${name}"`)
      return filled(part)
    })
  return (source, flags) => new RegExp(filled(source), flags)
}
