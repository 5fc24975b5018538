// What a header says: the types its words name, the strongest first.

import { lateList } from '../data-files.ts'
import { headerWords } from '../fold.ts'
import { nameByParts } from '../name-parts.ts'
import { latePattern } from '../patterns.ts'
import { speaksOfSomethingElse, specialByFamily, specialByStem } from '../special-titles.ts'
import { typesOf } from '../type-groups.ts'
import { classOfType, type DataType, nameTypes } from '../types-of-data.ts'
import { consentEnds, saysNo } from './header-objection.ts'
import {
  byPhrase,
  bySqueezed,
  type HeaderCandidate,
  leading,
  looseRoles,
  phraseWordsMax,
  specialAmongPeople,
  things,
  trailing,
  weakSpecialPhrases,
  wordsBeginning,
} from './header-tables.ts'
import { inFullWords, isProperName } from './header-writing.ts'

const nameWords = new Set(
  'nom noms name names naam nombre nome intitule libelle title titre bezeichnung'.split(' '),
)
const articles = new Set(
  'de du des d l la le les of the der die das del della di van het'.split(' '),
)
/**
 * "Profesional" is somebody; in "teléfono profesional",
 * "experiencia técnica" it is said of something.
 */
const saidOfOthers = new Set(
  (
    'profesional profissional professionnel professionnelle ' +
    'professional tecnico tecnica comercial'
  ).split(' '),
)
const consentWords = latePattern('consent_words')
const objectionWords = latePattern('objection_words')
const consentDate = /\b(?:date|datum|fecha|data|time|timestamp|le|on|at|am|when)\b/
const consentSource = latePattern('consent_source')
const consentWording = latePattern('consent_wording')

const remarkCutShort = /^Bem$|^(?:Bem|bem|BEM)\.$/

/** Every type that the header may name, in falling strength; empty when it says nothing known. */
export function headerCandidates(header: string): HeaderCandidate[] {
  // In capitals it is how German firms bring back the ill; with a full stop, a remark cut short.
  const words = remarkCutShort.test(header.trim()) ? 'bemerkung' : headerWords(header)
  if (words === '' || isNumberedColumn(words)) return []
  const told = toldBy(header, words)
  const written = words.replace(/(?<![aeiouq])([aou])e/g, '$1')
  if (written === words || told[0]?.match === 'exact') return told
  // "Zugehoerigkeit", "Schueler": a program that has no umlauts.
  const withUmlauts = toldBy(header, written)
  if (withUmlauts[0]?.match === 'exact') return withUmlauts
  return merged(
    told,
    withUmlauts.filter(({ type }) => classOfType[type] === 'special'),
  )
}

function toldBy(header: string, words: string): HeaderCandidate[] {
  const special = specialByFamily(words)
  const all = toldByWords(header, words)
  const others = speaksOfSomethingElse(words)
    ? all.filter(({ type }) => classOfType[type] !== 'special')
    : all
  return special.length === 0 ? others : merged(special, others)
}

function toldByWords(header: string, words: string): HeaderCandidate[] {
  const exact = exactly(words) ?? exactly(words.replace(unit, ''))
  if (exact !== null) return exact
  const inside = withoutOwner(words)
  if (inside !== null) return inside
  const full = inFullWords(words)
  const exactInFull = full === null ? null : (exactly(full) ?? exactNumber(full))
  if (exactInFull !== null) return exactInFull
  if (workAndMaker.test(words)) return [{ type: 'product', match: 'exact', phrase: words }]
  const named = nameByParts(header)
  if (named !== null) return [{ type: named, match: 'exact', phrase: words }]
  if (isFirmOrPerson(header)) return doer
  if (kinWithRelation.test(words)) return [{ type: 'name', match: 'exact', phrase: words }]
  const singular = words.replace(/[a-z]{3,}s(?= |$)/g, (word) => {
    return isProperName(word) ? word : word.slice(0, -1)
  })
  const exactSingular = singular === words ? null : exactly(singular)
  if (exactSingular !== null) return exactSingular
  const found = inPart(words)
  const foundInFull = full === null ? [] : inPart(full)
  const stems = specialByStem(full ?? words)
  // "Cotis. CGT": what is paid says of whom; dues tell who is a member,
  // and prices of drugs nothing.
  const ofMembers = stems.filter(({ type }) => type !== 'health')
  const told = merged(merged(merged(ofMembers, found), foundInFull), stems)
  const mayBeDoer = doneBy.test(words) || referent.test(words)
  if (told.length === 0) return mayBeDoer ? doer : cutShort(header)
  if (mayBeDoer) return merged(doer, told)
  return roleBeforeBracket(header, told) ?? told
}

/** "TITRE, AUTEUR": a work first, and who made it behind. */
const workAndMaker = latePattern('work_and_maker')

/** "Rag. soc./Cogn. nome": a firm or a person, each by words of its own. */
function isFirmOrPerson(header: string): boolean {
  const sides = header.split('/')
  if (sides.length !== 2) return false
  const types = sides.map((side) => {
    const words = headerWords(side)
    return (exactly(words) ?? exactly(inFullWords(words) ?? ''))?.[0]?.type ?? nameByParts(side)
  })
  return types.includes('company') && types.some((type) => type !== null && nameTypes.has(type))
}

/** "Famille (lien)", "Next of kin (relationship)": who it is, and what to whom. */
const kinWithRelation = latePattern('kin_with_relation')

/** "Teen (youth club)", "Elder (language survey)": whose list it is, behind who is on it. */
function roleBeforeBracket(
  header: string,
  told: readonly HeaderCandidate[],
): HeaderCandidate[] | null {
  const before = /^([^()]+)\([^()]*\)\s*$/.exec(header)?.[1]
  if (before === undefined || told.some(({ type }) => typesOf('told_alone').has(type))) return null
  const phrase = headerWords(before)
  const isRole = byPhrase.get(phrase)?.[0] === 'name' && !looseRoles.has(phrase)
  return isRole ? [{ type: 'name', match: 'part', phrase }, ...told] : null
}

/** "Sensib.", "Dipend.", "Unverträglichk.": a full stop says that the word goes on. */
function cutShort(header: string): HeaderCandidate[] {
  const found: HeaderCandidate[] = []
  for (const [, cut = ''] of header.matchAll(/(\p{L}{5,})\./gu)) {
    const wholes = wordsBeginning(headerWords(cut))
    const types = new Set(wholes.flatMap((whole) => byPhrase.get(whole) ?? []))
    // Words of one kind alone: "Prod." may be a producer, and a product.
    const kinds = new Set([...types].map((type) => classOfType[type]))
    if (kinds.size !== 1) continue
    for (const phrase of wholes) {
      for (const type of byPhrase.get(phrase) ?? []) found.push({ type, match: 'part', phrase })
    }
  }
  return found.filter(({ type }, at) => found.findIndex((other) => other.type === type) === at)
}

/** "Suivi par", "checked by", "erfasst von": whoever did it; names below must be known ones. */
const doneBy = /^(?:[a-z]+ ){1,3}(?:par|by|von|v|durch|por|da|door)$/
/** "MJPM réf.", "Éduc. réf.": a referent where names stand below, a reference over codes. */
const referent = /^(?:[a-z]{2,} ){1,2}ref$/
const doer: HeaderCandidate[] = [
  { type: 'name', match: 'part', phrase: 'agent' },
  { type: 'company', match: 'part', phrase: 'agent' },
]

/** What programs write before a field's own name: where it stands, or whose it is. */
const owners = latePattern('owners')

/** "customer.dob" is a birthday; where what is left is a person again, all of the header speaks. */
function withoutOwner(words: string): HeaderCandidate[] | null {
  const own = words.replace(owners, '')
  if (own === words) return null
  const found = exactly(own)
  if (found === null || found.some(({ type }) => type === 'name' || type === 'company')) return null
  return found.every(({ type }) => typesOf('told_alone').has(type)) ? found : null
}

/** "Colonne1", "Column B", "field_3": what a program writes where nobody gave a title. */
const numberedColumn = latePattern('numbered_column')

/** A header that is none, but the number of its column. */
export function isNumberedColumn(words: string): boolean {
  return numberedColumn.test(words)
}

/** Units and answers behind a title: "Prix (EUR)", "Longueur (m)", "PAI (O/N)". */
const unit = latePattern('unit')

function exactly(words: string): HeaderCandidate[] | null {
  const squeezed = words.replace(/ /g, '')
  const plain = byPhrase.get(words) ?? bySqueezed.get(squeezed)
  if (plain !== undefined) return plain.map((type) => ({ type, match: 'exact', phrase: words }))
  const joined = byPhrase.get(squeezed)
  if (joined !== undefined)
    return joined.map((type) => ({ type, match: 'exact', phrase: squeezed }))
  const withoutNumber = words.replace(/ ?\d{1,2}$| (?:19|20)\d\d$/, '')
  const numbered = byPhrase.get(withoutNumber) ?? bySqueezed.get(withoutNumber)
  if (withoutNumber === '' || numbered === undefined) return null
  return numbered.map((type) => ({ type, match: 'exact', phrase: withoutNumber }))
}

/** "N° d'immatriculation du véhicule" in the words that the tables use for numbers. */
function exactNumber(full: string): HeaderCandidate[] | null {
  if (!/(?:^| )n(?: |$)/.test(full)) return null
  const noun = full.replace(/(?:^| )n(?: d| de| du)?(?= |$)/g, '').trim()
  const types = (byPhrase.get(noun) ?? []).filter((type) => {
    return typesOf('numbered_types').has(type)
  })
  return types.length === 0 ? null : types.map((type) => ({ type, match: 'exact', phrase: noun }))
}

function inPart(words: string): HeaderCandidate[] {
  const other = consentOrObjection(words) ?? qualified(words)
  const parts = partsOf(words)
  if (other === null) return parts.length > 0 ? parts : thingNamed(words)
  // "Date de vaccination" is a date, and speaks of health all the same.
  const special = parts.filter(({ type }) => classOfType[type] === 'special')
  return [...special, { type: other, match: 'part', phrase: words }]
}

/** How much else a file must say before such a word speaks. */
function weakness(phrase: string): number {
  if (!weakSpecialPhrases.has(phrase)) return 0
  return specialAmongPeople.has(phrase) ? 1 : 2
}

/** "PMR / santé": a word that needs support does not hide one that needs none. */
function saysMore(phrase: string, found: HeaderCandidate | undefined): boolean {
  return (
    found !== undefined &&
    classOfType[found.type] === 'special' &&
    weakness(found.phrase) > weakness(phrase)
  )
}

function merged(
  first: readonly HeaderCandidate[],
  second: readonly HeaderCandidate[],
): HeaderCandidate[] {
  const more = second.filter(({ type }) => !first.some((candidate) => candidate.type === type))
  const clearer = first.map((candidate) => {
    const other = second.find(({ type }) => type === candidate.type)
    return other !== undefined && saysMore(other.phrase, candidate) ? other : candidate
  })
  return [...clearer, ...more]
}

function consentOrObjection(words: string): DataType | null {
  if (objectionWords.test(words) || saysNo(words)) return 'objection'
  if (!consentWords.test(words)) return null
  // "Date fin consentement", "Consent valid until": the day it ends is not the day it was given.
  if (consentEnds.test(words)) return 'date'
  if (consentDate.test(words)) return 'consent_date'
  if (consentSource.test(words)) return 'consent_source'
  if (consentWording.test(words)) return 'consent_wording'
  return /\bip\b/.test(words) ? 'ip_address' : 'consent'
}

/** "Prénom du personnage": whoever it is, he is in a book. */
const fictional = lateList('fictional')

/** "Verantwortliche Abteilung", "service responsable": no person, but where one would ask. */
const answersFor = latePattern('answers_for')
const body = latePattern('body')

/** "nb emails", "type de téléphone", "email envoyé", "nom du produit": not what the noun says. */
function qualified(words: string): DataType | null {
  const tokens = words.split(' ')
  if (tokens.length < 2) return null
  if (tokens.some((token) => fictional.has(token))) return 'product'
  if (answersFor.test(words) && body.test(words)) return 'company'
  const first = tokens[0] ?? ''
  const last = tokens[tokens.length - 1] ?? ''
  const birth = /\b(?:naiss\w*|birth\w*|geb\w*|nacimiento|nac|nascita|nasc)\b/.test(words)
  if (tokens.some((token) => nameWords.has(token))) {
    const thing = tokens.find((token) => !nameWords.has(token) && things.has(token))
    if (thing !== undefined) return things.get(thing) ?? null
  }
  if (birth) {
    const place = /\b(?:lieu|ville|place|ort|lugar|luogo|plaats|pays|commune|dept|departement)\b/
    return place.test(words) ? 'city' : null
  }
  if (tokens.length > 2 && leading.has(`${first} ${tokens[1]}`)) {
    return leading.get(`${first} ${tokens[1]}`) ?? null
  }
  if (leading.has(first) && first !== 'nombre') return leading.get(first) ?? null
  return trailing.get(last) ?? null
}

/** "Salle", "Station", "Cuvée": names below are of such things, whoever they were named after. */
function thingNamed(words: string): HeaderCandidate[] {
  const phrase = words.split(' ').find((token) => things.has(token))
  const type = phrase === undefined ? undefined : things.get(phrase)
  return phrase === undefined || type === undefined ? [] : [{ type, match: 'part', phrase }]
}

const who = new Set('qui who wer quien quienes chi wie'.split(' '))
/** "Ce qui", "wie haben": what, and how, in the language of the question. */
const asksNoPerson = latePattern('asks_no_person')
/** "Who told you about us", "a chi ti rivolgi": put to whoever fills in the form. */
const asksTheReader = latePattern('asks_the_reader')
const anybody: HeaderCandidate = { type: 'name', match: 'part', phrase: 'agent' }

/** Known phrases inside the header; the longest first, and earlier before later. */
function partsOf(words: string): HeaderCandidate[] {
  const tokens = words.split(' ')
  const found: HeaderCandidate[] = []
  for (let size = Math.min(phraseWordsMax, tokens.length - 1); size >= 1; size -= 1) {
    for (let start = 0; start + size <= tokens.length; start += 1) {
      const phrase = tokens.slice(start, start + size).join(' ')
      // A lone word of one or two letters, or an article, says nothing inside a longer header.
      if (size === 1 && (phrase.length < 3 || articles.has(phrase))) continue
      if (size === 1 && saidOfOthers.has(phrase)) continue
      if (who.has(phrase) && asksNoPerson.test(words)) continue
      // The answer may be anybody or anything: known names must stand below.
      if (who.has(phrase) && asksTheReader.test(words)) {
        if (!found.some(({ type }) => type === 'name')) found.push(anybody)
        continue
      }
      for (const type of byPhrase.get(phrase) ?? []) {
        const at = found.findIndex((candidate) => candidate.type === type)
        if (at < 0) found.push({ type, match: 'part', phrase })
        else if (saysMore(phrase, found[at])) found[at] = { type, match: 'part', phrase }
      }
    }
  }
  return found
}

/** How many cells read like column titles. */
export function countHeaderLike(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    if (cell.length > 60) continue
    const words = headerWords(cell)
    // "Céline", "Jean-Baptiste", "Vienne": data, whatever header they happen to begin like.
    if (words.split(' ').every(isProperName) && !byPhrase.has(words)) continue
    const [first] = headerCandidates(cell)
    if (first === undefined) continue
    // "table", "Pomme Gala": alone, the word for a thing is more often the thing.
    if (cells.length === 1 && things.has(first.phrase) && !byPhrase.has(words)) continue
    count += 1
  }
  return count
}
