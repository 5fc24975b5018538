// Places are filled, said to be empty, or named when they do not exist.
import { expect, test } from 'vitest'
import { exampleOf, namesCustom, readTemplate, render } from './contract-template.ts'

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

const known = {
  fields: [
    { key: 'visit', type: 'date_time' },
    { key: 'due_2', type: 'amount' },
  ],
  language: 'fr',
} as const
const custom = { visit: '2026-12-03T14:30', due_2: '1250.00 EUR' }

// biome-ignore format: a table reads as a table
const customTable = [
  ['RDV le {visit}.', custom, 'RDV le 03/12/2026 à 14h30.', false],
  ['Visit on {visit:en}, {due_2:en}', custom, 'Visit on 3 Dec 2026 at 14:30, €1,250', false],
  ['{due_2} : {first_name|vous}', custom, '1 250 € : vous', false],
  ['RDV {visit|bientôt}', {}, 'RDV bientôt', false],
  ['RDV {visit:en|soon}', {}, 'RDV soon', false],
  ['RDV {visit}', {}, 'RDV ', true],
] as const

test.each(customTable)('%s is filled with custom fields', (text, values, expected, fieldEmpty) => {
  const template = readTemplate(text, known)
  const rendered = template.ok && render(template.pieces, { custom: values })
  expect(rendered).toEqual({ text: expected, fieldEmpty })
})

test('only a text that names another field needs the account’s, and its example has them all', () => {
  expect(namesCustom('Bonjour {first_name|vous}, {12 €}')).toBe(false)
  expect(namesCustom('Le {visit}')).toBe(true)
  const template = readTemplate('{first_name}, le {visit} : {due_2}', known)
  const pieces = template.ok ? template.pieces : []
  expect(render(pieces, exampleOf(pieces)).text).toBe('Camille, le 03/12/2026 à 14h30 : 49,90 €')
})
