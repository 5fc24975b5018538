// Names of people, by dictionaries and shape; never by capital letters.

import { lateList } from '../data-files.ts'
import { fold } from '../fold.ts'
import { firstNames, lastNames, nouns } from '../name-lists.ts'
import { isPlaceWord } from '../namesake-places.ts'
import { latePattern } from '../patterns.ts'
import { type Checks, rememberingLast } from './recogniser.ts'
import { isCompanyName } from './things.ts'

const particles = lateList('particle')
const nameShape = /^\p{L}[\p{L}\p{M}'’.\- ]*(?:, ?\p{L}[\p{L}\p{M}'’.\- ]*)?$/u
const civility = latePattern('civility')

const hasCivility = rememberingLast((folded) => civility.test(folded))

/**
 * What is added in brackets has an end soon: a row of brackets that never close is passed over
 * fast.
 */
const besideName = /\([^)]{0,99}\)|(?<![\p{L}\d])[+(]?\d[\d\s./()-]{6,}\d/gu

/** Whoever comes along on a list of guests: "+ guest", "+1", "& famille". */
const companions = latePattern('companions')

/** "Mathieu (maint.)", "Salhi Karima 0639987601": the name without what stands beside it. */
const nameAlone = rememberingLast((text) =>
  /[(\d+&]/.test(text) ? text.replace(companions, '').replace(besideName, ' ').trim() : text,
)

/** Letters as a name has them: no digits, at most six words. */
export function hasNameShape(cell: string): boolean {
  // "Anne-Laure & Hugo": two who marry, walk or dance together.
  const text = nameAlone(cell).replace(/ [&+] /g, ' ')
  if (text.length < 2 || text.length > 60 || !nameShape.test(text)) return false
  return text.split(/\s+/).length <= 6
}

/** "Rouge cerise", "Parc de la Tête d'Or": a common noun, or small words after a capital one. */
export function hasThingShape(text: string): boolean {
  const parts = text.split(/[\s'’-]+/)
  if (parts.some((part) => nouns.has(fold(part)))) return true
  if (!/^\p{Lu}\p{Ll}/u.test(text)) return false
  return parts.slice(1).some((part) => /^\p{Ll}{3,}/u.test(part) && !particles.has(fold(part)))
}

/** "Via Giuseppe Garibaldi" is where people live, and nobody. */
const streetHeads = lateList('head of a street')

const tokens = rememberingLast((folded): readonly string[] =>
  folded
    .replace(civility, '')
    .split(/[\s,.'’]+/)
    .filter((token) => token.length > 0),
)

/** `jean-pierre`, `marie claire`: each part is a first name. */
export function isFirstName(folded: string): boolean {
  const parts = nameAlone(folded).split(/[\s-]+/)
  return parts.length <= 3 && parts.every((part) => firstNames.has(part))
}

export function isLastName(folded: string): boolean {
  const words = tokens(folded)
  if (/[\d@]/.test(folded) || namesThing(words) || isCompanyName(folded)) return false
  const parts = words.filter((part) => !particles.has(part))
  return parts.length > 0 && parts.length <= 3 && parts.some(isKnownLast)
}

/** "Lefebvre-Martin": one known half will do. */
function isKnownLast(part: string): boolean {
  if (lastNames.has(part)) return true
  return (
    part.includes('-') && part.split('-').some((half) => half.length > 2 && lastNames.has(half))
  )
}

/** A common noun is none behind a particle: "de la Tour", "du Bois". */
function namesThing(words: readonly string[]): boolean {
  return words.some((word, at) => nouns.has(word) && !particles.has(words[at - 1] ?? ''))
}

/** First name and another word of a name's shape, in either order; or a civility and a name. */
export const isFullName = rememberingLast(namesSomebody)

function namesSomebody(cell: string): boolean {
  const folded = nameAlone(cell)
  if (folded.length > 60 || /\d/.test(folded) || isCompanyName(folded)) return false
  const words = tokens(folded)
  if (words.length < 1 || words.length > 6 || streetHeads.has(words[0] ?? '')) return false
  if (isPlaceWord(words[words.length - 1] ?? '')) return false
  if (hasCivility(folded)) return words.every((word) => /^[\p{L}-]+$/u.test(word))
  if (words.length < 2 || namesThing(words) || isOfThings(words)) return false
  if (isCouple(words)) return true
  if (!words.some((word) => isFirstName(word)) && !isInitialAndName(words)) return false
  if (isInitialAndName(words)) return true
  // A lone letter is a middle initial.
  return words.every((word, at) => {
    return particles.has(word) || (at > 0 ? /^[\p{L}-]+$/u : /^[\p{L}-]{2,}$/u).test(word)
  })
}

/** "Amit & Jaya Desai", and not "Marie & Louise", a shop. */
function isCouple([first = '', and = '', second = '', ...family]: readonly string[]): boolean {
  if (and !== '&' && and !== '+' && and !== 'and') return false
  return isFirstName(first) && isFirstName(second) && isKnownLast(family[family.length - 1] ?? '')
}

/** "J. Dupont", "J.-P. Le Bihan": the dots say that a first name was cut, of whatever family. */
const initialled = latePattern('initialled')

/** "Lacaze R.", "Le Bihan J.-P.": a family of whatever name, and a first name cut behind it. */
const initialBehind = /^(\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}'’-]+)?,? \p{Lu}\.(?:[ -]?\p{Lu}\.)?$/u
const lettered = lateList('before a letter')

function hasInitialBehind(text: string): boolean {
  const [, first] = initialBehind.exec(text) ?? []
  if (first === undefined) return false
  const folded = fold(first)
  return !lettered.has(folded) && !nouns.has(folded)
}

/** "j. dupont", "o'connor p": an initial and a known family name. */
function isInitialAndName(words: readonly string[]): boolean {
  const rest = words.filter((word) => word.length > 1 && !particles.has(word))
  const initials = words.filter((word) => /^\p{L}$/u.test(word) && !particles.has(word))
  return rest.length === 1 && initials.length >= 1 && initials.length <= 2 && rest.some(isKnownLast)
}

/** "Louis XV" is a chair, "Martin Rovers" a club, "Marie & Louise" a shop. */
function isOfThings(words: readonly string[]): boolean {
  const last = words[words.length - 1] ?? ''
  return (
    /^(?:ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii|xiv|xv|xvi|xvii|xviii)$/.test(last) ||
    words.some((word) => clubs.has(word) || answers.has(word))
  )
}
/** Sentences begin or turn with them: "oui, sem. paires", "siehe Mutter". */
const answers = lateList('answer')
const clubs = lateList('word of a club')

/** A first name where first names stand, and one word or two behind it. */
function beginsAsPerson(folded: string): boolean {
  const words = tokens(folded)
  return words.length >= 2 && words.length <= 3 && isFirstName(words[0] ?? '') && isFullName(folded)
}

/**
 * "RAVENEL Colette", "DA SILVA PRATES Joaquim": as registers write people, and nobody writes goods.
 */
const familyInCapitals = latePattern('family_in_capitals')

function isOfRegister(text: string): boolean {
  const given = familyInCapitals.exec(text)?.[1]
  return given !== undefined && isFirstName(fold(given))
}

/** What bears the name of a person behind its own: "Loi Veil", "Prix Goncourt", "Saal Goethe". */
const headsOfThings = lateList('head of a thing')

/** And before its own: "Georg-Büchner-Preis", "Heinrich Böll Schule", "Booker Prize". */
const tailsOfThings = lateList('tail of a thing')

function bearsNameOfThing(folded: string): boolean {
  const gap = folded.indexOf(' ')
  if (gap > 1 && headsOfThings.has(folded.slice(0, gap))) return true
  const last = Math.max(folded.lastIndexOf(' '), folded.lastIndexOf('-'))
  return last > 1 && tailsOfThings.has(folded.slice(last + 1))
}

/** "DURRANI/SANA MRS", as airlines write passengers. */
const passenger = latePattern('passenger')

/** A known first name and a known family name: more than any dictionary says of a sofa. */
function isKnownPerson(folded: string): boolean {
  const words = tokens(folded).filter((word) => !particles.has(word))
  if (words.length < 2 || words.length > 4 || namesThing(words)) return false
  return words.some((word, at) => {
    return firstNames.has(word) && words.some((other, index) => index !== at && isKnownLast(other))
  })
}

export const nameChecks: Checks = {
  'begins as person': beginsAsPerson,
  'titled person': (text) => hasCivility(text) && isFullName(text),
  'known person': (text) => isKnownPerson(text) || hasCivility(text),
  'full name': (text, { folded }) =>
    isFullName(folded) || initialled.test(text) || hasInitialBehind(text) || passenger.test(text),
  'of register': isOfRegister,
  'named thing': bearsNameOfThing,
  'first name': isFirstName,
  'last name': isLastName,
}
