// Fields and names as programs write them: SAP, a directory, images of a hospital, an exchange.
import { expect, test } from 'vitest'
import { classifyColumns } from './classify-columns.ts'
import { headerCandidates } from './headers/header-score.ts'
import { FileClassifier } from './index.ts'
import { cellOf } from './recognisers/index.ts'
import type { DataType } from './types-of-data.ts'

const fields: readonly (readonly [DataType, string])[] = [
  ['identifier', 'KUNNR PERNR IPP COD_ETU employeeID'],
  ['last_name', 'NACHN NOMPAT LIB_NOM_PAT_IND S21.G00.30.002 APE1 sn'],
  ['first_name', 'VORNA PREPAT LIB_PR1_IND S21.G00.30.004 givenName'],
  ['birth_date', 'GBDAT DDN DATE_NAI_IND S21.G00.30.006 PatientBirthDate FNAC'],
  ['name', 'displayName PatientName ReferringPhysicianName clid committer'],
  ['nir', 'S21.G00.30.001 NUMSS'],
  ['postal_address', 'STRAS streetAddress S21.G00.30.008'],
  ['phone', 'TELF1 telephoneNumber msisdn'],
  ['email', 'SMTP_ADDR userPrincipalName ADRMEL'],
  ['username', 'sAMAccountName UNAME'],
  ['national_id', 'NDOC'],
  ['vat_number', 'STCEG'],
]

test.each(fields)('%s: %s', (type, titles) => {
  for (const title of titles.split(' '))
    expect(
      headerCandidates(title).map((candidate) => candidate.type),
      title,
    ).toContain(type)
})

test.each([
  ['WHITFIELD^MAUREEN^^MRS', 'WHITFIELD MAUREEN MRS'],
  ['CN=Aubert Pascale,OU=Compta,DC=papier,DC=lan', 'Aubert Pascale'],
  ['CN=Vidal\\, Henri,OU=Direction,DC=papier,DC=lan', 'Vidal, Henri'],
  ['"MARCHAND Luc" <0639980142>', 'MARCHAND Luc'],
  ['"0465711866" <0465711866>', '"0465711866" <0465711866>'],
  ['x^2 + y^2', 'x^2 + y^2'],
  ['Luc <luc@example.org>', 'Luc <luc@example.org>'],
])('%s is read as %s', (written, text) => {
  expect(cellOf(written).text).toBe(text)
})

const typesOf = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  classifyColumns(header, rows).map(({ finding }) => finding.type)

test('the manager in a directory is somebody, whatever stands around the name', () => {
  const rows = [
    ['paubert', 'CN=Vidal Henri,OU=Direction,DC=papier,DC=lan'],
    ['qbarthe', 'CN=Sanchez Luis,OU=Prod,DC=papier,DC=lan'],
    ['efabre', 'CN=Aubert Pascale,OU=Compta,DC=papier,DC=lan'],
  ]
  expect(typesOf(['sAMAccountName', 'manager'], rows)).toEqual(['username', 'name'])
})

test('a partner of SAP is a person where the salutation says so', () => {
  const rows = [
    ['Firma', 'Stahlbau Wehrle GmbH', '78048'],
    ['Herr', 'Kaltenbach', '79822'],
    ['Frau', 'Isele-Maier', '79853'],
    ['Firma', 'Schreinerei Tritschler e.K.', '79822'],
  ]
  expect(typesOf(['ANRED', 'NAME1', 'PSTLZ'], rows)).toEqual(['civility', 'name', 'postal_code'])
  const things = rows.map(([, ...rest]) => rest)
  expect(typesOf(['NAME1', 'PSTLZ'], things)[0]).not.toBe('name')
})

test('letters of blood speak beside the rhesus, and of classes elsewhere', () => {
  const rows = ['A', '0', 'B', 'AB', 'A', '0'].map((group, at) => [
    ['Marangon Luigi', 'Schiavon Elena', 'Baldo Tommaso'][at % 3] ?? '',
    group,
    at % 2 === 0 ? 'pos' : 'neg',
  ])
  expect(typesOf(['Donatore', 'Gruppo', 'Rh / Kell'], rows).slice(1)).toEqual(['health', 'health'])
  expect(typesOf(['Iscritto', 'Gruppo', 'Turno'], rows)[1]).not.toBe('health')
})

test('most plates are French, and the others of abroad: plates, without a title too', () => {
  const plates = ['EB-903-MK', 'CV-118-HT', 'GH-446-AA', '8412 KXD', 'AT-550-LC', 'FR-210-KB']
  expect(
    typesOf(
      [''],
      plates.map((plate) => [plate]),
    ),
  ).toEqual(['licence_plate'])
})

test('the weight of a part is no union, and a parish of baptism is nobody', () => {
  const parts = [
    ['Gehäuse Unterteil', '18,400', 'Giesserei Lohr'],
    ['Ritzelwelle z=17', '3,020', ''],
    ['Rillenkugellager 6208', '0,370', 'Wälzlager Kontor'],
  ]
  const types = typesOf(['Benennung', 'Gew. kg/St', 'Lieferant'], parts)
  expect(types).not.toContain('trade_union')
  expect(types).not.toContain('name')
  const brothers = [
    ['ROMERO DE LA OSA', 'Manuel', 'Sta. Ana'],
    ['VARGAS CORTÉS', 'José Antonio', 'San Jacinto'],
    ['Luque Barea', 'Ana', 'Sta. Ana'],
  ]
  expect(typesOf(['APELLIDOS', 'NOMBRE', 'BAUTIZADO (parroquia)'], brothers)[2]).toBe('religion')
})

test('whoever is called like people of the list is one of them, whatever the title says', () => {
  const rows = [
    ['Reuter, Hans-Gerd', 'Bleicher', 'Buche'],
    ['Lammers, Nadja', 'Bleicher', 'Eiche'],
    ['Bleicher, Arno', 'Reuter', 'Ahorn'],
    ['Sauerbier, Uwe', 'Reuter', 'Buche'],
  ]
  const [, watched, wood] = typesOf(['Name, Vorname', 'Ausguck', 'Holzart'], rows)
  expect(watched).toBe('last_name')
  expect(wood).not.toBe('last_name')
})

test('a parent who signs, a shift of first names, a family beside its address', () => {
  const signed = [
    ['Airoldi Matteo', 'Airoldi Sergio'],
    ['Bonfanti Riccardo', 'Bonfanti Elena'],
  ]
  expect(typesOf(['Cognome e nome', 'Genitore che firma'], signed)[1]).toBe('name')
  const turns = [
    ['Bar 1', 'Manu, Cathy, Flo', 'Cathy, Ludo'],
    ['Caisse', 'Nicole', 'Marie-Paule, Nicole'],
    ['Frites', 'Jacky, Sylvie', 'Sylvie'],
  ]
  expect(typesOf(['Poste', 'Ven 18h-21h', 'Sam 14h-18h'], turns).slice(1)).toEqual([
    'first_name',
    'first_name',
  ])
  const families = [
    ['Benítez', 'jbenitez@example.com'],
    ['García Rico', 'eva.rico@example.org'],
    ['Martínez', 'mm@example.org'],
  ]
  expect(typesOf(['Familia', 'Correo madre'], families)[0]).toBe('name')
})

test('the wording of a bank names whoever pays, initials and all', () => {
  const judged = new FileClassifier(['Description'], [['MRS P OKAFOR HALL HIRE']])
  expect(judged.row(['MRS P OKAFOR HALL HIRE'])).toBe('S')
  expect(judged.row(['WATER PLUS LTD'])).toBe('N')
})

test.each([
  [
    'a certificate',
    ['CN', 'Issuer'],
    [
      ['www.example.com', 'Root CA'],
      ['mail.example.com', 'Root CA'],
      ['Root CA', 'Root CA'],
    ],
  ],
  [
    'groups of a directory',
    ['cn', 'description'],
    [
      ['Printers', 'all'],
      ['VPN Users', 'home'],
      ['Backup', 'night'],
    ],
  ],
  [
    'variables',
    ['ENAME', 'EVALUE'],
    [
      ['PATH', '/usr/bin'],
      ['LANG', 'fr_FR'],
      ['HOME', '/root'],
    ],
  ],
  ['steel', ['Profil'], [['MS L Angle 50x50'], ['MS U Channel 75'], ['MS I Beam 100']]],
  ['software', ['Produit'], [['MS SQL Server'], ['MS Office'], ['MS Project']]],
  [
    'suites',
    ['Night', 'Price'],
    [
      ['Victoria', '90'],
      ['Charlotte', '80'],
      ['Sophie', '95'],
    ],
  ],
  [
    'first orders',
    ['Société', '1ère comm'],
    [
      ['EURL Gasnier', '12/03/2024'],
      ['SARL Morel', '02/05/2024'],
    ],
  ],
])('%s names nobody', (_, header, rows) => {
  const classifier = new FileClassifier(header, rows)
  expect(rows.map((row) => classifier.row(row)).join('')).toMatch(/^N+$/)
  const { columns } = classifier.finish()
  expect(columns.map(({ type }) => type)).not.toContain('religion')
})

test('a plot under whoever owns it, and a row of carets', () => {
  const owned = [
    ['Dupont Jean', '120'],
    ['Moreau Claire', '88'],
    ['Garnier Luc', '95'],
  ]
  expect(typesOf(['Terrain', 'Surface'], owned)[0]).toBe('name')
  // With a part within a part this would never end.
  expect(cellOf(`ab${'^'.repeat(150)}1`).text).toContain('^')
})
