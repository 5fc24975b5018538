// The tables of header phrases, looked up whole, squeezed, or word by word.

import { everydayPhrases } from './everyday-phrases.ts'
import {
  headerPhrases,
  leadingQualifiers,
  thingWords,
  trailingQualifiers,
} from './header-phrases.ts'
import { late, lateTable, lateWords } from './late.ts'
import { morePhrases } from './more-header-phrases.ts'
import { looseMoreRoles, moreRoles } from './more-roles.ts'
import { paperPhrases } from './paper-phrases.ts'
import { phrasesByContext, protectedPhrases } from './protected-phrases.ts'
import { furtherPhrases, personRoles, roleOrCompany } from './role-header-phrases.ts'
import { shortPhrases } from './short-headers.ts'
import { systemFields } from './system-fields.ts'
import { tradePhrases } from './trade-phrases.ts'
import type { DataType } from './types-of-data.ts'

type Phrases = Readonly<Partial<Record<DataType, string>>>

type Types = Map<string, DataType[]>
type Tables = { byPhrase: Types; bySqueezed: Types; vocabulary: Set<string> }

export const phraseWordsMax = 6
/** Words that name anything: what they are of is told by the words beside them. */
export const bareNames: ReadonlySet<string> = new Set(
  'nom noms name names nome nombre naam'.split(' '),
)
/** Roles that are as often a company: names below them must be known names. */
export const looseRoles: ReadonlySet<string> = new Set([...roleOrCompany, ...looseMoreRoles])

const all = late(() => {
  const tables: Tables = { byPhrase: new Map(), bySqueezed: new Map(), vocabulary: new Set() }
  for (const table of [
    headerPhrases,
    furtherPhrases,
    morePhrases,
    shortPhrases,
    everydayPhrases,
    paperPhrases,
    tradePhrases,
    systemFields,
    protectedPhrases,
    phrasesByContext,
  ]) {
    for (const [type, list] of Object.entries(table) as [DataType, string][]) {
      for (const phrase of list.split('|')) take(tables, phrase, type)
    }
  }
  for (const role of [...personRoles, ...moreRoles]) take(tables, role, 'name')
  for (const role of looseRoles) {
    if (bareNames.has(role)) continue
    take(tables, role, 'name')
    take(tables, role, 'company')
  }
  for (const table of [leadingQualifiers, trailingQualifiers, thingWords]) {
    for (const list of Object.values(table)) {
      for (const word of list.split(/[| ]/)) tables.vocabulary.add(word)
    }
  }
  return tables
})
export const byPhrase = lateTable(() => all().byPhrase)
export const bySqueezed = lateTable(() => all().bySqueezed)
/** Every word that stands in a phrase: what an unknown word is cut into. */
export const vocabulary = lateWords(() => all().vocabulary)

function take({ byPhrase, bySqueezed, vocabulary }: Tables, phrase: string, type: DataType) {
  add(byPhrase, phrase, type)
  // `telmobile`, `codepostal`: only phrases long enough not to be met by chance.
  if (phrase.includes(' ') && phrase.length >= 7) add(bySqueezed, phrase.replace(/ /g, ''), type)
  for (const word of phrase.split(' ')) vocabulary.add(word)
}

function add(map: Types, phrase: string, type: DataType) {
  const types = map.get(phrase)
  if (types === undefined) map.set(phrase, [type])
  else if (!types.includes(type)) types.push(type)
}

export const leading = qualifierTable(leadingQualifiers)
export const trailing = qualifierTable(trailingQualifiers)
export const things = qualifierTable(thingWords)

function qualifierTable(source: Phrases) {
  const table = new Map<string, DataType>()
  for (const [type, list] of Object.entries(source) as [DataType, string][]) {
    for (const phrase of list.split('|')) if (!table.has(phrase)) table.set(phrase, type)
  }
  return table
}

let singleWords: readonly string[] | null = null

/** The phrases of one word that begin so, and are longer. */
export function wordsBeginning(cut: string): string[] {
  singleWords ??= [...byPhrase.keys()].filter((phrase) => !phrase.includes(' '))
  return singleWords.filter((word) => word.length > cut.length && word.startsWith(cut))
}
