// Cells of contact files: names, numbers, addresses, dates and the things that look like them.
import type { PeopleLanguage, Person } from './people.ts'
import type { Rng } from './random.ts'
import type { Cell, Maker, Row } from './template.ts'

const two = (value: number): string => String(value).padStart(2, '0')
export const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '')

/** Some cells stay empty. */
export function sparse(share: number, maker: Maker): Maker {
  return (row) => (row.rng.chance(share) ? maker(row) : '')
}

export function oneOf(...list: readonly string[]): Maker {
  return ({ rng }) => rng.pick(list)
}

export const from =
  (make: (rng: Rng, person: Person) => string): Maker =>
  ({ rng, person }) =>
    make(rng, person)

/** Another cell in some rows: a stray identifier, a company among people. */
export function sometimes(share: number, other: Maker, usual: Maker): Maker {
  return (row) => (row.rng.chance(share) ? other(row) : usual(row))
}

/** The other cell in one row alone. */
export function once(index: number, other: Maker, usual: Maker): Maker {
  return (row) => (row.index === index ? other(row) : usual(row))
}

export const nothing: Maker = () => ''
export const harmless =
  (maker: Maker): Maker =>
  (row) => ({ text: textOf(maker(row)), holds: [] })
const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)

// Names

export const last: Maker = ({ person }) => person.last
export const first: Maker = ({ person }) => person.first
export const upperLast: Maker = ({ person }) => person.last.toUpperCase()
export const lowerFirst: Maker = ({ person }) => person.first.toLowerCase()
export const plainUpperLast: Maker = ({ person }) => plain(person.last).toUpperCase()
export const plainFirst: Maker = ({ person }) => plain(person.first)
export const firstLast: Maker = ({ person }) => `${person.first} ${person.last}`
export const lastFirst: Maker = ({ person }) => `${person.last.toUpperCase()} ${person.first}`
export const lastCommaFirst: Maker = ({ person }) => `${person.last}, ${person.first}`
export const titled: Maker = ({ person }) =>
  `${titles[person.language][person.isWoman ? 0 : 1]} ${person.last}`

const titles: Readonly<Record<PeopleLanguage, readonly [string, string]>> = {
  fr: ['Mme', 'M.'],
  en: ['Mrs', 'Mr'],
  de: ['Frau', 'Herr'],
  es: ['Sra.', 'Sr.'],
  it: ['Sig.ra', 'Sig.'],
  nl: ['Mevr.', 'Dhr.'],
  world: ['Mme', 'M.'],
}
export const civility: Maker = ({ person }) => titles[person.language][person.isWoman ? 0 : 1]
export const sex: Maker = ({ person }) => (person.isWoman ? 'F' : 'M')

// Where a person is reached

/** A number of the range kept for fiction. */
export const mobileDigits = (rng: Rng): string => `063998${rng.digits(4)}`
const inPairs = (digits: string, by: string): string => digits.replace(/(\d\d)(?=\d)/g, `$1${by}`)

export const mobile: Maker = ({ rng }) => mobileDigits(rng)
export const spacedMobile: Maker = ({ rng }) => inPairs(mobileDigits(rng), ' ')
export const dottedMobile: Maker = ({ rng }) => inPairs(mobileDigits(rng), '.')
export const plusMobile: Maker = ({ rng }) => `+33${mobileDigits(rng).slice(1)}`
export const zerolessMobile: Maker = ({ rng }) => mobileDigits(rng).slice(1)
export const landline: Maker = ({ rng }) => inPairs(`019900${rng.digits(4)}`, ' ')
export const mixedMobile: Maker = (row) =>
  row.rng.pick([mobile, spacedMobile, dottedMobile, plusMobile, trunkMobile])(row)
export const trunkMobile: Maker = ({ rng }) => {
  const rest = inPairs(mobileDigits(rng).slice(2), ' ')
  return `+33 (0)6 ${rest}`
}
export const overseasMobile: Maker = ({ rng }) =>
  inPairs(`${rng.pick(['0692', '0693', '0690', '0694', '0696', '0639'])}00${rng.digits(4)}`, ' ')
export const britishMobile: Maker = ({ rng }) => `07700 900${rng.digits(3)}`
export const germanMobile: Maker = ({ rng }) => `0171 39200${rng.digits(2)}`
export const germanPlusMobile: Maker = ({ rng }) => `+49 171 39200${rng.digits(2)}`
export const spanishMobile: Maker = ({ rng }) => `600 000 ${rng.digits(3)}`
export const italianMobile: Maker = ({ rng }) => `+39 333 000 ${rng.digits(4)}`
export const dutchMobile: Maker = ({ rng }) => `06-1000${rng.digits(4)}`
export const belgianMobile: Maker = ({ rng }) => `0470 00 ${rng.digits(2)} ${rng.digits(2)}`
export const swissMobile: Maker = ({ rng }) => `079 000 ${rng.digits(2)} ${rng.digits(2)}`

export const email: Maker = ({ rng, person }) => {
  const name = plain(`${person.first}.${person.last}`)
    .toLowerCase()
    .replace(/[^a-z.-]/g, '')
  return `${name}${rng.int(1, 99)}@${rng.pick(['example.org', 'example.com', 'exemple.fr', 'mail.example.net'])}`
}

const streets: Readonly<Record<PeopleLanguage, (rng: Rng) => string>> = {
  fr: (rng) => {
    const number = rng.pick(['', ' bis', ' ter', '', '', ','])
    return `${rng.int(1, 180)}${number} ${rng.pick(frenchWays)} ${rng.pick(frenchStreets)}`
  },
  en: (rng) => `${rng.int(1, 180)} ${rng.pick(englishStreets)}`,
  de: (rng) => `${rng.pick(germanStreets)} ${rng.int(1, 140)}${rng.pick(['', '', 'a'])}`,
  es: (rng) =>
    `${rng.pick(spanishStreets)}, ${rng.int(1, 90)}${rng.pick(['', ', 3º B', ' 2 izq'])}`,
  it: (rng) => `${rng.pick(italianStreets)}, ${rng.int(1, 120)}`,
  nl: (rng) => `${rng.pick(dutchStreets)} ${rng.int(1, 300)}${rng.pick(['', 'A', '-2'])}`,
  world: (rng) => `${rng.int(1, 180)} rue ${rng.pick(frenchStreets)}`,
}
const frenchWays = 'rue,avenue,bd,boulevard,allée,chemin,place,impasse,RUE,quai,route'.split(',')
const frenchStreets =
  'des Lilas,Victor Hugo,de la République,du Moulin,Jean Jaurès,de l’Église,des Écoles,du Général Leclerc,de Verdun,des Acacias,Pasteur,du Stade,de la Gare,Émile Zola,du Château'.split(
    ',',
  )
const englishStreets =
  'High Street,Church Road,Station Road,Victoria Avenue,Mill Lane,Queens Drive,The Crescent,Park View Close'.split(
    ',',
  )
const germanStreets =
  'Hauptstraße,Bahnhofstr.,Goethestraße,Lindenweg,Am Markt,Schillerplatz,Mozartgasse,Ringstraße,Kirchweg'.split(
    ',',
  )
const spanishStreets =
  'Calle Mayor,C/ Alcalá,Avda. de la Constitución,Plaza España,Paseo de Gracia,Calle del Sol'.split(
    ',',
  )
const italianStreets =
  'Via Roma,Via Garibaldi,Viale dei Mille,Corso Italia,Piazza Dante,Via Giuseppe Verdi'.split(',')
const dutchStreets =
  'Dorpsstraat,Kerkstraat,Prinsengracht,Stationsweg,Beatrixlaan,Marktplein,Wilhelminakade'.split(
    ',',
  )

export const street: Maker = ({ rng, person }) => streets[person.language](rng)
export const wholeAddress: Maker = (row) =>
  `${textOf(street(row))} ${textOf(postcode(row))} ${textOf(city(row))}`

const frenchCities =
  'Paris,Lyon,Marseille,Nantes,Rennes,Saint-Étienne,Le Mans,Tours,Quimper,Pau,Villeneuve-sur-Lot,Saint-Malo,Nancy,Valence,Florac,Angers,Brest,Colmar,Sète,Nice'.split(
    ',',
  )
const citiesOf: Readonly<Record<PeopleLanguage, readonly string[]>> = {
  fr: frenchCities,
  world: frenchCities,
  en: 'London,Manchester,Leeds,Bristol,Cardiff,Dublin,Bath,York,Reading,Cork'.split(','),
  de: 'Berlin,München,Hamburg,Köln,Leipzig,Bremen,Wien,Graz,Nürnberg,Ulm'.split(','),
  es: 'Madrid,Barcelona,Valencia,Sevilla,Bilbao,Zaragoza,Málaga,Vigo,Gijón,León'.split(','),
  it: 'Roma,Milano,Napoli,Torino,Palermo,Bologna,Firenze,Bari,Verona,Lecce'.split(','),
  nl: 'Amsterdam,Rotterdam,Utrecht,Den Haag,Eindhoven,Gent,Antwerpen,Leuven,Breda,Delft'.split(','),
}
export const city: Maker = ({ rng, person }) => rng.pick(citiesOf[person.language])
export const frenchCity: Maker = ({ rng }) => rng.pick(frenchCities)
export const postcode: Maker = ({ rng }) =>
  `${two(rng.int(1, 89))}${rng.pick(['000', '100', '200', '350'])}`
export const dutchPostcode: Maker = ({ rng }) => `${rng.int(1000, 9999)} ${rng.letters(2)}`
export const britishPostcode: Maker = ({ rng }) =>
  `${rng.pick(['LS', 'M', 'BS', 'CF', 'SW'])}${rng.int(1, 19)} ${rng.int(1, 9)}${rng.letters(2, 'ABDEFGHJLNPQRSTUWXYZ')}`
export const germanPostcode: Maker = ({ rng }) => `${rng.int(10000, 99998)}`

// Dates

export const bornSlashed: Maker = ({ person: { birth } }) =>
  `${two(birth.day)}/${two(birth.month)}/${birth.year}`
export const bornIso: Maker = ({ person: { birth } }) =>
  `${birth.year}-${two(birth.month)}-${two(birth.day)}`
export const bornDotted: Maker = ({ person: { birth } }) =>
  `${two(birth.day)}.${two(birth.month)}.${birth.year}`
export const bornShort: Maker = ({ person: { birth } }) =>
  `${two(birth.day)}/${two(birth.month)}/${two(birth.year % 100)}`
const day = (rng: Rng) => ({ y: rng.int(2021, 2024), m: rng.int(1, 12), d: rng.int(1, 28) })
export const recentSlashed: Maker = ({ rng }) => {
  const { y, m, d } = day(rng)
  return `${two(d)}/${two(m)}/${y}`
}
export const recentIso: Maker = ({ rng }) => {
  const { y, m, d } = day(rng)
  return `${y}-${two(m)}-${two(d)}`
}
export const recentStamp: Maker = (row) =>
  `${textOf(recentIso(row))} ${two(row.rng.int(0, 23))}:${two(row.rng.int(0, 59))}:${two(row.rng.int(0, 59))}`
export const hour: Maker = ({ rng }) => `${rng.int(8, 19)}h${rng.pick(['00', '15', '30', '45'])}`

// Traces

export const plate: Maker = ({ rng }) =>
  `${rng.letters(2, 'ABCDEFGHJKLMNPQR')}-${rng.int(100, 999)}-${rng.letters(2, 'ABCDEFGHJKLMNPQR')}`
export const ip: Maker = ({ rng }) =>
  rng.pick([
    `192.0.2.${rng.int(1, 254)}`,
    `198.51.100.${rng.int(1, 254)}`,
    `203.0.113.${rng.int(1, 254)}`,
  ])
export const ipv6: Maker = ({ rng }) =>
  `2001:db8::${rng.int(1, 9999).toString(16)}:${rng.int(1, 9999).toString(16)}`
export const username: Maker = ({ rng, person }) =>
  plain(person.first)
    .toLowerCase()
    .replace(/[^a-z]/g, '') +
  rng.pick(['_', '.', '']) +
  rng.int(1, 999)
export const uuid: Maker = ({ rng }) => {
  const hex = () => rng.int(0, 15).toString(16)
  return 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replace(/x/g, hex)
}
export const bic: Maker = ({ rng }) =>
  rng.pick(['BNPAFRPP', 'AGRIFRPP', 'CRLYFRPP', 'SOGEFRPP', 'PSSTFRPPPAR', 'DEUTDEFF', 'INGBNL2A'])

// Things

export const yesNo: Maker = oneOf('Oui', 'Non')
export const amount: Maker = ({ rng }) => `${rng.int(1, 950)},${two(rng.int(0, 99))}`
export const euros: Maker = ({ rng }) => `${rng.int(1, 950)},${two(rng.int(0, 99))} €`
export const dotAmount: Maker = ({ rng }) => `${rng.int(1, 950)}.${two(rng.int(0, 99))}`
export const count: Maker = ({ rng }) => String(rng.int(0, 120))
export const rank: Maker = ({ index }) => String(index + 1)
export const orderNumber: Maker = ({ index, rng }) =>
  `CMD-2024-${String(1000 + index * 3 + rng.int(0, 2))}`

const trades =
  'Boulangerie,Garage,Pharmacie,Menuiserie,Transports,Plomberie,Coiffure,Imprimerie,Ambulances,Pressing'.split(
    ',',
  )
export const company: Maker = ({ rng, person }) =>
  rng.pick([
    `${rng.pick(trades)} ${person.last}`,
    `${person.last} SARL`,
    `SAS ${person.last} & Fils`,
    `${person.last} et Associés`,
    `Ets ${person.last}`,
    `${rng.pick(trades)} du ${rng.pick(['Port', 'Centre', 'Marché', 'Parc'])}`,
    `${rng.pick(['Sodi', 'Nova', 'Eco', 'Techni', 'Alti'])}${rng.pick(['pro', 'bat', 'soft', 'med', 'log'])}`,
  ])
const goods =
  'Chaise,Table basse,Lampe,Fauteuil,Étagère,Canapé,Tapis,Miroir,Bureau,Commode,Robe,Pantalon,Sac à main,Baskets'.split(
    ',',
  )
const lines = 'Alice,Martin,Oslo,Camille,Paris,Nora,Bruno,Vega,Léo,Florence,Victor,Rosa'.split(',')
export const product: Maker = ({ rng }) =>
  `${rng.pick(goods)} ${rng.pick(lines)}${rng.pick(['', ' XL', ' noir', ' bois'])}`

const remarks =
  'RAS|rappeler la semaine prochaine|client fidèle|préfère être livré le matin|a changé de formule|satisfait du service|devis envoyé|à relancer en septembre|ne souhaite pas de catalogue papier|paiement en trois fois'.split(
    '|',
  )
export const remark: Maker = ({ rng }) => rng.pick(remarks)

/** A remark in which something identifies. */
export function remarkWith(
  holds: Exclude<Cell, string>['holds'],
  say: (row: Row) => string,
): Maker {
  return (row) => ({ text: say(row), holds })
}
export const said = (maker: Maker, row: Row): string => textOf(maker(row))
