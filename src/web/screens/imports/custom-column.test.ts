// The type that is offered for a new field, by what is seen of its cells.
import { expect, test } from 'vitest'
import { likelyType } from './custom-column.tsx'

// biome-ignore format: a table reads as a table
const table: readonly (readonly [readonly string[], string])[] = [
  [['03/12/2026', '04/12/2026'], 'date'],
  [['2026-12-03'], 'date'],
  [['03/12/2026 14:30', '04/12/2026 9h', ''], 'date_time'],
  [['0•/••/•••• ••:••'], 'date_time'],
  [['2026-12-03T14:30:00'], 'date_time'],
  [['4•,•• €', '1 •••,•• €'], 'amount'],
  [['£12'], 'amount'],
  // A number may be a file's, whose zeros count: text keeps them.
  [['1••'], 'text'],
  [['03/12/2026', 'bientôt'], 'text'],
  [['', ' '], 'text'],
  [[], 'text'],
]

test.each(table)('%j looks like %s', (sample, type) => {
  expect(likelyType(sample)).toBe(type)
})
