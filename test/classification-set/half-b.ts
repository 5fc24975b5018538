// The half of the set that no rule was written from: its templates are scored and never tuned to.
import { numbers } from './half-b/numbers.ts'
import { people } from './half-b/people.ts'
import { things } from './half-b/things.ts'
import type { Template } from './template.ts'

export const halfB: readonly Template[] = [...people, ...numbers, ...things]
