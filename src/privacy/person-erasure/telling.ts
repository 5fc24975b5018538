// What a recipient is told of an erasure: the same text by e-mail, on a page of theirs, by letter.
import type { E164, Instant, Language } from '../../kernel/index.ts'
import { composeMail } from '../../notifications/index.ts'
import { sentence } from '../../words/index.ts'
import { dateIn } from '../account-deletion/tell-owners.ts'

export type Telling = {
  /** For whom the installation sends. */
  account: string
  /** They answer under it. */
  reference: string
  numbers: readonly E164[]
  at: Instant
}

const languages: readonly Language[] = ['fr', 'en']

const say = (language: Language, code: string, details: Record<string, string | number> = {}) =>
  sentence(language, `privacy.telling.${code}`, details) ?? code

/** In both languages, one below the other: nobody knows who reads it there. */
export function tellingMail(told: Telling) {
  const inLanguage = (language: Language): string[] => {
    const date = dateIn(language, told.at)
    const { account, reference, numbers } = told
    return [
      say(language, 'what', { account, date, count: numbers.length }),
      say(language, 'please', { reference }),
      say(language, 'law'),
    ]
  }
  const mail = composeMail({
    language: 'fr',
    subject: say('fr', 'subject', { reference: told.reference }),
    paragraphs: [...languages.flatMap(inLanguage), ...told.numbers],
    link: null,
    foot: languages.map((language) => say(language, 'foot')).join(' / '),
    preferences: null,
  })
  return { ...mail, language: 'fr' as const }
}
