// One row read: its birth date however it is written, and the day of a no.
import { expect, it } from 'vitest'
import { mayDateNo } from './consent-title.ts'
import { recordReader } from './read-record.ts'

const defaults = {
  ...{ zone: 'America/Martinique', wholeFile: false, givenAt: null, source: null },
  ...{ wordingId: null, wordings: new Map() },
}
const read = recordReader({
  mapping: {
    columns: [
      { index: 0, field: 'number' },
      { index: 1, field: 'birth_date' },
    ],
    country: 'FR',
    repairs: [],
  },
  defaults,
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
  defaults,
  sandbox: true,
})

it.each([
  // The day begins there four hours after it does in UTC: a yes of the evening before is over.
  ['non', '12/03/2025', '', 'says no', Date.parse('2025-03-12T04:00:00Z')],
  ['non', '', '', 'says no', null],
  // By the clock of Martinique.
  ['non', '12/03/2025 10:00', '', 'says no', Date.parse('2025-03-12T14:00:00Z')],
  // The day beside it is that of the yes.
  ['oui', '12/03/2025', 'oui', 'objects', null],
  // Neither is a plain no: nobody loses what they agreed to elsewhere.
  ['oui', '12/03/2025', 'à voir', 'says nothing', null],
  ['', '', '', 'says nothing', null],
  ['-', '', '', 'says nothing', null],
  // Nor is what a platform says of its own list, or of another channel.
  ['pending', '12/03/2025', '', 'says nothing', null],
  ['Never subscribed', '', '', 'says nothing', null],
  ['e-mail', '12/03/2025 0:00', '', 'says nothing', null],
  ['oui', '12/03/2025, cleaned', '', 'says nothing', null],
  ['oui', '12/03/2025, désabonné', '', 'says no', Date.parse('2025-03-12T04:00:00Z')],
  ['pending', '', 'oui', 'objects', null],
])('%s of %s, objected: %s, %s', (given, date, objected, says, saidNoAt) => {
  const record = readNo(['0639980001', given, date, objected], Date.parse('2026-11-25T10:00:00Z'))
  if (record.kind !== 'contact') throw new Error('a contact')
  expect(record.claim.kind).toBe('quarantine')
  const said = record.objects ? 'objects' : record.saysNo ? 'says no' : 'says nothing'
  expect(said).toBe(says)
  expect(record.saidNoAt).toBe(saidNoAt)
})

it.each([
  ['12/03/2025', '', '2025-03-12'],
  // The latest of several; a mark beside it takes no day away.
  ['12/03/2025', '2025-04-01 10:30', '2025-04-01'],
  ['oui', '12/03/2025', '2025-03-12'],
  // No plain day: none is told.
  ['oui', '', null],
  ['désabonné au printemps', '', null],
  ['oui', '12/03/2031', null],
  ['oui', '0000-00-00', null],
])('an objection of %s and %s is of the day %s', (one, other, day) => {
  const fields = ['number', 'objected', 'objected'] as const
  const reader = recordReader({
    mapping: {
      columns: fields.map((field, index) => ({ index, field })),
      country: 'FR',
      repairs: [],
    },
    defaults: {
      ...{ zone: 'Europe/Paris', wholeFile: true, givenAt: null, source: null, wordingId: null },
      wordings: new Map(),
    },
    sandbox: true,
  })
  const record = reader(['0639980001', one, other], Date.parse('2026-11-25T10:00:00Z'))
  if (record.kind !== 'contact') throw new Error('a contact')
  expect(record.objects).toBe(true)
  const told = record.objectedAt === null ? null : new Date(record.objectedAt).toISOString()
  expect(told?.slice(0, 10) ?? null).toBe(day)
  // It is evidence, and dates no no: what the person agreed to ends whenever that was.
  expect(record.saidNoAt).toBeNull()
})

it('under "Date opt-in" a no has no day', () => {
  const mapping = { columns: columns.map((field, index) => ({ index, field })), country: 'FR' }
  const reader = recordReader({
    mapping: { ...mapping, repairs: [] },
    defaults,
    sandbox: true,
    mayDateNo: mayDateNo('date opt in'),
  })
  const record = reader(['0639980001', 'non', '12/03/2025', ''], Date.parse('2026-11-25T10:00:00Z'))
  expect(record).toMatchObject({ saysNo: true, saidNoAt: null })
  expect(['date', 'modifie le', 'date opt in', 'date consentement'].map(mayDateNo)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
