// The root key as text for paper: base32 in groups, with a checksum.
import { createHash } from 'node:crypto'
import { vaultError } from '../errors.ts'
import { keyOctets } from '../sealing.ts'

/** Crockford's alphabet: no I, L, O or U, so that handwriting is read as it was meant. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const version = 1
const checkOctets = 4
const octets = 1 + keyOctets + checkOctets

/** Fifteen groups of four characters. */
export function writeRecoveryCopy(root: Uint8Array): string {
  const body = Buffer.concat([Buffer.from([version]), root])
  const text = toBase32(Buffer.concat([body, checksum(body)]))
  return (text.match(/.{1,4}/g) ?? []).join('-')
}

export function readRecoveryCopy(text: string): Buffer {
  const letters = text
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const all = fromBase32(letters)
  if (all === null || all.length !== octets || all[0] !== version) {
    throw vaultError('vault.recovery_copy_wrong')
  }
  const body = all.subarray(0, octets - checkOctets)
  if (!checksum(body).equals(all.subarray(octets - checkOctets))) {
    throw vaultError('vault.recovery_copy_wrong')
  }
  return Buffer.from(body.subarray(1))
}

function checksum(body: Uint8Array): Buffer {
  return createHash('sha256').update('accord-root').update(body).digest().subarray(0, checkOctets)
}

function toBase32(bytes: Uint8Array): string {
  let out = ''
  let bits = 0
  let held = 0
  for (const octet of bytes) {
    held = (held << 8) | octet
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += alphabet[(held >>> bits) & 31] ?? ''
    }
    held &= (1 << bits) - 1
  }
  return bits === 0 ? out : out + (alphabet[(held << (5 - bits)) & 31] ?? '')
}

function fromBase32(text: string): Buffer | null {
  const out: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text) {
    const value = alphabet.indexOf(letter)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      out.push((held >>> bits) & 255)
    }
    held &= (1 << bits) - 1
  }
  return held === 0 ? Buffer.from(out) : null
}
