// Every recogniser of values: the rows of `recognisers.tsv`, with the checks of each family.
import { late, lateList, rowsOf } from '../data-files.ts'
import { patternFrom } from '../patterns.ts'
import type { DataType } from '../types-of-data.ts'
import { bankChecks } from './bank.ts'
import { contactChecks } from './contact-points.ts'
import { dateChecks } from './dates.ts'
import { nameChecks } from './names.ts'
import { personChecks } from './person-numbers.ts'
import {
  type Cell,
  type Checks,
  heldBy,
  holds,
  type Method,
  type Recogniser,
} from './recogniser.ts'
import { thingChecks } from './things.ts'

export { type Cell, cellOf, heldBy, type Method, type Recogniser } from './recogniser.ts'

const checks: Checks = {
  ...personChecks,
  ...bankChecks,
  ...contactChecks,
  ...dateChecks,
  ...nameChecks,
  ...thingChecks,
}

export const recognisers = late((): readonly Recogniser[] => {
  return rowsOf('recognisers').map(
    ([id = '', type, method, when, needs = '', writing, source = '', check = '', flags]) => ({
      id,
      type: type as DataType,
      method: method as Method,
      headerNeeded: when === 'titled',
      needs: needs
        .split('+')
        .reduce((bits, what) => bits | (holds[what as keyof typeof holds] ?? 0), 0),
      test: testOf(
        writing as keyof Cell,
        source === '' ? null : patternFrom(source, flags),
        check === '' ? null : checkOf(check),
      ),
    }),
  )
})

function checkOf(name: string): Checks[string] {
  if (name.startsWith('in ')) {
    const list = lateList(name.slice(3))
    return (text) => list.has(text)
  }
  const check = checks[name]
  if (check === undefined) throw new Error(`no check of cells is called "${name}"`)
  return check
}

function testOf(writing: keyof Cell, pattern: RegExp | null, check: Checks[string] | null) {
  return (cell: Cell): boolean => {
    const text = cell[writing]
    if (pattern !== null && !pattern.test(text)) return false
    return check === null || check(text, cell)
  }
}

/** For each mix of what cells hold, the places of those to be asked. */
const askedOf = late(() =>
  Array.from({ length: 2 * holds.code }, (_, held) =>
    [...recognisers().keys()].filter((index) => {
      const needs = recognisers()[index]?.needs ?? 0
      return (held & needs) === needs
    }),
  ),
)

/** The places of the recognisers that a cell passes. */
export function passedBy(cell: Cell): number[] {
  const asked = askedOf()[heldBy(cell)] ?? []
  return asked.filter((index) => recognisers()[index]?.test(cell))
}
