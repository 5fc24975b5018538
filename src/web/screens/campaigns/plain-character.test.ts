// A dear character has a plain one beside it, or none; what is offered always costs less.
import { expect, test } from 'vitest'
import { planSegments } from '../../../wire/index.ts'
import { plainCharacter } from './plain-character.ts'

test.each([
  ['’', "'"],
  ['ê', 'e'],
  ['Ï', 'I'],
  ['ç', 'c'],
  ['œ', 'oe'],
  ['…', '...'],
  ['\u202f', ' '],
  ['Н', null],
  ['😀', null],
  ['ł', null],
])('%s becomes %s', (character, wanted) => {
  const found = plainCharacter(character)
  expect(found).toBe(wanted)
  expect(planSegments(character).encoding).toBe('ucs2')
  if (found !== null) expect(planSegments(found).encoding).toBe('gsm7')
})
