// How like a reply is to writings that meant stop, or perhaps stop: a small linear model's word.
import { dictionaryOf } from './dictionary.ts'
import { likenessData } from './likeness-data.ts'
import { senses } from './likeness-words.ts'
import { ideasOf } from './overheard.ts'

/** Shares of one: how surely the writing is of each kind. */
export type Likeness = { stop: number; doubtful: number; other: number }

/** What a writing is seen by: places in the table of weights, and how much each counts. */
export type Marks = {
  places: Uint32Array
  shares: Float64Array
  /** Of which word each is, by its place among the words; -1 for the whole. */
  of: Int32Array
}

/**
 * As many weights a kind; a mark's place is its hash. With a quarter of them marks of different
 * words share a place too often (docs/decisions/0010).
 */
export const placesCount = 1 << 18

const sensesOf = dictionaryOf(senses)
const spellings = { shortest: 2, longest: 5 }
/** Spellings mend what words miss; there are many of them, so all together count half. */
const spellingsShare = 0.5
/** Ideas this many words apart may be about each other. */
const apartMax = 6

/**
 * Marks of a writing: its words and pairs of words, what they are about and in which company, and
 * their spelling in pieces of two to five letters, beginnings and ends of words told apart.
 */
export function marksOf(said: readonly string[]): Marks {
  const words = said.filter((word) => word !== ',').map(asSeen)
  const own = new Map<number, number>()
  const spelt = new Map<number, number>()
  const about: { at: number; idea: string }[] = []
  words.forEach((word, at) => {
    if (word === '.') return
    const ideas = aboutOf(word)
    for (const idea of ideas) about.push({ at, idea })
    for (const mark of marksOfWord(words, at, ideas)) note(own, mark, at)
    const bounded = ` ${word} `
    for (let length = spellings.shortest; length <= spellings.longest; length += 1) {
      for (let from = 0; from + length <= bounded.length; from += 1) {
        note(spelt, `c${bounded.slice(from, from + length)}`, at)
      }
    }
  })
  for (const a of about) {
    for (const b of about) {
      const isPair = a.at !== b.at && a.idea <= b.idea && Math.abs(a.at - b.at) <= apartMax
      if (isPair) note(own, `q${a.idea}+${b.idea}`, a.at)
    }
  }
  note(own, `l${lengthOf(words)}`, -1)
  return weighed(own, spelt)
}

/** A number is a number. */
const asSeen = (word: string) => (/^\d+$/.test(word) ? '#' : word)

const aboutOf = (word: string): string[] => [
  ...ideasOf(word),
  ...sensesOf(word).map((sense) => `_${sense}`),
]

function marksOfWord(words: readonly string[], at: number, ideas: readonly string[]): string[] {
  const word = words[at] ?? ''
  const before = words[at - 1]
  const next = words[at + 1]
  const marks = [`w${word}`, `p${before ?? '.'} ${word}`]
  if (next === undefined || next === '.') marks.push(`p${word} .`)
  if (at >= 2 && before !== '.') marks.push(`s${words[at - 2]} ${word}`)
  for (const idea of ideas) {
    marks.push(`i${idea}`)
    if (next !== undefined) marks.push(`m${idea}>${next}`)
    if (before === undefined) continue
    marks.push(`j${before}>${idea}`)
    for (const other of aboutOf(before)) marks.push(`k${other}>${idea}`)
  }
  return marks
}

/** Few words weigh each; of many only about how many they are. */
function lengthOf(words: readonly string[]): number {
  const count = words.filter((word) => word !== '.').length
  return count < 6 ? count : Math.min(20, count - (count % 4))
}

function note(marks: Map<number, number>, mark: string, at: number): void {
  const place = hashOf(mark) & (placesCount - 1)
  if (!marks.has(place)) marks.set(place, at)
}

/** FNV-1a with its bits stirred once more. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}

/** A long text does not count for more than a short one. */
function weighed(own: Map<number, number>, spelt: Map<number, number>): Marks {
  const all = [...own, ...spelt]
  const shares = new Float64Array(all.length)
  shares.fill(1 / Math.sqrt(own.size), 0, own.size)
  shares.fill(spellingsShare / Math.sqrt(spelt.size), own.size)
  return {
    places: Uint32Array.from(all, ([place]) => place),
    shares,
    of: Int32Array.from(all, ([, at]) => at),
  }
}

/**
 * By additions and multiplications alone, which come out the same on every machine: the model is
 * made again to the last digit wherever it is made.
 */
export function exponential(power: number): number {
  let grown = 1 + Math.max(-500, power) / 1024
  for (let doubling = 0; doubling < 10; doubling += 1) grown *= grown
  return grown
}

export function sharesOf(scores: readonly [number, number, number]): Likeness {
  const most = Math.max(...scores)
  const [stop, doubtful, other] = scores.map((score) => exponential(score - most)) as [
    number,
    number,
    number,
  ]
  const sum = stop + doubtful + other
  return { stop: stop / sum, doubtful: doubtful / sum, other: other / sum }
}

/** Weights against `other`, which weighs nothing: whole levels once shipped, and how much one is. */
export type Weights = {
  stop: Float64Array | Int8Array
  doubtful: Float64Array | Int8Array
  steps: readonly [number, number]
  bias: readonly [number, number]
}

/** One character a weight. */
export const levels: readonly string[] = Array.from({ length: 94 }, (_, index) =>
  String.fromCharCode(33 + index),
).filter((char) => !`'"\`\\$`.includes(char))
export const levelZero = Math.floor(levels.length / 2)

export function readWeights(data: typeof likenessData): Weights {
  const levelOf = new Int8Array(128)
  levels.forEach((char, index) => {
    levelOf[char.charCodeAt(0)] = index - levelZero
  })
  const read = (lines: readonly string[]) => {
    const own = new Int8Array(placesCount)
    let place = 0
    for (const line of lines) {
      for (let at = 0; at < line.length; at += 1) {
        own[place] = levelOf[line.charCodeAt(at)] ?? 0
        place += 1
      }
    }
    return own
  }
  const { steps, bias } = data
  return { stop: read(data.stop), doubtful: read(data.doubtful), steps, bias }
}

let weights: Weights | null = null

/** What the writing resembles, and the words that weighed most for its being heard. */
export function likenessOf(
  said: readonly string[],
  by?: Weights,
): Likeness & { weighty: () => string } {
  weights ??= readWeights(likenessData)
  const { stop, doubtful, steps, bias } = by ?? weights
  const marks = marksOf(said)
  const forStop = bias[0] + steps[0] * sumOf(marks, stop)
  const forDoubt = bias[1] + steps[1] * sumOf(marks, doubtful)
  const heard = forStop >= forDoubt ? stop : doubtful
  return { ...sharesOf([forStop, forDoubt, 0]), weighty: () => weightyWords(said, marks, heard) }
}

function sumOf({ places, shares }: Marks, own: Weights['stop']): number {
  let sum = 0
  for (let at = 0; at < places.length; at += 1) {
    sum += (shares[at] ?? 0) * (own[places[at] ?? 0] ?? 0)
  }
  return sum
}

/** The run of words whose marks say most together. */
function weightyWords(said: readonly string[], marks: Marks, heard: Weights['stop']): string {
  const words = said.filter((word) => word !== ',')
  const sums = words.map(() => 0)
  marks.of.forEach((at, index) => {
    if (at < 0) return
    sums[at] = (sums[at] ?? 0) + (marks.shares[index] ?? 0) * (heard[marks.places[index] ?? 0] ?? 0)
  })
  let best = { from: 0, to: 0, sum: 0 }
  let run = { from: 0, sum: 0 }
  sums.forEach((sum, at) => {
    run = run.sum > 0 ? { from: run.from, sum: run.sum + sum } : { from: at, sum }
    if (run.sum > best.sum) best = { from: run.from, to: at + 1, sum: run.sum }
  })
  const weighty = best.sum > 0 ? words.slice(best.from, best.to) : words
  const told = weighty.filter((word) => word !== '.' && word !== '_')
  return told.slice(0, wordsToldMax).join(' ')
}

const wordsToldMax = 8
