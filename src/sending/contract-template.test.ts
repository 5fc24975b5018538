// Places are filled, said to be empty, or named when they do not exist.
import { expect, test } from 'vitest'
import { readTemplate, render } from './contract-template.ts'

// biome-ignore format: a table reads as a table
const table = [
  ['Bonjour {first_name} !', { first_name: 'Zoé' }, 'Bonjour Zoé !', false],
  ['Bonjour {first_name} !', { first_name: '  ' }, 'Bonjour  !', true],
  ['Bonjour {first_name|cher client} !', {}, 'Bonjour cher client !', false],
  ['Bonjour {first_name|} !', {}, 'Bonjour  !', false],
  ['{first_name} {last_name}', { first_name: 'A', last_name: 'B' }, 'A B', false],
  ['Prix {12 €} et {}', {}, 'Prix {12 €} et {}', false],
  ['Sans rien', {}, 'Sans rien', false],
] as const

test.each(table)('%s', (text, values, expected, fieldEmpty) => {
  const template = readTemplate(text)
  expect(template.ok && render(template.pieces, values)).toEqual({ text: expected, fieldEmpty })
})

test('a field that does not exist is named', () => {
  expect(readTemplate('Bonjour {prenom}')).toEqual({ ok: false, field: 'prenom' })
})
