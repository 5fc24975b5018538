// Streets, bridges and schools called after people: "rue du Dr Roux", "Dr. Kuyperlaan".

import { lateList } from './data-files.ts'
import { fold } from './fold.ts'
import { firstNames, lastNames } from './name-lists.ts'
import { latePattern, patternOf } from './patterns.ts'

const learned = /^(?:dr|doct|dokt|dott|prof)/

/** In "route Dr Roux" somebody may be on the way; in "route du Dr Roux" nobody is. */
const beforeTitle = latePattern('place_before_title')
const beforeName = latePattern('place_before_rank')
const italianStreet = /(?:^|[,;(–-] ?)Via $/
/** A lady and a lord stand straight behind the road: "square de Mme Roux" is where she lives. */
const ladiesAndLords = /^(?:mme|madame|monsieur|mgr|dona?)\.?$/
const roads = latePattern('roads')

/** "Uylbrug", "Schaepmanlaan": unlike "Verlaan" and "Langestraat", whom such words name as well. */
const glued = latePattern('glued')
/** "Luther-Ring": behind a hyphen these are no family. */
const hyphened = /-(?:str|weg|gasse|ring|damm|ufer|steig|halle|saal|park|preis|turm)$/
const particles = new Set(
  'van von zu vom zum de den der het ten ter del della di da do dos du des la le el al'.split(' '),
)
const initials = /^(?:\p{L}\.-?)+$/u

/** The same text with blanks in their place: whoever else stands in it is there as before. */
export function withoutNamesakePlaces(cell: string): string {
  let rest = cell
  for (const { index, 0: title } of cell.matchAll(patternOf('title_of_somebody'))) {
    const end = endOfPlace(cell, index, title)
    if (end > 0) rest = rest.slice(0, index) + ' '.repeat(end - index) + rest.slice(end)
  }
  return rest
}

/** "rue du Dr " before "Jean Martin", "avenue du général " before "Charles Martin". */
export function isBeforeNamesake(before: string): boolean {
  return beforeName.test(before)
}

const wordsMax = 5

/** Where the name of the place ends whose title begins at `start`; 0 where somebody is meant. */
function endOfPlace(cell: string, start: number, title: string): number {
  const isStreet = standsBehindStreet(cell.slice(Math.max(0, start - 24), start), fold(title))
  let end = start + title.length
  for (const word of cell.slice(end).split(' ', wordsMax)) {
    end += word.length + 1
    const plain = fold(word).replace(/[^a-z]+$/, '')
    if (isPlaceWord(plain)) return Math.min(end, cell.length)
    const mayGoOn = particles.has(plain) || initials.test(word)
    if (isStreet && !mayGoOn) return Math.min(end, cell.length)
    if (!mayGoOn && !firstNames.has(plain)) return 0
  }
  return 0
}

function standsBehindStreet(before: string, title: string): boolean {
  const folded = fold(before)
  if (!learned.test(title)) return ladiesAndLords.test(title) && roads.test(folded)
  return beforeTitle.test(folded) || (title.startsWith('dott') && italianStreet.test(before))
}

/** "Galenstraat", "Schumann-Ring": a folded word that says itself that it is a place. */
export function isPlaceWord(word: string): boolean {
  return (glued.test(word) || hyphened.test(word)) && !lastNames.has(word)
}

/** Whom streets, schools, stops and airports are called after, all of them dead: two words each. */
const greatNames = lateList('great name')

/** "parking jean jaures", "john f. kennedy": one of them stands in a folded cell. */
export function holdsGreatName(folded: string): boolean {
  const words = folded.split(/[^a-z]+/).filter((word) => word.length > 1 && !particles.has(word))
  return words.some((word, at) => at > 0 && greatNames.has(`${words[at - 1]} ${word}`))
}
