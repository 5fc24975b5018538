// Numbers that a state or a school gives to one person: NIR, INE, tax and national numbers, papers.
import * as austrianVnr from 'stdnum/lib/cjs/at/vnr.js'
import * as belgianNumber from 'stdnum/lib/cjs/be/nn.js'
import * as ahv from 'stdnum/lib/cjs/ch/ssn.js'
import * as germanTax from 'stdnum/lib/cjs/de/idnr.js'
import * as spanishDni from 'stdnum/lib/cjs/es/dni.js'
import * as spanishNie from 'stdnum/lib/cjs/es/nie.js'
import * as irishPps from 'stdnum/lib/cjs/ie/pps.js'
import * as codiceFiscale from 'stdnum/lib/cjs/it/codicefiscale.js'
import * as dutchBsn from 'stdnum/lib/cjs/nl/bsn.js'
import * as pesel from 'stdnum/lib/cjs/pl/pesel.js'
import * as portugueseNif from 'stdnum/lib/cjs/pt/nif.js'
import {
  looksLikeNirBody,
  passesBea,
  passesLuxembourg,
  passesNir,
  passesNne,
  passesSpi,
} from '../check-digits.ts'
import type { Checks } from './recogniser.ts'

type Validator = { validate(value: string): { isValid: boolean } }

function checked(shape: RegExp, validator: Validator) {
  return (text: string) => shape.test(text) && validator.validate(text).isValid
}

const passesBelgian = checked(/^\d{11}$/, belgianNumber)
const passesDni = checked(/^\d{8}[A-Z]$/, spanishDni)
const passesNie = checked(/^[XYZ]\d{7}[A-Z]$/, spanishNie)
const passesCodiceFiscale = checked(
  /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/,
  codiceFiscale,
)
const passesBsn = checked(/^\d{8,9}$/, dutchBsn)
const passesPesel = checked(/^\d{11}$/, pesel)
const passesAhv = checked(/^756\d{10}$/, ahv)
const passesGermanTax = checked(/^[1-9]\d{10}$/, germanTax)
const passesPortuguese = checked(/^[1-35]\d{8}$/, portugueseNif)
const passesPps = checked(/^\d{7}[A-W][A-IW]?$/, irishPps)
const passesAustrian = checked(/^[1-9]\d{9}$/, austrianVnr)
const ninoShape = /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/

/** NHS number: ten digits, weights ten to two, modulo eleven. */
function passesNhs(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false
  let sum = 0
  for (let index = 0; index < 9; index += 1) sum += Number(text[index]) * (10 - index)
  return (11 - (sum % 11)) % 11 === Number(text[9])
}

/**
 * Spanish affiliations and Belgian cards: ten digits, and what 97 leaves of them (97 for nothing).
 */
function passesNinetySeven(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false
  const rest = Number(text.slice(0, 10)) % 97
  const check = Number(text.slice(10))
  return check === rest || (rest === 0 && check === 97)
}

/** German insured person's number: a letter, eight digits, a check digit over the letter's rank. */
function passesKvnr(text: string): boolean {
  if (!/^[A-Z]\d{9}$/.test(text)) return false
  const digits = String(text.charCodeAt(0) - 64).padStart(2, '0') + text.slice(1, 9)
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const product = Number(digits[index]) * (index % 2 === 0 ? 1 : 2)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === Number(text[9])
}

/** German pension insurance: an area, a birthday, a letter of the name, a serial, a check digit. */
function passesRvnr(text: string): boolean {
  const [, before, letter, serial, check] =
    /^(\d{2}[0-8]\d[01]\d\d{2})([A-Z])(\d{2})(\d)$/.exec(text) ?? []
  if (before === undefined || letter === undefined) return false
  const digits = `${before}${String(letter.charCodeAt(0) - 64).padStart(2, '0')}${serial}`
  let sum = 0
  for (const [index, weight] of rvnrWeights.entries()) {
    const product = Number(digits[index]) * weight
    sum += product > 9 ? Math.floor(product / 10) + (product % 10) : product
  }
  return sum % 10 === Number(check)
}
const rvnrWeights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]

/** A Spaniard's or a resident foreigner's number, written without separators. */
export function isSpanishNumber(text: string): boolean {
  return passesDni(text) || passesNie(text)
}

/** National Insurance, whose letters are not all given out. */
export function isBritishNumber(text: string): boolean {
  return ninoShape.test(text)
}

/** Bare digits that are a person's number by a birthday and a check of their own. */
export function isNationalNumber(digits: string): boolean {
  if (digits.length === 13) return passesLuxembourg(digits) || passesSpi(digits)
  return passesPesel(digits) || passesBelgian(digits)
}

export const personChecks: Checks = {
  nir: passesNir,
  'nir body': looksLikeNirBody,
  bea: passesBea,
  nne: passesNne,
  rvnr: passesRvnr,
  spi: passesSpi,
  'german tax': (_, { compact }) => passesGermanTax(compact),
  'codice fiscale': passesCodiceFiscale,
  portuguese: passesPortuguese,
  spanish: isSpanishNumber,
  belgian: (_, { compact }) => passesBelgian(compact),
  dni: passesDni,
  nie: passesNie,
  'ninety-seven': passesNinetySeven,
  bsn: passesBsn,
  pesel: passesPesel,
  ahv: passesAhv,
  luxembourg: passesLuxembourg,
  pps: passesPps,
  british: isBritishNumber,
  austrian: passesAustrian,
  nhs: passesNhs,
  kvnr: passesKvnr,
}
