// The reader's tables as it asks them: keywords, slips, ideas of words, small words of languages.
import { tables } from './tables-data.ts'

export const replyLanguages = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'pl', 'lb'] as const
export type ReplyLanguage = (typeof replyLanguages)[number]

/** Rows after the head, each cut at its tabs. */
const rowsOf = (table: string): string[][] =>
  table
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

/** Made when it is first asked for: much that reads no reply loads this file too. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

export const keywordKinds = ['stop', 'help', 'contact', 'start', 'doubtful', 'other'] as const
export type KeywordKind = (typeof keywordKinds)[number]

const isKeywordKind = (kind: string) => keywordKinds.some((one) => one === kind)

export type Keywords = {
  words: ReadonlyMap<string, KeywordKind>
  /** Only as all that is said. */
  wholes: ReadonlyMap<string, KeywordKind>
  /** May stand around a keyword without changing it. */
  around: ReadonlySet<string>
  /** The same, but right before a keyword they may turn it round: "non cancellatemi". */
  nots: ReadonlySet<string>
  /** What a slip of the thumb makes of a keyword, and of which. */
  slips: ReadonlyMap<string, string>
}

export const keywordTable: () => Keywords = lazily(() => {
  const rows = rowsOf(tables.keywords)
  const kept = (as: string) =>
    new Map(
      rows
        .filter(([kind = '', how]) => how === as && isKeywordKind(kind))
        .map(([kind, , words = '']) => [words, kind as KeywordKind]),
    )
  const wordsOf = (...kinds: string[]) =>
    new Set(rows.filter(([kind = '']) => kinds.includes(kind)).map(([, , words = '']) => words))
  return {
    words: kept('word'),
    wholes: kept('whole'),
    around: wordsOf('around', 'not'),
    nots: wordsOf('not'),
    slips: new Map(rowsOf(tables.slips).map(([slip = '', of = '']) => [slip, of])),
  }
})

type Dictionary = {
  words: ReadonlyMap<string, readonly string[]>
  stems: ReadonlyMap<string, readonly string[]>
}

const dictionary: () => Dictionary = lazily(() => {
  const words = new Map<string, string[]>()
  const stems = new Map<string, string[]>()
  for (const [idea = '', entry = ''] of rowsOf(tables.dictionary)) {
    const isStem = entry.endsWith('%')
    const key = isStem ? entry.slice(0, -1) : entry
    const of = isStem ? stems : words
    of.set(key, [...(of.get(key) ?? []), idea])
  }
  return { words, stems }
})

const rememberedMax = 5_000
const remembered = new Map<string, readonly string[]>()
const stemMax = 20

/** What a word is about; words seen before are remembered. */
export function ideasOf(word: string): readonly string[] {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const { words, stems } = dictionary()
  const found = new Set(words.get(word))
  for (let length = 1; length <= Math.min(stemMax, word.length); length += 1) {
    for (const idea of stems.get(word.slice(0, length)) ?? []) found.add(idea)
  }
  const ideas = [...found]
  if (remembered.size < rememberedMax) remembered.set(word, ideas)
  return ideas
}

const smallWords = lazily(() => {
  const byWord = new Map<string, ReplyLanguage[]>()
  for (const [language = '', word = ''] of rowsOf(tables.smallWords)) {
    byWord.set(word, [...(byWord.get(word) ?? []), language as ReplyLanguage])
  }
  return byWord
})

/** The language with the most small words; null where none has more than the others. */
export function guessLanguage(words: readonly string[]): ReplyLanguage | null {
  const scores = new Map<ReplyLanguage, number>()
  for (const word of words) {
    const languages = smallWords().get(word) ?? []
    for (const language of languages) {
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length)
    }
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1])
  return first === undefined || first[1] === second?.[1] ? null : first[0]
}
