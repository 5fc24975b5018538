// Evidence in words, in the reader's language.
import type { Language } from '../kernel/index.ts'
import { evidenceWords, typeWords } from '../words/index.ts'
import type { Evidence, EvidenceCode } from './finding.ts'
import type { DataType } from './types-of-data.ts'

/** A code without a sentence does not compile. */
const sentences: Record<Language, Readonly<Record<EvidenceCode, string>>> = evidenceWords

/** Nor does a type without a name. */
const typeNames: Record<Language, Readonly<Record<DataType, string>>> = typeWords

export function typeName(language: Language, type: DataType): string {
  return typeNames[language][type]
}

export function evidenceSentence(language: Language, { code, facts }: Evidence): string {
  return sentences[language][code].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = facts[name]
    if (value === undefined) return whole
    return name === 'type' ? (typeNames[language][value as DataType] ?? whole) : String(value)
  })
}
