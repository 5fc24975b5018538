// The language of the table: conditions of a column and of the file around it.
//
//   full_name>=0.4           the share of cells that a recogniser passes, or the column's measure
//   first_name|last_name<0.3 the greatest of them
//   cells:toy>=0.6           the share that a pattern meets; folded: or plain: of cells so written
//   title:badge  type:names  a pattern of the title; a type, a class or a group of types
//   of_logins                a condition by name, of `conditions`
//   some(title:pet)>=2       how many columns all this holds of: at least one, unless said
//   other(type:somebody)     the same beside this column;  none(…): no column
//   !…                       not so
import { cellMeasure, compared } from '../cell-terms.ts'
import { patternOf } from '../patterns.ts'
import { typesOf } from '../type-groups.ts'
import { conditions } from './conditions.ts'
import { type Column, type Condition, type FileView, partOf } from './file-view.ts'

/** How far it holds, from above 0 to 1 or a count; null where it does not. */
export type Term = (column: Column, file: FileView) => number | null
type Measure = (column: Column, file: FileView) => number

/** Every term of a list is to hold; how far is said by the last. */
export function allOf(terms: readonly Term[]): Term {
  return (column, file) => {
    let last: number | null = 1
    for (const term of terms) {
      last = term(column, file)
      if (last === null) return null
    }
    return last
  }
}

export function termOf(text: string): Term {
  if (text.startsWith('!')) {
    const term = termOf(text.slice(1))
    return (column, file) => (term(column, file) === null ? 1 : null)
  }
  const { of, isMet } = compared(text)
  const measure = quantified(of) ?? measureOf(of)
  return (column, file) => {
    const found = measure(column, file)
    return isMet(found) ? found : null
  }
}

/** "some(type:names & name_shape>=0.5)": how many columns are so. */
function quantified(text: string): Measure | null {
  const [, which, inside = ''] = /^(some|other|none)\((.*)\)$/.exec(text) ?? []
  if (which === undefined) return null
  const term = allOf(inside.split(' & ').map(termOf))
  if (which === 'other') {
    return (column, file) => file.others(column).filter((one) => term(one, file) !== null).length
  }
  const key = {}
  const count: Measure = (_, file) =>
    file.once(key, () => file.columns.filter((one) => term(one, file) !== null).length)
  return which === 'some' ? count : (column, file) => (count(column, file) === 0 ? 1 : 0)
}

function measureOf(text: string): Measure {
  const [, head, name = ''] = /^(title|type|cells|folded|plain):(.+)$/.exec(text) ?? []
  if (head === 'type') {
    const types = typesOf(name)
    return ({ decision }) => (types.has(decision.type) ? 1 : 0)
  }
  if (head === 'title') {
    const all = name.split('|').map(patternOf)
    return ({ words }) => (all.some((pattern) => pattern.test(words)) ? 1 : 0)
  }
  if (head !== undefined) return shareOfCells(head, patternOf(name))
  const condition: Condition | undefined = conditions[text]
  if (condition !== undefined) return (column, file) => Number(condition(column, file))
  const ofCells = cellMeasure(text)
  return ({ profile }) => ofCells(profile)
}

function shareOfCells(how: string, pattern: RegExp): Measure {
  const plain = (cell: string) => cell.replace(/[^a-z\d]+/g, ' ').trim()
  return (column, file) => {
    if (how === 'cells') return partOf(file.cells(column), (cell) => pattern.test(cell))
    return partOf(file.folded(column), (cell) => pattern.test(how === 'plain' ? plain(cell) : cell))
  }
}
