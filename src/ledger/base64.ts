// Base 64 and base64url (RFC 4648, 4 and 5) without Node or the DOM.

const standard = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const urlSafe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const octetsOf = (alphabet: string) => Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0))
const standardOctets = octetsOf(standard)
const urlSafeOctets = octetsOf(urlSafe)

type Range = { from: number; to: number }

function write(
  into: Uint8Array,
  start: number,
  bytes: Uint8Array,
  { from, to, letters }: Range & { letters: Uint8Array },
): number {
  let at = start
  for (let index = from; index < to; index += 3) {
    const a = bytes[index] ?? 0
    const b = index + 1 < to ? (bytes[index + 1] ?? 0) : 0
    const c = index + 2 < to ? (bytes[index + 2] ?? 0) : 0
    into[at] = letters[a >> 2] ?? 0
    into[at + 1] = letters[((a & 3) << 4) | (b >> 4)] ?? 0
    at += 2
    if (index + 1 < to) {
      into[at] = letters[((b & 15) << 2) | (c >> 6)] ?? 0
      at += 1
    }
    if (index + 2 < to) {
      into[at] = letters[c & 63] ?? 0
      at += 1
    }
  }
  return at
}

function encode(bytes: Uint8Array, letters: Uint8Array): string {
  const into = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  const end = write(into, 0, bytes, { from: 0, to: bytes.length, letters })
  let text = ''
  for (let at = 0; at < end; at += 1) text += String.fromCharCode(into[at] ?? 0)
  return text
}

function decode(text: string, alphabet: string): Uint8Array | null {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    const value = alphabet.indexOf(letter)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 0xff
    }
  }
  // Bits left over must be zero: two writings of the same bytes would be two leaves.
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null
}

/** Padded, as the C2SP texts write hashes, keys and signatures. */
export function base64(bytes: Uint8Array): string {
  const text = encode(bytes, standardOctets)
  return text + '='.repeat((4 - (text.length % 4)) % 4)
}

export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  return decode(text.replace(/={1,2}$/, ''), standard)
}

/** Unpadded, as leaves write hashes and tokens. */
export const base64url = (bytes: Uint8Array): string => encode(bytes, urlSafeOctets)
export const fromBase64url = (text: string): Uint8Array | null => decode(text, urlSafe)

/** `base64url` of the octets from `from` to `to`, as octets from `start` on; gives where they end. */
export function writeBase64url(
  into: Uint8Array,
  start: number,
  bytes: Uint8Array,
  range: Range,
): number {
  return write(into, start, bytes, { ...range, letters: urlSafeOctets })
}
