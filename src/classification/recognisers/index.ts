// Every recogniser of values, by family.
import { bankNumbers } from './bank.ts'
import { contactPoints } from './contact-points.ts'
import { dates } from './dates.ts'
import { names } from './names.ts'
import { personNumbers } from './person-numbers.ts'
import type { Recogniser } from './recogniser.ts'
import { things } from './things.ts'

export { type Cell, cellOf, type Method, type Recogniser } from './recogniser.ts'

export const recognisers: readonly Recogniser[] = [
  ...personNumbers,
  ...bankNumbers,
  ...contactPoints,
  ...dates,
  ...names,
  ...things,
]
