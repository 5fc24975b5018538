// What the law asks of the end of a record, and until when, from tables: the dated rule decides.
import { expect, test } from 'vitest'
import {
  type BreachFacts,
  type BreachLack,
  type BreachRisk,
  type BreachStep,
  breachCountries,
  breachRecord,
} from '../contract-breaches.ts'
import { breachCountryOf, dutyOf, type Rule } from './authorities.ts'
import { lacksOfEnd, lacksOfLetter } from './lacks.ts'
import { letterHtml } from './letters.ts'
import { clockOf, isRunning, siteIn } from './record.ts'

const hourMs = 3_600_000
const knownAt = Date.parse('2026-11-20T18:00:00Z')
const duty = dutyOf('FR', knownAt)
/** As the Digital Omnibus proposes: 96 hours, and high risks alone. */
const proposed: Rule[] = [
  {
    ...{ from: '2018-05-25T00:00:00Z', hours: 72, atRisk: 'risk', peopleAtRisk: 'high' },
    source: 'GDPR',
  },
  {
    ...{ from: '2027-01-01T00:00:00Z', hours: 96, atRisk: 'high', peopleAtRisk: 'high' },
    source: 'as proposed',
  },
]

const whole = (more: Partial<BreachFacts> = {}): BreachFacts => ({
  ...breachRecord.parse({
    ...{ title: 'Export lost', discoveredAt: '2026-11-20T18:00:00Z', scenario: 'lost_device' },
    ...{ kinds: ['confidentiality'], facts: 'A file was lost.', effects: 'Calls.' },
    ...{ measuresTaken: 'Keys turned.', risk: 'none', riskReason: 'Encrypted.' },
    ...{ authorityReason: 'No risk.', untold: 'no_high_risk', untoldReason: 'Encrypted.' },
  }),
  ...more,
})
const ends = (
  record: Partial<BreachFacts>,
  steps: BreachStep[] = [],
  of = duty,
): readonly BreachLack[] => lacksOfEnd({ record: whole(record), steps }, of)

test.each<[string, Partial<BreachFacts>, BreachStep[], BreachLack[]]>([
  ['no risk, with its reasons', {}, [], []],
  ['no risk, without saying why nobody is notified', { authorityReason: '' }, [], ['authority']],
  ['a risk, and the authority untold', { risk: 'risk' }, [], ['authority_due']],
  ['a risk, and the authority notified', { risk: 'risk' }, ['authority_notified'], []],
  [
    'a high risk, and "no high risk" for people',
    { risk: 'high' },
    ['authority_notified'],
    ['people_due'],
  ],
  ['a high risk, all told', { risk: 'high' }, ['authority_notified', 'people_told'], []],
  [
    'a high risk that was neutralised',
    { risk: 'high', untold: 'neutralised' },
    ['authority_notified'],
    [],
  ],
  ['unreadable, and the keys went too', keysWent(), [], ['keys']],
  ['the keys went too, and people were told', keysWent(), ['people_told'], []],
  ['no judgement', { risk: null }, [], ['risk']],
  ['a judgement without reasons', { riskReason: '' }, [], ['risk']],
  ['nothing of people', { untold: null }, [], ['people']],
])('closing with %s', (_name, record, steps, lacks) => {
  expect(ends(record, steps)).toEqual(lacks)
})

function keysWent(): Partial<BreachFacts> {
  return { scenario: 'database_with_keys', untold: 'unreadable' }
}

test('a letter to the authority does not say what the record denies', () => {
  const sender = { name: 'A', address: 'B', contact: 'c@exemple.example', people: 3 }
  const asked = { record: whole({ risk: 'high' }), steps: [], sender, at: knownAt, duty }
  expect(lacksOfLetter('authority', asked)).toEqual(['people_due'])
  expect(lacksOfLetter('people', asked)).toEqual([])
  const late = { ...asked, record: whole(), at: knownAt + 73 * hourMs }
  expect(lacksOfLetter('authority', late)).toEqual(['late_reason'])
})

test.each<[string, BreachRisk, boolean, number]>([
  ['2026-12-31T23:59:59Z', 'none', false, 72],
  ['2026-12-31T23:59:59Z', 'risk', true, 72],
  ['2026-12-31T23:59:59Z', 'high', true, 72],
  ['2027-01-01T00:00:00Z', 'none', false, 96],
  ['2027-01-01T00:00:00Z', 'risk', false, 96],
  ['2027-01-01T00:00:00Z', 'high', true, 96],
])('known at %s with the risk "%s": to notify is %s, within %i hours', (at, risk, isDue, hours) => {
  const of = dutyOf('FR', Date.parse(at), proposed)
  expect(of.dueAt - Date.parse(at)).toBe(hours * hourMs)
  const standing = { record: whole({ risk }), steps: [], state: 'open' as const }
  expect(isRunning(standing, of)).toBe(isDue)
  expect(ends({ risk, untold: 'neutralised' }, [], of)).toEqual(isDue ? ['authority_due'] : [])
  expect(clockOf(standing, of, { at: of.dueAt + 1, notifiedAt: null })).toBe(
    isDue ? 'late' : 'stopped',
  )
})

test('the clock in words: running, met, met late, late', () => {
  const standing = { record: whole({ risk: null }), steps: [], state: 'open' as const }
  const at = (hours: number, notified: number | null) =>
    clockOf(standing, duty, {
      at: knownAt + hours * hourMs,
      notifiedAt: notified === null ? null : knownAt + notified * hourMs,
    })
  expect([at(71, null), at(73, null), at(90, 72), at(90, 74)]).toEqual([
    ...['running', 'late', 'met', 'met_late'],
  ])
})

test('every country that is offered has its authority; territories have that of their law', () => {
  for (const country of breachCountries) {
    const { authority } = dutyOf(country, knownAt)
    expect([country, authority?.name]).toEqual([country, expect.stringMatching(/\S{4,}/)])
    const site = authority?.site ?? null
    if (site === null) continue
    // A site stands here with where and when it was read, or it does not stand here.
    expect([country, site.url, site.source]).toEqual([
      ...[country, expect.stringMatching(/^https:\/\/[a-z0-9.-]+$/)],
      {
        title: expect.stringMatching(/\S{4,}/),
        address: expect.stringMatching(/^https:\/\/\S+$/),
        readOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      },
    ])
    expect(Date.parse(site.source.readOn)).toBeLessThan(Date.now())
  }
  expect(new Set(breachCountries).size).toBe(breachCountries.length)
  expect(['RE', 'NC', 'DE', 'JP'].map(breachCountryOf)).toEqual(['FR', 'FR', 'DE', null])
  expect(dutyOf('JP', knownAt).authority).toBeNull()
})

test('whoever notifies reads where the site comes from, or that it is theirs to check', () => {
  for (const [language, read, unknown] of [
    ['en', 'European Data Protection Board', 'Check which authority'],
    ['fr', 'European Data Protection Board', 'Vérifiez quelle autorité'],
  ] as const) {
    const known = siteIn(language, dutyOf('FR', knownAt))
    expect(known.authorityUrl).toBe('https://www.cnil.fr')
    expect(known.authorityNote).toContain(read)
    expect(known.authorityNote).toContain('2026')
    for (const country of ['DE', 'JP']) {
      const missing = siteIn(language, dutyOf(country, knownAt))
      expect(missing).toEqual({ authorityUrl: '', authorityNote: expect.stringContaining(unknown) })
    }
  }
})

test('Swiss law asks the authority at a high risk alone, and its hours are a recommendation', () => {
  const swiss = dutyOf('CH', knownAt)
  expect([swiss.atRisk, swiss.hours, swiss.isRecommended]).toEqual(['high', 72, true])
  expect(dutyOf('LI', knownAt).isRecommended).toBe(false)
  const standing = { record: whole({ risk: 'risk' }), steps: [], state: 'open' as const }
  expect(isRunning(standing, swiss)).toBe(false)
  expect(ends({ risk: 'risk' }, [], swiss)).toEqual([])
  expect(ends({ risk: 'high', untold: 'neutralised' }, [], swiss)).toEqual(['authority_due'])
  // No reason is owed for a recommendation that was missed.
  const sender = { name: 'A', address: 'B', contact: 'c@exemple.example', people: 3 }
  const asked = { record: whole(), steps: [], sender, at: knownAt + 100 * hourMs, duty: swiss }
  expect(lacksOfLetter('authority', asked)).toEqual([])
})

test.each([
  ['Europe/Paris', '2 December 2026'],
  ['America/Martinique', '1 December 2026'],
])('a letter to people tells its days by the clock of %s', (zone, day) => {
  const at = Date.parse('2026-12-01T23:30:00Z')
  const sender = { name: 'A', address: 'B', contact: 'c@exemple.example', people: 3 }
  const html = letterHtml('people', {
    ...{ language: 'en', number: 1, at, discoveredAt: at, zone, record: whole(), sender },
    ...{ authority: 'CNIL', data: 'numbers', fields: [], accounts: [] },
  })
  expect(html).toContain(`We learned of it on ${day}`)
})
