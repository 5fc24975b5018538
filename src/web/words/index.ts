// The web app's own sentences, by language. Refusals and errors have theirs in the room of words.
import { en, type Words } from './en.ts'
import { fr } from './fr.ts'

export type { Words }

export function wordsOf(language: 'fr' | 'en'): Words {
  return language === 'fr' ? fr : en
}
