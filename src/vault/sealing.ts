// AES-256-GCM in one layout, HKDF-Expand for one block, and tags: all the cryptography there is.
import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Randomness } from '../kernel/index.ts'
import { vaultError } from './errors.ts'
import { hmacSha256 } from './hmac.ts'

export const keyOctets = 32
const version = 1
const nonceOctets = 12
const tagOctets = 16
const overhead = 1 + nonceOctets + tagOctets

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
  const nonce = random(nonceOctets)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(aad(context))
  const body = cipher.update(plain)
  cipher.final()
  const sealed = Buffer.allocUnsafe(overhead + body.length)
  sealed[0] = version
  sealed.set(nonce, 1)
  sealed.set(body, 1 + nonceOctets)
  sealed.set(cipher.getAuthTag(), 1 + nonceOctets + body.length)
  return sealed
}

export function open(key: Uint8Array, context: string, sealed: Uint8Array): Buffer {
  if (sealed.length < overhead || sealed[0] !== version) {
    throw vaultError('vault.sealed_value_damaged')
  }
  const end = sealed.length - tagOctets
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceOctets), {
      authTagLength: tagOctets,
    })
    decipher.setAAD(aad(context))
    decipher.setAuthTag(sealed.subarray(end))
    const plain = decipher.update(sealed.subarray(1 + nonceOctets, end))
    decipher.final()
    return plain
  } catch (error) {
    throw vaultError('vault.sealed_value_damaged', {}, error)
  }
}

function aad(context: string): Buffer {
  return Buffer.from(`${context}\u0001`, 'utf8')
}

/** HKDF-Expand (RFC 5869, 2.3) for one block; the input key is uniform, so Extract has no work. */
export function expand(key: Uint8Array, info: string): Buffer {
  return hmacSha256(key, `${info}\u0001`)
}

/** The first 16 octets of HMAC-SHA256: nobody without the key can try all numbers. */
export function tag(key: Uint8Array, text: string): Buffer {
  return hmacSha256(key, text).subarray(0, 16)
}
