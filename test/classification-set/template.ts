// What a labelled file is: columns with their true type and cells, and the ways it is written.
import {
  classOfType,
  type DataType,
  type FileVerdict,
  type RowVerdict,
} from '../../src/classification/index.ts'
import type { Person } from './people.ts'
import { type Rng, rngOf } from './random.ts'

/** What a cell tells of a person: its column's type, or what is named (in a note, a stray). */
export type Cell = string | { text: string; holds: readonly DataType[] }

export type Row = { index: number; rng: Rng; person: Person }
export type Maker = (row: Row) => Cell

export type Column = {
  header: string
  /** The true type; others that a careful reader would also accept follow. */
  types: readonly [DataType, ...DataType[]]
  cell: Maker
}

export type Writing = {
  format: 'csv' | 'xlsx'
  delimiter: string
  encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252' | 'iso-8859-15'
  newline: '\n' | '\r\n'
  hasHeader: boolean
  titles: readonly string[]
  quoteAll: boolean
  rows: number
}

export type Half = 'A' | 'B' | 'C'

export type Template = {
  id: string
  columns: readonly Column[]
  people: (rng: Rng) => Person
  writings: readonly Partial<Writing>[]
}

export type LabelledFile = {
  name: string
  half: Half
  writing: Writing
  columns: readonly Column[]
  cells: readonly (readonly string[])[]
  verdict: FileVerdict
  letters: string
}

export const usualWriting: Writing = {
  format: 'csv',
  delimiter: ';',
  encoding: 'utf-8',
  newline: '\n',
  hasHeader: true,
  titles: [],
  quoteAll: false,
  rows: 80,
}

/** A column with the type that its cells have. */
export function col(
  header: string,
  types: DataType | readonly [DataType, ...DataType[]],
  cell: Maker,
): Column {
  return { header, types: typeof types === 'string' ? [types] : types, cell }
}

export function filesOf(half: Half, templates: readonly Template[]): LabelledFile[] {
  return templates.flatMap((template) =>
    template.writings.map((changes, index) => {
      const name = `${template.id}-${index + 1}`
      return labelled({ half, name, template, writing: { ...usualWriting, ...changes } })
    }),
  )
}

type Plan = { half: Half; name: string; template: Template; writing: Writing }

function labelled({ half, name, template, writing }: Plan): LabelledFile {
  const rng = rngOf(`accord classification set ${name}`)
  const { columns } = template
  const cells: string[][] = []
  let letters = ''
  for (let index = 0; index < writing.rows; index += 1) {
    const row: Row = { index, rng, person: template.people(rng) }
    const made = columns.map(({ cell }) => cell(row))
    letters += letterOf(columns, made)
    cells.push(made.map((cell) => (typeof cell === 'string' ? cell : cell.text)))
  }
  return { name, half, writing, columns, cells, verdict: verdictOf(letters), letters }
}

/** The rule of the notice, on what the cells are known to hold. */
function letterOf(columns: readonly Column[], made: readonly Cell[]): RowVerdict {
  const linkable = new Set<DataType>()
  for (const [index, cell] of made.entries()) {
    const own = columns[index]?.types[0]
    const holds = typeof cell === 'string' ? (cell.trim() === '' ? [] : [own]) : cell.holds
    for (const type of holds) {
      if (type === undefined) continue
      if (classOfType[type] === 'direct') return 'S'
      if (classOfType[type] === 'linkable') linkable.add(type)
    }
  }
  return linkable.size >= 2 ? 'C' : 'N'
}

export function verdictOf(letters: string): FileVerdict {
  if (letters.includes('S')) return 'personal_by_itself'
  return letters.includes('C') ? 'personal_by_combination' : 'not_personal'
}
