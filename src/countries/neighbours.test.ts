// The edges of each neighbour's pack: first and last minute, days off, senders, proof, sources.
import { describe, expect, test } from 'vitest'
import { countries, reviewedRules } from './country-rules.ts'
import { checkHours, holidaysOf, marketingWindow } from './marketing-window.ts'
import { neighbourHolidays } from './neighbour-holidays.ts'
import { zonesOf } from './places.ts'
import { checkSender } from './senders.ts'

const at = (iso: string): number => Date.parse(iso)

type Edge = [why: string, territory: string, at: string, reason: string | null]

// Instants are UTC. January: BE, DE… are at UTC+1, IE, GB, PT at UTC, the Azores at UTC-1.
// biome-ignore format: a table
const edges: Edge[] = [
  ['the first minute in Belgium', 'BE', '2027-01-12T07:00:00Z', null],
  ['the second before it', 'BE', '2027-01-12T06:59:59Z', 'night'],
  ['the last minute', 'BE', '2027-01-12T18:59:59Z', null],
  ['the first forbidden one', 'BE', '2027-01-12T19:00:00Z', 'night'],
  ['Saturday in Belgium', 'BE', '2027-01-16T10:00:00Z', null],
  ['Sunday in Belgium', 'BE', '2027-01-17T10:00:00Z', 'sunday'],
  ['21 July in Belgium', 'BE', '2027-07-21T10:00:00Z', 'holiday'],
  ['21 July in France', 'FR', '2027-07-21T10:00:00Z', null],
  ['1 August in Switzerland', 'CH', '2028-08-01T10:00:00Z', 'holiday'],
  ['St Joseph in Switzerland: some cantons, so all', 'CH', '2027-03-19T10:00:00Z', 'holiday'],
  ['9 May in Luxembourg', 'LU', '2028-05-09T10:00:00Z', 'holiday'],
  ['23 June in Luxembourg', 'LU', '2027-06-23T10:00:00Z', 'holiday'],
  ['31 October in Germany: some Länder, so all', 'DE', '2028-10-31T10:00:00Z', 'holiday'],
  ['Repentance Day 2027 in Germany', 'DE', '2027-11-17T10:00:00Z', 'holiday'],
  ['the day before it', 'DE', '2027-11-16T10:00:00Z', null],
  ['26 October in Austria', 'AT', '2027-10-26T10:00:00Z', 'holiday'],
  ['26 October in Germany', 'DE', '2027-10-26T10:00:00Z', null],
  ['Friday 20:59 in Madrid', 'ES', '2027-01-15T19:59:59Z', null],
  ['Friday 21:00 in Madrid', 'ES', '2027-01-15T20:00:00Z', 'night'],
  ['09:30 in Madrid is 08:30 in the Canaries', 'ES', '2027-01-15T08:30:00Z', 'night'],
  ['10:00 in Madrid, 09:00 in the Canaries', 'ES', '2027-01-15T09:00:00Z', null],
  ['Saturday in Spain', 'ES', '2027-01-16T12:00:00Z', 'day_off'],
  ['12 October in Spain', 'ES', '2027-10-12T10:00:00Z', 'holiday'],
  ['1 November 2026 was a Sunday: the Monday after, in Spain', 'ES', '2026-11-02T10:00:00Z', 'holiday'],
  ['25 April in Italy', 'IT', '2028-04-25T10:00:00Z', 'holiday'],
  ['08:30 in Lisbon is 07:30 in the Azores', 'PT', '2027-01-12T08:30:00Z', 'night'],
  ['09:00 in Lisbon, 08:00 in the Azores', 'PT', '2027-01-12T09:00:00Z', null],
  ['19:59 in Lisbon', 'PT', '2027-01-12T19:59:59Z', null],
  ['20:00 in Lisbon, 19:00 in the Azores', 'PT', '2027-01-12T20:00:00Z', 'night'],
  ['10 June in Portugal', 'PT', '2027-06-10T12:00:00Z', 'holiday'],
  ['King’s Day 2027', 'NL', '2027-04-27T10:00:00Z', 'holiday'],
  ['27 April 2031 is a Sunday: the Saturday before', 'NL', '2031-04-26T10:00:00Z', 'holiday'],
  ['St Brigid 2027: the first Monday', 'IE', '2027-02-01T10:00:00Z', 'holiday'],
  ['St Brigid 2030: a Friday', 'IE', '2030-02-01T10:00:00Z', 'holiday'],
  ['26 December 2026 is a Saturday: the Monday, in Ireland', 'IE', '2026-12-28T10:00:00Z', 'holiday'],
  ['the last Monday of August in Britain', 'GB', '2027-08-30T10:00:00Z', 'holiday'],
  ['12 July in Britain: Northern Ireland, so all', 'GB', '2027-07-12T10:00:00Z', 'holiday'],
  ['Christmas 2027 is a Saturday: the Monday and the Tuesday', 'GB', '2027-12-28T10:00:00Z', 'holiday'],
  ['Christmas Eve in Poland', 'PL', '2027-12-24T10:00:00Z', 'holiday'],
  ['Christmas Eve in Germany', 'DE', '2027-12-24T10:00:00Z', null],
  ['summer time in Poland', 'PL', '2027-07-13T17:59:59Z', null],
]

test.each(edges)('%s', (_why, territory, when, reason) => {
  expect(marketingWindow(territory, at(when)).reason).toBe(reason)
})

const neighbours = countries.filter((rules) => rules.reviewed && rules.country !== 'FR')

test('twelve neighbours have a complete pack, with clocks and a calendar', () => {
  expect(neighbours).toHaveLength(12)
  for (const { country } of neighbours) {
    expect(zonesOf(country).length, country).toBeGreaterThan(0)
    expect(holidaysOf(country, 2027).length, country).toBeGreaterThanOrEqual(9)
  }
})

test('consent is the only legal basis, and no other is open by default', () => {
  for (const rules of countries) {
    if (rules.reviewed) expect(rules.marketing.legalBases.value, rules.country).toEqual(['opt_in'])
  }
  expect(reviewedRules('IT')?.marketing.optionalLegalBases.value).toEqual([])
  expect(reviewedRules('PL')?.marketing.optionalLegalBases.value).toEqual([])
})

test('nobody widens: not the hours, not a Sunday, not a holiday', () => {
  const account = {
    hours: { from: '06:00', until: '23:00' },
    sundays: true,
    publicHolidays: true,
    days: ['sun', 'sat', 'mon'] as const,
  }
  for (const { country } of neighbours) {
    expect(checkHours(country, { from: '08:00', until: '22:00' })).toBe('hours_beyond_ceiling')
    for (const when of ['2027-01-17T12:00:00Z', '2027-12-25T12:00:00Z', '2027-01-18T21:30:00Z']) {
      expect(marketingWindow(country, at(when), { account }).open, `${country} ${when}`).toBe(false)
    }
  }
})

test('an account takes days away, and with all of them never sends', () => {
  const monday = at('2027-01-18T12:00:00Z')
  expect(marketingWindow('BE', monday, { account: { days: ['mon'] } }).open).toBe(true)
  const tuesday = marketingWindow('BE', monday, { account: { days: ['tue'] } })
  expect(tuesday).toMatchObject({ open: false, reason: 'day_off' })
  expect(tuesday.opensAt).toBe(at('2027-01-19T07:00:00Z'))
  expect(marketingWindow('BE', monday, { account: { days: [] } }).opensAt).toBeNull()
})

// ages from the tracker, or remembered and then marked so.
test.each([
  ['FR', 15],
  ['BE', 13],
  ['DE', 16],
  ['ES', 14],
  ['IT', 14],
  ['NL', 16],
  ['LU', 16],
  ['AT', 14],
  ['PT', 13],
  ['PL', 16],
  ['IE', 16],
  ['GB', 13],
  ['CH', 16],
])('the age of consent in %s is %i', (country, age) => {
  expect(reviewedRules(country)?.ageOfConsent.value).toBe(age)
})

// Germany and Austria ask for proof from the telephone itself.
test.each([
  ['DE', 2],
  ['AT', 2],
  ['FR', 1],
  ['BE', 1],
  ['ES', 1],
])('marketing to %s rests on proof of level %i at least', (country, level) => {
  expect(reviewedRules(country)?.marketing.minimumProof.value).toBe(level)
})

describe('senders', () => {
  test.each([
    ['BE', 'MABOUTIQUE', 'sender_name_overwritten', false],
    ['BE', '8123', null, false],
    ['BE', '+32470123456', null, false],
    ['BE', '+33612345678', 'sender_foreign_number', false],
    ['ES', 'MITIENDA', null, true],
    ['IT', 'NEGOZIO', null, true],
    ['IE', 'MYSHOP', null, true],
    ['AT', 'MEINSHOP', null, true],
    ['DE', 'MEINSHOP', null, false],
    ['GB', 'MY-SHOP_1', null, false],
    ['GB', 'VERIFY', 'sender_generic', false],
    ['GB', '+15005550006', 'sender_foreign_number', false],
    ['NL', 'INFO', 'sender_generic', false],
    ['PL', 'A', 'sender_too_short', false],
    ['CH', 'MEINLADENZUERICH', 'sender_too_long', false],
    ['PT', 'LOJA 1', 'sender_bad_character', false],
    ['LU', 'BUTTEK', null, false],
  ])('in %s %s: %s', (country, name, refusal, needsEvidence) => {
    const reading = checkSender(name, country)
    expect(reading.refusal).toBe(refusal)
    if (refusal === null) expect(reading.needsAuthorisation).toBe(needsEvidence)
  })
})

test('moving days of 2027 are those of the official calendars', () => {
  const dates = (country: string) =>
    new Set(neighbourHolidays(country, 2027).map(({ date }) => date))
  expect(dates('DE')).toContain('2027-05-27')
  expect(dates('AT')).toContain('2027-05-06')
  expect(dates('GB')).toContain('2027-03-26')
  expect(dates('IE')).toContain('2027-10-25')
  expect(dates('PL')).toContain('2027-05-27')
})
