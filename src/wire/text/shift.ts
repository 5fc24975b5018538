// Texts in a national variant of the 7-bit alphabet: their widths, their octets, and back.
import { basicCharacters, type DecodedText, extensionCharacters, gsm7Escape } from './gsm7.ts'
import {
  lockingTables,
  type ShiftLanguage,
  shiftLanguages,
  shiftNumbers,
  singleTables,
} from './shift-tables.ts'

/** Which of a language's two tables a message uses; the header of each of its parts names them. */
export type Shift = { language: ShiftLanguage; isLocking: boolean; isSingle: boolean }

/** 3GPP TS 23.040, 9.2.3.24.15 and .16. */
const singleElement = 0x24
const lockingElement = 0x25

/** The combinations of a language, the one with the fewest tables first. */
export function shiftsOf(language: ShiftLanguage): readonly Shift[] {
  return combinations[language]
}

const combinations: Readonly<Record<ShiftLanguage, readonly Shift[]>> = (() => {
  const of = (language: ShiftLanguage): Shift[] => {
    const single = { language, isLocking: false, isSingle: true }
    if (lockingTables[language] === undefined) return [single]
    return [
      single,
      { language, isLocking: true, isSingle: false },
      { language, isLocking: true, isSingle: true },
    ]
  }
  const [turkish, spanish, portuguese] = [of('turkish'), of('spanish'), of('portuguese')]
  return { turkish, spanish, portuguese }
})()

/** The elements of the header that name the tables. */
export function shiftElements(shift: Shift | null): readonly number[] {
  if (shift === null) return []
  const number = shiftNumbers[shift.language]
  const elements: number[] = []
  if (shift.isSingle) elements.push(singleElement, 1, number)
  if (shift.isLocking) elements.push(lockingElement, 1, number)
  return elements
}

/** What a header's elements say; null without them, or for a language that is not here. */
export function shiftOf(single: number | null, locking: number | null): Shift | null {
  const number = single ?? locking
  if (number === null || (single !== null && locking !== null && single !== locking)) return null
  const language = shiftLanguages.find((one) => shiftNumbers[one] === number)
  if (language === undefined) return null
  return { language, isLocking: locking !== null, isSingle: single !== null }
}

const escaped = 0x80

type Codes = {
  /** By UTF-16 unit: the septet, with the high bit for the table behind the escape. */
  codes: ReadonlyMap<number, number>
  basic: string
  extension: ReadonlyMap<number, string>
}

const known = new Map<string, Codes>()

function codesOf({ language, isLocking, isSingle }: Shift): Codes {
  const name = `${language} ${isLocking} ${isSingle}`
  const made = known.get(name)
  if (made !== undefined) return made
  const basic = (isLocking ? lockingTables[language] : undefined) ?? basicCharacters
  const extension = new Map(isSingle ? singleTables[language] : extensionCharacters)
  const codes = new Map<number, number>()
  for (const [septet, character] of extension) codes.set(character.charCodeAt(0), septet | escaped)
  // What both tables have is written without an escape.
  for (let septet = 0; septet < basic.length; septet += 1) {
    if (septet !== gsm7Escape) codes.set(basic.charCodeAt(septet), septet)
  }
  const all = { codes, basic, extension }
  known.set(name, all)
  return all
}

/** How many septets a UTF-16 unit takes: 1, 2 with its escape, 0 when it has no code. */
export function shiftedWidth(shift: Shift): (codeUnit: number) => number {
  const { codes } = codesOf(shift)
  return (unit) => {
    const code = codes.get(unit)
    if (code === undefined) return 0
    return code < escaped ? 1 : 2
  }
}

/** As `writeGsm7`: the position behind the last septet, or -1 - index of what has no code. */
export function writeShifted(
  shift: Shift,
  text: { text: string; from: number; to: number },
  out: Uint8Array,
  at: number,
): number {
  const { codes } = codesOf(shift)
  let next = at
  for (let index = text.from; index < text.to; index += 1) {
    const code = codes.get(text.text.charCodeAt(index))
    if (code === undefined) return -1 - index
    if (code >= escaped) out[next++] = gsm7Escape
    out[next++] = code & 0x7f
  }
  return next
}

/** As `decodeGsm7`, by the tables that the header names. */
export function decodeShifted(octets: Uint8Array, shift: Shift): DecodedText {
  const { basic, extension } = codesOf(shift)
  let text = ''
  for (let at = 0; at < octets.length; at += 1) {
    const octet = octets[at] ?? 0
    if (octet > 0x7f) return { ok: false, fault: 'octet_is_no_septet', at }
    if (octet !== gsm7Escape) {
      text += basic.charAt(octet)
      continue
    }
    at += 1
    if (at === octets.length) return { ok: false, fault: 'escape_without_character', at: at - 1 }
    const second = octets[at] ?? 0
    if (second > 0x7f) return { ok: false, fault: 'octet_is_no_septet', at }
    text += second === gsm7Escape ? ' ' : (extension.get(second) ?? basic.charAt(second))
  }
  return { ok: true, text }
}
