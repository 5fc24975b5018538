// The table of rules, read from `rules.tsv`: what a column is, by its title,
// its cells and those beside it.
import { late, rowsOf } from '../data-files.ts'
import { typesOf } from '../type-groups.ts'
import { type DataType, dataTypes } from '../types-of-data.ts'
import { allOf, type Term, termOf } from './terms.ts'

/** How the new type is evidenced: by what stands beside, by the cells, or as before. */
export type Gives = { type: DataType; by: 'neighbours' | 'cells' | 'same_evidence' }

export type Rule = {
  name: string
  /** Null: any type. */
  is: ReadonlySet<DataType> | null
  holds: Term
  /** Null: the rule only marks the column. */
  gives: Gives | null
  /** Cells below are of things that bear names of people. */
  marksNamesakes: boolean
  /** A small file in which it decides: lines between bars, cells between semicolons. */
  example: string
}

/** Rules that are judged on the same state of the file; of a step the first that holds decides. */
export type Step = {
  name: string
  rules: readonly Rule[]
  /** Those that are asked of a column of a type. */
  byType: ReadonlyMap<DataType, readonly Rule[]>
}

export const steps = late((): readonly Step[] => {
  const rulesOf = new Map<string, Rule[]>()
  for (const [step = '', ...cells] of rowsOf('rules')) {
    rulesOf.set(step, [...(rulesOf.get(step) ?? []), ruleOf(cells)])
  }
  return [...rulesOf].map(([name, rules]) => {
    const asked = (type: DataType) => rules.filter(({ is }) => is === null || is.has(type))
    return { name, rules, byType: new Map(dataTypes.map((type) => [type, asked(type)])) }
  })
})

function ruleOf([
  name = '',
  title = '',
  is = '',
  cells = '',
  beside = '',
  gives = '',
  example = '',
]: readonly string[]): Rule {
  // A file is looked at before the cells of each column are.
  const terms = [
    ...split(title, ' ').map(titleTerm),
    ...split(beside, ', ').map(termOf),
    ...split(cells, ', ').map(termOf),
  ]
  const [given = '', mark] = gives.split(/ ?\+/)
  return {
    name,
    is: is === '' ? null : isOf(is),
    holds: allOf(terms),
    gives: given === '' ? null : givesOf(given),
    marksNamesakes: mark === 'namesakes',
    example,
  }
}

const split = (text: string, between: string) => (text === '' ? [] : text.split(between))

function isOf(text: string): ReadonlySet<DataType> {
  if (!text.startsWith('!')) return typesOf(text)
  const not = typesOf(text.slice(1))
  return new Set(dataTypes.filter((type) => !not.has(type)))
}

/** "none" asks for a title that says nothing. */
function titleTerm(text: string): Term {
  if (text === 'none') return ({ words }) => (words === '' ? 1 : null)
  if (text === '!none') return ({ words }) => (words === '' ? null : 1)
  return termOf(text.startsWith('!') ? `!title:${text.slice(1)}` : `title:${text}`)
}

function givesOf(text: string): Gives {
  const [, sign, type = ''] = /^(=|said )?(.+)$/.exec(text) ?? []
  if (!(dataTypes as readonly string[]).includes(type)) throw new Error(`no type "${type}"`)
  const by = sign === undefined ? 'neighbours' : sign === '=' ? 'same_evidence' : 'cells'
  return { type: type as DataType, by }
}
