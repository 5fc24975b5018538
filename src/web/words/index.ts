// The web app's own sentences, by language. Refusals and errors have theirs in the room of words.
import { en } from './en.ts'
import { fr } from './fr.ts'

/** What English has, French has: a missing sentence does not compile. */
export type Words = typeof en

export function wordsOf(language: 'fr' | 'en'): Words {
  return language === 'fr' ? fr : en
}
