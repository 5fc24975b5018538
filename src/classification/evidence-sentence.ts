// Evidence in words, in the reader's language.
import type { Language } from '../kernel/index.ts'
import { evidenceWords } from '../words/index.ts'
import type { Evidence, EvidenceCode } from './finding.ts'

/** A code without a sentence does not compile. */
const sentences: Record<Language, Readonly<Record<EvidenceCode, string>>> = evidenceWords

export function evidenceSentence(language: Language, { code, facts }: Evidence): string {
  return sentences[language][code].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = facts[name]
    return value === undefined ? whole : String(value)
  })
}
