// The language of the table: conditions of a column and of the file around it.
//
//   full_name>=0.4           the share of cells that a recogniser passes, or a measure of the column
//   first_name|last_name<0.3 the greatest of them
//   cells:toy>=0.6           the share of cells that a pattern meets; folded: or plain: of the cells so written
//   title:badge  type:names  a pattern of the title; a type, a class or a group of types
//   of_logins                a condition by name, of `conditions`
//   some(title:pet)>=2       how many columns there are of which all this holds: at least one, unless said
//   other(type:somebody)     the same beside this column;  none(…): no column
//   !…                       not so
import { type ColumnProfile, shareOf } from '../column-profile.ts'
import { late } from '../data-files.ts'
import { recognisers } from '../recognisers/index.ts'
import { conditions } from './conditions.ts'
import { type Column, type Condition, type FileView, partOf } from './file-view.ts'
import { patternOf } from './patterns.ts'
import { typesOf } from './type-groups.ts'

/** How far it holds, from above 0 to 1 or a count; null where it does not. */
export type Term = (column: Column, file: FileView) => number | null
type Measure = (column: Column, file: FileView) => number

const measures: Readonly<Record<string, (profile: ColumnProfile) => number>> = {
  name_shape: ({ nameShape }) => nameShape,
  thing_shape: ({ thingShape }) => thingShape,
  lower_case: ({ lowerCase }) => lowerCase,
  capitalised: ({ capitalised }) => capitalised,
  words: ({ wordsMean }) => wordsMean,
  digits_only: ({ digitsOnly }) => digitsOnly,
  filled: ({ filled }) => filled,
  distinct: ({ distinct }) => distinct,
  distinct_share: ({ distinct, filled }) => (filled === 0 ? 0 : distinct / filled),
}
const recogniserIds = late(() => new Set(recognisers.map(({ id }) => id)))

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
  const [, of = text, sign = '>', than = '0'] = /^(.+?)(>=|<=|<|>)([\d.]+)$/.exec(text) ?? []
  const bound = Number(than)
  const measure = quantified(of) ?? measureOf(of)
  return (column, file) => {
    const found = measure(column, file)
    return compares(found, sign, bound) ? found : null
  }
}

function compares(found: number, sign: string, bound: number): boolean {
  if (sign === '>=') return found >= bound
  if (sign === '<=') return found <= bound
  return sign === '<' ? found < bound : found > bound
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
  const each = text.split('|').map((one): ((profile: ColumnProfile) => number) => {
    const measure = measures[one]
    if (measure !== undefined) return measure
    if (!recogniserIds().has(one)) throw new Error(`no condition of rules is called "${one}"`)
    return (profile) => shareOf(profile, one)
  })
  return ({ profile }) => each.reduce((most, measure) => Math.max(most, measure(profile)), 0)
}

function shareOfCells(how: string, pattern: RegExp): Measure {
  const plain = (cell: string) => cell.replace(/[^a-z\d]+/g, ' ').trim()
  return (column, file) => {
    if (how === 'cells') return partOf(file.cells(column), (cell) => pattern.test(cell))
    return partOf(file.folded(column), (cell) => pattern.test(how === 'plain' ? plain(cell) : cell))
  }
}
