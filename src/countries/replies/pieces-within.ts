// Whether a text holds the pieces that patterns need: asked of thousands of patterns for each text.
import { beginsWord, type Need, type Needed } from './needed-pieces.ts'
import { textEnds } from './read-pattern.ts'

/**
 * A need as numbers in a row: of pieces their count and their marks; of several needs what they are
 * together, where they end, and each of them. Empty where nothing is needed.
 */
export type Needs = readonly number[]

const allOf = -1
const anyOf = -2

export function needsOf(need: Need): Needs {
  const written: number[] = []
  if (need !== null) write(need, written)
  return written.slice()
}

/** Those of a class of words stand in many phrases. */
const marksOf = new WeakMap<Needed, readonly number[]>()

function write(need: Needed, into: number[]): void {
  if (need.kind === 'pieces') {
    const marks = marksOf.get(need) ?? [...new Set(need.pieces.map(markOf))]
    marksOf.set(need, marks)
    into.push(marks.length, ...marks)
    return
  }
  const begin = into.length
  into.push(need.kind === 'all' ? allOf : anyOf, 0)
  for (const one of need.needs) write(one, into)
  into[begin + 1] = into.length
}

/** Of a longer piece only the beginning is looked for; most begin with a word. */
const lengthMax = { ofWords: 16, within: 8 }

const marksMax = (first: string | undefined) =>
  beginsWord(first) ? lengthMax.ofWords : lengthMax.within

function markOf(piece: string): number {
  const end = Math.min(piece.length, marksMax(piece[0]))
  let mark = 0
  for (let at = 0; at < end; at += 1) mark = longer(mark, piece, at)
  return mark
}

/** The mark of a piece that is one letter longer: 30 bits. */
const longer = (mark: number, text: string, at: number) =>
  (Math.imul(mark ^ text.charCodeAt(at), 0x2c1b3c6d) + 1) & 0x3fffffff

/**
 * Which marks the text has that was asked of last: each stands in three places of the table.
 * Another may be found at all three by chance; then a pattern is asked in vain.
 */
const table = new Uint32Array(1 << 16)
/** The texts are counted, so that nothing need be wiped between two of them. */
let turn = 0
const turnMax = 0xffffffff
let read: string | null = null

const firstPlace = (mark: number) => mark & 0xffff
const secondPlace = (mark: number) => (mark >>> 7) & 0xffff
const thirdPlace = (mark: number) => mark >>> 14

function readText(text: string): void {
  read = text
  if (turn === turnMax) table.fill(0)
  turn = turn === turnMax ? 1 : turn + 1
  const ended = textEnds['^'] + text + textEnds.$
  for (let from = 0; from < ended.length; from += 1) {
    const end = Math.min(ended.length, from + marksMax(ended[from]))
    let mark = 0
    for (let at = from; at < end; at += 1) {
      mark = longer(mark, ended, at)
      table[firstPlace(mark)] = turn
      table[secondPlace(mark)] = turn
      table[thirdPlace(mark)] = turn
    }
  }
}

/** False: no pattern of these needs can match. True: it may. */
export function mayMatch(text: string, needs: Needs): boolean {
  if (needs.length === 0) return true
  if (text !== read) readText(text)
  return isMet(needs, 0)
}

const isThere = (mark: number) =>
  table[firstPlace(mark)] === turn &&
  table[secondPlace(mark)] === turn &&
  table[thirdPlace(mark)] === turn

function isMet(needs: Needs, begin: number): boolean {
  const kind = needs[begin] ?? 0
  if (kind >= 0) {
    for (let at = begin + 1; at <= begin + kind; at += 1) if (isThere(needs[at] ?? 0)) return true
    return false
  }
  const isAll = kind === allOf
  const end = needs[begin + 1] ?? 0
  let at = begin + 2
  while (at < end) {
    if (isMet(needs, at) !== isAll) return !isAll
    const own = needs[at] ?? 0
    at = own >= 0 ? at + 1 + own : (needs[at + 1] ?? end)
  }
  return isAll
}
