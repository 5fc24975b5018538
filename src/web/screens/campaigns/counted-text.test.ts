// What the composer counts is what the check sheet bills.
import { expect, test } from 'vitest'
import { type CountingRoute, countedText, countingRoute } from './counted-text.ts'

const route: CountingRoute = {
  isSandbox: true,
  classes: ['marketing', 'alert'],
  state: 'open',
  concatenation: 'udh8',
  shiftTables: [],
  stopText: 'STOP au 36111',
  stopShortcode: '36111',
}

test('the mention that the route adds counts, and is shown', () => {
  const text = 'a'.repeat(150)
  expect(countedText(text, 'alert', route)).toMatchObject({ plan: { segments: 1 }, mention: null })
  expect(countedText(text, 'marketing', route)).toMatchObject({
    plan: { segments: 2, units: 164 },
    mention: 'STOP au 36111',
  })
  const own = `${'a'.repeat(140)} STOP au 36111`
  expect(countedText(own, 'marketing', route)).toMatchObject({
    plan: { segments: 1 },
    mention: null,
  })
})

test('without a route the text alone is counted', () => {
  expect(countedText('abc', 'marketing', null)).toMatchObject({ plan: { units: 3 }, mention: null })
})

test('the route is one that the account may take for the class', () => {
  const live = { ...route, isSandbox: false, stopText: 'STOP 36222' }
  const closed = { ...live, state: 'closed' as const }
  const alerts = { ...live, classes: ['alert' as const] }
  const asked = { class: 'marketing', isSandboxAccount: false }
  expect(countingRoute([route, closed, alerts, live], asked)).toBe(live)
  expect(countingRoute([route], asked)).toBe(route)
  expect(countingRoute([route, live], { ...asked, isSandboxAccount: true })).toBe(route)
  expect(countingRoute([closed, alerts], asked)).toBeNull()
})
