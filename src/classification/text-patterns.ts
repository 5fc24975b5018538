// What identifies a person inside a sentence: patterns, each with its check where there is one.
// The words of telephones, streets, births and titles stand in word-endings.ts too.

import * as ahv from 'stdnum/lib/cjs/ch/ssn.js'
import * as codiceFiscale from 'stdnum/lib/cjs/it/codicefiscale.js'
import { passesNir } from './check-digits.ts'
import { lateList } from './data-files.ts'
import { compact, fold } from './fold.ts'
import { cities, firstNames, lastNames, nouns } from './name-lists.ts'
import { isBeforeNamesake, withoutNamesakePlaces } from './namesake-places.ts'
import { latePattern } from './patterns.ts'
import { isCard, isIban } from './recognisers/bank.ts'

export const phoneInText = latePattern('phone_in_text')
export const emailInText = /[^\s@,;:<>()"'=/]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}/i

const nirShape = latePattern('nir_shape')

export function holdsNir(cell: string): boolean {
  const found = nirShape.exec(cell)
  if (found === null) return false
  const plain = compact(found[0])
  // French dogs and cats carry chips that begin with 250 26.
  return !plain.startsWith('25026') && passesNir(plain)
}

export const ineInText = latePattern('ine_in_text')

const fiscalCode = /(?<![A-Z0-9])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![A-Z0-9])/i
const swissNumber = /(?<!\d)756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}(?!\d)/
const belgianNumber = /(?<!\d)\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)/
/** As it is printed: "AB 12 34 56 C". */
const britishNumber = latePattern('british_number')
const named = latePattern('named')

/** A cheap look before the costly one. */
const mayBeNamed = latePattern('may_be_named')

export function holdsFiscalCode(cell: string): boolean {
  const fiscal = fiscalCode.exec(cell)
  return fiscal !== null && codiceFiscale.validate(fiscal[0].toUpperCase()).isValid
}

/** A national number or a paper's number: by its own check, or by the word before it. */
export function holdsNationalNumber(cell: string): boolean {
  if (holdsFiscalCode(cell)) return true
  const swiss = swissNumber.exec(cell)
  if (swiss !== null && ahv.validate(compact(swiss[0])).isValid) return true
  if (britishNumber.test(cell)) return true
  return belgianNumber.test(cell) || holdsNamedNumber(cell)
}

/** "BSN 111222333": a number by the word before it. */
export function holdsNamedNumber(cell: string): boolean {
  return mayBeNamed.test(cell) && named.test(cell)
}

const streetInText = latePattern('street_in_text')

/** A cheap look before the costly one. */
const mayHoldStreet = latePattern('may_hold_street')

export function holdsStreet(cell: string, folded: string): boolean {
  return mayHoldStreet.test(folded) && streetInText.test(cell)
}

export const birthInText = latePattern('birth_in_text')

export const plateInText = latePattern('plate_in_text')

export const addressOfMachine = latePattern('address_of_machine')

const ibanInText = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![A-Z0-9])/
const cardInText = /(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/

export function holdsIban(cell: string): boolean {
  const found = ibanInText.exec(cell)
  return found !== null && isIban(compact(found[0]))
}

export function holdsCard(cell: string): boolean {
  const found = cardInText.exec(cell)
  return found !== null && isCard(compact(found[0]))
}

/** A cheap look before the costly ones. */
export const mayHoldTitle = latePattern('may_hold_title')

const titledPerson = latePattern('titled_person_in_text')
const titledLoosely = latePattern('titled_loosely')
/** "MRS P OKAFOR HALL HIRE", "Mr J. R. Hartley": initials between the title and the family. */
const titledInitials = latePattern('titled_initials')
/** "MS I Beam 100" is steel: after two letters the family must be a known one. */
function holdsTitledInitials(cell: string): boolean {
  const [, title = '', family = ''] = titledInitials.exec(cell) ?? []
  return title.length > 2 || (title !== '' && lastNames.has(fold(family)))
}
const notPersons = latePattern('not_persons')

/** "Dott. Bruni snc": all of the cell is a firm, whoever it is called after. */
const firmOfSomebody = latePattern('firm_of_somebody')

/** "Rosier grimpant Madame Meilland": plants bear the names of people, title and all. */
const namedPlant = latePattern('named_plant')

/** "Mme Dupont", "monsieur durand": a civility before a name, or before a known one alone. */
export function holdsTitledPerson(cell: string, onlyKnown: boolean): boolean {
  if (!holdsTitled(cell, onlyKnown)) return false
  const plain = withoutNamesakePlaces(namedPlant.test(cell) ? cell.replace(namedPlant, ' ') : cell)
  return plain === cell || holdsTitled(plain, onlyKnown)
}

function holdsTitled(cell: string, onlyKnown: boolean): boolean {
  const plain = notPersons.test(cell) ? cell.replace(notPersons, ' ') : cell
  if (plain !== cell) return holdsTitled(plain, onlyKnown)
  if (holdsTitledInitials(cell)) return !firmOfSomebody.test(cell)
  if (!onlyKnown && titledPerson.test(cell)) return !firmOfSomebody.test(cell)
  const loosely = titledLoosely.exec(cell)
  if (loosely === null || !lastNames.has(fold(loosely[1] ?? ''))) return false
  // "Monsieur Jacques, eau de toilette": spelt out and not alone, it is a title of goods.
  return !onlyKnown || !saidInFull.test(cell) || /^\s*\S+ \S+\s*$/.test(cell)
}

/** All of a cell: a civility that goods do not bear, and one to three names. */
const titledAlone = latePattern('titled_alone')

/** "Mme Kervadec" alone, in a column of goods, places or addresses of sites. */
export function isTitledPerson(cell: string, amongGoods: boolean): boolean {
  if (cell.length > 60 || !titledAlone.test(cell) || notPersons.test(cell)) return false
  return !amongGoods || !saidInFull.test(cell)
}

/** Roses, books and soaps are called "Madame Meilland" and "Mr Clean"; "Mme" is said of people. */
const saidInFull = latePattern('said_in_full')

const twoCapitals =
  /(?<![\p{L}'’-])(\p{Lu}[\p{Ll}]+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}[\p{L}'’-]{2,})(?![\p{L}])/gu

/** People after whom streets, schools and rooms are named, and figures of books. */
const namesakes = lateList('namesake')
const placesBefore = latePattern('places_before')

const transfer = latePattern('transfer')

/** "CHQ 0044120 MME ROPARS": banks write in capitals. */
const titledPayer = latePattern('titled_payer')
/** What people are paid with, and companies hardly ever draw. */
const paidToPerson = latePattern('paid_to_person')
const bankWords = latePattern('bank_words')

function isUnknownFamily(word: string): boolean {
  return word.length > 3 && !bankWords.test(word) && !nouns.has(word) && !cities.has(word)
}

/** "VIR SEPA DURAND JEAN": a bank's line, and a known first name beside a known family name. */
export function holdsPayer(cell: string): boolean {
  if (!transfer.test(cell)) return false
  if (titledPayer.test(cell)) return true
  const words = fold(cell).split(/[^\p{L}-]+/u)
  const isPaid = paidToPerson.test(cell)
  return words.some((word, at) => {
    const next = words[at + 1] ?? ''
    const isPair = (first: string, last: string) => {
      return firstNames.has(first) && (lastNames.has(last) || (isPaid && isUnknownFamily(last)))
    }
    return word.length > 2 && next.length > 2 && (isPair(word, next) || isPair(next, word))
  })
}

/** "client : Ygouf Karim": a role, a colon, and two words of which one is a first name. */
const namedRole = latePattern('named_role')

/** "rappeler Julie Velmorois", "spoke to Amelia Fairclough": what one does with a person. */
const spokenTo = latePattern('spoken_to')

/** "Mariage Élodie Castagnède", "80. Geburtstag Sieglinde Hupfer": whom a hall is booked for. */
const celebrated = latePattern('celebrated')

/** "à Corentin Jézéquel", "for Niamh Achterberg": a known first name where a person is meant. */
const towards = latePattern('towards')

/** "VELMOROIS Julie", as lists and offices write it. */
const capitalsThenFirst = latePattern('capitals_then_first')

/** "Jean Dupont" in a sentence: a known first name before a known family name, both capital. */
export function holdsKnownPerson(cell: string): boolean {
  for (const match of cell.matchAll(twoCapitals)) {
    const first = fold(match[1] ?? '')
    const last = fold(match[2] ?? '')
    if (!(firstNames.has(first) || first.split('-').every((part) => firstNames.has(part)))) continue
    if (!lastNames.has(last) || nouns.has(last) || namesakes.has(`${first} ${last}`)) continue
    const before = fold(cell.slice(Math.max(0, match.index - 24), match.index))
    const word =
      before
        .trim()
        .split(/[\s']+/)
        .pop() ?? ''
    if (placesBefore.test(before) || nouns.has(word) || isBeforeNamesake(before)) continue
    return true
  }
  return holdsPersonSpokenOf(cell)
}

/** Not "à Marine Land", "rue de Rosa Parks", "par Air France", nor a town. */
function holdsPersonMeant(cell: string): boolean {
  const found = towards.exec(cell)
  if (found === null || !isKnownFirst(found[1] ?? '')) return false
  const [first, last] = [fold(found[1] ?? ''), fold(found[2] ?? '')]
  if (cities.has(first) || cities.has(last) || nouns.has(last) || notFamilies.test(last))
    return false
  if (namesakes.has(`${first} ${last}`)) return false
  return !placesBefore.test(fold(cell.slice(Math.max(0, found.index - 24), found.index)))
}
const notFamilies = latePattern('not_families')

function isKnownFirst(word: string): boolean {
  if (!/^\p{Lu}/u.test(word)) return false
  const folded = fold(word)
  return firstNames.has(folded) || folded.split('-').every((part) => firstNames.has(part))
}

/** One first name is enough where the words beside it leave no doubt that a person is meant. */
function holdsPersonSpokenOf(cell: string): boolean {
  const role = /[:=]/.test(cell) ? namedRole.exec(cell) : null
  if (role !== null && [role[1], role[2]].some((word) => isKnownFirst(word ?? ''))) return true
  const spoken = spokenTo.exec(cell)
  if (spoken !== null && isKnownFirst(spoken[1] ?? '')) {
    return !namesakes.has(fold(`${spoken[1]} ${spoken[2]}`))
  }
  const feted = celebrated.exec(cell)
  if (feted !== null && isKnownFirst(feted[1] ?? '') && /^\p{Lu}/u.test(feted[2] ?? '')) {
    return !namesakes.has(fold(`${feted[1]} ${feted[2]}`))
  }
  if (holdsPersonMeant(cell)) return true
  const shouted = capitalsThenFirst.exec(cell)
  if (shouted === null || !isKnownFirst(shouted[2] ?? '')) return false
  const last = fold(shouted[1] ?? '')
  if (isDateOfCheck(fold(shouted[2] ?? ''), last)) return false
  return !nouns.has(last) && !placesBefore.test(last)
}

/**
 * "PAT Mar", "MOT Jan", "TÜV Mai", "VGP Sam": what is checked, and in which month or on which day.
 */
function isDateOfCheck(first: string, last: string): boolean {
  if (!namesOfDates.has(first) || lastNames.has(last)) return false
  // "Mar" is a given name by the sea of Spain alone.
  return last.length <= 4 || first === 'mar'
}
const namesOfDates = lateList('name of a date')
