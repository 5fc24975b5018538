// Decides in one pass, from word endings, which costly recognisers a cell needs.
import { listOf } from './data-files.ts'
import { fold } from './fold.ts'
import { beginningsOfSpecialWords } from './special-words.ts'

/** Bits of what the words of a cell may be part of; `accent`: it has a character beyond ASCII. */
export const marks = { street: 1, title: 2, phone: 4, birth: 8, special: 16, accent: 32 } as const
/** Of a cell that was not read letter by letter. */
export const everyMark = 63

/** A letter that folds into more than one, or into none of ours: every look is taken. */
const foreign = 31

const latinMax = 0x17f
/** Places of the letters from 1 on, by the character's code; 0 ends a word. */
const places = new Uint8Array(latinMax + 1)
for (let code = 0; code <= latinMax; code += 1) places[code] = placeOf(String.fromCharCode(code))

function placeOf(character: string): number {
  const folded = fold(character)
  if (/^[a-z]$/.test(folded)) return folded.charCodeAt(0) - 96
  const isPlain = folded === '' || (folded === character && !/\p{L}/u.test(folded))
  return isPlain ? 0 : foreign
}

/** Beyond the Latin blocks only these are sure to be no letter, and to be folded into none. */
const signs = new Set([...'‘’“”–—€\u202f'].map((sign) => sign.charCodeAt(0)))

/** The marks of words by their last three letters, five bits each; all letters of a short word. */
const endings = new Uint8Array(1 << 15)
/** And by their first four letters, twenty bits folded into fifteen, or three of a short stem. */
const beginnings = new Uint8Array(1 << 15)

function keyOf(word: string): number {
  let key = 0
  for (const letter of word.slice(-3)) key = (key << 5) | (letter.charCodeAt(0) - 96)
  return key
}

function mark(bit: number, words: readonly string[]) {
  for (const word of words) {
    const key = keyOf(word)
    endings[key] = (endings[key] as number) | bit
  }
}

let isFilled = false

/** A pattern that learns a word must have it among the marks as well: it is not asked else. */
function fillTables() {
  isFilled = true
  // Of streets every word, and of "c.so", "p.zza", "lieu-dit" a part.
  mark(marks.street, listOf('mark of a street'))
  mark(marks.title, listOf('mark of a title'))
  mark(marks.birth, listOf('mark of a birth'))
  // "tél n° 06": between the word and the number letters of "no" may stand, joined to the word.
  const numberSigns = ['', 'n', 'o', 'nn', 'no', 'on', 'oo']
  const phoneWords = listOf('mark of a telephone')
  mark(
    marks.phone,
    phoneWords.flatMap((word) => numberSigns.map((sign) => word + sign)),
  )
  mark(marks.phone, 'nnn nno non noo onn ono oon ooo'.split(' '))
  for (const { letters, isStem } of beginningsOfSpecialWords()) {
    if (letters.length > 3) {
      const four = (keyOf(letters.slice(0, 1)) << 15) | keyOf(letters.slice(1, 4))
      beginnings[fourOf(four)] = marks.special
    } else if (isStem) beginnings[fourOf(keyOf(letters))] = marks.special
    else mark(marks.special, [letters])
  }
}

function fourOf(word: number): number {
  return (word ^ (word >> 13)) & 0x7fff
}

/** 0 of what is no letter, `foreign` of what may be folded into more. */
function placeBeyondAscii(code: number): number {
  if (code <= latinMax) return places[code] as number
  return signs.has(code) ? 0 : foreign
}

/**
 * What the words of a cell may be part of; without a mark the pattern of that name finds nothing.
 * A title may stand behind an accent ("ém. "), so the letters since the last accent count as well.
 */
export function marksOf(codes: Uint16Array, from: number, until: number): number {
  if (!isFilled) fillTables()
  let marked = 0
  // The last letters of the word, five bits each: five of them folded, and three since an accent.
  let tail = 0
  let plain = 0
  for (let at = from; at < until; at += 1) {
    const code = codes[at] as number
    const isAscii = code < 128
    const place = isAscii ? (places[code] as number) : placeBeyondAscii(code)
    if (!isAscii) marked |= marks.accent
    if (place === foreign) return everyMark
    if (place !== 0) {
      tail = ((tail << 5) | place) & 0x1ffffff
      plain = isAscii ? ((plain << 5) | place) & 0x7fff : 0
      if (tail < 0x100000) marked |= beginnings[fourOf(tail)] as number
    } else if (tail !== 0) {
      marked |= (endings[tail & 0x7fff] as number) | (endings[plain] as number)
      tail = 0
      plain = 0
    }
  }
  return marked | (endings[tail & 0x7fff] as number) | (endings[plain] as number)
}
