// Rules over custom fields, as a table.
import { expect, test } from 'vitest'
import type { CustomType } from '../contract.ts'
import type { CustomOp } from '../contract-segments.ts'
import { fitsValue, readRule } from './fits-values.ts'

const today = () => '2026-12-03'
type Row = readonly [CustomType, CustomOp, string, string | undefined, boolean]
// biome-ignore format: a table reads as a table
const rows: readonly Row[] = [
  ['text', 'is', 'Lyon', 'LYON', true],
  ['text', 'is', 'Évry', 'evry', true],
  ['text', 'is', 'Lyon', 'Lyon 3e', false],
  ['text', 'is_not', 'Lyon', 'Paris', true],
  ['text', 'is_not', 'Lyon', undefined, true],
  ['text', 'contains', 'gold', 'Client Gold 2', true],
  ['text', 'contains', 'gold', undefined, false],
  ['text', 'filled', '', 'x', true],
  ['text', 'filled', '', undefined, false],
  ['text', 'empty', '', undefined, true],
  ['number', 'more', '10', '9.5', false],
  ['number', 'more', '1 234,5', '1234.6', true],
  ['number', 'less', '-2', '-3', true],
  ['number', 'is', '12', '12', true],
  ['amount', 'more', '50 €', '49.90 EUR', false],
  ['amount', 'more', '49', '49.90 EUR', true],
  ['amount', 'more', '49', '80.00 CHF', false],
  ['amount', 'is', '49,90 €', '49.90 EUR', true],
  ['date', 'less', '03/12/2026', '2026-12-02', true],
  ['date', 'more', '03/12/2026', '2026-12-03', false],
  ['date', 'in_days', '7', '2026-12-10', true],
  ['date', 'in_days', '7', '2026-12-11', false],
  ['date', 'in_days', '7', '2026-12-02', false],
  ['date', 'in_days', '0', '2026-12-03', true],
  ['date_time', 'is', '03/12/2026', '2026-12-03T14:30', true],
  ['date_time', 'is', '03/12/2026 14:30', '2026-12-03T14:30', true],
  ['date_time', 'less', '03/12/2026 14:30', '2026-12-03T09:00', true],
  ['date_time', 'in_days', '1', '2026-12-04T09:00', true],
]

test.each(rows)('a %s that %s %s: %s', (type, op, asked, value, fits) => {
  const rule = readRule({ field: 'custom', key: 'k', op, value: asked }, type)
  if (rule === null) throw new Error('the rule reads')
  expect(fitsValue(rule, value === undefined ? undefined : { k: value }, today)).toBe(fits)
})

test.each<[CustomType, CustomOp, string]>([
  ['text', 'less', 'a'],
  ['number', 'contains', '1'],
  ['number', 'is', 'many'],
  ['date', 'is', 'soon'],
  ['date', 'in_days', '-1'],
  ['date', 'in_days', 'week'],
  ['text', 'is', ' '],
])('a %s cannot be asked whether it %s %s', (type, op, value) => {
  expect(readRule({ field: 'custom', key: 'k', op, value }, type)).toBeNull()
})
