// What the model sees of a reply: its words, their neighbours, ideas and spellings,
// hashed to places.
import { ideasOf } from './tables.ts'

/** As many weights a kind; a mark's place is its hash. */
export const placesCount = 1 << 17

/** The first `own` places are of words and ideas, the others of spellings. */
export type Marks = {
  places: Int32Array
  own: number
  /** Of which word each is, by its place among the words; -1 for the whole. */
  of: Int16Array
}

/** A reply is short; of a longer text the beginning and the end are read. */
const wordsOfEachEnd = 80
/** No word of any language is longer; a row of letters without a space may be. */
const wordMax = 40
/** Spellings mend what words miss; there are many of them, so all together count half. */
export const spellingsShare = 0.5
const spelling = { shortest: 2, longest: 5 }
/** Ideas this many words apart may be about each other. */
const apartMax = 6
/** A text of more words is never written twice. */
const wholeMax = 8

/** What else a writer does: signs, and capitals. */
export type Manner = { own: string; loud: string }

/** Words as the model sees them: no commas, numbers short or long, and both ends of a long text. */
export function wordsSeen(words: readonly string[]): string[] {
  const told = words.filter((word) => word !== ',' && word !== '_')
  const ends =
    told.length <= 2 * wordsOfEachEnd
      ? told
      : [...told.slice(0, wordsOfEachEnd), '.', ...told.slice(-wordsOfEachEnd)]
  return ends.map(asSeen)
}

function asSeen(word: string): string {
  if (/^\d+$/.test(word)) return word.length < 5 ? '#' : '#####'
  return word.slice(0, wordMax)
}

/** Marks of a writing, each once, in the order in which they are met. */
export function marksOf(words: readonly string[], manner: Manner): Marks {
  const own = new Map<number, number>()
  const spelt = new Map<number, number>()
  const ideas = words.map((word) => (word === '.' ? [] : ideasOf(word)))
  words.forEach((word, at) => {
    if (word === '.') return
    marksOfWord(words, ideas, at, own)
    spellings(word, at, spelt)
  })
  pairsOfIdeas(ideas, own)
  marksOfWhole(words, manner, own)
  const all = own.size + spelt.size
  const marks = { places: new Int32Array(all), own: own.size, of: new Int16Array(all) }
  let index = 0
  for (const found of [own, spelt]) {
    for (const [place, at] of found) {
      marks.places[index] = place
      marks.of[index] = at
      index += 1
    }
  }
  return marks
}

function marksOfWord(
  words: readonly string[],
  ideas: readonly (readonly string[])[],
  at: number,
  own: Map<number, number>,
): void {
  const word = words[at] ?? ''
  const before = words[at - 1] ?? '.'
  const next = words[at + 1]
  note(own, placeOf('w', word), at)
  note(own, placeOf('p', before, word), at)
  if (next === undefined || next === '.') note(own, placeOf('p', word, '.'), at)
  if (at >= 2 && before !== '.') note(own, placeOf('s', words[at - 2] ?? '.', word), at)
  for (const idea of ideas[at] ?? []) {
    note(own, placeOf('i', idea), at)
    if (next !== undefined) note(own, placeOf('m', idea, next), at)
    if (at === 0) continue
    note(own, placeOf('j', before, idea), at)
    for (const other of ideas[at - 1] ?? []) note(own, placeOf('k', other, idea), at)
  }
}

/** Ideas that meet within a few words, whichever comes first. */
function pairsOfIdeas(ideas: readonly (readonly string[])[], own: Map<number, number>): void {
  ideas.forEach((of, at) => {
    for (let other = at + 1; other <= at + apartMax && other < ideas.length; other += 1) {
      for (const a of of) {
        for (const b of ideas[other] ?? []) {
          note(own, a <= b ? placeOf('q', a, b) : placeOf('q', b, a), at)
        }
      }
    }
  })
}

function marksOfWhole(words: readonly string[], manner: Manner, own: Map<number, number>): void {
  const said = words.filter((word) => word !== '.')
  note(own, placeOf('l', String(lengthOf(said.length))), -1)
  if (said.length <= wholeMax) note(own, placeOf('z', said.join(' ')), -1)
  for (const sign of ['!', '?']) {
    const count = manner.own.split(sign, 3).length - 1
    if (count > 0) note(own, placeOf('x', sign, count > 1 ? 'many' : 'one'), -1)
  }
  const isLoud = /\p{Lu}{4}/u.test(manner.loud) && !/\p{Ll}/u.test(manner.loud)
  if (isLoud) note(own, placeOf('x', 'loud'), -1)
}

/** Few words weigh each; of many only about how many they are. */
function lengthOf(count: number): number {
  return count < 6 ? count : Math.min(20, count - (count % 4))
}

function note(marks: Map<number, number>, place: number, at: number): void {
  if (!marks.has(place)) marks.set(place, at)
}

const prime = 0x01000193
const basis = 0x811c9dc5
const gap = 0x1f

/** FNV-1a over the kind of mark and its one or two parts. */
function placeOf(kind: string, first: string, second = ''): number {
  let hash = Math.imul(basis ^ kind.charCodeAt(0), prime)
  for (let at = 0; at < first.length; at += 1) {
    hash = Math.imul(hash ^ first.charCodeAt(at), prime)
  }
  hash = Math.imul(hash ^ gap, prime)
  for (let at = 0; at < second.length; at += 1) {
    hash = Math.imul(hash ^ second.charCodeAt(at), prime)
  }
  return placeIn(hash)
}

/** The bits stirred once more, so that the low ones depend on all. */
function placeIn(hash: number): number {
  const stirred = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (stirred ^ (stirred >>> 12)) & (placesCount - 1)
}

/** Pieces of the word with its bounds, beginnings and ends told apart from the middle. */
function spellings(word: string, at: number, spelt: Map<number, number>): void {
  const bounded = ` ${word} `
  const start = Math.imul(basis ^ 'c'.charCodeAt(0), prime)
  for (let from = 0; from + spelling.shortest <= bounded.length; from += 1) {
    let hash = start
    const end = Math.min(bounded.length, from + spelling.longest)
    for (let to = from; to < end; to += 1) {
      hash = Math.imul(hash ^ bounded.charCodeAt(to), prime)
      if (to - from + 1 >= spelling.shortest) note(spelt, placeIn(hash), at)
    }
  }
}
