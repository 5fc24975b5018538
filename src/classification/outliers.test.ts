// What stands in a column where nobody looks for it, and rows that are no header.
import { describe, expect, test } from 'vitest'
import { FileClassifier, findHeader } from './index.ts'

const columns: Readonly<Record<string, (row: number) => string>> = {
  Référence: (row) => `REF-${row}`,
  EAN: (row) => String(3_017_620_000_000 + row),
  Prix: (row) => `${row % 90},50`,
  Quantité: (row) => String(row % 40),
  Note: (row) => ['RAS', 'ok', 'livré le 12/03/2026', 'à revoir'][row % 4] ?? '',
}

/** Three thousand records about goods, with one cell that is not: after the sampled rows. */
function lettersWith(header: string, cell: string): string {
  const headers = Object.keys(columns)
  const rows = Array.from({ length: 3_000 }, (_, row) => {
    return headers.map((name) => columns[name]?.(row) ?? '')
  })
  const odd = rows[2_500]
  if (odd !== undefined) odd[headers.indexOf(header)] = cell
  const classifier = new FileClassifier(headers, rows.slice(0, 2_000))
  return rows.map((row) => classifier.row(row)).join('')
}

describe.each(Object.keys(columns))('one odd cell under %s', (header) => {
  test.each([
    ['S', '295109912611193'],
    ['S', '2 95 10 99 126 111 93'],
    ['S', 'RCCMNL83S18D969H'],
    ['S', '756.9217.0769.85'],
    ['S', '12345678Z'],
    ['S', 'X-1234567-L'],
    ['S', 'BSN 111222333'],
    ['S', 'voir Mme Kervadec'],
    ['S', 'sig.ra Rossi'],
    ['S', 'mevr. van den Berg'],
    ['C', 'x.y@example.org 06 39 98 12 34'],
  ])('%s: %s', (letter, cell) => {
    const letters = lettersWith(header, cell)
    expect(letters[2_500]).toBe(letter)
    expect(letters.replaceAll('N', '')).toBe(letter)
  })
})

describe('a civility and a name that are all of a cell', () => {
  const places = ['Lyon', 'Brest', 'Saint-Malo', 'Nantes']
  test.each([
    [
      'Produit',
      ['Chaise rouge', 'Table basse', 'Lampe de bureau', 'Tapis bleu'],
      'Mme Kervadec',
      'S',
    ],
    ['Ville', places, 'M. Ygouf', 'S'],
    ['Site', ['https://a.example', 'https://b.example'], 'Frau Velmorois', 'S'],
    ['Produit', ['Gel douche', 'Savon noir', 'Éponge'], 'Mr Propre', 'N'],
    ['Ville', places, 'Sainte-Adresse', 'N'],
  ])('%s', (header, cells, odd, letter) => {
    const rows = Array.from({ length: 40 }, (_, row) => [
      `R${row}`,
      cells[row % cells.length] ?? '',
    ])
    rows[31] = ['R31', odd]
    const classifier = new FileClassifier(['Code', header], rows)
    expect(rows.map((row) => classifier.row(row)).join('')[31]).toBe(letter)
  })
})

test('codes made of eight digits and a letter are codes, whichever pass a check', () => {
  const rows = Array.from({ length: 200 }, (_, row) => [
    `${10_000_000 + row * 7}${'ABCDEFGH'[row % 8]}`,
  ])
  const classifier = new FileClassifier(['Référence'], rows)
  expect(new Set(rows.map((row) => classifier.row(row)))).toEqual(new Set(['N']))
})

describe('a column without a title', () => {
  const typeOf = (cells: readonly string[]) => {
    const rows = cells.map((cell) => [cell])
    return new FileClassifier(null, rows).columns()[0]?.type
  }

  test('is of national numbers when chance would not let all of them pass', () => {
    const pesels = ['44051401359', '02070803628', '44051401458', '55030101193', '55030101230']
    expect(typeOf([...pesels, '44051401359'])).toBe('national_id')
    expect(typeOf(['44051401358', ...pesels])).not.toBe('national_id')
  })

  test('is of names when a first name was cut to its letter', () => {
    expect(typeOf(['O. Velmorois', 'P. Ostrabec', 'J.-P. Mirgault', 'R. Ygouf'])).toBe('name')
  })
})

describe('the header', () => {
  test('is no row whose words come again below', () => {
    const rows = [
      ['Mot', 'Nature'],
      ['victoire', 'nom'],
      ['pierre', 'nom'],
      ['abaisser', 'verbe'],
      ['marcher', 'verbe'],
      ['prudence', 'nom'],
      ['courir', 'verbe'],
      ['rose', 'nom'],
    ]
    expect(findHeader(rows)).toEqual({ headerIndex: 0, titleLines: 0 })
    expect(findHeader(rows.slice(1))).toEqual({ headerIndex: null, titleLines: 0 })
  })

  test('is a word above names that it is not one of', () => {
    const names = ['Jean Martin', 'Sophie Bernard', 'Karim Benali', 'Luc Petit', 'Marie Durand']
    const rows = [['Qui ?', 'Quoi ?'], ...names.map((name) => [name, 'badge'])]
    expect(findHeader(rows)).toEqual({ headerIndex: 0, titleLines: 0 })
  })

  test('says nothing when it is the number of a column', () => {
    const rows = [
      ['295109912611193', 'a'],
      ['253072B07300470', 'b'],
    ]
    const [first] = new FileClassifier(['Colonne 1', 'Column B'], rows).columns()
    expect(first?.type).toBe('nir')
  })
})
