// One row read: its birth date however it is written, and the day of a no.
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

const columns = ['number', 'consent_given', 'consent_date', 'objected'] as const
const readNo = recordReader({
  mapping: {
    columns: columns.map((field, index) => ({ index, field })),
    country: 'FR',
    repairs: [],
  },
  defaults: { wholeFile: false, givenAt: null, source: null, wordingId: null, wordings: new Map() },
  sandbox: true,
})

it.each([
  ['non', '12/03/2025', '', false, Date.parse('2025-03-12')],
  ['non', '', '', false, null],
  // The day beside it is that of the yes.
  ['oui', '12/03/2025', 'oui', true, null],
  ['oui', '12/03/2025', 'à voir', false, null],
])('%s of %s, objected: %s', (given, date, objected, objects, saidNoAt) => {
  const record = readNo(['0639980001', given, date, objected], Date.parse('2026-11-25T10:00:00Z'))
  expect(record).toMatchObject({ claim: { reason: 'consent_not_given' }, objects })
  const at = record.kind === 'contact' ? record.saidNoAt : undefined
  // Midnight of the file's own place.
  if (saidNoAt === null) expect(at).toBeNull()
  else expect(Math.abs((at ?? 0) - saidNoAt)).toBeLessThan(86_400_000)
})
