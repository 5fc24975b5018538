// What a recogniser says it needs is what it cannot do without: passing cells over changes nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellOf, heldBy, recognisers } from './index.ts'

const pieces =
  'Mme |Dr. |Durand|zoé|MARTIN|Jean-Pierre|Cie SARL|Lyon|oui|M|A+|diabète| |-|.|, |/|(|_|@|@example.org|https://|0|1|7|06|33|+33 |639980001|06 39 98 00 01|3017620422003|12/03/1985|2024|14h30|12 rue|Dorpsstraat 3|AB-123-CD|FR76|RSSMRA85T10A562S|RSSMRALRTMLASSNS|IDFRADUPONT<<<<<<<<<<<<<<<<<<<<|184127645108946|€|%|12,50|ß|œ|É|²|½|１２|Ａ|ſ|K|Ⅷ|\u00a0|\u202f'.split(
    '|',
  )
const cells = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((some) => some.join(''))

test('no recogniser passes a cell that lacks what it needs', () => {
  fc.assert(
    fc.property(fc.oneof(cells, fc.string({ unit: 'binary', maxLength: 20 })), (raw) => {
      const cell = cellOf(raw)
      const held = heldBy(cell)
      const wrong = recognisers().filter(
        ({ needs, test }) => (held & needs) !== needs && test(cell),
      )
      expect(wrong.map(({ id }) => id)).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})
