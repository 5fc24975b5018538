// Sentences of preferences, by the page that they stand on.
import type { Language } from '../../kernel/index.ts'
import { type FormPageWords, formPages } from './form-page.ts'
import { type PersonPageWords, personPages } from './person-page.ts'
import { type RequestPageWords, requestPages } from './request-page.ts'

export { preferencesWords } from './errors.ts'

export type PreferencesPageWords = FormPageWords & PersonPageWords & RequestPageWords

const pageOf = (language: Language): PreferencesPageWords => ({
  ...formPages[language],
  ...personPages[language],
  ...requestPages[language],
})

export const preferencesPages: Record<Language, PreferencesPageWords> = {
  en: pageOf('en'),
  fr: pageOf('fr'),
}
