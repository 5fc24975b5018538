// The web app's own sentences, by language. Refusals and errors have theirs in the room of words.
import { glued } from '../../words/contract.ts'
import type { Words } from './en.ts'

export type { Words }

const asked = new Map<'fr' | 'en', Promise<Words>>()

/** The same promise each time, as React wants it. A reader loads the language they read. */
export function wordsIn(language: 'fr' | 'en'): Promise<Words> {
  let words = asked.get(language)
  if (words === undefined) {
    words =
      language === 'fr'
        ? import('./fr.ts').then(({ fr }) => glued(fr))
        : import('./en.ts').then(({ en }) => en)
    // Asked again when the network failed.
    words.catch(() => asked.delete(language))
    asked.set(language, words)
  }
  return words
}
