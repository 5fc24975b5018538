// Runs of text become lines of a width: pure, with the measure of a word as a parameter.
import type { Run } from './paper.ts'
import { shaped, signsIn, signsOf } from './signs.ts'

export type Piece = Omit<Run, 'text' | 'isSmall'> & {
  text: string
  size: number
  width: number
  /** What the boxes of this piece stand for; null: it says itself. */
  stands: string | null
}
export type Line = { pieces: readonly Piece[]; width: number }

export type Measure = {
  has(codePoint: number): boolean
  textWidth(text: string, of: { isStrong: boolean; size: number }): number
}

type Word = Piece & { endsLine: boolean }

/** After a space, and after signs at which long addresses and codes may be broken. */
const breakable = /\n|[^ \n/_&?=,;-]*[ /_&?=,;-]+|[^ \n/_&?=,;-]+/g

const smaller = 0.86

function wordsOf(runs: readonly Run[], size: number, measure: Measure): Word[] {
  return runs.flatMap((run) => {
    const { isStrong, isSmall, language, href } = run
    const own = isSmall ? size * smaller : size
    return signsOf(shaped(run.text), (code) => measure.has(code)).flatMap(({ text, stands }) =>
      (text.match(breakable) ?? []).map((word): Word => {
        const endsLine = word === '\n'
        const width = endsLine ? 0 : measure.textWidth(word, { isStrong, size: own })
        return {
          ...{ text: endsLine ? '' : word, isStrong, language, href },
          ...{ size: own, width, stands, endsLine },
        }
      }),
    )
  })
}

/** A word that no line is wide enough for is broken between its signs. */
function broken(word: Word, max: number, measure: Measure): Word[] {
  if (word.width <= max) return [word]
  const parts: Word[] = []
  let text = ''
  let width = 0
  const close = () => {
    // What boxes stand for is told once, with the first of them.
    const stands = word.stands === null ? null : parts.length === 0 ? word.stands : ''
    if (text !== '') parts.push({ ...word, text, width, stands })
  }
  for (const sign of signsIn(word.text)) {
    const wide = measure.textWidth(sign, word)
    if (text !== '' && width + wide > max) {
      close()
      text = ''
      width = 0
    }
    text += sign
    width += wide
  }
  close()
  return parts
}

const unspaced = (piece: Piece, measure: Measure): number =>
  piece.text.endsWith(' ') ? measure.textWidth(piece.text.trimEnd(), piece) : piece.width

export function wrap(
  runs: readonly Run[],
  { width: max, size }: { width: number; size: number },
  measure: Measure,
): Line[] {
  const lines: Line[] = []
  let pieces: Piece[] = []
  let width = 0
  const close = () => {
    lines.push({ pieces, width })
    pieces = []
    width = 0
  }
  const words = wordsOf(runs, size, measure)
  for (const word of words) {
    if (word.endsLine) {
      close()
      continue
    }
    for (const part of broken(word, max, measure)) {
      if (pieces.length > 0 && width + unspaced(part, measure) > max) close()
      const { endsLine: _, ...piece } = part
      const last = pieces.at(-1)
      if (last !== undefined && isSame(last, piece)) {
        const joined = { ...last, text: last.text + piece.text, width: last.width + piece.width }
        pieces[pieces.length - 1] = joined
      } else pieces.push(piece)
      width += piece.width
    }
  }
  if (pieces.length > 0 || lines.length === 0) close()
  return lines
}

const isSame = (a: Piece, b: Piece): boolean =>
  a.stands === null &&
  b.stands === null &&
  a.isStrong === b.isStrong &&
  a.size === b.size &&
  a.language === b.language &&
  a.href === b.href

/** How wide a text would like to be, and how wide it must be at least. */
export function wants(
  runs: readonly Run[],
  size: number,
  measure: Measure,
): { least: number; most: number } {
  let least = 0
  let most = 0
  let line = 0
  for (const word of wordsOf(runs, size, measure)) {
    line = word.endsLine ? 0 : line + word.width
    least = Math.max(least, word.width)
    most = Math.max(most, line)
  }
  return { least, most }
}
