// Makes the likeness reader's weights of the published sets: the same ones each time, anywhere.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  levels,
  levelZero,
  type Marks,
  marksOf,
  placesCount,
  sharesOf,
  type Weights,
} from '../../src/countries/replies/likeness.ts'
import { wordsToCompare } from '../../src/countries/replies/read-reply.ts'
import { sets } from './first-looks.ts'
import { lessons, type Writing, writingsOf } from './reply-set.ts'

/** Logistic regression over three kinds, by AdaGrad, in an order that chance of a fixed seed gives. */
const passes = 10
const rate = 0.2
const biasRate = 0.02
/** L2: how strongly each weight is drawn back to nothing. */
const pull = 5e-4
const firstSlope = 1e-2
/** Stops are the most by far in the sets, and not in what people write. */
const worth = [1, 3, 2] as const
const seed = 12_345

export type Example = { marks: Marks; kind: 0 | 1 | 2 }

/** Null for what is no words: signs and reactions are the rules' alone. */
export function exampleOf({ text, meaning }: Writing): Example | null {
  const words = wordsToCompare(text)
  if (words === null) return null
  return { marks: marksOf(words), kind: meaning === 'stop' ? 0 : meaning === 'doubtful' ? 1 : 2 }
}

/**
 * Everyday words, names and sentences that mean nothing to a list: what the reader has never seen
 * is no stop by itself. They are read for training alone and counted in no score.
 */
export const everyday = (): Writing[] => linesOf('everyday.txt', 'other')

/** Ways to refuse that were thought of beside the sets: for training alone, and in no score. */
export const refusals = (): Writing[] => linesOf('refusals.txt', 'stop')

/** And ways to grumble, to be the wrong person or to want it otherwise, which a person reads. */
export const grumbles = (): Writing[] => linesOf('doubts.txt', 'doubtful')

function linesOf(file: string, meaning: Writing['meaning']): Writing[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [language = '', said = ''] = line.split(/: (.*)/)
    const texts = said.includes(' | ') ? said.split(' | ') : said.split(' ')
    return texts.filter((text) => text !== '').map((text): Writing => ({ language, meaning, text }))
  })
}

/** All that the shipped weights are made of. */
export const taught = (): Writing[] => [
  ...sets.flatMap(({ name }) => writingsOf(name)),
  ...lessons(),
  ...everyday(),
  ...refusals(),
  ...grumbles(),
]

const kinds = [0, 1, 2] as const

export function train(examples: readonly Example[]): Weights {
  const weights = kinds.map(() => new Float64Array(placesCount))
  const slopes = kinds.map(() => new Float64Array(placesCount).fill(firstSlope))
  const bias = [0, 0, 0]
  const biasSlopes = [1, 1, 1]
  const order = examples.map((_, index) => index)
  const chance = chanceOf(seed)
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, chance)
    for (const index of order) {
      const { marks, kind } = examples[index] as Example
      const shares = sharesOf(scoresOf(marks, weights, bias))
      const told = [shares.stop, shares.doubtful, shares.other]
      for (const k of kinds) {
        const wrong = ((told[k] ?? 0) - (k === kind ? 1 : 0)) * worth[kind]
        mend(weights[k] as Float64Array, slopes[k] as Float64Array, marks, wrong)
        biasSlopes[k] = (biasSlopes[k] ?? 0) + wrong * wrong
        bias[k] = (bias[k] ?? 0) - (biasRate * wrong) / Math.sqrt(biasSlopes[k] ?? 1)
      }
    }
  }
  return againstOther(weights as [Float64Array, Float64Array, Float64Array], bias)
}

function scoresOf(
  { places, shares }: Marks,
  weights: readonly Float64Array[],
  bias: readonly number[],
): [number, number, number] {
  return kinds.map((k) => {
    const own = weights[k] as Float64Array
    let sum = bias[k] ?? 0
    for (let at = 0; at < places.length; at += 1) {
      sum += (own[places[at] as number] as number) * (shares[at] as number)
    }
    return sum
  }) as [number, number, number]
}

function mend(own: Float64Array, slopes: Float64Array, marks: Marks, wrong: number): void {
  const { places, shares } = marks
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number
    const weight = own[place] as number
    const slope = wrong * (shares[at] as number) + pull * weight
    const steep = (slopes[place] as number) + slope * slope
    slopes[place] = steep
    own[place] = weight - (rate * slope) / Math.sqrt(steep)
  }
}

function againstOther(
  [stop, doubtful, other]: readonly [Float64Array, Float64Array, Float64Array],
  bias: readonly number[],
): Weights {
  const less = (own: Float64Array) => own.map((weight, place) => weight - (other[place] ?? 0))
  const [forStop = 0, forDoubt = 0, forOther = 0] = bias
  return {
    stop: less(stop),
    doubtful: less(doubtful),
    steps: [1, 1],
    bias: [forStop - forOther, forDoubt - forOther],
  }
}

/** Numerical Recipes' generator: chance enough to shuffle, and the same each time. */
function chanceOf(start: number): () => number {
  let state = start
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

function shuffle(order: number[], chance: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(chance() * (index + 1))
    const kept = order[index] as number
    order[index] = order[other] as number
    order[other] = kept
  }
}

/** What the weights were made from: every writing with its meaning, in order. */
export function fingerprintOf(writings: readonly Writing[]): string {
  const hash = createHash('sha256')
  for (const { meaning, text } of writings) hash.update(`${meaning}\t${text}\n`)
  return hash.digest('hex')
}

const lineLength = 2_048

/** The file that the reader reads: a character a weight. */
export function dataFile({ stop, doubtful, bias }: Weights, madeFrom: string): string {
  const steps = [stop, doubtful].map((own) => stepOf(own))
  const lines = [stop, doubtful].map((own, index) => charsOf(own, steps[index] ?? 1))
  return `// The likeness reader's weights, made by \`npm run likeness\` from test/replies: not to edit by hand.

export const likenessData: {
  madeFrom: string
  steps: readonly [number, number]
  bias: readonly [number, number]
  stop: readonly string[]
  doubtful: readonly string[]
} = {
  madeFrom: '${madeFrom}',
  steps: [${steps.join(', ')}],
  bias: [${bias.map((one) => Number(one.toFixed(4))).join(', ')}],
  stop: [
${lines[0]}
  ],
  doubtful: [
${lines[1]}
  ],
}
`
}

/** Wide enough for all but the heaviest in ten thousand, which are cut to the widest. */
function stepOf(own: Weights['stop']): number {
  const sizes = Float64Array.from(own, Math.abs).sort()
  const widest = sizes[Math.floor(sizes.length * 0.9999)] ?? 1
  return Number((widest / levelZero).toFixed(5))
}

function charsOf(own: Weights['stop'], step: number): string {
  const text = Array.from(own, (weight) => {
    const level = Math.max(-levelZero, Math.min(levelZero, Math.round(weight / step)))
    return levels[level + levelZero] ?? ''
  }).join('')
  const lines: string[] = []
  for (let at = 0; at < text.length; at += lineLength) {
    lines.push(`    '${text.slice(at, at + lineLength)}',`)
  }
  return lines.join('\n')
}
