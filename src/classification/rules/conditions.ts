// Conditions of the table that no share of cells and no pattern says, by name.
import { careConditions } from './conditions-of-care.ts'
import { peopleConditions } from './conditions-of-people.ts'
import { fileConditions, thingConditions } from './conditions-of-things.ts'
import type { Condition } from './file-view.ts'

/** Asked once a step, for all columns. */
const ofFiles = Object.entries(fileConditions).map(([name, holds]): [string, Condition] => [
  name,
  (_, file) => file.once(holds, () => Number(holds(file))),
])

export const conditions: Readonly<Record<string, Condition>> = {
  ...Object.fromEntries(ofFiles),
  ...peopleConditions,
  ...thingConditions,
  ...careConditions,
}
