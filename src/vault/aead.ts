// ChaCha20-Poly1305 (RFC 8439) by libsodium where it loads,
// by Node's own OpenSSL where it does not.
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { createRequire } from 'node:module'

export const nonceOctets = 12
export const tagOctets = 16

/**
 * Both write into `into`: the ciphertext and its tag, or the plaintext. `undo` throws if forged.
 */
export type Aead = {
  apply(into: Uint8Array, given: Given, plain: Uint8Array): void
  undo(into: Uint8Array, given: Given, body: Uint8Array): void
}

/** `about` is authenticated with the text and not enciphered. */
export type Given = { key: Uint8Array; nonce: Uint8Array; about: Uint8Array }

type Sodium = {
  crypto_aead_chacha20poly1305_ietf_encrypt(
    ciphertext: Uint8Array,
    message: Uint8Array,
    about: Uint8Array,
    secretNonce: null,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number
  crypto_aead_chacha20poly1305_ietf_decrypt(
    message: Uint8Array,
    secretNonce: null,
    ciphertext: Uint8Array,
    about: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ): number
}

/** One call a value, and no object that the collector must finalise: a quarter of the cost. */
export function sodiumAead(): Aead | null {
  const sodium = loadSodium()
  if (sodium === null) return null
  return {
    apply: (into, { key, nonce, about }, plain) => {
      sodium.crypto_aead_chacha20poly1305_ietf_encrypt(into, plain, about, null, nonce, key)
    },
    undo: (into, { key, nonce, about }, body) => {
      sodium.crypto_aead_chacha20poly1305_ietf_decrypt(into, null, body, about, nonce, key)
    },
  }
}

/** Prebuilt for the usual platforms; on another one everything works, only slower. */
function loadSodium(): Sodium | null {
  try {
    return createRequire(import.meta.url)('sodium-native') as Sodium
  } catch {
    return null
  }
}

const options = { authTagLength: tagOctets }

export const opensslAead: Aead = {
  apply: (into, { key, nonce, about }, plain) => {
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, options)
    cipher.setAAD(about, { plaintextLength: plain.length })
    into.set(cipher.update(plain), 0)
    cipher.final()
    into.set(cipher.getAuthTag(), plain.length)
  },
  undo: (into, { key, nonce, about }, body) => {
    const length = body.length - tagOctets
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, options)
    decipher.setAAD(about, { plaintextLength: length })
    decipher.setAuthTag(body.subarray(length))
    into.set(decipher.update(body.subarray(0, length)), 0)
    decipher.final()
  },
}

export const aead: Aead = sodiumAead() ?? opensslAead
