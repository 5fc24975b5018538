// Which costly looks a cell may need: told by the last three letters of its words, in one pass.
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

function wordsOf(list: string): string[] {
  return list.trim().split(/\s+/)
}

function mark(bit: number, words: string) {
  for (const word of wordsOf(words)) {
    const key = keyOf(word)
    endings[key] = (endings[key] as number) | bit
  }
}

// A pattern that learns a word must have it here as well: it is not asked where no mark says so.
// Of streets every word, and of "c.so", "p.zza", "lieu-dit" a part.
mark(
  marks.street,
  `
  rue avenue av ave boulevard boul bd bld blvd allee allees impasse imp chemin chm chem
  place pl quai cours square sq route rte lotissement lot residence res dit hameau
  faubourg fg passage sentier venelle villa cite esplanade promenade point zac za zi
  chaussee traverse montee street st road rd lane ln drive dr close crescent court terrace
  gardens grove way mews row hill green park calle c avda avenida paseo plaza pza camino
  carretera ronda travesia via viale v piazza zza corso so vicolo largo strada contrada
  laan straat plein gracht kade weg singel dreef hof steenweg platz gasse ring damm ufer
  strasse str stieg pfad wall markt berg feld bp p cs box postfach postbus apartado
  postale am im zum zur der den dem
`,
)
mark(
  marks.title,
  `
  m mr mme mlle monsieur madame mademoiselle mrs ms miss mevrouw meneer mevr mw dr docteur
  dhr dottoressa dottore dott dokter maitre herr herrn hr frau fr don dona senor senora
  senorita sr sra srta sta sig signor signora signa
`,
)
mark(marks.birth, 'ne nee ddn naissance born dob geb geboren nacido nacida nato nata')
// "tél n° 06": between the word and the number letters of "no" may stand, joined to the word.
const numberSigns = ['', 'n', 'o', 'nn', 'no', 'on', 'oo']
const phoneWords = wordsOf(`
  tel telephone port portable mob mobil mobile gsm phone cell handy telefon movil
  cellulare mobiel
`)
for (const word of phoneWords) {
  for (const sign of numberSigns) mark(marks.phone, word + sign)
}
mark(marks.phone, 'nnn nno non noo onn ono oon ooo')

function fourOf(word: number): number {
  return (word ^ (word >> 13)) & 0x7fff
}

for (const { letters, isStem } of beginningsOfSpecialWords()) {
  if (letters.length > 3) {
    const four = (keyOf(letters.slice(0, 1)) << 15) | keyOf(letters.slice(1, 4))
    beginnings[fourOf(four)] = marks.special
  } else if (isStem) beginnings[fourOf(keyOf(letters))] = marks.special
  else mark(marks.special, letters)
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
