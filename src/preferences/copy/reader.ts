// For whom a copy is written: the language, its words, and how instants and entities are named.
import type { Instant, Language } from '../../kernel/index.ts'
import type { PersonCopyWords } from '../../words/index.ts'

export type Reader = {
  language: Language
  words: PersonCopyWords
  day(at: Instant): string
  moment(at: Instant): string
  controllerName(id: unknown): string
}
