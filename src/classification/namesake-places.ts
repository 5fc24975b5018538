// Streets, bridges and schools called after people: "rue du Dr Roux", "Dr. Kuyperlaan".
import { lateList } from './data-files.ts'
import { fold } from './fold.ts'
import { firstNames, lastNames } from './name-lists.ts'

const titles =
  /(?<!\p{L})(?:m\.|(?:mr|mme|mlle|monsieur|madame|mademoiselle|mrs|ms|miss|dr|docteure?|do[ck]tor|dokter|dott|dottor|dottoressa|prof|professeure?|mgr|ma[iî]tre|herrn?|hr|frau|fr|do[nñ]a?|se[ñn]ora?|sra?|srta|sig|signora?|mevrouw|meneer|dhr|mevr|mw)\.?) /giu
const learned = /^(?:dr|doct|dokt|dott|prof)/

const link = "(?:d[ue]|des|de la|de l['’]|del|della|dello|do|da)"
const rank =
  '(?:general|gal|marechal|mal|amiral|colonel|commandant|cdt|capitaine|cne|lieutenant|sergent|president|abbe|pasteur)'
const street =
  'rue|r\\.|av(?:e|enue|da|enida)?\\.?|b(?:oulevar)?d\\.?|blv?d\\.?|pl(?:ace)?\\.?|allees?|all\\.|imp(?:asse)?\\.?|sq(?:uare)?\\.?|ecole|lycee|college|clg|groupe scolaire|gymnase|stade|calle|c/|p(?:la)?za\\.?|paseo|carrer|rua|praca|piazza(?:le)?|p\\.(?:za|le)|viale|v\\.le|largo'
/** In "route Dr Roux" somebody may be on the way; in "route du Dr Roux" nobody is. */
const way =
  'chemin|quai|esplanade|promenade|rond-point|sentier|voie|route|rte\\.?|faubourg|fg|pont|parvis|viaduc|tunnel|camino'
const beforeTitle = new RegExp(`(?:^|[^a-z])(?:(?:${street})(?: ${link})?|(?:${way}) ${link})$`)
const beforeName = new RegExp(
  `(?:^|[^a-z])(?:${street}|${way}) (?:${link} ?)?(?:${rank}|dr|docteur|prof|professeur)\\.?$`,
)
const italianStreet = /(?:^|[,;(–-] ?)Via $/
/** A lady and a lord stand straight behind the road: "square de Mme Roux" is where she lives. */
const ladiesAndLords = /^(?:mme|madame|monsieur|mgr|dona?)\.?$/
const roads =
  /(?:^|[^a-z])(?:rue|av(?:enue)?\.?|b(?:oulevar)?d\.?|quai|ceip|ies|calle|c\/|avda\.?|avenida|rua|piazza)$/

/** "Uylbrug", "Schaepmanlaan": unlike "Verlaan" and "Langestraat", whom such words name as well. */
const glued =
  /^(?!ver|van|ter|ten|op|uit|over|lang|nieu|oud|ho+ge?|lage|gro|korte|dwars|achter|voor|kerk|molen|dorp)[a-z'’-]{3,}(?:brug|bruggen|brucke|straat|strasse|laan|plein|platz|allee|gracht|kade|singel|tunnel|viaduct|sluis|schleuse|schule|school|gymnasium|stadion|ziekenhuis|krankenhaus|klinik|plantsoen|stiftung)$/
/** "Luther-Ring": behind a hyphen these are no family. */
const hyphened = /-(?:str|weg|gasse|ring|damm|ufer|steig|halle|saal|park|preis|turm)$/
const particles = new Set(
  'van von zu vom zum de den der het ten ter del della di da do dos du des la le el al'.split(' '),
)
const initials = /^(?:\p{L}\.-?)+$/u

/** The same text with blanks in their place: whoever else stands in it is there as before. */
export function withoutNamesakePlaces(cell: string): string {
  let rest = cell
  for (const { index, 0: title } of cell.matchAll(titles)) {
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
