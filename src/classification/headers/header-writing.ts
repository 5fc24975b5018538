// Headers as programs abbreviate and glue them: `NOM_CLI`, `TELPORT`, `adr1`, `Patientenname`.

import { late, lateList, listOf } from '../data-files.ts'
import { cities, firstNames, lastNames } from '../name-lists.ts'
import { latePattern } from '../patterns.ts'
import { abbreviations, things, vocabulary } from './header-tables.ts'

/** The same header in full words, or null when nothing changes. */
export function inFullWords(words: string): string | null {
  if (twofold.has(words)) return null
  const full = words
    .split(' ')
    .flatMap((token) => expanded(token).split(' '))
    .join(' ')
  return full === words ? null : full
}

/** Alone it is as often a place of a store ("emplacement") as somebody who works there. */
const twofold = new Set(['empl'])

const languages = latePattern('languages')

/** "fr", "en-GB", "Deutsch": the head of a column of a translation. */
export function namesLanguage(words: string): boolean {
  return languages.test(words)
}

/** Names of people and towns are data: nothing is read into them. */
export function isProperName(token: string): boolean {
  return firstNames.has(token) || lastNames.has(token) || cities.has(token)
}

function expanded(token: string): string {
  if (isProperName(token)) return token
  const bare = token.replace(/^(\D{2,})\d{1,2}$/, '$1')
  const short = abbreviations.get(bare)
  if (short !== undefined) return short
  if (vocabulary.has(token) || token.length < 5) return token
  if (vocabulary.has(bare)) return bare
  const singular = bare.replace(/(?:es|s|x)$/, '')
  if (singular !== bare && vocabulary.has(singular)) return singular
  if (bare.endsWith('s') && vocabulary.has(bare.slice(0, -1))) return bare.slice(0, -1)
  return nameOfThing(bare) ?? cut(bare) ?? compound(bare) ?? token
}

/** Short words that headers are glued of; others in a piece have four letters or more. */
const shortPieces = lateList('piece of a title')

/** `telport` is `tel port`, `nomclient` is `nom client`: known words alone. */
function cut(token: string): string | null {
  if (token.length < 6 || token.length > 40 || !/^[a-z]+$/.test(token)) return null
  // best[at]: the fewest words that make the first letters up to `at`.
  const best: (readonly string[] | null)[] = [[]]
  for (let end = 1; end <= token.length; end += 1) {
    best[end] = null
    for (let start = Math.max(0, end - 16); start <= end - 3; start += 1) {
      const before = best[start] ?? null
      const word = token.slice(start, end)
      if (before === null || !isPiece(word)) continue
      const longer = before.length + 1
      if (best[end] === null || longer < (best[end]?.length ?? 0)) {
        best[end] = [...before, abbreviations.get(word) ?? word]
      }
    }
  }
  const found = best[token.length] ?? null
  return found === null || found.length < 2 || found.length > 4 ? null : found.join(' ')
}

function isPiece(word: string): boolean {
  // "Sorten|name": no "nname" ends what is a plural and a name.
  if (word === 'nname') return false
  if (word.length < 4) return shortPieces.has(word)
  return vocabulary.has(word) || abbreviations.has(word)
}

/** "Haltestellenname", "Gebäudebezeichnung": the name of a thing, with what German puts between. */
function nameOfThing(token: string): string | null {
  const stem = /^([a-z]{3,})(?:name|namen|naam|bezeichnung|benennung|benaming)$/.exec(token)?.[1]
  if (stem === undefined) return null
  const forms = [stem, stem.replace(/[ns]$/, ''), stem.replace(/e[ns]$/, '')]
  const thing = forms.find((form) => things.has(form))
  return thing === undefined ? null : `name ${thing}`
}

/** German and Dutch glue the noun behind: the last part says what the cell is. */
const heads = late(() => listOf('end of a title'))
const persons = latePattern('persons')

function compound(token: string): string | null {
  const head = heads().find((noun) => token.endsWith(noun) && token.length > noun.length + 2)
  if (head === 'nummer') return `${token.slice(0, -6)} n`
  const before = /^([a-z]{4,})nr$/.exec(token)?.[1]
  if (before !== undefined)
    return vocabulary.has(`${before}nummer`) ? `${before}nummer` : `${before} n`
  if (head !== undefined) return `${token.slice(0, -head.length)} ${head}`
  if (/nam(?:e|en)$|naam$/.test(token) && persons.test(token)) return 'kundenname'
  return null
}
