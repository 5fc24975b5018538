// The birth date of a row, however it is written: what tells a child is not lost with a day.
import { expect, it } from 'vitest'
import { recordReader } from './read-record.ts'

const read = recordReader({
  mapping: {
    columns: [
      { index: 0, field: 'number' },
      { index: 1, field: 'birth_date' },
    ],
    country: 'FR',
    repairs: [],
  },
  defaults: { wholeFile: false, givenAt: null, source: null, wordingId: null, wordings: new Map() },
  sandbox: true,
})

it.each([
  ['2012-05-10', '2012-05-10'],
  ['10/5/2012', '2012-05-10'],
  ['2012-00-00', '2012-00-00'],
  ['00/00/2012', '2012-00-00'],
  ['29/02/2012', '2012-02-29'],
  ['2012-02-31', '2012-00-00'],
  ['31.02.2012', '2012-00-00'],
  ['2012-25-12', '2012-00-00'],
  ['hier', undefined],
])('%s is kept as %s', (cell, kept) => {
  const record = read(['0639980001', cell], Date.parse('2026-11-25T10:00:00Z'))
  expect(record.kind === 'contact' ? record.fields.birthDate : record).toBe(kept)
})
