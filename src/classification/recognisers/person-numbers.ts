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
import { holds, type Recogniser } from './recogniser.ts'

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

/** Spanish affiliations and Belgian cards: ten digits, and what 97 leaves of them (97 for nothing). */
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

type How = Pick<Recogniser, 'method' | 'headerNeeded'>

function person(
  id: string,
  type: Recogniser['type'],
  how: How,
  test: (text: string) => boolean,
): Recogniser {
  return { id, type, ...how, needs: holds.code, test: (cell) => test(cell.compact) }
}

function shaped(id: string, type: Recogniser['type'], shape: RegExp): Recogniser {
  return person(id, type, shapeOnly, (text) => shape.test(text))
}

const strong: How = { method: 'checksum', headerNeeded: false }
const weakChecksum: How = { method: 'checksum', headerNeeded: true }
const shapeOnly: How = { method: 'format', headerNeeded: true }
const shapeAlone: How = { method: 'format', headerNeeded: false }

export const personNumbers: readonly Recogniser[] = [
  // French dogs and cats carry chips that begin with 250 26: never a NIR on values alone.
  person('nir', 'nir', strong, (text) => !text.startsWith('25026') && passesNir(text)),
  person('nir_13', 'nir', shapeOnly, looksLikeNirBody),
  person('nir_pet_like', 'nir', weakChecksum, passesNir),
  person('ine_bea', 'ine', strong, passesBea),
  person('ine_nne', 'ine', weakChecksum, passesNne),
  shaped('ine_rnie', 'ine', /^\d{9}[A-Z]{2}$/),
  shaped('ine_apprentice', 'ine', /^\d{4}A\d{5}[A-Z]$/),
  person('de_rvnr', 'national_id', strong, passesRvnr),
  person('fr_spi', 'tax_id', weakChecksum, passesSpi),
  person('de_idnr', 'tax_id', weakChecksum, passesGermanTax),
  person('it_cf', 'tax_id', strong, passesCodiceFiscale),
  person('pt_nif', 'tax_id', weakChecksum, passesPortuguese),
  person('es_nif', 'tax_id', weakChecksum, isSpanishNumber),
  person('be_nn', 'national_id', weakChecksum, passesBelgian),
  // As it is printed: the gaps of one country, and its check.
  {
    id: 'national_written',
    type: 'national_id',
    ...strong,
    needs: holds.code | holds.digit,
    test: ({ text, compact }) =>
      /^\d\d\.\d\d\.\d\d-\d{3}\.\d\d$/.test(text) && passesBelgian(compact),
  },
  {
    id: 'tax_written',
    type: 'tax_id',
    ...strong,
    needs: holds.code | holds.digit,
    test: ({ text, compact }) => /^\d\d \d{3} \d{3} \d{3}$/.test(text) && passesGermanTax(compact),
  },
  person('es_dni', 'national_id', strong, passesDni),
  person('es_nie', 'national_id', strong, passesNie),
  person('it_cf_national', 'national_id', weakChecksum, passesCodiceFiscale),
  person(
    'es_nss',
    'national_id',
    weakChecksum,
    (text) => /^(?:[0-4]|5[0-3]|66)/.test(text) && passesNinetySeven(text),
  ),
  person(
    'be_eid',
    'id_card',
    weakChecksum,
    (text) => /^59[0-9]/.test(text) && passesNinetySeven(text),
  ),
  person('nl_bsn', 'national_id', weakChecksum, passesBsn),
  person('pl_pesel', 'national_id', weakChecksum, passesPesel),
  person('ch_ahv', 'national_id', strong, passesAhv),
  person('lu_matricule', 'national_id', strong, passesLuxembourg),
  person('ie_pps', 'national_id', weakChecksum, passesPps),
  person('gb_nino', 'national_id', shapeAlone, isBritishNumber),
  person('at_vnr', 'national_id', weakChecksum, passesAustrian),
  person('gb_nhs', 'health_insurance_id', weakChecksum, passesNhs),
  // Old ISBN have the same check; these first digits are of numbers given out, and of few books.
  person('gb_nhs_issued', 'health_insurance_id', weakChecksum, (text) => {
    return /^[4-7]/.test(text) && passesNhs(text)
  }),
  person('de_kvnr', 'health_insurance_id', weakChecksum, passesKvnr),
  person('fr_ins', 'health_insurance_id', weakChecksum, passesNir),
  // European cards: health insurance, the country's number, fifteen digits.
  person('ehic', 'health_insurance_id', shapeAlone, (text) =>
    /^80(?:040|056|250|276|372|380|442|528|616|620|724|756)\d{15}$/.test(text),
  ),
  shaped('fr_passport', 'passport', /^\d{2}[A-Z]{2}\d{5}$/),
  shaped('other_passport', 'passport', /^[A-Z]{1,3}\d{6,8}$/),
  shaped('de_document', 'passport', /^(?=.*\d)[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8,9}$/),
  shaped('fr_cni_old', 'id_card', /^\d{12}$/),
  shaped('fr_cni', 'id_card', /^(?=.*\d)[A-HJ-NP-TV-Z0-9]{9}$/),
  shaped('it_cie', 'id_card', /^C[A-Z]\d{5}[A-Z]{2}$/),
  shaped('other_card', 'id_card', /^(?=.*\d)[A-Z0-9]{8,14}$/),
  person('mrz', 'passport', shapeAlone, (text) =>
    /^(?:IDFRA|I<FRA|P<[A-Z]{3})[A-Z0-9<]{20,}$/.test(text),
  ),
]
