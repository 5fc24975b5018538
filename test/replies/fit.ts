// Fits the reply reader's weights to what was written for training: the same ones each time,
// anywhere.
import { createHash } from 'node:crypto'
import { cleanReply, readSigns, replyWords } from '../../src/countries/replies/clean-reply.ts'
import {
  type Marks,
  marksOf,
  placesCount,
  wordsSeen,
} from '../../src/countries/replies/features.ts'
import {
  levelChars,
  levelZero,
  type Model,
  markShares,
  modelKinds,
  readModel,
  softmax,
  type Written,
  weighedKinds,
} from '../../src/countries/replies/model.ts'
import type { Writing } from './sets.ts'
import { chanceOf, withSlip } from './slips-of-hands.ts'

const passes = 8
const rate = 0.2
const biasRate = 0.02
/** L2: how strongly each weight is drawn back to nothing. */
const pull = 2e-4
const firstSlope = 1e-2
/** What is told as surely as this teaches nothing more after the first pass, nor a kind so near. */
const learnt = 0.01
const slight = 0.002
const seed = 12_345
/** How often each writing is read again with a slip of a hand, and for how much it counts then. */
const slipped = { times: 3, worth: 0.4 }

/** Of thousands of writings: which word a mark is of is not kept. */
type Seen = Pick<Marks, 'places' | 'own'>
type Example = { marks: Seen; kind: number; worth: number }

/** Null for what is no words: signs and reactions are not the model's. */
function exampleOf({ text, meaning }: Writing, worth: number): Example | null {
  const clean = cleanReply(text)
  if (clean.isReaction || readSigns(clean.loud) !== null) return null
  const words = wordsSeen(replyWords(clean.own))
  if (words.every((word) => word === '.')) return null
  const { places, own } = marksOf(words, clean)
  return { marks: { places, own }, kind: modelKinds.indexOf(meaning), worth }
}

function examplesOf(writings: readonly Writing[]): Example[] {
  const chance = chanceOf(seed)
  return writings.flatMap((writing) => {
    const readings = [exampleOf(writing, 1)]
    for (let time = 0; time < slipped.times; time += 1) {
      const text = withSlip(writing.text, chance)
      if (text !== null) readings.push(exampleOf({ ...writing, text }, slipped.worth))
    }
    return readings.filter((example) => example !== null)
  })
}

type Fitted = { weights: Float32Array; bias: Float64Array }

const kindsCount = modelKinds.length

/** Multinomial logistic regression by AdaGrad, in an order that chance of a fixed seed gives. */
export function fitWeights(writings: readonly Writing[]): Written {
  const examples = examplesOf(writings)
  const weights = new Float32Array(placesCount * kindsCount)
  const slopes = new Float32Array(placesCount * kindsCount).fill(firstSlope)
  const bias = new Float64Array(kindsCount)
  const biasSlopes = new Float64Array(kindsCount).fill(1)
  const wrong = new Float64Array(kindsCount)
  const order = examples.map((_, index) => index)
  const chance = chanceOf(seed)
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, chance)
    for (const index of order) {
      const { marks, kind, worth } = examples[index] as Example
      const told = softmax(scoresOf(marks, weights, bias))
      if (pass > 0 && 1 - (told[kind] as number) < learnt) continue
      for (let at = 0; at < kindsCount; at += 1) {
        const one = ((told[at] as number) - (at === kind ? 1 : 0)) * worth
        wrong[at] = one
        biasSlopes[at] = (biasSlopes[at] as number) + one * one
        const step = (biasRate * one) / Math.sqrt(biasSlopes[at] as number)
        bias[at] = (bias[at] as number) - step
        if (Math.abs(one) >= slight) mendKind(marks, { weights, slopes }, { kind: at, wrong: one })
      }
    }
  }
  return written({ weights, bias })
}

function scoresOf(marks: Seen, weights: Float32Array, bias: Float64Array): Float64Array {
  const [ownShare, speltShare] = markShares(marks)
  const sums = new Float64Array(bias)
  const { places, own } = marks
  for (let at = 0; at < places.length; at += 1) {
    const share = at < own ? ownShare : speltShare
    const from = (places[at] as number) * kindsCount
    for (let kind = 0; kind < kindsCount; kind += 1) {
      sums[kind] = (sums[kind] as number) + share * (weights[from + kind] as number)
    }
  }
  return sums
}

function mendKind(
  marks: Seen,
  { weights, slopes }: { weights: Float32Array; slopes: Float32Array },
  { kind, wrong }: { kind: number; wrong: number },
): void {
  const [ownShare, speltShare] = markShares(marks)
  const { places, own } = marks
  for (let at = 0; at < places.length; at += 1) {
    const place = (places[at] as number) * kindsCount + kind
    const weight = weights[place] as number
    const slope = wrong * (at < own ? ownShare : speltShare) + pull * weight
    const steep = (slopes[place] as number) + slope * slope
    slopes[place] = steep
    weights[place] = weight - (rate * slope) / Math.sqrt(steep)
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

const lineLength = 2_048

/** Against `other`, in whole levels, a character a weight. */
function written({ weights, bias }: Fitted): Written {
  const other = kindsCount - 1
  const against = new Float64Array(placesCount * weighedKinds)
  for (let place = 0; place < placesCount; place += 1) {
    const none = weights[place * kindsCount + other] as number
    for (let kind = 0; kind < weighedKinds; kind += 1) {
      against[place * weighedKinds + kind] = (weights[place * kindsCount + kind] as number) - none
    }
  }
  const steps = Array.from({ length: weighedKinds }, (_, kind) =>
    stepOf(against.filter((_weight, at) => at % weighedKinds === kind)),
  )
  const chars: string[] = []
  against.forEach((weight, at) => {
    const level = Math.round(weight / (steps[at % weighedKinds] as number))
    const within = Math.max(-levelZero, Math.min(levelChars.length - 1 - levelZero, level))
    chars.push(levelChars[within + levelZero] as string)
  })
  const text = chars.join('')
  const lines: string[] = []
  for (let at = 0; at < text.length; at += lineLength) lines.push(text.slice(at, at + lineLength))
  const rounded = Array.from({ length: weighedKinds }, (_, kind) =>
    Number(((bias[kind] as number) - (bias[other] as number)).toFixed(4)),
  )
  const version = createHash('sha256')
    .update(JSON.stringify([steps, rounded, lines]))
    .digest('hex')
    .slice(0, 12)
  return { version, steps, bias: rounded, lines }
}

/** Wide enough for all but the heaviest in ten thousand, which are cut to the widest. */
function stepOf(own: Float64Array): number {
  const sizes = Float64Array.from(own, Math.abs).sort()
  const widest = sizes[Math.floor(sizes.length * 0.9999)] ?? 1
  return Number((widest / levelZero).toFixed(5))
}

export const modelOf = (weights: Written): Model => readModel(weights)

/** The file that the reader loads when a reply is first read. */
export function weightsFile({ version, steps, bias, lines }: Written, from: string): string {
  return `// The reply reader's weights, made by \`npm run replies\` from test/replies: not to edit by hand.

export const madeFrom = '${from}'
export const weights: {
  version: string
  steps: readonly number[]
  bias: readonly number[]
  lines: readonly string[]
} = {
  version: '${version}',
  steps: [${steps.join(', ')}],
  bias: [${bias.join(', ')}],
  lines: [
${lines.map((line) => `    '${line}',`).join('\n')}
  ],
}
`
}
