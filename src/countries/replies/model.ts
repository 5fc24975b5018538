// The linear model: how surely a reply is of each kind, and which of its words weighed most.
import { type Marks, placesCount, spellingsShare } from './features.ts'

/** `other` is what the rest is weighed against: it has no weights of its own. */
export const modelKinds = ['stop', 'doubtful', 'help', 'contact', 'start', 'other'] as const
export type ModelKind = (typeof modelKinds)[number]
export type Shares = Record<ModelKind, number>

/** Kinds that have weights, side by side at each place. */
export const weighedKinds = modelKinds.length - 1

export type Model = {
  /** Names the weights: told with every reading, and kept with it. */
  version: string
  /** How much one level is, a kind each. */
  steps: readonly number[]
  bias: readonly number[]
  levels: Int8Array
}

/** One character a weight. */
export const levelChars: readonly string[] = Array.from({ length: 94 }, (_, index) =>
  String.fromCharCode(33 + index),
).filter((char) => !`'"\`\\$`.includes(char))
export const levelZero = Math.floor(levelChars.length / 2)

export type Written = Pick<Model, 'version' | 'steps' | 'bias'> & { lines: readonly string[] }

export function readModel({ lines, ...rest }: Written): Model {
  const levelOf = new Int8Array(128)
  levelChars.forEach((char, index) => {
    levelOf[char.charCodeAt(0)] = index - levelZero
  })
  const levels = new Int8Array(placesCount * weighedKinds)
  let place = 0
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 1) {
      levels[place] = levelOf[line.charCodeAt(at)] ?? 0
      place += 1
    }
  }
  return { ...rest, levels }
}

/**
 * Own marks share a weight among them, spellings another: a long text counts no more than a short.
 */
export function markShares({
  places,
  own,
}: Pick<Marks, 'places' | 'own'>): readonly [own: number, spelt: number] {
  const spelt = places.length - own
  return [1 / Math.sqrt(Math.max(1, own)), spellingsShare / Math.sqrt(Math.max(1, spelt))]
}

export function sharesOf(model: Model, marks: Marks): Shares {
  const { levels, steps, bias } = model
  const [ownShare, speltShare] = markShares(marks)
  const sums = new Float64Array(weighedKinds)
  for (let index = 0; index < marks.places.length; index += 1) {
    const share = index < marks.own ? ownShare : speltShare
    const from = (marks.places[index] ?? 0) * weighedKinds
    for (let kind = 0; kind < weighedKinds; kind += 1) {
      sums[kind] = (sums[kind] ?? 0) + share * (levels[from + kind] ?? 0)
    }
  }
  const scores = Array.from(sums, (sum, kind) => (bias[kind] ?? 0) + (steps[kind] ?? 0) * sum)
  const [stop = 0, doubtful = 0, help = 0, contact = 0, start = 0, other = 0] = softmax([
    ...scores,
    0,
  ])
  return { stop, doubtful, help, contact, start, other }
}

export function softmax(scores: ArrayLike<number>): number[] {
  const grown = Array.from(scores)
  const most = Math.max(...grown)
  let sum = 0
  for (let at = 0; at < grown.length; at += 1) {
    const one = exponential((grown[at] ?? 0) - most)
    grown[at] = one
    sum += one
  }
  return grown.map((one) => one / sum)
}

/**
 * By additions and multiplications alone, which come out the same on every machine: the weights are
 * made again to the last digit wherever they are made.
 */
function exponential(power: number): number {
  let grown = 1 + Math.max(-500, power) / 1024
  for (let doubling = 0; doubling < 10; doubling += 1) grown *= grown
  return grown
}

const weightyMax = 8

/** The run of words whose marks say most together for the kind. */
export function weightyWords(
  model: Model,
  { words, marks, kind }: { words: readonly string[]; marks: Marks; kind: ModelKind },
): string {
  const column = modelKinds.indexOf(kind)
  const [ownShare, speltShare] = markShares(marks)
  const sums = words.map(() => 0)
  marks.of.forEach((at, index) => {
    if (at < 0) return
    const level = model.levels[(marks.places[index] ?? 0) * weighedKinds + column] ?? 0
    sums[at] = (sums[at] ?? 0) + level * (index < marks.own ? ownShare : speltShare)
  })
  let best = { from: 0, to: 0, sum: 0 }
  let run = { from: 0, sum: 0 }
  sums.forEach((sum, at) => {
    run = run.sum > 0 ? { from: run.from, sum: run.sum + sum } : { from: at, sum }
    if (run.sum > best.sum) best = { from: run.from, to: at + 1, sum: run.sum }
  })
  const weighty = best.sum > 0 ? words.slice(best.from, best.to) : words
  return weighty
    .filter((word) => word !== '.')
    .slice(0, weightyMax)
    .join(' ')
}
