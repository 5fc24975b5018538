// Sealed values in one layout, HKDF-Expand for one block, and tags: all the cryptography there is.
import { createDecipheriv } from 'node:crypto'
import type { Randomness } from '../kernel/index.ts'
import { aead, type Given, nonceOctets, tagOctets } from './aead.ts'
import { vaultError } from './errors.ts'
import { hmacSha256, hmacSha256Into } from './hmac.ts'

export const keyOctets = 32
/** AES-256-GCM until the end of 2026-11, which is still opened; ChaCha20-Poly1305 since. */
const versions = { aesGcm: 1, chaCha: 2 } as const
const bodyFrom = 1 + nonceOctets
const overhead = bodyFrom + tagOctets

/** Random bytes a few at a time, from large draws: one system call for hundreds of nonces. */
export type RandomPool = (count: number) => Buffer

export function randomPool(randomness: Randomness): RandomPool {
  const drawOctets = 16 * 1024
  let pool = Buffer.alloc(0)
  let at = 0
  return (count) => {
    if (count > 1024) return Buffer.from(randomness.bytes(count))
    if (at + count > pool.length) {
      pool = Buffer.from(randomness.bytes(drawOctets))
      at = 0
    }
    at += count
    return pool.subarray(at - count, at)
  }
}

/** version(1) ‖ nonce(12) ‖ ciphertext ‖ tag(16); the version is authenticated with the context. */
export function seal(
  key: Uint8Array,
  context: string,
  plain: Uint8Array,
  random: RandomPool,
): Buffer {
  const sealed = Buffer.allocUnsafe(overhead + plain.length)
  sealed[0] = versions.chaCha
  const nonce = random(nonceOctets)
  sealed.set(nonce, 1)
  const about = aboutOf(context, versions.chaCha)
  aead.apply(sealed.subarray(bodyFrom), { key, nonce, about }, plain)
  return sealed
}

export function open(key: Uint8Array, context: string, sealed: Uint8Array): Buffer {
  const [version] = sealed
  if (sealed.length < overhead || (version !== versions.chaCha && version !== versions.aesGcm)) {
    throw vaultError('vault.sealed_value_damaged')
  }
  const nonce = sealed.subarray(1, bodyFrom)
  const given = { key, nonce, about: aboutOf(context, version) }
  try {
    if (version === versions.aesGcm) return openAesGcm(given, sealed)
    const plain = Buffer.allocUnsafe(sealed.length - overhead)
    aead.undo(plain, given, sealed.subarray(bodyFrom))
    return plain
  } catch (error) {
    throw vaultError('vault.sealed_value_damaged', {}, error)
  }
}

function openAesGcm({ key, nonce, about }: Given, sealed: Uint8Array): Buffer {
  const end = sealed.length - tagOctets
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagOctets })
  decipher.setAAD(about)
  decipher.setAuthTag(sealed.subarray(end))
  const plain = decipher.update(sealed.subarray(bodyFrom, end))
  decipher.final()
  return plain
}

const aboutMax = 512
/** Written anew for each value and read before the next: nothing keeps it. */
const about = Buffer.alloc(aboutMax)
/** Views of its beginnings: contexts have few lengths, and a view is an object. */
const aboutUpTo: (Buffer | undefined)[] = []

function aboutOf(context: string, version: number): Buffer {
  if (context.length * 3 >= aboutMax) return Buffer.from(context + String.fromCharCode(version))
  const end = about.write(context, 0, 'utf8')
  about[end] = version
  aboutUpTo[end] ??= about.subarray(0, end + 1)
  return aboutUpTo[end]
}

/** HKDF-Expand (RFC 5869, 2.3) for one block; the input key is uniform, so Extract has no work. */
export function expand(key: Uint8Array, info: string, octets = keyOctets): Buffer {
  return hmacSha256(key, `${info}\u0001`, octets)
}

/** The same into 32 octets that are there, for a key that is used at once. */
export function expandInto(into: Buffer, key: Uint8Array, info: string): Buffer {
  return hmacSha256Into(into, key, `${info}\u0001`)
}

/** The first 16 octets of HMAC-SHA256: nobody without the key can try all numbers. */
export function tag(key: Uint8Array, text: string): Buffer {
  return hmacSha256(key, text, 16)
}
