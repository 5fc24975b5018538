// What a word is about, by a dictionary of stems; words seen before are remembered.
import { type LatePattern, latePattern } from './late-pattern.ts'

export type Dictionary<Name extends string> = (word: string) => readonly Name[]

const rememberedMax = 5_000

/** `%` ends a stem, `|` parts words; doubled letters are single on both sides. */
export function dictionaryOf<Name extends string>(
  entries: Readonly<Record<Name, string>>,
): Dictionary<Name> {
  const compiled = Object.entries<string>(entries).map(([name, words]) => {
    const pattern = words.replace(/([a-z])\1+/g, '$1').replace(/%/g, '[a-z]*')
    return [name as Name, latePattern(`^(?:${pattern})$`)] as const
  })
  const remembered = new Map<string, readonly Name[]>()
  return (word) => {
    const known = remembered.get(word)
    if (known !== undefined) return known
    const found = compiled.filter(([, pattern]) => pattern.test(word)).map(([name]) => name)
    if (remembered.size < rememberedMax) remembered.set(word, found)
    return found
  }
}

/** The same for a pattern that is written out: `%` ends a stem, doubled letters are single. */
export const stems = (source: string): string =>
  source.replace(/([a-z])\1+/g, '$1').replace(/%/g, '[a-z]*')

/** Finds one of these words in what has a space before and behind each word. */
export const anyWord = (source: string): LatePattern => latePattern(` (?:${stems(source)})(?= )`)
