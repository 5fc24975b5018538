// Unexpected identifiers: in notes, in odd rows, in columns typed as something else.

import { passesBea } from './check-digits.ts'
import type { ColumnSample } from './classify-columns.ts'
import { shareOf } from './column-profile.ts'
import { compact, fold, headerWords } from './fold.ts'
import { latePattern } from './patterns.ts'
import { isIpAddress, isPhone, isStreetAddress } from './recognisers/contact-points.ts'
import { isBritishNumber, isNationalNumber, isSpanishNumber } from './recognisers/person-numbers.ts'
import { specialWordIn } from './special-words.ts'
import {
  addressOfMachine,
  birthInText,
  emailInText,
  holdsCard,
  holdsFiscalCode,
  holdsIban,
  holdsKnownPerson,
  holdsNamedNumber,
  holdsNationalNumber,
  holdsNir,
  holdsPayer,
  holdsStreet,
  holdsTitledPerson,
  ineInText,
  isTitledPerson,
  mayHoldTitle,
  phoneInText,
  plateInText,
} from './text-patterns.ts'
import type { DataType } from './types-of-data.ts'
import { everyMark, marks, marksOf } from './word-endings.ts'

/** Bits of a record: one for "identifies alone", one for each kind of linkable data. */
export const bits = {
  direct: 1,
  phone: 2,
  email: 4,
  postal_address: 8,
  birth_date: 16,
  ip_address: 32,
  licence_plate: 64,
  username: 128,
} as const

/** Above them: what was met, for the evidence; these do not count in the verdict of a record. */
const strayBits: readonly (readonly [type: DataType, bit: number])[] = [
  ['phone', bits.phone],
  ['email', bits.email],
  ['postal_address', bits.postal_address],
  ['birth_date', bits.birth_date],
  ['ip_address', bits.ip_address],
  ['licence_plate', bits.licence_plate],
  ['name', 256],
  ['nir', 512],
  ['ine', 1_024],
  ['national_id', 2_048],
  ['iban', 4_096],
  ['credit_card', 8_192],
  ['health', 16_384],
  ['religion', 32_768],
  ['political_opinion', 65_536],
  ['trade_union', 131_072],
  ['ethnic_origin', 262_144],
  ['sexual_orientation', 524_288],
  ['criminal_record', 1_048_576],
]
const bitOf = new Map<DataType, number>(strayBits)
const met = (type: DataType): number => bitOf.get(type) ?? 0
const directly = (type: DataType): number => met(type) | bits.direct

/** By column, how many identifiers of which type were met. */
export type StrayCounts = Map<number, Map<DataType, number>>

/** What to look for in a column. */
export type Strays = {
  phone: boolean
  nir: boolean
  street: boolean
  /**
   * `known`: only names that the dictionary holds, among titles of books and goods, or a civility
   * and a name that are all of the cell; `whole`: those alone; `none`: roses, films and ships.
   */
  person: 'any' | 'known' | 'whole' | 'none'
  /** Digits-only cells may be identifiers: false where the column is made of such numbers. */
  bareDigits: boolean
  /** A bare number of 15 digits may be a NIR: no other in the column is so long. */
  bareNir: boolean
  /** Digits with a letter may be an identity number: hardly another cell here is so made. */
  lettered: boolean
  /** Single codes stand in the sample: a cell of several words is read as a note. */
  codesOnly: boolean
  /** Sentences of people: read for names without a civility, and for illness and belief. */
  sentences: boolean
}

export const allStrays: Strays = {
  phone: true,
  nir: true,
  street: true,
  person: 'any',
  bareDigits: true,
  bareNir: true,
  lettered: true,
  codesOnly: false,
  sentences: false,
}

const asNote: Strays = { ...allStrays, sentences: true }

/** Types whose cells are codes or numbers by nature: a number among them is one of them. */
const codeTypes = new Set<DataType>([
  'siren',
  'siret',
  'vat_number',
  'amount',
  'quantity',
  'percentage',
  'order_number',
  'reference',
  'identifier',
  'uuid',
  'ean',
  'imei',
  'pet_chip',
  'code',
  'number',
  'iban',
  'bic',
  'bank_account',
  'credit_card',
  'postal_code',
])

/** Types in which a street or a "Mme" is nothing that identifies. */
const thingTypes = new Set<DataType>([
  'company',
  'product',
  'city',
  'region',
  'category',
  'url',
  'consent_wording',
])

const placeTypes = new Set<DataType>(['city', 'region', 'url'])

/** Titles of things that are named after people, civility and all. */
export const namesakeWords = latePattern('namesake')

export function straysOf({ finding: { type, header }, profile, namesakes }: ColumnSample): Strays {
  const codes = codeTypes.has(type)
  const longNumbers = [...profile.digitLengths].some(
    ([length, count]) => length >= 9 && length <= 15 && count >= Math.max(2, profile.filled * 0.02),
  )
  return {
    phone: !codes,
    nir: type !== 'pet_chip' && shareOf(profile, 'pet_chip') === 0,
    street: !codes && !thingTypes.has(type),
    person: namesakes ? 'none' : personOf(type, codes, header),
    bareDigits: !codes && !longNumbers,
    lettered: profile.letteredNumbers <= Math.max(1, profile.filled * 0.02),
    bareNir:
      type !== 'pet_chip' &&
      type !== 'imei' &&
      (profile.digitLengths.get(15) ?? 0) <= Math.max(1, profile.filled * 0.02),
    codesOnly: codes && profile.filled >= 3 && profile.wordsMean <= 1.02,
    sentences: type === 'free_text',
  }
}

function personOf(type: DataType, codes: boolean, title: string): Strays['person'] {
  if (codes || placeTypes.has(type)) return 'whole'
  const isThing = thingTypes.has(type) || type === 'text'
  if (isThing && namesakeWords.test(headerWords(title))) return 'none'
  return thingTypes.has(type) ? 'known' : 'any'
}

/** Cells that come again: notes are often the same few sentences. Bounded, and small ones only. */
const remembered = { cells: 4_096, length: 120 } as const

/**
 * How a cell is read: it stands in `text` from `from` until `until`, and so do its characters in
 * `codes`, whose weights make `packed`. Without codes it is all of the text, and weighed here.
 * Only a cell that may hold something is cut out.
 */
export type CellReader = (
  text: string,
  from: number,
  until: number,
  codes: Uint16Array | null,
  packed: number,
) => number

/** Reads a cell once to see what it could hold; the costly looks come after. */
export function strayReader(eye: Strays, index: number, counts: StrayCounts): CellReader {
  const read = eye.sentences ? rememberingReader(eye) : readerWith(eye)
  let lastText = ''
  let lastFrom = 0
  let lastLength = 0
  let lastPacked = 0
  let found = 0
  return (text, from, until, known, weighed) => {
    const length = until - from
    if (length < lengthMin) return 0
    const codes = known ?? fetched
    const packed = known === null ? fetch(text) : weighed
    const isLast =
      packed === lastPacked &&
      length === lastLength &&
      text === lastText &&
      (known === null || isSame(codes, from, lastFrom, length))
    if (!isLast) {
      found = read(text, from, until, codes, packed)
      lastText = text
      lastFrom = from
      lastLength = length
      lastPacked = packed
    }
    if (found !== 0) count(found, index, counts)
    return found
  }
}

/** Compared from the end: what differs mostly differs there. */
function isSame(codes: Uint16Array, one: number, other: number, length: number): boolean {
  for (let at = length - 1; at >= 0; at -= 1) {
    if (codes[one + at] !== codes[other + at]) return false
  }
  return true
}

type Reader = (
  text: string,
  from: number,
  until: number,
  codes: Uint16Array,
  packed: number,
) => number

function readerWith(eye: Strays): Reader {
  return (text, from, until, codes, packed) => look(text, from, until, codes, packed, eye)
}

/** Remembers cells for as long as they come again: where each is another, that only costs. */
function rememberingReader(eye: Strays): Reader {
  const read = readerWith(eye)
  let seen: Map<string, number> | null = new Map()
  let inVain = 0
  return (text, from, until, codes, packed) => {
    if (seen === null || until - from > remembered.length) {
      return read(text, from, until, codes, packed)
    }
    const cell = text.slice(from, until)
    const known = seen.get(cell)
    inVain += known === undefined ? 1 : -1
    if (known !== undefined) return known
    const found = read(text, from, until, codes, packed)
    if (seen.size < remembered.cells) seen.set(cell, found)
    else if (inVain > 2 * remembered.cells) seen = null
    return found
  }
}

/** Two words, one of them of letters: "BSN 111222333", "voir Mme Kervadec". */
const hasWords = /^(?=.*\p{L}{2}).*\S \S/u

function count(found: number, index: number, counts: StrayCounts) {
  const column = counts.get(index) ?? new Map<DataType, number>()
  for (const [type, bit] of strayBits) {
    if ((found & bit) !== 0) column.set(type, (column.get(type) ?? 0) + 1)
  }
  counts.set(index, column)
}

/** What is shorter holds no identifier: "a@b.fr" and six digits of a telephone are the least. */
const lengthMin = 6
/** Fewer letters name nobody, nor a street. */
const lettersMin = 5
/** Longer cells are counted in fields of their own, lest one field run over into the next. */
const packedMax = 120

/**
 * One number for what a character counts for: digits, letters, capitals and dots, eight bits each.
 * The at sign counts with the dots, without which nothing is found beside it.
 */
const weights = new Int32Array(128)
for (let code = 0; code < 128; code += 1) {
  const isCapital = code > 64 && code <= 90
  if (code >= 48 && code <= 57) weights[code] = 1
  else if (code > 64) weights[code] = isCapital ? (1 << 8) | (1 << 16) : 1 << 8
  else if (code === 46 || code === 64) weights[code] = 1 << 24
}

export function weightOf(code: number): number {
  return code < 128 ? (weights[code] as number) : 256
}

const fetched = new Uint16Array(packedMax)

/** The characters of a cell into `fetched`, and their weight; a long cell is read apart. */
function fetch(cell: string): number {
  if (cell.length > packedMax) return 0
  let packed = 0
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at)
    fetched[at] = code
    packed += weightOf(code)
  }
  return packed
}

function look(
  text: string,
  from: number,
  until: number,
  codes: Uint16Array,
  packed: number,
  eye: Strays,
): number {
  const length = until - from
  if (length > packedMax) return lookLong(text.slice(from, until), eye)
  const digits = packed & 255
  const letters = (packed >> 8) & 255
  const capitals = (packed >> 16) & 255
  const dots = packed >> 24
  if (letters === 0 && digits < 9 && dots < 3) return 0
  if (letters < lettersMin && digits < 6 && capitals < 4 && dots === 0) return 0
  if (digits === length && !eye.bareDigits && !(eye.bareNir && digits === 15)) return 0
  const cell = text.slice(from, until)
  if (letters > 1 && isNoteAmongCodes(cell, eye)) {
    return look(text, from, until, codes, packed, asNote)
  }
  const marked = mayMatter(digits, letters, eye) ? marksOf(codes, from, until) : 0
  return seenIn(cell, digits, letters, capitals, dots, marked, eye)
}

function isNoteAmongCodes(cell: string, eye: Strays): boolean {
  return eye.codesOnly && cell.indexOf(' ') > 0 && hasWords.test(cell)
}

function lookLong(cell: string, eye: Strays): number {
  if (isNoteAmongCodes(cell, eye)) return lookLong(cell, asNote)
  const count = { digits: 0, letters: 0, capitals: 0, dots: 0 }
  for (let position = 0; position < cell.length; position += 1) {
    const weight = weightOf(cell.charCodeAt(position))
    count.digits += weight & 255
    count.letters += (weight >> 8) & 255
    count.capitals += (weight >> 16) & 255
    count.dots += weight >> 24
  }
  const { digits, letters, capitals, dots } = count
  return seenIn(cell, digits, letters, capitals, dots, everyMark, eye)
}

/** Whether any word of a cell could matter: not beside a few letters, nor in most codes. */
function mayMatter(digits: number, letters: number, eye: Strays): boolean {
  return letters >= lettersMin || (letters > 0 && digits >= 6 && eye.phone)
}

/** Numbers one by one, and no object of them: this is asked of every cell of a million records. */
function seenIn(
  cell: string,
  digits: number,
  letters: number,
  capitals: number,
  dots: number,
  marked: number,
  eye: Strays,
): number {
  let found = 0
  if (dots > 1 && cell.includes('@') && emailInText.test(cell)) found |= met('email')
  if (digits >= 6) found |= numbersIn(cell, digits, letters, capitals, dots, marked, eye)
  else if (digits >= 3 && capitals >= 4 && eye.sentences && plateInText.test(cell)) {
    found |= met('licence_plate')
  }
  if (letters < lettersMin) return found
  const mayBeStreet = digits > 0 && eye.street && (marked & marks.street) !== 0
  const mayBeSpecial = eye.sentences && (marked & marks.special) !== 0
  const folded = mayBeStreet || mayBeSpecial ? fold(cell) : ''
  if (mayBeStreet && (isStreetAddress(folded) || holdsStreet(cell, folded))) {
    found |= met('postal_address')
  }
  const mayBeTitled = (marked & marks.title) !== 0 && (dots > 0 || cell.includes(' '))
  if (mayBeTitled && holdsPersonBy(eye.person, cell)) found |= directly('name')
  if (capitals >= 9 && eye.person !== 'whole' && eye.person !== 'none' && holdsPayer(cell))
    found |= directly('name')
  if (mayBeSpecial) found |= spokenOf(folded)
  return eye.sentences && capitals >= 2 && holdsKnownPerson(cell) ? found | directly('name') : found
}

function spokenOf(folded: string): number {
  const special = specialWordIn(folded)
  return special?.strong === true ? met(special.type) : 0
}

function holdsPersonBy(how: Strays['person'], cell: string): boolean {
  if (how === 'none') return false
  if (how === 'whole') return isTitledPerson(cell, false)
  if (!mayHoldTitle.test(cell)) return false
  return holdsTitledPerson(cell, how === 'known') || (how === 'known' && isTitledPerson(cell, true))
}

function numbersIn(
  cell: string,
  digits: number,
  letters: number,
  capitals: number,
  dots: number,
  marked: number,
  eye: Strays,
): number {
  const bare = letters === 0 && digits === cell.length
  if (bare && !eye.bareDigits) {
    return eye.bareNir && digits === 15 && holdsNir(cell) ? directly('nir') : 0
  }
  let found = 0
  if (eye.phone && digits >= 9 && holdsPhone(cell, letters, marked, bare)) found |= met('phone')
  if (eye.nir && digits >= 13 && holdsNir(cell)) found |= directly('nir')
  if (dots >= 3 && (letters === 0 ? isIpAddress(cell) : addressOfMachine.test(cell))) {
    found |= met('ip_address')
  }
  if (digits >= 11 && dots >= 3 && holdsNationalNumber(cell)) found |= directly('national_id')
  if (letters <= 2) found |= wholeNumber(cell, digits, letters, capitals, eye)
  if (letters === 0) return digits === 16 && holdsCard(cell) ? found | met('credit_card') : found
  return found | lettersAndDigits(cell, digits, letters, capitals, dots, marked, eye)
}

const saysPhone = marks.phone | marks.accent

/** A number after its word, behind a plus, or of ten digits that nothing but gaps cut. */
function holdsPhone(cell: string, letters: number, marked: number, isBare: boolean): boolean {
  const isSaid = (marked & saysPhone) !== 0
  if ((letters === 0 || isSaid) && isPhone(cell.trim())) return true
  return !isBare && (isSaid || cell.includes('+') || runsOn(cell)) && phoneInText.test(cell)
}

const runMin = 10

function runsOn(cell: string): boolean {
  let run = 0
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code >= 48 && code <= 57) run += 1
    else if (!gaps.includes(code)) run = 0
    if (run === runMin) return true
  }
  return false
}
const gaps: readonly number[] = [...' .-()'].map((gap) => gap.charCodeAt(0))

/** A cell that is one number and nothing else: "12345678Z", "44051401359". */
function wholeNumber(
  cell: string,
  digits: number,
  letters: number,
  capitals: number,
  eye: Strays,
): number {
  if (letters === 0) {
    const isBare = digits === cell.length && (digits === 11 || digits === 13)
    return isBare && isNationalNumber(cell) ? directly('national_id') : 0
  }
  if (!eye.lettered || capitals !== letters || digits + letters + 3 < cell.length) return 0
  if (digits < 7 || digits > 10) return 0
  const whole = compact(cell)
  if (digits === 10) return letters === 1 && passesBea(whole) ? directly('ine') : 0
  return digits <= 8 && isSpanishNumber(whole) ? directly('national_id') : 0
}

function lettersAndDigits(
  cell: string,
  digits: number,
  letters: number,
  capitals: number,
  dots: number,
  marked: number,
  eye: Strays,
): number {
  let found = 0
  if (letters >= 3 && ineInText.test(cell)) found |= directly('ine')
  if (cell.length === 16 && holdsFiscalCode(cell)) found |= directly('national_id')
  const isBritish = digits === 6 && letters === 3 && capitals === 3 && eye.phone
  if (isBritish && isBritishNumber(compact(cell))) found |= directly('national_id')
  // In a column of codes everything is letters and digits: only sentences and notes are read on.
  if (!eye.phone || cell.length < 12) return found
  // With fewer it is no number with a form of its own; the word before it may say it all the same.
  const isFormed = letters >= 9 || digits >= 13 || capitals >= 3 || dots >= 3
  if (letters >= 3 && (isFormed ? holdsNationalNumber(cell) : holdsNamedNumber(cell))) {
    found |= directly('national_id')
  }
  if ((marked & marks.birth) !== 0 && birthInText.test(cell)) found |= met('birth_date')
  if (digits >= 12 && capitals >= 2 && holdsIban(cell)) found |= met('iban')
  if (digits >= 16 && holdsCard(cell)) found |= met('credit_card')
  if (capitals >= 4 && plateInText.test(cell)) found |= met('licence_plate')
  return found
}
