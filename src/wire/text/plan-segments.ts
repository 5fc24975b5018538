// How a text travels: which alphabet, how many units, and where it is cut into segments.
import { gsm7Width } from './gsm7.ts'
import { type Shift, shiftElements, shiftedWidth, shiftsOf } from './shift.ts'
import type { ShiftLanguage } from './shift-tables.ts'

export const alphabets = ['gsm7', 'ucs2'] as const
export type Alphabet = (typeof alphabets)[number]

/**
 * How the parts of a long text say that they belong together. `udh8` and `udh16` are user data
 * headers (3GPP TS 23.040, 9.2.3.24.1 and .8), `sar` the SMPP TLVs, `payload` one PDU that the
 * operator cuts.
 */
export const concatenations = ['udh8', 'udh16', 'sar', 'payload'] as const
export type Concatenation = (typeof concatenations)[number]

/** 140 octets of user data hold 160 septets or 70 UCS-2 units (3GPP TS 23.040, 9.2.3.24). */
export const singleSegmentUnits: Readonly<Record<Alphabet, number>> = { gsm7: 160, ucs2: 70 }

/**
 * What is left beside the header in each segment of several: 6 octets are 7 septets or 3 units;
 * the 7 octets of a 16-bit reference are 8 septets or 4 units. Where the operator writes the
 * header (`sar`, `payload`) it uses the short one.
 */
const partUnits: Readonly<Record<Concatenation, Readonly<Record<Alphabet, number>>>> = {
  udh8: { gsm7: 153, ucs2: 67 },
  udh16: { gsm7: 152, ucs2: 66 },
  sar: { gsm7: 153, ucs2: 67 },
  payload: { gsm7: 153, ucs2: 67 },
}

export function partUnitsMax(alphabet: Alphabet, concatenation: Concatenation): number {
  return partUnits[concatenation][alphabet]
}

/**
 * What is left of 160 septets beside a header that names national tables: its length, its elements,
 * and those of the parts where there are several, filled up to whole septets.
 */
function shiftedUnits(shift: Shift, concatenation: Concatenation | null): number {
  const partElements = concatenation === 'udh16' ? 6 : 5
  const octets = 1 + shiftElements(shift).length + (concatenation === null ? 0 : partElements)
  return singleSegmentUnits.gsm7 - Math.ceil((octets * 8) / 7)
}

export type SegmentPart = {
  text: string
  /** Where it begins and ends in the whole text, in UTF-16 code units. */
  start: number
  end: number
  units: number
}

export type OffendingCharacter = {
  character: string
  /** Where it stands first: in UTF-16 code units, and in code points. */
  index: number
  codePointIndex: number
  count: number
}

export type SegmentPlan = {
  encoding: Alphabet
  /** The national tables that a text in `gsm7` needs, each of its parts naming them. */
  shift: Shift | null
  /** Septets (an extension character is two) or UCS-2 code units of the text, headers apart. */
  units: number
  /** How many segments travel. An empty text is one empty segment. */
  segments: number
  parts: readonly SegmentPart[]
  /** Each different character that has no GSM code, in order; empty under `gsm7`. */
  offendingCharacters: readonly OffendingCharacter[]
}

const none: readonly never[] = Object.freeze([])

/**
 * Plans a text: GSM 7-bit when every character has a code there, else UCS-2, or one of the national
 * variants of GSM 7-bit that are allowed, where that takes fewer segments: not every handset has
 * them. Neither an escape pair nor a surrogate pair is ever cut. Nothing is substituted.
 */
export function planSegments(
  text: string,
  concatenation: Concatenation = 'udh8',
  shiftTables: readonly ShiftLanguage[] = [],
): SegmentPlan {
  const units = widthOf(text, gsm7Width)
  if (units === null) return planOther(text, concatenation, shiftTables)
  if (units <= singleSegmentUnits.gsm7) return planOfOne('gsm7', text, units, none)
  const parts = cutGsm7(text, partUnitsMax('gsm7', concatenation), gsm7Width)
  const segments = parts.length
  return { encoding: 'gsm7', shift: null, units, segments, parts, offendingCharacters: none }
}

/** How many septets; null where a character has no code. */
function widthOf(text: string, widthOfUnit: (unit: number) => number): number | null {
  let units = 0
  for (let index = 0; index < text.length; index += 1) {
    const width = widthOfUnit(text.charCodeAt(index))
    if (width === 0) return null
    units += width
  }
  return units
}

function planOther(
  text: string,
  concatenation: Concatenation,
  shiftTables: readonly ShiftLanguage[],
): SegmentPlan {
  let best = planUcs2(text, concatenation)
  for (const language of shiftTables) {
    for (const shift of shiftsOf(language)) {
      const plan = planShifted(text, concatenation, shift)
      const isBetter =
        plan !== null &&
        (plan.segments < best.segments ||
          (best.shift !== null && plan.segments === best.segments && plan.units < best.units))
      if (isBetter) best = plan
    }
  }
  return best
}

function planShifted(text: string, concatenation: Concatenation, shift: Shift): SegmentPlan | null {
  const width = shiftedWidth(shift)
  const units = widthOf(text, width)
  if (units === null) return null
  const isOne = units <= shiftedUnits(shift, null)
  const parts = isOne
    ? [{ text, start: 0, end: text.length, units }]
    : cutGsm7(text, shiftedUnits(shift, concatenation), width)
  const segments = parts.length
  return { encoding: 'gsm7', shift, units, segments, parts, offendingCharacters: none }
}

function planUcs2(text: string, concatenation: Concatenation): SegmentPlan {
  const offending = offendingCharactersOf(text)
  const units = text.length
  if (units <= singleSegmentUnits.ucs2) return planOfOne('ucs2', text, units, offending)
  const parts = cutUcs2(text, partUnitsMax('ucs2', concatenation))
  const segments = parts.length
  return { encoding: 'ucs2', shift: null, units, segments, parts, offendingCharacters: offending }
}

function planOfOne(
  encoding: Alphabet,
  text: string,
  units: number,
  offendingCharacters: readonly OffendingCharacter[],
): SegmentPlan {
  const parts = [{ text, start: 0, end: text.length, units }]
  return { encoding, shift: null, units, segments: 1, parts, offendingCharacters }
}

function cutGsm7(
  text: string,
  unitsMax: number,
  widthOfUnit: (unit: number) => number,
): SegmentPart[] {
  const parts: SegmentPart[] = []
  let start = 0
  let units = 0
  for (let index = 0; index < text.length; index += 1) {
    const width = widthOfUnit(text.charCodeAt(index))
    if (units + width > unitsMax) {
      parts.push({ text: text.slice(start, index), start, end: index, units })
      start = index
      units = 0
    }
    units += width
  }
  parts.push({ text: text.slice(start), start, end: text.length, units })
  return parts
}

function cutUcs2(text: string, unitsMax: number): SegmentPart[] {
  const parts: SegmentPart[] = []
  let start = 0
  while (start < text.length) {
    let end = Math.min(start + unitsMax, text.length)
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) {
      if (isLowSurrogate(text.charCodeAt(end))) end -= 1
    }
    parts.push({ text: text.slice(start, end), start, end, units: end - start })
    start = end
  }
  return parts
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function offendingCharactersOf(text: string): OffendingCharacter[] {
  const found = new Map<string, OffendingCharacter>()
  let index = 0
  let codePointIndex = 0
  for (const character of text) {
    if (character.length > 1 || gsm7Width(character.charCodeAt(0)) === 0) {
      const before = found.get(character)
      if (before === undefined) found.set(character, { character, index, codePointIndex, count: 1 })
      else before.count += 1
    }
    index += character.length
    codePointIndex += 1
  }
  return [...found.values()]
}
