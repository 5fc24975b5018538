// Where a person is reached or seen: telephone, e-mail, postal address, IP address, plate,
// user name.
import { latePattern } from '../patterns.ts'
import { type Checks, rememberingLast } from './recogniser.ts'

/** Separators people put into numbers, the narrow no-break space included. */
const phoneSeparators = /[\s.\-()/\u00a0\u202f\u2011]+/g
const phoneCharacters = /^[+\d\s.\-()/\u00a0\u202f\u2011]+$/

/** Digits (and a leading +) of a telephone number as written, or null. */
const phoneDigits = rememberingLast(digitsOfPhone)

function digitsOfPhone(text: string): string | null {
  const plain = text.replace(/^(?:tel|tél|mob|port|phone|gsm)\s*[.:]*\s*/i, '').replace(/\.0$/, '')
  if (plain.length < 8 || plain.length > 26 || !phoneCharacters.test(plain)) return null
  return plain.replace('(0)', '').replace(phoneSeparators, '')
}

/** A telephone number by its form alone: French national form, or an international prefix. */
export function isPhone(text: string): boolean {
  const digits = phoneDigits(text)
  if (digits === null || /^\+?0*(\d)\1+$/.test(digits)) return false
  return (
    /^\+[1-9]\d{7,14}$/.test(digits) ||
    /^00[1-9]\d{8,13}$/.test(digits) ||
    /^0[1-9]\d{8}$/.test(digits) ||
    /^(?:33[1-9]|262[26]9|590[56]9|594[56]9|596[56]9)\d{6,8}$/.test(digits)
  )
}

/** Could be one if the header says so: foreign national forms, a lost leading zero, 6.4E+08. */
export function isPhoneLike(text: string): boolean {
  if (/^\d(?:[.,]\d+)?E\+\d{1,2}$/i.test(text)) return true
  const digits = phoneDigits(text)
  return digits !== null && /^\+?\d{8,15}$/.test(digits) && !/^\+?(\d)\1+$/.test(digits)
}

/** "(919) 555-0159", as it is written from Florida to Alaska. */
const northAmerican = /^(?:1 ?)?\([2-9]\d\d\) ?[2-9]\d\d[-. ]\d{4}$/

/**
 * Grouped as people dial at home: 0171 39200, 06-12345678, 079 123 45 67, 600 123 456, 333 1234567.
 */
export function isGroupedNational(text: string): boolean {
  const digits = phoneDigits(text)
  if (digits === null || /^\d+$/.test(text)) return false
  if (northAmerican.test(text)) return true
  if (/^0[1-9]\d{7,10}$/.test(digits)) {
    // Behind the long code of a small town no subscriber's number begins with a zero.
    return /^\(?0\d{1,4}\)?[\s\-/]/.test(text) && !/^\(?0\d{4}\)?[\s\-/]+0/.test(text)
  }
  return (
    (/^[67]\d{8}$/.test(digits) &&
      /^\d{3}[ .]\d{3}[ .]\d{3}$|^\d{3}([ .])\d\d\1\d\d\1\d\d$/.test(text)) ||
    (/^3\d{9}$/.test(digits) && /^3\d\d[ .\-/]\d{3}[ ]?\d{4}$/.test(text))
  )
}

const emailShape = /^[^\s@,;:<>()"]{1,64}@(?:[a-z0-9\u00c0-\u024f-]{1,63}\.)+[a-z]{2,24}$/i

export function isEmail(text: string): boolean {
  const at = text.indexOf('@')
  if (at <= 0 || text.length > 254) return false
  if (emailShape.test(text)) return true
  const inBrackets = /<([^<>\s]+@[^<>\s]+)>$/.exec(text)
  return inBrackets !== null && emailShape.test(inBrackets[1] ?? '')
}

/** These words, and those below, stand in word-endings.ts too. */
const streetWord = latePattern('street_word')
const streetSuffix = latePattern('street_suffix')
/** "Am Alten Markt 3", "Im Winkel 9 a": German streets that begin with where they are. */
const germanStreet = latePattern('german_street')
const postBox = latePattern('post_box')

/** A street with a house number, in the order of its country; or a post box. Folded text. */
export function isStreetAddress(folded: string): boolean {
  // "ch. 800 €" is a cheque.
  if (/[€£$]/.test(folded)) return false
  if (folded.length < 6 || !/\d/.test(folded)) return postBox.test(folded)
  if (streetSuffix.test(folded) || postBox.test(folded) || germanStreet.test(folded)) return true
  if (!streetWord.test(folded)) return false
  return (
    /^\d{1,4}\s?(?:bis|ter|quater|[a-f])?[\s,]+\D/.test(folded) ||
    /[\s,]\d{1,4}\s?[a-f]?(?:[\s,/-].*)?$/.test(folded) ||
    /\b\d{4,5}\b/.test(folded)
  )
}

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{1,5})?$/

export function isIpAddress(text: string): boolean {
  if (ipv4.test(text)) return true
  return text.includes('::')
    ? /^[0-9a-f:]{3,39}$/i.test(text)
    : /^(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$/i.test(text)
}

/** French plates of 2009 (SIV): no I, O, U; not SS, not WW at the head. */
export function isSivPlate(compactText: string): boolean {
  return /^(?!SS|WW)[A-HJ-NP-TV-Z]{2}(?!000)\d{3}(?!SS)[A-HJ-NP-TV-Z]{2}$/.test(compactText)
}

const otherPlates = latePattern('other_plates')

export const contactChecks: Checks = {
  email: isEmail,
  phone: isPhone,
  'phone grouped': isGroupedNational,
  'phone like': isPhoneLike,
  street: isStreetAddress,
  ip: isIpAddress,
  'siv plate': isSivPlate,
  plate: (text) => otherPlates.test(text) || isSivPlate(text),
}
