// Choices that were kept are read again, and nothing else is taken for them.
import { expect, test } from 'vitest'
import { type KeptMapping, keptFrom } from './kept-mapping.ts'

const kept: KeptMapping = {
  listName: 'boutique',
  existing: null,
  isJoining: true,
  country: 'FR',
  repairs: ['lost_zero'],
  consent: {
    wordingId: undefined,
    date: '2026-03-02',
    source: 'caisse',
    wholeFile: false,
    quotedOnly: true,
  },
  fields: [[0, 'number']],
  overrules: [[2, { type: null, reason: 'a number of a shelf' }]],
  legalBases: [[3, 'b1']],
  custom: [[4, 'size']],
}
const again = (value: unknown) => keptFrom(JSON.parse(JSON.stringify(value)))

test('what was chosen is there again, and what was not chosen is still as the file suggests', () => {
  expect(again(kept)).toEqual(kept)
  expect(again(kept)?.consent.wordingId).toBeUndefined()
  const chosen = { ...kept, consent: { ...kept.consent, wordingId: null } }
  expect(again(chosen)?.consent.wordingId).toBeNull()
})

test('what is no such mapping is not read; an entry that fits nothing is left out', () => {
  for (const other of [null, 'text', [], {}, { ...kept, consent: null }, { ...kept, country: 1 }]) {
    expect(keptFrom(other)).toBeNull()
  }
  const odd = {
    ...kept,
    repairs: ['lost_zero', 'other'],
    fields: [[0, 'number'], [1, 'no_such_field'], ['1', 'number'], 7],
    overrules: [[2, { type: 4, reason: 'x' }]],
    legalBases: 'none',
  }
  expect(keptFrom(odd)).toMatchObject({
    repairs: ['lost_zero'],
    fields: [[0, 'number']],
    overrules: [],
    legalBases: [],
  })
})
