// The tables of header phrases, looked up whole, squeezed, or word by word.
import { late, lateTable, lateWords, rowsOf } from '../data-files.ts'
import type { DataType } from '../types-of-data.ts'

export type HeaderCandidate = {
  type: DataType
  /** `exact`: the whole header is a known phrase. `part`: it contains one. */
  match: 'exact' | 'part'
  phrase: string
}

/** The phrase of a pattern that speaks in a list of people alone. */
export const familyAmongPeople = 'family among people'

type Types = Map<string, DataType[]>

export const phraseWordsMax = 6
/** Words that name anything: what they are of is told by the words beside them. */
export const bareNames: ReadonlySet<string> = new Set(
  'nom noms name names nome nombre naam'.split(' '),
)

const all = late(() => {
  const byPhrase: Types = new Map()
  const bySqueezed: Types = new Map()
  const vocabulary = new Set<string>()
  const marked = {
    loose: new Set<string>(),
    weak: new Set([familyAmongPeople]),
    people: new Set([familyAmongPeople]),
  }
  for (const [phrase = '', types = '', marks = ''] of rowsOf('titles')) {
    for (const mark of marks.split(' ')) marked[mark as keyof typeof marked]?.add(phrase)
    if (types === '') continue
    byPhrase.set(phrase, types.split(' ') as DataType[])
    for (const word of phrase.split(' ')) vocabulary.add(word)
    // `telmobile`, `codepostal`: only phrases long enough not to be met by chance.
    if (!phrase.includes(' ') || phrase.length < 7) continue
    const squeezed = phrase.replace(/ /g, '')
    const known = bySqueezed.get(squeezed) ?? []
    bySqueezed.set(squeezed, [...new Set([...known, ...(byPhrase.get(phrase) ?? [])])])
  }
  for (const [, words = ''] of rowsOf('title-parts')) {
    for (const word of words.split(' ')) vocabulary.add(word)
  }
  return { byPhrase, bySqueezed, vocabulary, marked }
})
export const byPhrase = lateTable(() => all().byPhrase)
export const bySqueezed = lateTable(() => all().bySqueezed)
/** Every word that stands in a phrase: what an unknown word is cut into. */
export const vocabulary = lateWords(() => all().vocabulary)
/** Roles that are as often a company: names below them must be known names. */
export const looseRoles = lateWords(() => all().marked.loose)
/** Special words of a header too common elsewhere: they need support from values or file. */
export const weakSpecialPhrases = lateWords(() => all().marked.weak)
/** Of these, the ones that mean what they say in a list of people. */
export const specialAmongPeople = lateWords(() => all().marked.people)

/** Words that make of a header something else, by where they stand. */
const partsAt = (place: string) =>
  lateTable(() => {
    const told = rowsOf('title-parts').filter(([where]) => where === place)
    return new Map(told.map(([, words = '', type]) => [words, type as DataType]))
  })
export const leading = partsAt('before')
export const trailing = partsAt('behind')
export const things = partsAt('thing')

/** A word cut short, and in full; folded. */
export const abbreviations = lateTable(() => {
  return new Map(rowsOf('abbreviations').map(([short = '', full = '']) => [short, full]))
})

const singleWords = late(() => [...byPhrase.keys()].filter((phrase) => !phrase.includes(' ')))

/** The phrases of one word that begin so, and are longer. */
export function wordsBeginning(cut: string): string[] {
  return singleWords().filter((word) => word.length > cut.length && word.startsWith(cut))
}
