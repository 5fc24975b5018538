// Identifiers where nobody looks for them: in notes, in odd rows, in columns typed as something else.
import { passesBea } from './check-digits.ts'
import type { ColumnSample } from './classify-columns.ts'
import { shareOf } from './column-profile.ts'
import { compact, fold, headerWords } from './fold.ts'
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
  /** Digits with a letter may be an identity number: hardly another cell of the column is so made. */
  lettered: boolean
  /** Single codes stand in the sample: a cell of several words is no code, and is read as a note. */
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
const namesakeWords =
  /\b(?:varietes?|variet(?:y|ies)|variedad|varieta|sorte|sorten|cultivars?|roses?|rosiers?|rosen|rosas|films?|movies?|pelicula|navires?|ships?|vessels?|schiff|bateaux?|boats?|chevaux|cheval|horses?|pferd|tulipes?|dahlias?|spectacles?|pieces?|chansons?|songs?|morceaux?)\b/

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

/** Reads a cell once to see what it could hold; the costly looks come after. */
export function strayReader(eye: Strays, index: number, counts: StrayCounts) {
  const seen = eye.sentences ? new Map<string, number>() : null
  return (cell: string): number => {
    let found = seen?.get(cell)
    if (found === undefined) {
      found = look(cell, eye)
      if (seen !== null && seen.size < remembered.cells && cell.length <= remembered.length) {
        seen.set(cell, found)
      }
    }
    if (found !== 0) count(found, index, counts)
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
/** Longer cells are counted in fields of their own, lest one field run over into the next. */
const packedMax = 120

/** One number for what a character counts for: digits, letters, capitals and dots, eight bits each. */
const weights = new Int32Array(128)
for (let code = 0; code < 128; code += 1) {
  const isCapital = code > 64 && code <= 90
  if (code >= 48 && code <= 57) weights[code] = 1
  else if (code > 64) weights[code] = isCapital ? (1 << 8) | (1 << 16) : 1 << 8
  else if (code === 46) weights[code] = 1 << 24
}
const atSign = 64

function look(cell: string, eye: Strays): number {
  const length = cell.length
  if (length < lengthMin) return 0
  if (eye.codesOnly && cell.indexOf(' ') > 0 && hasWords.test(cell)) return look(cell, asNote)
  if (length > packedMax) return lookLong(cell, eye)
  let packed = 0
  let at = 0
  for (let position = 0; position < length; position += 1) {
    const code = cell.charCodeAt(position)
    if (code === atSign) at += 1
    packed += code < 128 ? (weights[code] as number) : 256
  }
  const letters = (packed >> 8) & 255
  return seenIn(cell, at, packed & 255, letters, (packed >> 16) & 255, packed >> 24, eye)
}

function lookLong(cell: string, eye: Strays): number {
  const count = { digits: 0, at: 0, dots: 0, letters: 0, capitals: 0 }
  for (let position = 0; position < cell.length; position += 1) {
    const code = cell.charCodeAt(position)
    if (code >= 48 && code <= 57) count.digits += 1
    else if (code === atSign) count.at += 1
    else if (code === 46) count.dots += 1
    else if (code > 64) {
      count.letters += 1
      if (code <= 90) count.capitals += 1
    }
  }
  return seenIn(cell, count.at, count.digits, count.letters, count.capitals, count.dots, eye)
}

/** Numbers one by one, and no object of them: this is asked of every cell of a million records. */
function seenIn(
  cell: string,
  at: number,
  digits: number,
  letters: number,
  capitals: number,
  dots: number,
  eye: Strays,
): number {
  let found = 0
  if (at > 0 && emailInText.test(cell)) found |= met('email')
  if (digits >= 6) found |= numbersIn(cell, digits, letters, capitals, dots, eye)
  else if (digits >= 3 && capitals >= 4 && eye.sentences && plateInText.test(cell)) {
    found |= met('licence_plate')
  }
  if (letters < 5) return found
  const folded = (digits > 0 && eye.street) || eye.sentences ? fold(cell) : ''
  if (digits > 0 && eye.street && (isStreetAddress(folded) || holdsStreet(cell, folded))) {
    found |= met('postal_address')
  }
  if ((dots > 0 || cell.includes(' ')) && holdsPersonBy(eye.person, cell)) found |= directly('name')
  if (capitals >= 9 && eye.person !== 'whole' && eye.person !== 'none' && holdsPayer(cell))
    found |= directly('name')
  return eye.sentences ? found | sentence(cell, folded, capitals) : found
}

function holdsPersonBy(how: Strays['person'], cell: string): boolean {
  if (how === 'none') return false
  if (how === 'whole') return isTitledPerson(cell, false)
  if (!mayHoldTitle.test(cell)) return false
  return holdsTitledPerson(cell, how === 'known') || (how === 'known' && isTitledPerson(cell, true))
}

function sentence(cell: string, folded: string, capitals: number): number {
  const special = specialWordIn(folded)
  const spoken = special?.strong === true ? met(special.type) : 0
  return capitals >= 2 && holdsKnownPerson(cell) ? spoken | directly('name') : spoken
}

function numbersIn(
  cell: string,
  digits: number,
  letters: number,
  capitals: number,
  dots: number,
  eye: Strays,
): number {
  const bare = letters === 0 && digits === cell.length
  if (bare && !eye.bareDigits) {
    return eye.bareNir && digits === 15 && holdsNir(cell) ? directly('nir') : 0
  }
  let found = 0
  if (eye.phone && digits >= 9 && (isPhone(cell.trim()) || (!bare && phoneInText.test(cell)))) {
    found |= met('phone')
  }
  if (eye.nir && digits >= 13 && holdsNir(cell)) found |= directly('nir')
  if (dots >= 3 && (letters === 0 ? isIpAddress(cell) : addressOfMachine.test(cell))) {
    found |= met('ip_address')
  }
  if (digits >= 11 && dots >= 3 && holdsNationalNumber(cell)) found |= directly('national_id')
  if (letters <= 2) found |= wholeNumber(cell, digits, letters, capitals, eye)
  if (letters === 0) return digits === 16 && holdsCard(cell) ? found | met('credit_card') : found
  return found | lettersAndDigits(cell, digits, letters, capitals, eye)
}

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
  eye: Strays,
): number {
  let found = 0
  if (letters >= 3 && ineInText.test(cell)) found |= directly('ine')
  if (cell.length === 16 && holdsFiscalCode(cell)) found |= directly('national_id')
  const isBritish = digits === 6 && letters === 3 && capitals === 3 && eye.phone
  if (isBritish && isBritishNumber(compact(cell))) found |= directly('national_id')
  // In a column of codes everything is letters and digits: only sentences and notes are read on.
  if (!eye.phone || cell.length < 12) return found
  if (letters >= 3 && holdsNationalNumber(cell)) found |= directly('national_id')
  if (birthInText.test(cell)) found |= met('birth_date')
  if (digits >= 12 && capitals >= 2 && holdsIban(cell)) found |= met('iban')
  if (digits >= 16 && holdsCard(cell)) found |= met('credit_card')
  if (capitals >= 4 && plateInText.test(cell)) found |= met('licence_plate')
  return found
}
