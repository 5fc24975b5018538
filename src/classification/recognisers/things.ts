// What is not a person: companies, goods, codes, amounts, yes and no.

import {
  passesEan,
  passesFrenchVat,
  passesLuhn,
  passesSiren,
  passesSiret,
} from '../check-digits.ts'
import { late, lateList, listOf } from '../data-files.ts'
import { cities, firstNames, lastNames } from '../name-lists.ts'
import { latePattern } from '../patterns.ts'
import { type Checks, rememberingLast } from './recogniser.ts'

const legalForm = latePattern('legal_form')

/** Words, and how long those are that begin with a letter: most others are passed over by that. */
type WordTable = { words: ReadonlySet<string>; lengths: Int32Array }

function tableOf(all: readonly string[]): WordTable {
  const lengths = new Int32Array(128)
  for (const word of all) {
    const first = word.charCodeAt(0)
    lengths[first] = (lengths[first] as number) | (1 << word.length)
  }
  return { words: new Set(all), lengths }
}

const table = (list: string) => late(() => tableOf(listOf(list)))

function mayBeAmong({ lengths }: WordTable, text: string, from: number, until: number): boolean {
  const lengthsHere = lengths[text.charCodeAt(from)] ?? 0
  return until - from <= 31 && ((lengthsHere >> (until - from)) & 1) === 1
}

/** Whether what stands there is a word of the table: it is cut out only if it may be. */
function isAmong(list: () => WordTable, text: string, from: number, until: number): boolean {
  const known = list()
  return mayBeAmong(known, text, from, until) && known.words.has(text.slice(from, until))
}

/**
 * Clubs, choirs, parishes, committees and works of charity, by a word that nobody bears as a name.
 */
const societies = table('society')
const societyEnd = latePattern('society_end')
const societyMiddle = / (?:club|verein|chorale|choir|committee|society|fanfare|petanque) /
/** What the first word leaves open, the next ones settle. */
const societyHeads = table('head of a society')
const society = latePattern('society')

/** Who plays has a hall: "Korfbal Rapid", "Judo Shizen", "Gymmen 55+"; alone it is the sport. */
const sports = table('sport')
/** Before a name of their own: no one has three such letters for initials. */
const clubLetters = table('letters of a club')
/** These are initials as well, unless no family and no given name stands behind them, or a town. */
const fewLetters = late(() => tableOf('fc vc sv vv tv fv'.split(' ')))
const townLetters = late(() => tableOf('as us sc ac rc tc hc bc cd ud cf'.split(' ')))

/** "TSV Rot", "Volleybal Zuid", "VC Zuid", "AS Cannes". */
function playsTogether(folded: string, gap: number): boolean {
  if (isAmong(sports, folded, 0, gap)) return !firstNames.has(folded.slice(gap + 1))
  if (gap > 4) return false
  if (isAmong(clubLetters, folded, 0, gap)) return /^[a-z\d]/.test(folded.slice(gap + 1))
  if (gap > 2) return false
  const behind = folded.slice(gap + 1)
  if (isAmong(townLetters, folded, 0, gap)) return isCity(behind)
  if (!isAmong(fewLetters, folded, 0, gap) || !/^[a-z\d]{2}/.test(behind)) return false
  return !behind.split(/[ -]/).some((word) => lastNames.has(word) || firstNames.has(word))
}

/** Most words are passed over by their last letter, and by their last four. */
const societyTails = new Set(
  'club rein band ging mite wehr chor koor kest ster elle reis'.split(' '),
)
const societyLasts = new Set([...societyTails].map((tail) => tail.charCodeAt(3)))

function isSociety(folded: string, from: number, until: number): boolean {
  if (isAmong(societies, folded, from, until)) return true
  if (until - from < 8 || !societyLasts.has(folded.charCodeAt(until - 1))) return false
  return societyTails.has(folded.slice(until - 4, until)) && societyEnd.test(folded.slice(0, until))
}

function namesSociety(folded: string, gap: number): boolean {
  if (isSociety(folded, 0, gap < 0 ? folded.length : gap)) return true
  if (gap < 0) return false
  if (isAmong(societyHeads, folded, 0, gap) && society.test(folded)) return true
  if (playsTogether(folded, gap)) return true
  const lastGap = folded.lastIndexOf(' ')
  if (isSociety(folded, lastGap + 1, folded.length)) return true
  return lastGap > gap && societyMiddle.test(folded)
}

/** Houses that everybody buys from, written without their legal form. */
const houses = table('house')

/** Whoever asks, keeps or pays in a house or for a town, by what it is called in six languages. */
const offices = lateList('office')
const office = latePattern('office')
const officeEnd = latePattern('office_end')

/** A legal form or a trade word, or a house that all know: the name of a company. Folded text. */
export const isCompanyName = rememberingLast(namesCompany)

function namesCompany(folded: string): boolean {
  if (folded.length < 3) return false
  const gap = folded.indexOf(' ')
  // "Chez Paul", "Bar Marcel": where one goes, whoever keeps it.
  if (gap > 0 && isAmong(placesToGo, folded, 0, gap) && /^[a-z]/.test(folded.slice(gap + 1)))
    return true
  if (isHouse(folded)) return true
  return folded.length >= 4 && (legalForm.test(folded) || namesSociety(folded, gap))
}

const placesToGo = late(() =>
  tableOf(
    'chez bar cafe brasserie auberge bistro bistrot trattoria osteria pub gasthof gasthaus'.split(
      ' ',
    ),
  ),
)

function isHouse(folded: string): boolean {
  // Written with a hyphen, a space or an apostrophe, a name is as long.
  const known = houses()
  if (!mayBeAmong(known, folded, 0, folded.length)) return false
  return known.words.has(folded) || known.words.has(folded.replace(/[ ']/g, '-'))
}

/** A known city, or a name that only places have: Saint-X, X-sur-Y. Folded text. */
export function isCity(folded: string): boolean {
  const name = folded
    .replace(/ ?(?:cedex ?\d*|\d{1,2}(?:er|e|eme)?)$/, '')
    .replace(/^st[e.]? /, 'saint-')
  if (cities.has(name) || cities.has(name.replace(/ /g, '-'))) return true
  if (/[a-z]-(?:sur|sous|en|les|lez|le|la)-[a-z]/.test(name)) return true
  const saint =
    /^(?:saint|sainte|st)[- ][a-z]+(?:[- ](?:sur|en|de|du|des|le|la|les|l|sous|et)[- ].+)?$/
  return name.length > 7 && saint.test(name)
}

/** Dogs, cats, cows, horses and sheep are of these; people are not. */
const breeds = lateList('breed')
/** What has become of a lot, an order or a bill: each begins a cell, and some are names as well. */
const states = lateList('state of a thing')
/** Of two words, joined. */
const longStates = new Set(
  'en_attente in_attesa en_cours in_corso in_behandeling a_payer zu_zahlen'.split(' '),
)
/** How one pays: "carta", "contrassegno", "Lastschrift". */
const payments = lateList('payment')

export const thingChecks: Checks = {
  luhn: passesLuhn,
  ean: passesEan,
  siret: passesSiret,
  siren: passesSiren,
  'french vat': passesFrenchVat,
  city: isCity,
  office: (text) => offices.has(text) || office.test(text) || officeEnd.test(text),
  company: isCompanyName,
  breed: (text) => text.split(/[ -]/).some((word) => breeds.has(word)),
  state: (text) => {
    const [first = '', second] = text.split(' ', 2)
    return states.has(first) || (second !== undefined && longStates.has(`${first}_${second}`))
  },
  payment: (text) => payments.has(/^[a-z]+/.exec(text)?.[0] ?? ''),
}
