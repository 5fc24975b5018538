// What a row claims of consent, and the first thing that it lacks.
import { describe, expect, test } from 'vitest'
import type { WordingId } from '../../kernel/index.ts'
import {
  type ConsentCells,
  type ConsentDefaults,
  judgeConsent,
  readDate,
  readObjection,
  wordingKey,
} from './consent-claim.ts'

const now = Date.parse('2026-11-25T09:00:00Z')
const wording = '0191e000-0000-7000-8000-000000000001' as WordingId
const other = '0191e000-0000-7000-8000-000000000002' as WordingId
const zone = 'Europe/Paris'
const defaults: ConsentDefaults = {
  zone,
  wholeFile: false,
  wordingId: wording,
  givenAt: null,
  source: null,
  wordings: new Map([[wordingKey('J’accepte les SMS de Lumen.'), other]]),
}
const full: ConsentCells = { given: 'oui', date: '12/03/2026', source: 'caisse', wording: null }

// biome-ignore format: each line differs in one thing from the first
const table: readonly (readonly [Partial<ConsentCells>, Partial<ConsentDefaults>, string])[] = [
  [{}, {}, 'proven'],
  [{ given: 'non' }, {}, 'consent_not_given'],
  [{ given: '' }, {}, 'consent_not_given'],
  [{ given: 'peut-être' }, {}, 'consent_answer_unclear'],
  [{ given: null, date: null }, {}, 'no_proof_of_consent'],
  [{ given: null }, {}, 'proven'],
  [{ given: null, date: null }, { wholeFile: true }, 'consent_without_date'],
  [{ given: null, date: null, source: null }, { wholeFile: true, givenAt: now - 1, source: 'bulletin' }, 'proven'],
  [{ date: '31/02/2026' }, {}, 'consent_date_unreadable'],
  [{ date: '' }, {}, 'consent_without_date'],
  [{ date: '' }, { givenAt: now - 1 }, 'proven'],
  [{ objected: ['none', 'doubtful'] }, {}, 'consent_answer_unclear'],
  [{ given: 'non', objected: ['doubtful'] }, {}, 'consent_not_given'],
  [{ objected: ['clear'] }, { wholeFile: true }, 'consent_not_given'],
  [{ objected: ['none'] }, {}, 'proven'],
  [{ date: '12/03/2026 (désabonné)' }, {}, 'consent_not_given'],
  [{ given: 'Opt-out SMS' }, {}, 'consent_not_given'],
  [{ given: 'SMS à voir' }, {}, 'consent_answer_unclear'],
  [{ date: '26/11/2026' }, {}, 'consent_date_in_future'],
  [{ source: '' }, {}, 'consent_without_source'],
  [{ source: null }, { source: 'site' }, 'proven'],
  [{}, { wordingId: null }, 'consent_without_wording'],
  [{ wording: 'Newsletter' }, {}, 'consent_wording_unknown'],
  [{ wording: 'J’ACCEPTE les  SMS de Lumen.' }, { wordingId: null }, 'proven'],
]

describe('a claim', () => {
  for (const [cells, changed, outcome] of table) {
    test(`${JSON.stringify(cells)} ${JSON.stringify(changed)} is ${outcome}`, () => {
      const claim = judgeConsent({ ...full, ...cells }, { ...defaults, ...changed }, now)
      expect(claim.kind === 'proven' ? 'proven' : claim.reason).toBe(outcome)
    })
  }

  test('takes the wording that the row names, not the file’s', () => {
    const claim = judgeConsent({ ...full, wording: 'J’accepte les SMS de Lumen.' }, defaults, now)
    expect(claim).toMatchObject({ kind: 'proven', wordingId: other })
  })
})

test('a column of objections is read as a person reads it', () => {
  const said = (...cells: string[]) => [
    ...new Set(cells.map((cell) => readObjection(cell, { zone, now }))),
  ]
  expect(said('', ' ', '-', 'non', '0', 'false', '0000-00-00 00:00:00', 'NULL')).toEqual(['none'])
  expect(said('oui', 'x', '1', 'STOP', 'désabonné', '12/03/2025', '2025-03-12T10:00:00Z')).toEqual([
    'clear',
  ])
  expect(said('oui ?', 'à voir', '2', '12/03/2031', '12/03/2025 non', 'abonné')).toEqual([
    'doubtful',
  ])
})

test.each([
  // An hour is that of the account's clock, in winter and in summer.
  ['12/03/2026 14:30', 'Europe/Paris', '2026-03-12T13:30'],
  ['12/07/2026 14h30', 'Europe/Paris', '2026-07-12T12:30'],
  ['2026-03-12 21:00:00', 'America/Martinique', '2026-03-13T01:00'],
  ['2026-03-12T08:00', 'Pacific/Noumea', '2026-03-11T21:00'],
  // The hour that the clock skips, and one of the night in which it is set back.
  ['2026-03-29 02:30', 'Europe/Paris', '2026-03-29T01:30'],
  ['2026-10-25 01:30', 'Europe/Paris', '2026-10-24T23:30'],
  // A zone that the file names counts.
  ['2026-03-12T14:30:00Z', 'Europe/Paris', '2026-03-12T14:30'],
  ['2026-03-12T14:30:05.123Z', 'America/Martinique', '2026-03-12T14:30'],
  ['2026-03-12 14:30:00 UTC', 'Europe/Paris', '2026-03-12T14:30'],
  ['2026-03-12T14:30:00+01:00', 'Indian/Reunion', '2026-03-12T13:30'],
  ['2026-03-12 14:30:00.5+0530', 'Europe/Paris', '2026-03-12T09:00'],
  ['2026-03-12 22:30:00-04', 'Europe/Paris', '2026-03-13T02:30'],
  ['2026-03-12T00:00:00+01:00', 'Europe/Paris', '2026-03-11T23:00'],
  // A day without an hour is the same day everywhere.
  ['2026-03-12', 'Pacific/Noumea', '2026-03-12T00:00'],
  ['12/03/2026 00:00', 'America/Martinique', '2026-03-12T00:00'],
])('%s in %s is %s UTC', (cell, of, read) => {
  expect(new Date(readDate(cell, of) ?? Number.NaN).toISOString().slice(0, 16)).toBe(read)
})

test.each([
  // Nine in the morning of 26 November in Nouméa.
  ['2026-11-25T22:00:00Z', 'Pacific/Noumea', '26/11/2026', '2026-11-25T13:00'],
  ['2026-11-25T22:00:00Z', 'Pacific/Noumea', '26/11/2026 08:30', '2026-11-25T21:30'],
  ['2026-11-25T22:00:00Z', 'Pacific/Noumea', '26/11/2026 09:30', null],
  ['2026-11-25T22:00:00Z', 'Pacific/Noumea', '27/11/2026', null],
  // Nine in the evening of 25 November in Martinique.
  ['2026-11-26T01:00:00Z', 'America/Martinique', '25/11/2026 20:30', '2026-11-26T00:30'],
  ['2026-11-26T01:00:00Z', 'America/Martinique', '26/11/2026', null],
  ['2026-11-26T01:00:00Z', 'America/Martinique', '25/11/2026', '2026-11-25T00:00'],
  ['2026-11-25T13:30:00Z', 'Europe/Paris', '25/11/2026 14:20', '2026-11-25T13:20'],
])('at %s in %s, "%s" is %s', (at, of, date, given) => {
  const here = { zone: of, now: Date.parse(at) }
  const claim = judgeConsent({ ...full, date }, { ...defaults, zone: of }, here.now)
  if (given === null) expect(claim).toMatchObject({ reason: 'consent_date_in_future' })
  else expect(claim).toMatchObject({ kind: 'proven', givenAt: Date.parse(`${given}Z`) })
  expect(readObjection(date, here)).toBe(given === null ? 'doubtful' : 'clear')
})

test('dates are day first, ISO, with or without an hour', () => {
  const iso = (cell: string) => {
    const at = readDate(cell, zone)
    return at === null ? null : new Date(at).toISOString().slice(0, 16)
  }
  expect(iso('12/03/2026')).toBe('2026-03-12T00:00')
  expect(iso('12.3.26')).toBe('2026-03-12T00:00')
  expect(iso('2026-03-12')).toBe('2026-03-12T00:00')
  expect(iso('2026-03-12 10:45:00')).toBe('2026-03-12T09:45')
  expect(iso('12/03/2026 à midi')).toBe('2026-03-12T00:00')
  expect(iso('2026-02-30')).toBeNull()
  expect(iso('hier')).toBeNull()
  expect(iso('03/2026')).toBeNull()
})

describe('texts are the same', () => {
  const shown = 'J’accepte les offres « Lumen » par SMS : oui !'
  test.each([
    'j\'accepte les offres "Lumen" par SMS : oui !',
    'J`accepte  les offres «Lumen» par SMS\u00a0: oui\u202f!',
    'J’ACCEPTE LES OFFRES “LUMEN” PAR SMS: OUI!',
    ' J´accepte les\noffres "lumen" par sms : oui ! ',
  ])('%s', (written) => {
    expect(wordingKey(written)).toBe(wordingKey(shown))
  })
  test('and different where a word is', () => {
    expect(wordingKey('J’accepte les offres par e-mail')).not.toBe(
      wordingKey('J’accepte les offres par SMS'),
    )
  })
})
