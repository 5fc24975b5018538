// Measures of the cells of a column, and how the tables compare them: "full_name|last_name>=0.4".
import { type ColumnProfile, shareOf } from './column-profile.ts'
import { late } from './data-files.ts'
import { recognisers } from './recognisers/index.ts'

export type CellMeasure = (profile: ColumnProfile) => number

const measures: Readonly<Record<string, CellMeasure>> = {
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
const recogniserIds = late(() => new Set(recognisers().map(({ id }) => id)))

/** The greatest of "full_name|last_name": measures above, or shares that recognisers pass. */
export function cellMeasure(text: string): CellMeasure {
  const each = text.split('|').map((one): CellMeasure => {
    const measure = measures[one]
    if (measure !== undefined) return measure
    if (!recogniserIds().has(one)) throw new Error(`no measure of cells is called "${one}"`)
    return (profile) => shareOf(profile, one)
  })
  return (profile) => each.reduce((most, measure) => Math.max(most, measure(profile)), 0)
}

/** "city>=0.8": what is measured, and whether it is enough; above nothing, unless said. */
export function compared(text: string): { of: string; isMet: (found: number) => boolean } {
  const [, of = text, sign = '>', than = '0'] = /^(.+?)(>=|<=|<|>)([\d.]+)$/.exec(text) ?? []
  const bound = Number(than)
  if (sign === '>=') return { of, isMet: (found) => found >= bound }
  if (sign === '<=') return { of, isMet: (found) => found <= bound }
  return { of, isMet: sign === '<' ? (found) => found < bound : (found) => found > bound }
}
