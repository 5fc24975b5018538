// The cheap look before the costly ones: it may ask in vain,
// and never keeps a pattern from its find.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileClassifier } from './classify-file.ts'
import { fold } from './fold.ts'
import { isPhone, isStreetAddress } from './recognisers/contact-points.ts'
import { specialWordIn } from './special-words.ts'
import { birthInText, holdsStreet, mayHoldTitle, phoneInText } from './text-patterns.ts'
import { marks, marksOf } from './word-endings.ts'

const pieces =
  'Mme |M. |madame |sr |Sig.ra |maître |Doña |ém. |d’|Ornano|Durand|tél|Tel|tel : |portn° |GSM:|mobile no |móvil |handy |06 39 98 00 01|+33 6|0639980001|né le |née |n(é)e le|ddn |geb. am |nacido el |nato il |born on |date de naissance : |12/03/1985|12 |rue |av. |bd |Hauptstraße 12|weg 3|calle |c/ |v.le |p.zza |Am Alten Markt 3|BP 12|postfach |lieu-dit |rond point |diabète|asthme|CGT|ver.di|ev.|cfe-cgc|gay|n-va|œ|ß|É|İ|ı|ſ|K|e\u0301|…|’|\u00a0|\u202f|é|a|n|o| |.|-|:|,|;|2|0'.split(
    '|',
  )
const cells = fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((some) => some.join(''))
const codesOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))

test('what a pattern finds bears its mark', () => {
  fc.assert(
    fc.property(cells, (cell) => {
      const marked = marksOf(codesOf(cell), 0, cell.length)
      const folded = fold(cell)
      const isStreet = isStreetAddress(folded) || holdsStreet(cell, folded)
      const isCalled = /\p{L}/u.test(cell) && isPhone(cell.trim())
      const isSpoken = !/\d{10}|0\d(?:.?\d\d){4}|\+/u.test(cell) && phoneInText.test(cell)
      const found =
        (isStreet ? marks.street : 0) |
        (mayHoldTitle.test(cell) ? marks.title : 0) |
        (birthInText.test(cell) ? marks.birth : 0) |
        (specialWordIn(folded) === null ? 0 : marks.special)
      expect(marked & found).toBe(found)
      if (isCalled || isSpoken) expect(marked & (marks.phone | marks.accent)).not.toBe(0)
    }),
    { numRuns: 5_000 },
  )
})

test('a record is judged the same out of a text and out of its cells', () => {
  const rows = fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { maxLength: 20 })
  fc.assert(
    fc.property(rows, (records) => {
      const header = ['Note', 'Produit', 'Code', 'Remarque']
      const apart = new FileClassifier(header, records)
      const within = new FileClassifier(header, records)
      for (const cells of records) {
        const text = `Mme\t${cells.join('\t')}\n12 rue`
        const written = { text, codes: codesOf(text), delimiter: 9 }
        const [from, until] = [4, text.indexOf('\n')]
        expect(within.rowWritten(written, from, until)).toBe(apart.row(cells))
      }
      expect(within.finish()).toEqual(apart.finish())
    }),
    { numRuns: 200 },
  )
})
