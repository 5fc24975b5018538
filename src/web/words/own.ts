// The words of one screen, in the language of all others: they come with the screen and not before.
import type { Words } from './en.ts'

export const own = <W>({ language }: Pick<Words, 'language'>, words: { en: W; fr: W }): W =>
  language === 'fr' ? words.fr : words.en
