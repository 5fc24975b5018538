// Secrets that we give out once and keep only as a hash: API tokens, session cookies, codes.
import { hash } from 'node:crypto'
import type { Randomness } from '../kernel/index.ts'

/** 256 bits: a plain SHA-256 is enough to keep them, since they cannot be guessed. */
const secretOctets = 32
export const tokenPrefix = 'accord_'

export type Secret = { text: string; hash: Buffer }

export function newToken(randomness: Randomness): Secret {
  return secretOf(tokenPrefix + random(randomness))
}

/** For the cookie of a session, a setup code, an invitation. */
export function newSecret(randomness: Randomness): Secret {
  return secretOf(random(randomness))
}

export function hashOf(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}

function random(randomness: Randomness): string {
  return Buffer.from(randomness.bytes(secretOctets)).toString('base64url')
}

function secretOf(text: string): Secret {
  return { text, hash: hashOf(text) }
}
