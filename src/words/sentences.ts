// How sentences are kept and filled: a table a language, with {placeholders} for the details.
import type { ErrorDetail, Language } from '../kernel/index.ts'

/** Keys are error codes (`room.what_happened`), refusals (`no_consent`) or names of labels. */
export type Sentences = { readonly [key: string]: string | Sentences }
export type Bilingual = { readonly fr: Sentences; readonly en: Sentences }

/** Both languages have the same keys: a missing one does not compile. */
export function bilingual<const K extends string>(words: {
  fr: Readonly<Record<K, string>>
  en: Readonly<Record<NoInfer<K>, string>>
}): { fr: Readonly<Record<K, string>>; en: Readonly<Record<K, string>> } {
  return words
}

/** In French no line begins with these signs, and none ends with an opening quotation mark. */
export function glued<T>(words: T): T {
  if (typeof words === 'string') {
    return words.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0') as T
  }
  if (Array.isArray(words)) return words.map((one) => glued(one)) as T
  if (typeof words !== 'object' || words === null) return words
  const entries = Object.entries(words as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, value]) => [key, glued(value)])) as T
}

/** Groups within a room's words are laid flat: keys are unique over the whole program. */
export function flatten(sentences: Sentences, into = new Map<string, string>()) {
  for (const [key, value] of Object.entries(sentences)) {
    if (typeof value === 'string') into.set(key, value)
    else flatten(value, into)
  }
  return into
}

/** Fills `{name}` from the details; an unknown name stays as it is, so that a test can find it. */
export function fill(
  template: string,
  details: Readonly<Record<string, ErrorDetail>>,
  language: Language,
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name]
    if (value === undefined || value === null) return whole
    if (typeof value === 'number') return formatNumber(value, language)
    if (Array.isArray(value)) return value.join(', ')
    return String(value)
  })
}

function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB').format(value)
}
