// Files as they come: classes, types, verdicts of records, and the traps.
import { describe, expect, test } from 'vitest'
import { FileClassifier, lawSentence } from './index.ts'

type Rows = readonly (readonly string[])[]
function classify(header: readonly string[] | null, rows: Rows) {
  const classifier = new FileClassifier(header, rows)
  const letters = rows.map((row) => classifier.row(row)).join('')
  const { columns, verdict } = classifier.finish()
  return { types: columns.map(({ type }) => type), columns, verdict, letters }
}

const people = [
  ['Martin', 'Sophie', '06 39 98 00 01'],
  ['Durand', 'Jean', '06.39.98.00.02'],
  ['Lefèvre', 'Zoé', '0639980003'],
  ['Petit', 'Luc', '+33 6 39 98 00 04'],
]

describe('the rule of the notice', () => {
  test('a name suffices alone', () => {
    expect(classify(['Nom', 'Prénom', 'Tél'], people)).toMatchObject({
      types: ['last_name', 'first_name', 'phone'],
      verdict: 'personal_by_itself',
      letters: 'SSSS',
    })
  })

  test('a number alone identifies nobody, with an e-mail it does', () => {
    const rows = [
      ['0639980001', 'a@example.org'],
      ['0639980002', ''],
      ['', 'b@example.org'],
    ]
    expect(classify(['Mobile', 'E-mail'], rows)).toMatchObject({
      verdict: 'personal_by_combination',
      letters: 'CNN',
    })
    expect(classify(['Mobile'], [['0639980001']])).toMatchObject({ verdict: 'not_personal' })
  })

  test('two numbers are one kind of data', () => {
    const rows = [['0639980001', '0145678910']]
    expect(classify(['Mobile', 'Tél. fixe'], rows)).toMatchObject({ letters: 'N' })
  })

  test('a postal address and a number combine', () => {
    const rows = [['12 rue des Lilas', '75011', 'Paris', '0639980001']]
    expect(classify(['Adresse', 'CP', 'Ville', 'Tél'], rows)).toMatchObject({ letters: 'C' })
  })

  test('special and bank data stand on axes of their own', () => {
    const rows = [
      ['0639980001', 'diabète', 'FR1420041010050500013M02606'],
      ['0639980002', 'asthme', ''],
    ]
    const found = classify(['Mobile', 'Pathologie', 'IBAN'], rows)
    expect(found.columns.map((column) => column.class)).toEqual([
      'linkable',
      'special',
      'financial',
    ])
    expect(found.letters).toBe('NN')
  })

  test('an empty or blank cell is nothing', () => {
    const rows = [
      ['Martin', '0639980001'],
      ['-', '0639980002'],
      ['n/a', ''],
      ['Inconnu', '0639980003'],
    ]
    expect(classify(['Nom', 'Tél'], rows).letters).toBe('SNNN')
  })
})

describe('a column of names', () => {
  test('holds lines that are nobody', () => {
    const names = [
      'Castagné Bernard',
      'Somma Lucia',
      'Total zona 2',
      'suma molino 2',
      'HS (borne élec.)',
      'vervallen',
      'à venir',
    ]
    expect(
      classify(
        ['Adhérent'],
        names.map((name) => [name]),
      ).letters,
    ).toBe('SSNNNNN')
  })

  test('holds whoever walks in and places to fill, and people called like them', () => {
    const names = [
      'Castagné Bernard',
      'Client de passage',
      'Laufkundschaft',
      'walk-in',
      'Extra ?',
      'pool',
      'Aushilfe (Jonas M.)',
      'Pool',
      'Springer',
    ]
    expect(
      classify(
        ['Adhérent'],
        names.map((name) => [name]),
      ).letters,
    ).toBe('SNNNNNSSS')
  })

  test('holds firms, and firms that say who they are', () => {
    const names = [
      'Castagné Bernard',
      'Mme Pujol',
      'Labatut Didier',
      'Vigouroux Mathilde',
      'Durand Zoé',
      'EARL des Lilas',
      'EARL Van Hecke (Luc)',
      'Schmitt (Cabinet)',
      'Sanchez père et fils',
      'Coop. – voir Didier',
    ]
    expect(
      classify(
        ['Adhérent'],
        names.map((name) => [name]),
      ).letters,
    ).toBe('SSSSSNSSSS')
  })
})

test('what somebody would not answer is nothing', () => {
  const rows = [
    ['12/03/1954', '4 allée Rameau, 93270 Sevran'],
    ['non rép.', '6 allée Rameau, 93270 Sevran'],
    ['refuse', '11 rue Lalo, 93270 Sevran'],
    ['01/01/1971', 'non rép.'],
  ]
  expect(classify(['Jour de naissance', 'Adresse'], rows).letters).toBe('CNNN')
})

test('a business among numbers of people is nobody', () => {
  const rows = [['59110425551'], ['82032739004'], ['00270926077'], ['5080373466']]
  expect(classify(['PESEL/NIP'], rows).letters).toBe('SSSN')
})

describe('files without a header', () => {
  test('are typed by their values', () => {
    const rows = people.map((row, index) => [...row, `p${index}@example.org`, 'Lyon', '69003'])
    expect(classify(null, rows).types).toEqual([
      'last_name',
      'first_name',
      'phone',
      'email',
      'city',
      'postal_code',
    ])
  })

  test('with unknown family names beside first names', () => {
    const rows = ['Xyloprat', 'Quervoz', 'Brunelin', 'Ostreval', 'Kmitz'].map((name, index) => [
      ['Luc', 'Ana', 'Zoé', 'Paul', 'Marie'][index] ?? '',
      name,
    ])
    expect(classify(null, rows).types).toEqual(['first_name', 'last_name'])
  })

  test('birthdays are told from other dates', () => {
    const born = ['1958', '1964', '1971', '1975', '1983', '1990', '1996', '2001', '2004', '1969']
    const rows = born.map((year, index) => [`0${(index % 9) + 1}/03/${year}`, '12/03/2024'])
    expect(classify(null, rows).types).toEqual(['birth_date', 'date'])
  })
})

describe('traps', () => {
  test('a shop’s stock is not personal', () => {
    const rows = [
      ['Chaise Martin', '12,50', '3', '3017620422003'],
      ['Lampe Alice', '99,00', '4', '4006381333931'],
      ['Table basse', '120,00', '2', '3017620422003'],
    ]
    expect(classify(['Nom', 'Prix', 'Stock', 'EAN'], rows)).toMatchObject({
      verdict: 'not_personal',
      letters: 'NNN',
    })
    expect(classify(null, rows).verdict).toBe('not_personal')
  })

  test('order numbers, chips, UUIDs and SIRETs identify nobody', () => {
    const rows = [
      [
        'CMD-2024-0001',
        '250269604000001',
        '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
        '13002526500013',
      ],
      [
        'CMD-2024-0002',
        '250269604000002',
        '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
        '35600000049837',
      ],
    ]
    expect(classify(['Commande', 'Puce', 'uuid', 'SIRET'], rows).verdict).toBe('not_personal')
    expect(classify(null, rows).verdict).toBe('not_personal')
  })

  test('ten-digit order numbers that begin with 06 are not telephones', () => {
    const rows = Array.from({ length: 50 }, (_, index) => [`06${39_980_000 + index * 17}`, 'x'])
    expect(classify(['N° commande', 'Statut'], rows).types[0]).toBe('order_number')
    expect(classify(['N° commande', 'Statut'], rows).verdict).toBe('not_personal')
  })

  test('cities, companies and products with people’s names are theirs', () => {
    const rows = [
      ['Martin SARL', 'Nancy'],
      ['Dupont & Fils', 'Florence'],
      ['Garage Bernard', 'Charlotte'],
    ]
    expect(classify(['Société', 'Ville'], rows).verdict).toBe('not_personal')
    expect(classify(null, rows).verdict).toBe('not_personal')
  })

  test('capital letters do not make a name', () => {
    const rows = [['ROUGE VIF'], ['BLEU NUIT'], ['VERT POMME']]
    expect(classify(null, rows).verdict).toBe('not_personal')
  })

  test('a header that the values deny does not rule', () => {
    const rows = [['oui'], ['non'], ['oui'], ['non']]
    expect(classify(['Email'], rows).types).toEqual(['boolean'])
    const models = [['Galaxy S21'], ['iPhone 13'], ['Pixel 7'], ['Nokia 3310']]
    expect(classify(['Téléphone'], models).verdict).toBe('not_personal')
  })
})

describe('every cell counts', () => {
  test('an identifier in one row of 100,000 is found', () => {
    const rows: string[][] = []
    for (let index = 0; index < 100_000; index += 1) {
      rows.push([String(index), 'Chaise en bois', 'REF-1', 'rien à signaler'])
    }
    rows[77_123] = ['77123', 'Chaise', 'REF-1', 'n° sécu 2 95 10 99 126 111 93']
    const classifier = new FileClassifier(['id', 'produit', 'ref', 'note'], rows.slice(0, 2_000))
    const letters = rows.map((row) => classifier.row(row))
    expect(letters[77_123]).toBe('S')
    expect(classifier.finish()).toMatchObject({
      verdict: 'personal_by_itself',
      rowCounts: { S: 1, C: 0, N: 99_999 },
    })
  })

  test('notes are read: a number and an e-mail, a civility and a name', () => {
    const rows = [
      ['1', 'rien'],
      ['2', 'rappeler au 06 39 98 00 11'],
      ['3', 'écrire à zoe@example.org ou 06 39 98 00 11'],
      ['4', 'vu avec Mme Dupont'],
      ['5', 'pris chez Monsieur Bricolage'],
      ['6', 'INE 123456789AB'],
    ]
    expect(classify(['ref', 'Notes'], rows).letters).toBe('NNCSNS')
  })

  test('a column that is empty at first and full of numbers later is typed after all', () => {
    const empty = Array.from({ length: 100 }, () => ['a', ''])
    const classifier = new FileClassifier(['truc', 'machin'], empty)
    for (let index = 0; index < 300; index += 1) classifier.row(['a', `0639980${100 + index}`])
    expect(classifier.finish().columns[1]).toMatchObject({ type: 'phone', class: 'linkable' })
  })
})

describe('special columns are not missed', () => {
  const headers = [
    'ALD (O/N)',
    'Allergies',
    'RQTH',
    'PAI',
    'Régime alimentaire',
    'Syndicat',
    'Religion',
  ]
  for (const header of headers) {
    test(`${header}`, () => {
      const rows = [['O'], ['N'], ['O'], ['N']]
      expect(classify([header], rows).columns[0]?.class).toBe('special')
    })
  }

  test('by their values where the header says nothing', () => {
    const rows = [['diabète'], ['asthme'], ['RAS'], ['allergie arachide'], ['hypertension']]
    expect(classify(['info 2'], rows).columns[0]?.class).toBe('special')
  })

  test('a common word needs its surroundings', () => {
    expect(
      classify(
        ['Motif', 'Montant'],
        [
          ['retour', '12,00'],
          ['échange', '8,00'],
        ],
      ).columns[0]?.class,
    ).not.toBe('special')
    expect(
      classify(
        ['Patient', 'Motif'],
        [
          ['Jean Dupont', 'douleur'],
          ['Ana Petit', 'suivi'],
        ],
      ).columns[1]?.class,
    ).toBe('special')
  })
})

describe('what the law adds', () => {
  const said = (header: readonly string[], rows: Rows, language: 'fr' | 'en' = 'en') => {
    const { columns, verdict } = classify(header, rows)
    return { verdict, law: lawSentence(language, verdict, columns) }
  }

  test('a number alone leads to a person: the verdict stays, and the law is told beside it', () => {
    const { verdict, law } = said(['Mobile'], [['0639980001'], ['0639980002']])
    expect(verdict).toBe('not_personal')
    expect(law).toMatch(
      /^By law it is personal data all the same \(GDPR, art\. 4\(1\)\): telephone/,
    )
    const french = said(['Mobile'], [['0639980001'], ['0639980002']], 'fr').law
    expect(french).toMatch(/RGPD, art\. 4, point 1\) : téléphone, même seul, mène à une personne/)
  })

  test('nothing is added where nothing leads to anybody, or where the verdict says it already', () => {
    expect(
      said(
        ['Article', 'Prix'],
        [
          ['Chaise', '12,50'],
          ['Table', '80,00'],
        ],
      ).law,
    ).toBeNull()
    expect(said(['Nom', 'Mobile'], [['Martin', '0639980001']]).law).toBeNull()
  })
})
