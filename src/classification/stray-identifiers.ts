// Identifiers where nobody looks for them: in notes, in odd rows, in columns typed as something else.
import { passesBea, passesNir } from './check-digits.ts'
import { type ColumnProfile, shareOf } from './column-profile.ts'
import { compact, fold } from './fold.ts'
import { isIpAddress, isPhone, isStreetAddress } from './recognisers/contact-points.ts'
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

/** By column, how many identifiers of which type were met. */
export type StrayCounts = Map<number, Map<DataType, number>>

export const phoneInText =
  /(?<![\d.,/-])(?:(?:\+33|0033)[ .-]?(?:\(0\))?[ .-]?[1-9]|0[1-9])(?:[ .\-\u00a0\u202f]?\d{2}){4}(?![\d])|(?<!\d)\+\d{1,3}[ .-]?(?:\(?\d{1,4}\)?[ .-]?){2,6}\d{2}(?!\d)/
export const emailInText = /[^\s@,;:<>()"'=/]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}/i
const nirInText =
  /(?<!\d)[12378][ .]?\d{2}[ .]?\d{2}[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}[ .-]?\d{2}(?!\d)/i
const ineInText = /\bINE\b\W{0,5}(?:n[°o]\W{0,2})?(?:\d{9}[A-Z]{2}|\d{10}[A-Z]|[0-9A-Z]{10}\d)\b/i
const personInText =
  /(?:^|[^\p{L}])(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame|Mademoiselle|Mrs\.?|Ms\.?|Herr|Frau|Señora?|Signora?|Mevrouw) \p{Lu}[\p{L}'’-]+/u
const notPersons =
  /(?:Monsieur|Mr\.?|Madame|M\.) (?:Bricolage|Meuble|Propre|Figaro|Bean|Le|La|Les)\b/

/** What to look for in a column. */
export type Strays = {
  phone: boolean
  nir: boolean
  street: boolean
  person: boolean
  /** Digits-only cells may be identifiers: false where the column is made of such numbers. */
  bareDigits: boolean
}

export const allStrays: Strays = {
  phone: true,
  nir: true,
  street: true,
  person: true,
  bareDigits: true,
}

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

export function straysOf(type: DataType, profile: ColumnProfile): Strays {
  const codes = codeTypes.has(type)
  const longNumbers = [...profile.digitLengths].some(
    ([length, count]) => length >= 9 && length <= 15 && count >= Math.max(2, profile.filled * 0.02),
  )
  return {
    phone: !codes,
    nir: shareOf(profile, 'pet_chip') === 0,
    street: !codes && !thingTypes.has(type),
    person: !codes && !thingTypes.has(type),
    bareDigits: !codes && !longNumbers,
  }
}

type Note = (type: DataType, bit: number) => number

/** Reads a cell once to see what it could hold; the costly looks come after. */
export function strayReader(eye: Strays, index: number, counts: StrayCounts) {
  const note: Note = (type, bit) => {
    const column = counts.get(index) ?? new Map<DataType, number>()
    column.set(type, (column.get(type) ?? 0) + 1)
    counts.set(index, column)
    return bit
  }
  return (cell: string): number => {
    let digits = 0
    let at = 0
    let dots = 0
    let letters = 0
    for (let position = 0; position < cell.length; position += 1) {
      const code = cell.charCodeAt(position)
      if (code >= 48 && code <= 57) digits += 1
      else if (code === 64) at += 1
      else if (code === 46) dots += 1
      else if (code > 64) letters += 1
    }
    let met = 0
    if (at > 0 && emailInText.test(cell)) met |= note('email', bits.email)
    if (digits >= 8) met |= numbersIn(cell, { digits, letters, eye, note })
    if (dots === 3 && digits >= 4 && letters === 0 && isIpAddress(cell)) {
      met |= note('ip_address', bits.ip_address)
    }
    if (letters < 5 || cell.length < 6) return met
    if (digits > 0 && eye.street && isStreetAddress(fold(cell))) {
      met |= note('postal_address', bits.postal_address)
    }
    // A civility begins with one of these capitals: a cheap look before the costly one.
    if (eye.person && /[MHFS][.a-zñ]/.test(cell) && namesPerson(cell)) {
      met |= note('name', bits.direct)
    }
    return met
  }
}

function namesPerson(cell: string): boolean {
  return personInText.test(cell) && !notPersons.test(cell)
}

function numbersIn(
  cell: string,
  { digits, letters, eye, note }: { digits: number; letters: number; eye: Strays; note: Note },
): number {
  const bare = letters === 0 && digits === cell.length
  if (bare && !eye.bareDigits) return 0
  let met = 0
  if (eye.phone && digits >= 9 && (isPhone(cell.trim()) || (!bare && phoneInText.test(cell)))) {
    met |= note('phone', bits.phone)
  }
  if (eye.nir && digits >= 13) {
    const found = nirInText.exec(cell)
    if (found !== null && isNirWritten(found[0])) met |= note('nir', bits.direct)
  }
  if (letters > 0) {
    const whole = cell.length <= 14 ? compact(cell) : ''
    if ((whole.length === 11 && passesBea(whole)) || ineInText.test(cell)) {
      met |= note('ine', bits.direct)
    }
  }
  return met
}

function isNirWritten(text: string): boolean {
  const plain = compact(text)
  return !plain.startsWith('25026') && passesNir(plain)
}
