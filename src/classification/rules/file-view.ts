// A file as the rules see it: its columns as they are decided so far, and their cells.
import type { ColumnProfile } from '../column-profile.ts'
import type { Decision } from '../decide-by-values.ts'
import { fold } from '../fold.ts'
import type { DataType } from '../types-of-data.ts'

export type Column = {
  index: number
  title: string
  /** The title as folded words; empty when it says nothing. */
  words: string
  profile: ColumnProfile
  decision: Decision
  /**
   * Horses, roses and storms are called "Herr Nilsson" and "Mrs Pepper": no such cell is a person.
   */
  namesakes: boolean
}
export type Rows = readonly (readonly string[])[]

export class FileView {
  readonly columns: readonly Column[]
  readonly rows: Rows
  readonly #cells: string[][] = []
  readonly #folded: string[][] = []
  readonly #plain: string[][] = []
  /** What was found of the whole file in this step. */
  readonly #found = new Map<object, number>()

  constructor(columns: readonly Column[], rows: Rows) {
    this.columns = columns
    this.rows = rows
  }

  /** The cells of a column that are not empty. */
  cells({ index }: Column): readonly string[] {
    this.#cells[index] ??= this.rows
      .map((row) => (row[index] ?? '').trim())
      .filter((cell) => cell !== '')
    return this.#cells[index]
  }

  folded(column: Column): readonly string[] {
    this.#folded[column.index] ??= this.cells(column).map(fold)
    return this.#folded[column.index] as string[]
  }

  /** Folded, with a space for every sign; each once. */
  plain(column: Column): readonly string[] {
    this.#plain[column.index] ??= [
      ...new Set(this.folded(column).map((cell) => cell.replace(/[^a-z\d]+/g, ' ').trim())),
    ]
    return this.#plain[column.index] as string[]
  }

  /** Each of them once. */
  distinct(column: Column): readonly string[] {
    return [...new Set(this.folded(column))]
  }

  ofType(...types: readonly DataType[]): Column[] {
    return this.columns.filter(({ decision }) => types.includes(decision.type))
  }

  others(column: Column): Column[] {
    return this.columns.filter((other) => other !== column)
  }

  /** What `find` says of the whole file, asked once a step. */
  once(key: object, find: () => number): number {
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const found = find()
    this.#found.set(key, found)
    return found
  }

  nextStep() {
    this.#found.clear()
  }
}

/** A condition of the table that has a name: whether it holds, or how far. */
export type Condition = (column: Column, file: FileView) => boolean | number
/** One of the whole file, whichever column is asked. */
export type FileCondition = (file: FileView) => boolean

/** The part of `cells` for which `test` holds; nothing of nothing. */
export function partOf(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
}
