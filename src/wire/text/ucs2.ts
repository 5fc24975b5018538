// UCS-2 as phones use it: UTF-16, high octet first (3GPP TS 23.038, 6.2.3).
import { type DecodedText, type Encoded, firstWithoutCode } from './gsm7.ts'

/** Encodes, or names the first lone surrogate, which is half of a character and stands for none. */
export function encodeUcs2(text: string): Encoded {
  const octets = new Uint8Array(text.length * 2)
  const end = writeUcs2(text, 0, text.length, octets, 0)
  if (end < 0) return firstWithoutCode(text, -end - 1)
  return { ok: true, octets }
}

/** Writes text[from, to) into `out` at `at`; gives the end, or -1 - index of a lone surrogate. */
export function writeUcs2(
  text: string,
  from: number,
  to: number,
  out: Uint8Array,
  at: number,
): number {
  let next = at
  for (let index = from; index < to; index += 1) {
    const unit = text.charCodeAt(index)
    out[next++] = unit >> 8
    out[next++] = unit & 0xff
    if (unit < 0xd800 || unit > 0xdfff) continue
    const low = index + 1 < to ? text.charCodeAt(index + 1) : 0
    if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff) return -1 - index
    out[next++] = low >> 8
    out[next++] = low & 0xff
    index += 1
  }
  return next
}

/** Decodes; a lone surrogate stays as it came. */
export function decodeUcs2(octets: Uint8Array): DecodedText {
  if (octets.length % 2 === 1) {
    return { ok: false, fault: 'odd_number_of_octets', at: octets.length - 1 }
  }
  let text = ''
  for (let at = 0; at < octets.length; at += 2) {
    text += String.fromCharCode(((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0))
  }
  return { ok: true, text }
}
