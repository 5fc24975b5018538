// The words of one screen, in the language of all others: they come with the screen and not before.
import { glued } from '../../words/contract.ts'
import type { Words } from './en.ts'

/** Glued once: who compares what a render was given by its identity finds the same. */
const french = new WeakMap<object, unknown>()

export function own<W extends object>(
  { language }: Pick<Words, 'language'>,
  words: { en: W; fr: W },
): W {
  if (language !== 'fr') return words.en
  const known = french.get(words.fr) as W | undefined
  if (known !== undefined) return known
  const made = glued(words.fr)
  french.set(words.fr, made)
  return made
}
