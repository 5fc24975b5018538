// Which words of a name are looked for.
import { expect, test } from 'vitest'
import { soughtName } from './sought-name.ts'

test.each([
  ['Jean Martin', 'Jean Martin'],
  ['M. Jean MARTIN', 'Jean MARTIN'],
  ['Mme Éloïse D’Arc', 'Éloïse D’Arc'],
  ['Dr. Anne-Marie O’Neill, Mrs', 'Anne-Marie O’Neill'],
  // Nobody is called so: without a word there is nothing to look for.
  ['Madame, Monsieur', null],
  ['  ', null],
  [undefined, null],
])('of “%s”, “%s” is looked for', (name, sought) => {
  expect(soughtName(name)).toBe(sought)
})
