// What is proposed for the columns of a file, what is refused, and what comes back.
import { describe, expect, test } from 'vitest'
import { FileClassifier, storageOf } from '../../classification/index.ts'
import { maskedCell } from '../analyse/masked-cell.ts'
import { mappingRequest, quarantineReasons, rejections } from '../contract.ts'
import { NumberSet } from '../reading/number-set.ts'
import { rejectsWriter } from '../run/rejects.ts'
import { checkMapping, fieldsRemembered, overruled, proposeMapping } from './mapping.ts'

const columnsOf = (header: string[], rows: string[][]) => new FileClassifier(header, rows).columns()
const header = [
  'Nom',
  'Tél. fixe',
  'Portable',
  'NIR',
  'Allergies',
  'IBAN',
  'Opt-in email',
  'Opt-in SMS',
]
const rows = [
  [
    'Martin',
    '0199001234',
    '0639980001',
    '295109912611193',
    'arachide',
    'FR1420041010050500013M02606',
    'oui',
    'oui',
  ],
  ['Petit', '0199001235', '0639980002', '', '', '', 'oui', 'non'],
]
const columns = columnsOf(header, rows)
const shares = new Map([
  [1, 0],
  [2, 1],
])

describe('the proposal', () => {
  test('takes the mobile column and the consent for SMS, and nothing that is never kept', () => {
    const { fields, isComplete, numberColumns } = proposeMapping(columns, shares)
    expect([...fields]).toEqual([
      [0, 'last_name'],
      [7, 'consent_given'],
      [2, 'number'],
    ])
    expect({ isComplete, numberColumns }).toEqual({ isComplete: true, numberColumns: 2 })
  })

  test('asks when two columns are as good', () => {
    const parents = columnsOf(['Tél. 1', 'Tél. 2'], [['0639980001', '0639980002']])
    const same = new Map([
      [0, 1],
      [1, 1],
    ])
    expect(proposeMapping(parents, same).isComplete).toBe(false)
  })
})

describe('a birth date is proposed', () => {
  const born = (header: string, ...cells: readonly string[]) => {
    const rows = cells.map((row) => row.split(';'))
    const { fields } = proposeMapping(columnsOf(header.split(';'), rows), new Map())
    return [...fields].find(([, field]) => field === 'birth_date')?.[0] ?? null
  }
  const cells = ['Vaucheret;0639980001;12/05/1984', 'Haméon;0639980002;03/11/1990']

  test.each([
    'Nom;Portable;Date de naissance',
    'last_name;phone;birth_date',
    'Name;Handy;Geburtsdatum',
    'Nom;Portable;Né(e) le',
  ])('under %s', (header) => {
    expect(born(header, ...cells)).toBe(2)
  })

  test.each([
    ['under the name of somebody else', 'Nom;Portable;Date de naissance enfant'],
    ['where it is a parent who is called', 'Élève;Tél. parent;Né(e) le'],
    ['where a date of no birth stands', 'Nom;Portable;Date'],
  ])('and not %s', (_why, header) => {
    expect(born(header, ...cells)).toBeNull()
  })

  test('and not where there are two of them', () => {
    const two = cells.map((row) => `${row};01/02/1983`)
    expect(born('Nom;Portable;Date de naissance;Né(e) le', ...two)).toBeNull()
  })
})

describe('a mapping', () => {
  const check = (...chosen: [number, string][]) => {
    const request = mappingRequest.parse({
      columns: chosen.map(([index, field]) => ({ index, field })),
      listName: 'L',
    })
    return () => checkMapping(columns, request)
  }
  const refused = (code: string) => expect.objectContaining({ code: `intake.${code}` })

  test('is refused in what may not go in', () => {
    expect(check([2, 'number'])).not.toThrow()
    expect(check([0, 'last_name'])).toThrow(refused('mapping_without_number'))
    expect(check([2, 'number'], [1, 'number'])).toThrow(refused('mapping_field_twice'))
    expect(check([99, 'number'])).toThrow(refused('mapping_column_unknown'))
    expect(check([2, 'number'], [3, 'email'])).toThrow(refused('mapping_column_never_kept'))
    expect(check([2, 'number'], [5, 'email'])).toThrow(refused('mapping_column_never_kept'))
    expect(check([2, 'number'], [4, 'email'])).toThrow(refused('mapping_column_needs_legal_basis'))
  })

  test('may overrule the classifier, and it shows', () => {
    const overrules = [{ index: 3, type: 'reference', reason: 'our own file numbers' }]
    const after = overruled(columns, { overrules })
    expect(after[3]).toMatchObject({ type: 'reference', class: 'attribute' })
    expect(after[3]?.evidence).toEqual([{ code: 'overruled', facts: {} }])
    expect(storageOf('nir')).toBe('never_kept')
    expect(storageOf('health')).toBe('needs_legal_basis')
  })
})

test('cells are shown so that they are recognised and not read', () => {
  expect(maskedCell('Lefèvre', { type: 'last_name' })).toBe('L••••••')
  expect(maskedCell('06 39 98 00 01', { type: 'phone' })).toBe('06 •• •• •• 01')
  expect(maskedCell('zoe@example.org', { type: 'email' })).toBe('z••@•••••••.•••')
  expect(maskedCell('Lyon', { type: 'city' })).toBe('Lyon')
  expect(maskedCell('appeler Zoé', { type: 'free_text' })).not.toContain('Zoé')
})

describe('rejected rows', () => {
  test('leave out what is never kept, and speak the reader’s language', () => {
    const writer = rejectsWriter(columns, 'en')
    const text =
      writer.header() + writer.rows([{ line: 7, cells: rows[0] ?? [], reason: 'number_landline' }])
    expect(text).toContain('"Reason for rejection";"Line"')
    expect(text).toContain('Landline')
    expect(text).not.toMatch(/295109912611193|arachide|FR14/)
  })
})

test('a set of numbers knows each exactly, a million of them', () => {
  const set = new NumberSet()
  for (let index = 0; index < 200_000; index += 1) {
    expect(set.add(`+336${String(10_000_000 + index * 7)}`)).toBe(true)
  }
  expect(set.add('+33610000007')).toBe(false)
  expect(set.add('+999999999999999')).toBe(true)
  expect(set.size).toBe(200_001)
})

test('every reason has its place, once', () => {
  expect(new Set(rejections).size).toBe(rejections.length)
  expect(new Set(quarantineReasons).size).toBe(quarantineReasons.length)
})

describe('consent for SMS', () => {
  const proposedFor = (title: string, cell = 'oui') => {
    const found = columnsOf(
      ['Mobile', title],
      [
        ['0639980001', cell],
        ['0639980002', ''],
      ],
    )
    return proposeMapping(found, new Map()).fields.get(1) ?? null
  }

  test.each([
    'Consentement',
    'Accord SMS',
    'Opt-in SMS',
    'optin_sms',
    'J’accepte les SMS',
    'Accepts SMS Marketing',
    'Opt-in e-mail et SMS',
    'Einwilligung',
    'Toestemming SMS',
    'Werbung erlaubt',
    'RGPD',
    'Accord SMS (oui/non)',
  ])('is proposed for "%s"', (title) => expect(proposedFor(title)).toBe('consent_given'))

  test.each([
    'Droit à l’image',
    'Autorisation photo',
    'Consentement aux soins',
    'Accord parental',
    'CGV acceptées',
    'Terms accepted',
    'Opt-in partenaires',
    'Opt-in partenaires SMS',
    'Opt-in appels',
    'Opt-in téléphone',
    'Consentement WhatsApp',
    'Opt-in courrier',
    'Newsletter',
    'optin_email',
    'Email Opt Out',
    'Do Not Call',
    'Désabonné newsletter',
    'Refus droit à l’image',
    'Bloctel',
  ])('is not, nor an objection, for "%s"', (title) => expect(proposedFor(title)).toBeNull())

  test.each([
    'STOP SMS',
    'Désabonné SMS',
    'Désabonné',
    'Opt-out',
    'SMS_BLOCKLISTED',
    'Opted out of SMS',
    'Ne plus contacter',
    'Consentement refusé',
    'Consentement retiré',
    'Consent withdrawn',
    'Sans consentement',
    'Werbung untersagt',
    'Geen sms',
  ])('is an objection under "%s"', (title) => expect(proposedFor(title)).toBe('objected'))

  test('a day of withdrawal is an objection, the last day no day of consent', () => {
    expect(proposedFor('Date de retrait du consentement', '12/03/2025')).toBe('objected')
    expect(proposedFor('Date désinscription', '12/03/2025')).toBe('objected')
    expect(proposedFor('Date fin consentement', '12/03/2025')).toBeNull()
    expect(proposedFor('Date consentement', '12/03/2025')).toBe('consent_date')
  })

  test('the day beside consent to something else is the day of that', () => {
    const found = columnsOf(
      ['Mobile', 'Consentement e-mail', 'Date consentement'],
      [['0639980001', 'oui', '12/03/2025']],
    )
    expect([...proposeMapping(found, new Map()).fields]).toEqual([[0, 'number']])
  })

  test('each column of objections is proposed, and may be mapped', () => {
    const found = columnsOf(
      ['Mobile', 'Accord SMS', 'STOP SMS', 'Date désinscription'],
      [
        ['0639980001', 'oui', 'oui', '12/03/2025'],
        ['0639980002', 'oui', '', ''],
      ],
    )
    const { fields } = proposeMapping(found, new Map())
    expect([...fields].filter(([, field]) => field === 'objected')).toHaveLength(2)
    const columns = [...fields].map(([index, field]) => ({ index, field }))
    expect(() =>
      checkMapping(found, mappingRequest.parse({ columns, listName: 'L' })),
    ).not.toThrow()
  })

  test('what was chosen for this header before holds no longer where the column says no', () => {
    const found = columnsOf(
      ['Mobile', 'Consentement refusé', 'Droit à l’image', 'STOP SMS'],
      [
        ['0639980001', 'oui', 'oui', 'oui'],
        ['0639980002', 'non', 'non', ''],
      ],
    )
    const chosen = (index: number) => [
      { index: 0, field: 'number' as const },
      { index, field: 'consent_given' as const },
    ]
    expect([...fieldsRemembered(found, chosen(1))]).toEqual([
      [0, 'number'],
      [1, 'objected'],
      [3, 'objected'],
    ])
    expect(fieldsRemembered(found, chosen(2)).get(2)).toBeUndefined()
    const told = overruled(found, {
      overrules: [{ index: 2, type: 'consent', reason: 'it is for SMS' }],
    })
    expect(fieldsRemembered(told, chosen(2)).get(2)).toBe('consent_given')
  })

  const chosenFor = (title: string, field: string, type?: string) => {
    const found = columnsOf(
      ['Mobile', title],
      ['oui', 'non', 'oui'].map((cell, row) => [`063998000${row}`, cell]),
    )
    const overrules = type === undefined ? [] : [{ index: 1, type, reason: 'la caisse le dit' }]
    const columns = [
      { index: 0, field: 'number' },
      { index: 1, field },
    ]
    const request = mappingRequest.parse({ columns, listName: 'L', overrules })
    return () => checkMapping(overruled(found, request), request)
  }
  const refused = (code: string) => expect.objectContaining({ code: `intake.${code}` })

  test.each([
    'Opt-out',
    'Ne pas contacter',
    'STOP SMS',
    'Désabonné',
    'Contact refusé',
    'Refus',
    'Date désinscription',
  ])('is not taken of "%s" by choosing so, unless a person says why', (title) => {
    for (const field of ['consent_given', 'consent_date']) {
      expect(chosenFor(title, field)).toThrow(refused('mapping_column_says_no'))
      expect(chosenFor(title, field, 'consent')).not.toThrow()
      expect(chosenFor(title, field, 'objection')).toThrow(refused('mapping_column_says_no'))
    }
    expect(chosenFor(title, 'objected')).not.toThrow()
  })

  test.each(['Newsletter', 'Opt-in e-mail', 'Droit à l’image', 'Opt-in partenaires SMS'])(
    'is not taken of "%s", which is about something else, unless a person says why',
    (title) => {
      const chosen = chosenFor(title, 'consent_given')
      expect(chosen).toThrow(refused('mapping_column_of_something_else'))
      expect(chosenFor(title, 'consent_given', 'consent')).not.toThrow()
    },
  )

  test.each([
    'Accord SMS (oui/non)',
    'SMS : non/oui',
    'Marketing',
    'Statut',
    'Colonne C',
    'Opt-in',
  ])('may be taken of "%s"', (title) => expect(chosenFor(title, 'consent_given')).not.toThrow())
})
