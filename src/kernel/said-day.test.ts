// Days as French says them, against what the runtime writes.
import { expect, test } from 'vitest'
import { saidDay } from './said-day.ts'

const french = (options: Intl.DateTimeFormatOptions, at: string) =>
  saidDay(
    'fr',
    new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'UTC' }).format(new Date(at)),
  )

test('in French the first of every month has its ordinal number, however it is written', () => {
  for (let month = 0; month < 12; month += 1) {
    const at = new Date(Date.UTC(2026, month, 1, 11, 1)).toISOString()
    expect(french({ dateStyle: 'long' }, at)).toMatch(/^1er \S+ 2026$/)
    expect(french({ dateStyle: 'medium', timeStyle: 'short' }, at)).toMatch(
      /^1er \S+ 2026,? 11:01$/,
    )
    expect(french({ weekday: 'long', day: 'numeric', month: 'long' }, at)).toMatch(/ 1er \S+$/)
  }
})

test('no other day has one, and English none', () => {
  for (const day of [2, 11, 21, 31]) {
    const at = new Date(Date.UTC(2026, 11, day, 1)).toISOString()
    expect(french({ dateStyle: 'full', timeStyle: 'short' }, at)).not.toContain('er ')
  }
  expect(saidDay('en', '1 December 2026')).toBe('1 December 2026')
})
