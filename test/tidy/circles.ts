// Finds files that import each other in a circle; an import of types alone counts as any other.
import { posix } from 'node:path'
import { importsOf, sourceFiles } from './law.ts'

/**
 * Each circle as the files that are in it, in the order of their names; empty when there is none.
 */
export function circles(root: string): string[][] {
  const files = sourceFiles(root)
  const known = new Set(files)
  const edges = new Map(
    files.map((file) => {
      const targets = importsOf(root, file).filter((target) => target.startsWith('.'))
      const paths = targets.map((target) => posix.join(posix.dirname(file), target))
      return [file, paths.filter((path) => known.has(path))]
    }),
  )
  return new Search(edges).circles(files)
}

/** Tarjan's strongly connected components (1972): each file and each import is looked at once. */
class Search {
  readonly #edges: ReadonlyMap<string, readonly string[]>
  readonly #order = new Map<string, number>()
  readonly #open: string[] = []
  readonly #found: string[][] = []

  constructor(edges: ReadonlyMap<string, readonly string[]>) {
    this.#edges = edges
  }

  circles(files: readonly string[]): string[][] {
    for (const file of files) if (!this.#order.has(file)) this.#visit(file)
    return this.#found
  }

  /** How early in the search a file was met from which this one can be reached again. */
  #visit(file: string): number {
    const place = this.#order.size
    this.#order.set(file, place)
    this.#open.push(file)
    let lowest = place
    const targets = this.#edges.get(file) ?? []
    for (const target of targets) {
      const met = this.#order.get(target)
      if (met === undefined) lowest = Math.min(lowest, this.#visit(target))
      else if (this.#open.includes(target)) lowest = Math.min(lowest, met)
    }
    if (lowest === place) this.#close(file, targets.includes(file))
    return lowest
  }

  #close(file: string, importsItself: boolean): void {
    const members = this.#open.splice(this.#open.indexOf(file))
    if (members.length > 1 || importsItself) this.#found.push(members.sort())
  }
}
