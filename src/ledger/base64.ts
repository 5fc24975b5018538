// Base 64 and base64url (RFC 4648, 4 and 5) without Node or the DOM.

const standard = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const urlSafe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const octetsOf = (alphabet: string) => Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0))
const standardOctets = octetsOf(standard)
const urlSafeOctets = octetsOf(urlSafe)

export type Octets = { bytes: Uint8Array; from: number; to: number }

/**
 * The letters of the octets from `from` to `to`, as octets from `start` on; gives where they end.
 * A spread of an object here cost ten times what the letters do.
 */
function write(
  into: Uint8Array,
  start: number,
  { letters, bytes, from, to }: Octets & { letters: Uint8Array },
): number {
  const last = to - ((to - from) % 3)
  let at = start
  for (let index = from; index < last; index += 3) {
    const three =
      (octet(bytes, index) << 16) | (octet(bytes, index + 1) << 8) | octet(bytes, index + 2)
    into[at] = octet(letters, three >> 18)
    into[at + 1] = octet(letters, (three >> 12) & 63)
    into[at + 2] = octet(letters, (three >> 6) & 63)
    into[at + 3] = octet(letters, three & 63)
    at += 4
  }
  if (last === to) return at
  // One octet more has two letters, two have three.
  const rest = (octet(bytes, last) << 8) | (last + 1 < to ? octet(bytes, last + 1) : 0)
  into[at] = octet(letters, rest >> 10)
  into[at + 1] = octet(letters, (rest >> 4) & 63)
  if (last + 1 < to) into[at + 2] = octet(letters, (rest << 2) & 63)
  return at + (to - last) + 1
}

const octet = (bytes: Uint8Array, index: number): number => bytes[index] as number

function encode(bytes: Uint8Array, letters: Uint8Array): string {
  const into = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  const end = write(into, 0, { letters, bytes, from: 0, to: bytes.length })
  let text = ''
  for (let at = 0; at < end; at += 1) text += String.fromCharCode(octet(into, at))
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

/** `base64url` of these octets, as octets from `start` on; gives where they end. */
export function writeBase64url(
  into: Uint8Array,
  start: number,
  { bytes, from, to }: Octets,
): number {
  return write(into, start, { letters: urlSafeOctets, bytes, from, to })
}
