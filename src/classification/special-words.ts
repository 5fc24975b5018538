// Words in cells that speak of what articles 9 and 10 protect, folded; stems end in a star.
import { late, rowsOf } from './data-files.ts'
import type { DataType } from './types-of-data.ts'

export type SpecialType = Extract<
  DataType,
  | 'health'
  | 'religion'
  | 'political_opinion'
  | 'trade_union'
  | 'ethnic_origin'
  | 'sexual_orientation'
  | 'criminal_record'
>

type Lexicon = {
  exact: Map<string, SpecialType>
  prefixes: Map<string, [string, SpecialType][]>
  /** Words too common elsewhere to speak alone: they support a header and never decide a column. */
  weak: Set<string>
  /** Which three letters any special word begins with: most words are passed over by them alone. */
  beginnings: Uint8Array
}

const lexicon = late((): Lexicon => {
  const exact = new Map<string, SpecialType>()
  const prefixes: Lexicon['prefixes'] = new Map()
  const weak = new Set<string>()
  for (const [word = '', type, mark] of rowsOf('special-words')) {
    const stem = word.endsWith('*') ? word.slice(0, -1) : null
    if (stem === null) exact.set(word, type as SpecialType)
    else {
      const list = prefixes.get(stem.slice(0, 3)) ?? []
      prefixes.set(stem.slice(0, 3), [...list, [stem, type as SpecialType]])
    }
    if (mark === 'weak') weak.add(word)
  }
  const beginnings = new Uint8Array(27 * 27 * 27)
  for (const head of [...exact.keys(), ...prefixes.keys()]) {
    if (head.length > 2) beginnings[beginningOf(head, 0)] = 1
  }
  return { exact, prefixes, weak, beginnings }
})

/** A letter's place; full stops and hyphens stand inside words too ("ver.di", "cfe-cgc"). */
function placeOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97
  return code === 45 || code === 46 ? 26 : -1
}

/** How each special word begins: its letters up to a stop, and whether more letters may follow. */
export function beginningsOfSpecialWords(): { letters: string; isStem: boolean }[] {
  const { exact, prefixes } = lexicon()
  const words = [...exact.keys()].map((word) => ({ word, isStem: false }))
  const stemmed = [...prefixes.values()].flat().map(([word]) => ({ word, isStem: true }))
  return [...words, ...stemmed].flatMap(({ word, isStem }) => {
    // Whatever has a digit in it is never met: words end before a digit.
    const letters = /^[a-z]+(?=[a-z.-]*$)/.exec(word)?.[0]
    return letters === undefined ? [] : [{ letters, isStem: isStem && letters === word }]
  })
}

function beginningOf(text: string, at: number): number {
  const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)]
  return (placeOf(a) * 27 + placeOf(b)) * 27 + placeOf(c)
}

/** The first special word of a folded text, and whether it can decide alone. */
export function specialWordIn(folded: string): { type: SpecialType; strong: boolean } | null {
  const known = lexicon()
  let weakFound: SpecialType | null = null
  let start = 0
  for (let at = 0; at <= folded.length; at += 1) {
    if (at < folded.length && placeOf(folded.charCodeAt(at)) >= 0) continue
    const length = at - start
    if (length > 2 ? known.beginnings[beginningOf(folded, start)] === 1 : length === 2) {
      const word = folded.slice(start, at)
      const type = lookUp(known, word)
      if (type !== null && !known.weak.has(word)) return { type, strong: true }
      weakFound = weakFound ?? type
    }
    start = at + 1
  }
  return weakFound === null ? null : { type: weakFound, strong: false }
}

function lookUp({ exact, prefixes }: Lexicon, word: string): SpecialType | null {
  const type = exact.get(word)
  if (type !== undefined) return type
  return prefixes.get(word.slice(0, 3))?.find(([stem]) => word.startsWith(stem))?.[1] ?? null
}
