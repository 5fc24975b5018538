// Makes the files of samples/: invented people, each file messy in its own way. Run by hand.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'

const folder = new URL('../samples/', import.meta.url).pathname

/** The same files each time: a small generator with a fixed seed (Park and Miller, 1988). */
let state = 20_261_125
const chance = (): number => {
  state = (state * 48_271) % 2_147_483_647
  return state / 2_147_483_647
}
const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
const two = (value: number): string => String(value).padStart(2, '0')
const words = (list: string): string[] => list.split(' ')

const firstNames = words(
  'Adèle Agathe Aïcha Alice Amélie Anaïs Anne Antoine Aurélie Baptiste Benoît Camille Céline Chloé Clément Damien Élise Émile Emma Étienne Fatou Florian Françoise Gaël Hélène Hugo Inès Jean-Marc Joëlle Jules Karim Léa Loïc Louise Lucie Maël Manon Mathéo Maxime Mehdi Naïma Nicolas Noé Océane Pauline Quentin Raphaël Romane Sacha Salomé Samir Solène Sophie Théo Thérèse Valérie Victor Yasmine Zoé',
)
const lastNames = words(
  'Aubry Barbier Benali Blanchard Boyer Brunet Caron Chevalier Colin Cordier Da-Silva Delmas Deschamps Diallo Dufour Dumas Étienne Fabre Faure Fournier Gaillard Garnier Gauthier Gérard Girard Guérin Hamon Huet Jacquet Lacroix Lambert Lebrun Leclercq Lefèvre Lemaître Leroux Lévêque Marchand Masson Ménard Meunier Moreau Noël Œuvrard Payet Perrot Picard Prévost Renard Rivière Rolland Roussel Royer Schmitt Tessier Vasseur Vidal Weiss',
)
const places = [
  ['69003', 'Lyon'],
  ['75011', 'Paris'],
  ['33000', 'Bordeaux'],
  ['67000', 'Strasbourg'],
  ['97400', 'Saint-Denis'],
  ['01000', 'Bourg-en-Bresse'],
] as const

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[œŒ]/g, 'oe').toLowerCase()
const mail = (first: string, last: string): string =>
  `${plain(first)}.${plain(last)}@${one(['exemple.fr', 'example.org', 'example.com'])}`

/** ARCEP's range for films and examples, as people write such numbers. */
function mobile(index: number): string {
  const digits = `063998${String(index).padStart(4, '0')}`
  const pairs = digits.match(/../g) ?? []
  return one([
    pairs.join(' '),
    pairs.join('.'),
    pairs.join('-'),
    digits,
    digits,
    `+33 ${digits[1]} ${pairs.slice(1).join(' ')}`,
    `0033${digits.slice(1)}`,
    `+33 (0)${digits.slice(1)}`,
  ])
}

const day = (yearFrom: number, years: number): [number, number, number] => [
  yearFrom + Math.floor(chance() * years),
  1 + Math.floor(chance() * 12),
  1 + Math.floor(chance() * 28),
]
const french = ([year, month, date]: [number, number, number]): string =>
  `${two(date)}/${two(month)}/${year}`

function csv(rows: readonly (readonly string[])[], delimiter: string, newline: string): string {
  const cell = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map((row) => row.map(cell).join(delimiter) + newline).join('')
}

/** Windows-1252: Latin-1, and the few letters that it puts between 0x80 and 0x9F. */
const between: Readonly<Record<string, number>> = {
  '€': 0x80,
  '’': 0x92,
  '–': 0x96,
  Œ: 0x8c,
  œ: 0x9c,
}
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (letter) => between[letter] ?? letter.charCodeAt(0))

const shopWording = 'J’accepte de recevoir par SMS les offres de la boutique Lumen.'

/** What the till of a shop exports: titles, semicolons, Windows-1252, consent row by row. */
function shop() {
  const header = words('Civilité Nom Prénom')
  header.push(
    'Tél. portable',
    'E-mail',
    'CP',
    'Ville',
    'Accord SMS',
    'Date accord',
    'Recueilli par',
  )
  header.push('Texte accepté', 'Dernier achat', 'Remarques')
  const rows: string[][] = [
    ['Boutique Lumen – fichier clients'],
    ['Export de la caisse du 20/11/2026 ; ne pas diffuser'],
    [''],
    header,
  ]
  const oddNumbers: Readonly<Record<number, string>> = {
    17: '01 99 00 12 34',
    31: '639980031',
    44: '0692 12 34 56',
    58: '0690123456',
    63: '+33692123456',
    71: 'à redemander',
    82: '06 39 98 00',
    95: '',
    104: '06 39 98 01 04 / 06 39 98 01 05',
    118: '0000000000',
    127: '6,39980E+08',
    133: '36 180',
    146: '0639 01 23 45',
    159: '02 61 91 00 12',
  }
  for (let index = 0; index < 220; index += 1) {
    const first = one(firstNames)
    const last = one(lastNames)
    const [postcode, city] = one(places)
    // Every ninth is a customer met before: the file has doubles.
    const number = oddNumbers[index] ?? mobile(index % 9 === 8 ? index - 5 : index)
    const asked = chance()
    const yes = asked < 0.72
    const answer = yes
      ? one(['oui', 'Oui', 'OUI', 'x', '1'])
      : asked < 0.9
        ? one(['non', 'Non', '0'])
        : ''
    const date = yes && chance() < 0.92 ? french(day(2025, 1)) : ''
    const source =
      yes && chance() < 0.94 ? one(['caisse', 'formulaire du site', 'bulletin papier']) : ''
    const wording = yes ? (chance() < 0.9 ? shopWording : one(['', 'Newsletter par e-mail'])) : ''
    const note = one([
      '',
      '',
      '',
      '',
      'cliente fidèle',
      'préfère l’après-midi',
      'rappeler ; "urgent"',
    ])
    rows.push([
      one(['Mme', 'M.', 'Mme', '']),
      chance() < 0.2 ? last.toUpperCase() : last,
      first,
      number,
      chance() < 0.7 ? mail(first, last) : '',
      postcode.startsWith('0') && chance() < 0.5 ? postcode.slice(1) : postcode,
      city,
      answer,
      index === 40 ? '31/02/2026' : index === 41 ? french([2027, 3, 1]) : date,
      source,
      wording,
      french(day(2025, 2)),
      index === 12 ? 'allergique au nickel\nvoir fiche' : index === 66 ? '=SOMME(A1:A9)' : note,
    ])
  }
  writeFileSync(join(folder, 'boutique.csv'), windows1252(csv(rows, ';', '\r\n')))
}

/** A number of the right form and key; commune 999 does not exist, so it is nobody's. */
function socialSecurity([year, month]: readonly number[], isWoman: boolean): string {
  const serial = String(1 + Math.floor(chance() * 900)).padStart(3, '0')
  const body = `${isWoman ? 2 : 1}${two((year ?? 0) % 100)}${two(month ?? 1)}75999${serial}`
  const key = two(97 - (Number(body) % 97))
  return `${body[0]} ${body.slice(1, 3)} ${body.slice(3, 5)} ${body.slice(5, 7)} ${body.slice(7, 10)} ${body.slice(10)} ${key}`
}

/** What a surgery keeps in a spreadsheet: numbers without their 0, true dates, and an illness. */
async function clinic() {
  const title = (value: string) => ({ value, fontWeight: 'bold' as const })
  const header = ['Patient', 'Né(e) le', 'N° sécu', 'Mobile', 'Pathologie', 'Médecin']
  header.push('Prochain RDV', 'Rappel par SMS')
  const rows: unknown[][] = [header.map(title)]
  for (let index = 0; index < 120; index += 1) {
    const [year, month, date] = day(1938, 80)
    const isWoman = chance() < 0.55
    const [rdvMonth, rdvDay] = [11 + (index % 2), 1 + Math.floor(chance() * 28)]
    const number = 639_981_000 + index
    rows.push([
      {
        value: `${chance() < 0.4 ? (isWoman ? 'Mme ' : 'M. ') : ''}${one(lastNames)} ${one(firstNames)}`,
      },
      { value: new Date(Date.UTC(year, month - 1, date)), type: Date, format: 'dd/mm/yyyy' },
      { value: chance() < 0.85 ? socialSecurity([year, month], isWoman) : '' },
      // The spreadsheet took most numbers for numbers, and their 0 with it.
      chance() < 0.7 ? { value: number, type: Number } : { value: `0${number}` },
      {
        value: one([
          'diabète type 2',
          'hypertension',
          'suivi de grossesse',
          'asthme',
          'lombalgie',
          'RAS',
          '',
        ]),
      },
      { value: one(['Dr Marchand', 'Dr Benali', 'Dr Weiss']) },
      {
        value: new Date(Date.UTC(2026, rdvMonth, rdvDay, 9, 30)),
        type: Date,
        format: 'dd/mm/yyyy hh:mm',
      },
      { value: one(['oui', 'oui', 'oui', 'non', '']) },
    ])
  }
  await writeXlsxFile(rows as never, { sheet: 'Patients' } as never).toFile(
    join(folder, 'cabinet.xlsx'),
  )
}

const letters = 'ABCDEFGHJK'

/** What a school's software exports: pupils, two parents each, commas, UTF-8, no consent at all. */
function school() {
  const header = [
    'INE',
    'Nom de l’élève',
    'Prénom de l’élève',
    'Né(e) le',
    'Classe',
    'Régime',
    'PAI',
  ]
  header.push('Responsable légal', 'Tél. resp. 1', 'Tél. resp. 2', 'Mél resp.', 'Adresse', 'CP')
  const rows: string[][] = [header]
  for (let index = 0; index < 160; index += 1) {
    const last = one(lastNames)
    const parent = one(firstNames)
    const ine = String(100_000_000 + Math.floor(chance() * 900_000_000))
    const [postcode, city] = one(places)
    rows.push([
      `${ine}${letters[index % 10]}${letters[(index * 7) % 10]}`,
      last.toUpperCase(),
      one(firstNames),
      french(day(2012, 6)),
      one(['6e A', '6e B', '5e A', '4e C', '3e B']),
      one(['externe', 'demi-pension', 'interne']),
      chance() < 0.08 ? 'oui' : 'non',
      `${last}, ${parent}`,
      // Brothers and sisters share a parent.
      index === 23 ? 'ne pas appeler' : mobile(2_000 + (index % 7 === 6 ? index - 1 : index)),
      chance() < 0.4 ? '' : chance() < 0.7 ? mobile(3_000 + index) : '01 99 00 45 67',
      chance() < 0.8 ? mail(parent, last) : '',
      `${1 + Math.floor(chance() * 90)} ${one(['rue des Lilas', 'avenue Foch', 'allée des Pins'])}, ${city}`,
      postcode,
    ])
  }
  writeFileSync(join(folder, 'ecole.csv'), csv(rows, ',', '\n'))
}

/** "Unicode text" of a spreadsheet in English: UTF-16 and tabs. */
function studio() {
  const header = ['First name', 'Last name', 'Mobile', 'Email', 'Joined', 'SMS consent']
  header.push('Consent date', 'Consent source', 'Consent wording', 'Notes')
  const wording = 'Yes, send me class offers by text message (SMS) from Studio Meridian.'
  const rows: string[][] = [header]
  const english = words('Amelia Oliver Isla George Freya Noah Ruby Harry Maisie Leo Poppy Jack')
  const families = words(
    'Clarke Hughes Bennett Foster Palmer Ward Holloway Whitfield Barnes Okafor',
  )
  for (let index = 0; index < 80; index += 1) {
    const first = one(english)
    const last = one(families)
    const yes = chance() < 0.7
    // Ofcom's and ARCEP's numbers for drama.
    const number =
      chance() < 0.5
        ? `+44 7700 900${String(100 + index)}`
        : `+33 6 39 98 4${String(index).padStart(3, '0')}`
    rows.push([
      first,
      last,
      index === 9 ? 'ask at desk' : number,
      mail(first, last),
      day(2024, 2).map(two).join('-'),
      yes ? 'yes' : one(['no', '', 'email only']),
      yes && chance() < 0.9 ? day(2025, 1).map(two).join('-') : '',
      yes ? one(['front desk', 'website form']) : '',
      yes && chance() < 0.9 ? wording : '',
      one(['', '', 'knee injury, take it easy', 'prefers mornings']),
    ])
  }
  writeFileSync(
    join(folder, 'studio.txt'),
    Buffer.from(`\ufeff${csv(rows, '\t', '\r\n')}`, 'utf16le'),
  )
}

shop()
await clinic()
school()
studio()
