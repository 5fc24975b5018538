// What of a campaign waits for its hours, as the check sheet tells it.
import { expect, test } from 'vitest'
import { heldByHours } from './held-by-hours.ts'

const madeAt = '2026-11-26T05:34:31.000Z'
const at = (territory: string, messages: number, opensAt: string) => ({
  territory,
  zone: 'Europe/Paris',
  messages,
  opensAt,
  closesAt: null,
})

test('early in Paris it is day in Mayotte and night in Guadeloupe', () => {
  const hours = [
    at('FR', 122, '2026-11-26T07:00:00.000Z'),
    at('GP', 1, '2026-11-26T12:00:00.000Z'),
    at('YT', 1, madeAt),
  ]
  const opensAt = Date.parse('2026-11-26T07:00:00.000Z')
  expect(heldByHours({ madeAt, hours })).toEqual({ messages: 123, opensAt })
})

test('where all are in their hours nothing is held', () => {
  const hours = [at('FR', 122, madeAt), at('GP', 1, madeAt)]
  expect(heldByHours({ madeAt, hours })).toEqual({ messages: 0, opensAt: null })
})
