// Headers made of the parts of a name, in full or cut short: "Vor- u. Zun.", "Nome pren.",
// "Last n.".
import { lateList } from './data-files.ts'
import { headerWords } from './fold.ts'
import { abbreviations, byPhrase } from './headers/header-tables.ts'

import type { DataType } from './types-of-data.ts'

/** The given name, as one word. */
const given = lateList('name part given')
/** The family name, as one word. */
const family = lateList('name part family')
/** A name of either kind: "nom" is a family in French and cut short for "nombre" in Spanish. */
const either = lateList('name part either')
/** What stands before a word of `either`, or before a hyphen, and says which name it is. */
const beforeGiven = lateList('name part beforeGiven')
const beforeFamily = lateList('name part beforeFamily')
/** Behind a word of `either`: "nom de fam.", "nom j.f.". */
const behindFamily = lateList('name part behindFamily')
const whole = lateList('name part whole')
/** A table, a room or a place is kept under it: "Nome prenot.", "Nom résa". */
const booking = lateList('name part booking')
const joiners = lateList('name part joiners')
/** Two letters that say something else unless two of them stand together: "fn sn", "vn an". */
const twoLetters = lateList('name part twoLetters')

type Part = 'given' | 'family' | 'either' | 'whole' | 'booking'

/** Null unless every word of the header is part of a name, or says whose name it is. */
export function nameByParts(header: string): DataType | null {
  if (header.length > 50) return null
  const tokens = headerWords(header.replace(/[&+/,]/g, ' et ')).split(' ')
  if (tokens.length < 2) return null
  const parts = partsOf(tokens)
  if (parts === null) return null
  const has = (part: Part) => parts.includes(part)
  if (has('given') && (has('family') || has('either'))) return 'name'
  if (has('family') && has('either')) return 'name'
  if (has('either') && (has('whole') || has('booking'))) return 'name'
  if (parts.length !== 1) return null
  return has('given') ? 'first_name' : has('family') ? 'last_name' : null
}

function partsOf(tokens: readonly string[]): Part[] | null {
  const found: Part[] = []
  const isJoined = tokens.some((token) => joiners.has(token))
  const short = tokens.filter((token) => twoLetters.has(token))
  const named = tokens.filter((token) => !joiners.has(token))
  // "N° série" has an n as well, and "N Pr" is the number of a product.
  const isSpelt = named.some((token) => token.length > 3)
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? ''
    const next = tokens[at + 1] ?? ''
    // "Nom. y 2 ap.": how many of them.
    if (joiners.has(token) || (found.length > 0 && /^\d$/.test(token))) continue
    const mark = beforeGiven.has(token) ? 'given' : beforeFamily.has(token) ? 'family' : null
    if (mark !== null) {
      if (token.length === 1 && next.length < 3 && !joiners.has(next)) return null
      if (either.has(next)) at += 1
      else if (!isJoined && found.length === 0 && !isOfName(next)) return null
      found.push(mark)
    } else if (either.has(token)) {
      const behind = tokens.slice(at + 1).find((word) => !joiners.has(word)) ?? ''
      const isFamily = behindFamily.has(behind)
      if (token === 'n' && !isSpelt && !isFamily) return null
      if (isFamily) at = tokens.indexOf(behind, at)
      found.push(isFamily ? 'family' : 'either')
    } else if (given.has(token) || family.has(token)) {
      if (twoLetters.has(token) && short.length < 2 && !isSpeltBeside(named, token)) return null
      found.push(given.has(token) ? 'given' : 'family')
    } else if (token === 'pr' && isJoined && named.some((word) => /^noms?$/.test(word))) {
      found.push('given')
    } else if (whole.has(token)) found.push('whole')
    else if (booking.has(token)) found.push('booking')
    else if (found.length < 2 || !isOwner(token)) return null
  }
  return found
}

function isOfName(word: string): boolean {
  return [given, family, beforeGiven, beforeFamily].some((words) => words.has(word))
}

/** "Ap. y nombre", "Nome e ap.": beside a name in full, two letters are the other one. */
function isSpeltBeside(named: readonly string[], short: string): boolean {
  return short !== 'sn' && named.some((word) => word.length > 2 && either.has(word))
}

/** "Nom prén. élève": whose name it is. */
function isOwner(token: string): boolean {
  const full = abbreviations.get(token) ?? token
  return byPhrase.get(full)?.includes('name') === true
}
