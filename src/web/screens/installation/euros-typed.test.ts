// Sums of euros as people type them.
import { expect, test } from 'vitest'
import { eurosTyped } from './euros-typed.ts'

test.each([
  ['0.045', 45_000],
  ['0,045', 45_000],
  [' 0,0455 € ', 45_500],
  ['1', 1_000_000],
  ['10', 10_000_000],
  ['0', 0],
  ['0.000001', 1],
  ['10.01', null],
  ['0.0000001', null],
  ['-1', null],
  ['4,5 ct', null],
  ['', null],
  ['1e3', null],
])('%s', (text, microEur) => {
  expect(eurosTyped(text, 10_000_000)).toBe(microEur)
})
