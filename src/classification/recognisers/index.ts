// Every recogniser of values, by family.
import { bankNumbers } from './bank.ts'
import { contactPoints } from './contact-points.ts'
import { dates } from './dates.ts'
import { names } from './names.ts'
import { personNumbers } from './person-numbers.ts'
import { type Cell, heldBy, holds, type Recogniser } from './recogniser.ts'
import { things } from './things.ts'

export { type Cell, cellOf, heldBy, type Method, type Recogniser } from './recogniser.ts'

export const recognisers: readonly Recogniser[] = [
  ...personNumbers,
  ...bankNumbers,
  ...contactPoints,
  ...dates,
  ...names,
  ...things,
]

/** For each mix of what cells hold, the places of those to be asked. */
const askedOf = Array.from({ length: 2 * holds.code }, (_, held) =>
  [...recognisers.keys()].filter((index) => {
    const needs = recognisers[index]?.needs ?? 0
    return (held & needs) === needs
  }),
)

/** The places of the recognisers that a cell passes. */
export function passedBy(cell: Cell): number[] {
  const asked = askedOf[heldBy(cell)] ?? []
  return asked.filter((index) => recognisers[index]?.test(cell))
}
