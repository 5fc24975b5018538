// Columns of a file under the same header are told apart, always in the same way.
import { expect, test } from 'vitest'
import { sensitiveLabels } from './sensitive-labels.ts'

const of = (headers: string[], asked: number[]) =>
  sensitiveLabels(
    headers.map((header) => ({ header })),
    asked.map((index) => ({ index })),
  )

test('each column has a name of its own, and the first keeps its header', () => {
  expect(of(['Mobile', 'Allergie', 'Allergie'], [2, 1])).toEqual(['Allergie (2)', 'Allergie'])
  expect(of(['A', 'A (2)', 'A', 'A'], [0, 1, 2, 3])).toEqual(['A', 'A (2)', 'A (3)', 'A (4)'])
  expect(of(['', 'B', ''], [0, 2])).toEqual(['1', '3'])
  const [first, second] = of(['x'.repeat(300), 'x'.repeat(300)], [0, 1])
  expect([first?.length, second?.length, second?.endsWith(' (2)')]).toEqual([200, 200, true])
})
