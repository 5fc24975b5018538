// How the phrases of a language are written here, and made into patterns over a reply's words.

import { LatePattern, type Writing } from './late-pattern.ts'
import { type Part, readPattern } from './read-pattern.ts'

export const replyLanguages = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'pl', 'lb'] as const
export type ReplyLanguage = (typeof replyLanguages)[number]

/**
 * A phrase is a pattern over plain words with one space between them. `%` ends a stem, `~` is a
 * gap of up to three words and `~~` one of up to seven within a sentence, `^` and `$` are the
 * beginning and the end of a sentence, `{name}` is one of the language's `words`. Accents and
 * doubled letters do not matter: both sides lose them.
 */
export type Phrases = {
  language: ReplyLanguage
  words: Readonly<Record<string, string>>
  /** "Do not stop", "why do you not write any more?": taken out before any phrase is looked for. */
  contrary: readonly string[]
  /** Other meanings of the same words ("bus stop"): taken out for the language's own phrases. */
  aside: readonly string[]
  /** A word of refusal and what is refused, in one sentence: a stop when no phrase says more. */
  near: { no: string; what: string }
  stop: readonly string[]
  doubtful: readonly string[]
  help: readonly string[]
  contact: readonly string[]
  start: readonly string[]
}

export const phraseKinds = [
  'contrary',
  'aside',
  'near',
  'stop',
  'doubtful',
  'help',
  'contact',
  'start',
] as const

export type PhraseKind = (typeof phraseKinds)[number]

export type CompiledPhrases = {
  language: ReplyLanguage
  of: (kind: PhraseKind) => readonly LatePattern[]
}

export function compilePhrases(phrases: Phrases): CompiledPhrases {
  const lists = { ...phrases, near: nearPhrases(phrases.near) }
  const writing = writingOf(phrases.words)
  const made = new Map<PhraseKind, readonly LatePattern[]>()
  return {
    language: phrases.language,
    of: (kind) => {
      const list = made.get(kind) ?? lists[kind].map((phrase) => new LatePattern(phrase, writing))
      made.set(kind, list)
      return list
    },
  }
}

function nearPhrases({ no, what }: Phrases['near']): string[] {
  return [`(?:${no}) ~~(?:${what})`, `(?:${what}) ~~(?:${no})`]
}

/**
 * A class of words stands in a hundred phrases: a mark stands for it while they are made patterns,
 * and it is read into its parts once.
 */
function writingOf(words: Phrases['words']): Writing {
  const names = Object.keys(words)
  const firstMark = 0xe000
  const marked = (phrase: string): string =>
    phrase.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
      const index = names.indexOf(name)
      if (index < 0) throw new Error(`no word class ${name}`)
      return String.fromCharCode(firstMark + index)
    })
  const classes = names.map((name) => `(?:${patternOf(marked(words[name] ?? ''))})`)
  const classOf = (mark: string) => classes[mark.charCodeAt(0) - firstMark]
  const inFull = (source: string): string =>
    source.replace(/[\ue000-\uf8ff]/g, (mark) => inFull(classOf(mark) ?? mark))
  const parts = new Map<string, Part>()
  const partOf = (mark: string): Part | null => {
    const source = classOf(mark)
    if (source === undefined || parts.has(mark)) return parts.get(mark) ?? null
    // A class that cannot be read is anything.
    const part = readPattern(source, partOf) ?? { kind: 'one', of: null }
    parts.set(mark, { kind: 'shared', part })
    return parts.get(mark) ?? null
  }
  const sourceOf = (phrase: string) => ` (?:${patternOf(marked(phrase))})(?= )`
  return {
    flags: 'g',
    sourceOf: (phrase) => inFull(sourceOf(phrase)),
    partOf: (phrase) => readPattern(sourceOf(phrase), partOf),
  }
}

function patternOf(source: string): string {
  return (
    source
      .replace(/([a-z])\1+/g, '$1')
      // A gap at the end of an alternative follows its space; one in the middle is followed by it.
      .replace(/ ~~(?=[)|$]|$)/g, '(?: [a-z0-9]+){0,7}')
      .replace(/ ~(?=[)|$]|$)/g, '(?: [a-z0-9]+){0,3}')
      .replace(/~~(?=[)|$]|$)/g, '(?:(?<= )[a-z0-9]+)?(?: [a-z0-9]+){0,6}')
      .replace(/~(?=[)|$]|$)/g, '(?:(?<= )[a-z0-9]+)?(?: [a-z0-9]+){0,2}')
      .replace(/~~ ?/g, '(?:[a-z0-9]+ ){0,7}')
      .replace(/~ ?/g, '(?:[a-z0-9]+ ){0,3}')
      .replace(/%/g, '[a-z]*')
      .replace(/\^ ?/g, '(?<=\\. )')
      .replace(/ ?\$/g, '(?= \\.)')
  )
}
