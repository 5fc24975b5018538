// The register as tables: its days are those that the account’s screens show.
import { expect, test } from 'vitest'
import { controllerWorkbook } from './sheets.ts'

test.each([
  ['Europe/Paris', '1 December 2026'],
  ['America/Martinique', '30 November 2026'],
])('printed by the clock of %s it says %s', (zone, day) => {
  const field = { value: 'X', origin: 'declared' }
  const register = {
    ...{ title: 'Register', readAt: '2026-11-30T23:30:00.000Z', records: [] },
    ...{ controllers: field, address: field, contact: field, dpo: field },
  }
  expect(controllerWorkbook(register as never, 'en', zone).note).toContain(day)
})
