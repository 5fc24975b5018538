// The half of the set that the rules were written from.
import { headers } from './half-a/headers.ts'
import { notes } from './half-a/notes.ts'
import { numbers } from './half-a/numbers.ts'
import { people } from './half-a/people.ts'
import { things } from './half-a/things.ts'
import type { Template } from './template.ts'

export const halfA: readonly Template[] = [...people, ...numbers, ...notes, ...things, ...headers]
