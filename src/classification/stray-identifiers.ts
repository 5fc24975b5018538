// Identifiers where nobody looks for them: in notes, in odd rows, in columns typed as something else.
import { passesBea } from './check-digits.ts'
import { type ColumnProfile, shareOf } from './column-profile.ts'
import { compact, fold } from './fold.ts'
import { isIpAddress, isPhone, isStreetAddress } from './recognisers/contact-points.ts'
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
  holdsStreet,
  holdsTitledPerson,
  ineInText,
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
  /** `known`: only names that the dictionary holds, among titles of books and goods. */
  person: 'any' | 'known' | 'none'
  /** Digits-only cells may be identifiers: false where the column is made of such numbers. */
  bareDigits: boolean
  /** A bare number of 15 digits may be a NIR: no other in the column is so long. */
  bareNir: boolean
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

export function straysOf(type: DataType, profile: ColumnProfile): Strays {
  const codes = codeTypes.has(type)
  const longNumbers = [...profile.digitLengths].some(
    ([length, count]) => length >= 9 && length <= 15 && count >= Math.max(2, profile.filled * 0.02),
  )
  return {
    phone: !codes,
    nir: type !== 'pet_chip' && shareOf(profile, 'pet_chip') === 0,
    street: !codes && !thingTypes.has(type),
    person: codes || placeTypes.has(type) ? 'none' : thingTypes.has(type) ? 'known' : 'any',
    bareDigits: !codes && !longNumbers,
    bareNir: type !== 'pet_chip' && type !== 'imei' && !profile.digitLengths.has(15),
    codesOnly: codes && profile.filled >= 3 && profile.wordsMean <= 1.02,
    sentences: type === 'free_text',
  }
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

function look(cell: string, eye: Strays): number {
  if (eye.codesOnly && cell.indexOf(' ') > 0 && hasWords.test(cell)) return look(cell, asNote)
  let digits = 0
  let at = 0
  let dots = 0
  let letters = 0
  let capitals = 0
  for (let position = 0; position < cell.length; position += 1) {
    const code = cell.charCodeAt(position)
    if (code >= 48 && code <= 57) digits += 1
    else if (code === 64) at += 1
    else if (code === 46) dots += 1
    else if (code > 64) {
      letters += 1
      if (code <= 90) capitals += 1
    }
  }
  let found = 0
  if (at > 0 && emailInText.test(cell)) found |= met('email')
  if (digits >= 6) found |= numbersIn(cell, { digits, letters, capitals, dots, eye })
  else if (digits >= 3 && capitals >= 4 && eye.sentences && plateInText.test(cell)) {
    found |= met('licence_plate')
  }
  if (letters < 5 || cell.length < 6) return found
  const folded = (digits > 0 && eye.street) || eye.sentences ? fold(cell) : ''
  if (digits > 0 && eye.street && (isStreetAddress(folded) || holdsStreet(cell, folded))) {
    found |= met('postal_address')
  }
  if (eye.person !== 'none' && mayHoldTitle.test(cell)) {
    if (holdsTitledPerson(cell, eye.person === 'known')) found |= directly('name')
  }
  return eye.sentences ? found | sentence(cell, folded, capitals) : found
}

function sentence(cell: string, folded: string, capitals: number): number {
  const special = specialWordIn(folded)
  const spoken = special?.strong === true ? met(special.type) : 0
  return capitals >= 2 && holdsKnownPerson(cell) ? spoken | directly('name') : spoken
}

type Seen = { digits: number; letters: number; capitals: number; dots: number; eye: Strays }

function numbersIn(cell: string, { digits, letters, capitals, dots, eye }: Seen): number {
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
  if (digits >= 11 && holdsSwissOrBelgian(cell, dots)) found |= directly('national_id')
  if (letters === 0) return digits === 16 && holdsCard(cell) ? found | met('credit_card') : found
  return found | lettersAndDigits(cell, { digits, letters, capitals, dots, eye })
}

function holdsSwissOrBelgian(cell: string, dots: number): boolean {
  return dots >= 3 && holdsNationalNumber(cell)
}

function lettersAndDigits(cell: string, { digits, capitals, letters, eye }: Seen): number {
  let found = 0
  const whole = cell.length <= 14 ? compact(cell) : ''
  if ((whole.length === 11 && passesBea(whole)) || ineInText.test(cell)) found |= directly('ine')
  if (cell.length === 16 && holdsFiscalCode(cell)) found |= directly('national_id')
  // In a column of codes everything is letters and digits: only sentences and notes are read on.
  if (!eye.phone || cell.length < 12) return found
  if (letters >= 3 && holdsNationalNumber(cell)) found |= directly('national_id')
  if (birthInText.test(cell)) found |= met('birth_date')
  if (digits >= 12 && capitals >= 2 && holdsIban(cell)) found |= met('iban')
  if (digits >= 16 && holdsCard(cell)) found |= met('credit_card')
  if (capitals >= 4 && plateInText.test(cell)) found |= met('licence_plate')
  return found
}
