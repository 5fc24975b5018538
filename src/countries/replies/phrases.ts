// How the phrases of a language are written here, and made into patterns over a reply's words.

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

/**
 * Some phrases together, and whether any of them is there at all: a reply holds next to none of a
 * thousand phrases, and asking for ten at once costs little more than asking for one.
 */
export type PhraseGroup = { any: RegExp; each: readonly RegExp[] }

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

export type CompiledPhrases = { language: ReplyLanguage } & Readonly<
  Record<(typeof phraseKinds)[number], readonly PhraseGroup[]>
>

export function compilePhrases(phrases: Phrases): CompiledPhrases {
  const lists = { ...phrases, near: nearPhrases(phrases.near) }
  const compiled = phraseKinds.map((kind) => [kind, groupsOf(lists[kind], phrases.words)] as const)
  return {
    language: phrases.language,
    ...(Object.fromEntries(compiled) as Record<(typeof phraseKinds)[number], PhraseGroup[]>),
  }
}

const groupSize = 10

function groupsOf(list: readonly string[], words: Readonly<Record<string, string>>): PhraseGroup[] {
  const groups: PhraseGroup[] = []
  for (let from = 0; from < list.length; from += groupSize) {
    const patterns = list.slice(from, from + groupSize).map((phrase) => patternOf(phrase, words))
    groups.push({
      any: new RegExp(patterns.join('|')),
      each: patterns.map((pattern) => new RegExp(pattern, 'g')),
    })
  }
  return groups
}

function nearPhrases({ no, what }: Phrases['near']): string[] {
  return [`(?:${no}) ~~(?:${what})`, `(?:${what}) ~~(?:${no})`]
}

function patternOf(phrase: string, words: Readonly<Record<string, string>>): string {
  let source = phrase
  // A word class may be made of others.
  for (let depth = 0; depth < 4 && source.includes('{'); depth += 1) {
    source = source.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
      const found = words[name]
      if (found === undefined) throw new Error(`no word class ${name}`)
      return `(?:${found})`
    })
  }
  const pattern = source
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
  return ` (?:${pattern})(?= )`
}
