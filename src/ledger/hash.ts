// The hash and signature functions that the ledger is given, since a pure room has none of its own.

export type Sha256 = (bytes: Uint8Array) => Uint8Array
export type HmacSha256 = (key: Uint8Array, bytes: Uint8Array) => Uint8Array
/** Ed25519 (RFC 8032) over the message itself. */
export type SignEd25519 = (message: Uint8Array) => Uint8Array
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false
  return true
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const joined = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
