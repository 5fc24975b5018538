// What people read of their requests by SMS: a table over all sentences, days and letters.
import { expect, test } from 'vitest'
import { encodeGsm7 } from '../../wire/index.ts'
import { tellingText, toldKinds } from './telling-text.ts'

const at = (text: string) => Date.parse(text)
const request = {
  ...{ askedAt: at('2026-11-20T09:00:00Z'), dueAt: at('2026-12-20T09:00:00Z') },
  ...{ pausedAt: null, answeredAt: null },
}
const link = {
  url: 'https://sms.example.org/p/abcdefghijklmnopqrstuv',
  expiresAt: at('2026-12-25T09:00:00Z'),
}
const said = {
  ...({ request, kind: 'received', language: 'fr', controller: 'Tilleuls' } as const),
  ...{ zone: 'Europe/Paris', now: at('2026-11-25T09:00:00Z'), link },
}
const states = {
  runs: {},
  paused: { pausedAt: at('2026-11-21T09:00:00Z') },
  late: { dueAt: at('2026-11-24T09:00:00Z') },
  answered: { answeredAt: at('2026-11-24T10:00:00Z') },
}
const isPlain = (kind: string) => kind === 'received'

test('each telling is written in letters that travel as GSM-7, in both languages', () => {
  for (const kind of toldKinds) {
    for (const language of ['fr', 'en'] as const) {
      for (const state of Object.values(states)) {
        for (const to of isPlain(kind) ? [link, null] : [link]) {
          const changed = { ...request, ...state }
          const text = tellingText({ ...said, kind, language, request: changed, link: to })
          expect([text, encodeGsm7(text).ok]).toEqual([text, true])
          expect(text).not.toMatch(/[{}]/)
        }
      }
    }
  }
})

test.each([
  ['runs', true],
  ['paused', false],
  ['late', false],
  ['answered', false],
] as const)('a day is promised only while the clock runs: %s, %s', (state, isDated) => {
  for (const [language, kind, to] of [
    ['fr', 'received', link],
    ['en', 'received', null],
    ['fr', 'extended', link],
    ['en', 'acknowledged', link],
  ] as const) {
    const changed = { ...request, ...states[state] }
    const text = tellingText({ ...said, kind, language, request: changed, link: to })
    expect(/answer by|y répondrons/.test(text)).toBe(isDated)
  }
})

test('its days are those of the account’s zone, as on the letter and the page', () => {
  const changed = { ...request, askedAt: at('2026-11-20T23:30:00Z') }
  const text = (zone: string) => tellingText({ ...said, zone, request: changed })
  expect(text('Europe/Paris')).toContain('demande du 21/11/2026')
  expect(text('America/Martinique')).toContain('demande du 20/11/2026')
})
