// Conditions of the table that no share of cells and no pattern says, by name.
import { careConditions } from './conditions-of-care.ts'
import { peopleConditions } from './conditions-of-people.ts'
import { thingConditions } from './conditions-of-things.ts'
import type { Condition } from './file-view.ts'

export const conditions: Readonly<Record<string, Condition>> = {
  ...peopleConditions,
  ...thingConditions,
  ...careConditions,
}
