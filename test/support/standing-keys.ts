// What keys that no erasure turns can open: whatever in a file begins like a sealed value is tried
// with each of them, wherever it lies and whatever it belongs to.
import { createDecipheriv } from 'node:crypto'
import type { AccountId } from '../../src/kernel/index.ts'
import { newKeyRing } from '../../src/vault/account-keys.ts'
import { readRootKey } from '../../src/vault/root-key.ts'
import { expand, randomPool } from '../../src/vault/sealing.ts'
import { seededRandomness } from './clock.ts'
import { foundIn, type Writing } from './every-writing.ts'

export type StandingKey = { whose: string; key: Buffer }

/** Of the installation, and of this account where it is tied to no person. */
export function standingKeys(keysFolder: string, accountId: AccountId): StandingKey[] {
  const root = readRootKey(keysFolder)
  if (root === null) throw new Error('a started installation has its root key')
  const ring = newKeyRing(keysFolder, root, randomPool(seededRandomness(5)))
  return [
    { whose: 'the installation', key: expand(root, 'installation') },
    { whose: 'the account', key: ring.of(accountId).dataKey },
  ]
}

const version = 2
const nonceOctets = 12
const beginOctets = 48
const readOctets = 4_096

/** Without its place a value cannot be checked, but ChaCha20 gives its text all the same. */
function opened(key: Buffer, octets: Buffer, at: number, length: number): Buffer {
  const nonce = octets.subarray(at + 1, at + 1 + nonceOctets)
  const counter = Buffer.from([1, 0, 0, 0])
  const cipher = createDecipheriv('chacha20', key, Buffer.concat([counter, nonce]))
  const from = at + 1 + nonceOctets
  return cipher.update(octets.subarray(from, from + length))
}

/** What noise is not: no control character, and well-formed UTF-8 to the last few octets. */
function isText(octets: Buffer): boolean {
  let following = 0
  for (const octet of octets) {
    if (following > 0) {
      if (octet < 0x80 || octet > 0xbf) return false
      following -= 1
    } else if (octet >= 0x80) {
      if (octet < 0xc2 || octet > 0xf4) return false
      following = octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3
    } else if (octet < 0x20 && octet !== 0x0a && octet !== 0x0d && octet !== 0x09) return false
  }
  return true
}

/** Chance makes hardly one in a hundred million with more noughts: most of a table is no value. */
function isNonce(octets: Buffer, from: number): boolean {
  let noughts = 0
  for (let at = from; at < from + nonceOctets; at += 1) if (octets[at] === 0) noughts += 1
  return noughts < 5
}

/** `least`: a value may be as short as this, and its tag, which is noise, follows. */
const least = 8

/**
 * `texts`: how many values opened as text, so that a search that opens nothing is seen. `known`:
 * one that is no finding, as it begins.
 */
export function openedIn(
  keys: readonly StandingKey[],
  { writings, known }: { writings: readonly Writing[]; known: string },
  file: string,
  octets: Buffer,
): { found: string[]; texts: number } {
  const found: string[] = []
  let texts = 0
  for (let at = octets.indexOf(version); at >= 0; at = octets.indexOf(version, at + 1)) {
    if (at + 1 + nonceOctets + least > octets.length) break
    if (!isNonce(octets, at + 1)) continue
    for (const { whose, key } of keys) {
      if (!isText(opened(key, octets, at, beginOctets).subarray(0, least))) continue
      texts += 1
      const what = `${file} under the key of ${whose}`
      const text = opened(key, octets, at, readOctets)
      if (text.toString('utf8', 0, beginOctets).startsWith(JSON.stringify(known))) continue
      found.push(...foundIn(writings, what, text))
    }
  }
  return { found, texts }
}
