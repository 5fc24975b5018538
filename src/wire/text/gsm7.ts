// The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1).

/**
 * By septet value. 0x1b is the escape to the extension table and stands for no character, so that
 * U+001B has no code.
 */
export const basicCharacters =
  '@£$¥èéùìòÇ\nØø\rÅå' +
  'Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ' +
  ' !"#¤%&\'()*+,-./' +
  '0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNO' +
  'PQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmno' +
  'pqrstuvwxyzäöñüà'

export const extensionCharacters: readonly (readonly [septet: number, character: string])[] = [
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]

export const gsm7Escape = 0x1b

// One past the highest code point with a code, U+20AC.
const codePointsMax = 0x20ad
const withoutCode = 0xff
const extended = 0x80

/** By code point: the septet, with the high bit for the extension table; 0xff for none. */
const codes = new Uint8Array(codePointsMax).fill(withoutCode)
/** By code point: how many septets it takes; 0 for a character without code. */
const widths = new Uint8Array(codePointsMax)
/** By septet: the character behind an escape, or undefined. */
const extensionBySeptet = new Map<number, string>(extensionCharacters)

for (let septet = 0; septet < basicCharacters.length; septet += 1) {
  if (septet === gsm7Escape) continue
  codes[basicCharacters.charCodeAt(septet)] = septet
  widths[basicCharacters.charCodeAt(septet)] = 1
}
for (const [septet, character] of extensionCharacters) {
  codes[character.charCodeAt(0)] = septet | extended
  widths[character.charCodeAt(0)] = 2
}

/** How many septets a UTF-16 code unit takes: 1, 2 with its escape, 0 when it has no code. */
export function gsm7Width(codeUnit: number): number {
  return codeUnit < codePointsMax ? (widths[codeUnit] ?? 0) : 0
}

export type CharacterWithoutCode = {
  ok: false
  /** The first character that has no code. */
  character: string
  codePointIndex: number
  /** Its index in the string, in UTF-16 code units. */
  index: number
}
export type Encoded = { ok: true; octets: Uint8Array } | CharacterWithoutCode

/**
 * Encodes unpacked, one septet an octet, as SMPP carries it under data_coding 0; or names the
 * first character without code. Nothing is ever substituted.
 */
export function encodeGsm7(text: string): Encoded {
  const octets = new Uint8Array(text.length * 2)
  const end = writeGsm7(text, 0, text.length, octets, 0)
  if (end < 0) return firstWithoutCode(text, -end - 1)
  return { ok: true, octets: octets.subarray(0, end) }
}

/**
 * Writes text[from, to) into `out` at `at`. Gives the position behind the last septet, or
 * -1 - index of the first character without code.
 */
export function writeGsm7(
  text: string,
  from: number,
  to: number,
  out: Uint8Array,
  at: number,
): number {
  let next = at
  for (let index = from; index < to; index += 1) {
    const unit = text.charCodeAt(index)
    const code = unit < codePointsMax ? (codes[unit] ?? withoutCode) : withoutCode
    if (code < extended) out[next++] = code
    else if (code === withoutCode) return -1 - index
    else {
      out[next++] = gsm7Escape
      out[next++] = code & 0x7f
    }
  }
  return next
}

export function firstWithoutCode(text: string, index: number): CharacterWithoutCode {
  let codePointIndex = 0
  for (let at = 0; at < index; codePointIndex += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  }
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0)
  return { ok: false, character, codePointIndex, index }
}

export type DecodedText = { ok: true; text: string } | { ok: false; fault: TextFault; at: number }
export const textFaults = [
  'octet_is_no_septet',
  'escape_without_character',
  'odd_number_of_octets',
  'unknown_data_coding',
] as const
export type TextFault = (typeof textFaults)[number]

/**
 * Decodes unpacked septets. An escape before a septet that the extension table does not have shows
 * that septet of the default alphabet, as 3GPP TS 23.038, 6.2.1.1 asks.
 */
export function decodeGsm7(octets: Uint8Array): DecodedText {
  let text = ''
  for (let at = 0; at < octets.length; at += 1) {
    const octet = octets[at] ?? 0
    if (octet > 0x7f) return { ok: false, fault: 'octet_is_no_septet', at }
    if (octet !== gsm7Escape) {
      text += basicCharacters.charAt(octet)
      continue
    }
    at += 1
    if (at === octets.length) return { ok: false, fault: 'escape_without_character', at: at - 1 }
    const second = octets[at] ?? 0
    if (second > 0x7f) return { ok: false, fault: 'octet_is_no_septet', at }
    // A second escape is reserved for another extension table; 6.2.1.1 note 1: show a space.
    text +=
      second === gsm7Escape
        ? ' '
        : (extensionBySeptet.get(second) ?? basicCharacters.charAt(second))
  }
  return { ok: true, text }
}
