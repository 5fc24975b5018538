// The account's Ed25519 key: made from the seed that the vault keeps, outside the database.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { formatCheckpoint, formatNoteKey, type NoteKey, signNote } from '../../ledger/index.ts'
import { sha256 } from '../../vault/index.ts'

/** RFC 8410: the fixed head of an Ed25519 private key in PKCS#8; the seed follows. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')
/** A public key in SPKI is a head of 12 octets and the key. */
const spkiHeadOctets = 12

export { sha256 }

export type LedgerSigner = {
  publicKey: Buffer
  /** The verifier key, as an auditor keeps it. */
  keyText(origin: string): string
  /** A note (C2SP signed-note) of this text, which ends with a newline, under this name. */
  signNote(name: string, text: string): string
  signCheckpoint(checkpoint: { origin: string; size: number; root: Uint8Array }): string
}

export function ledgerSigner(seed: Uint8Array): LedgerSigner {
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const publicKey = Buffer.from(spki.subarray(spkiHeadOctets))
  const keyOf = (origin: string): NoteKey => ({ name: origin, publicKey })
  const signed = (name: string, text: string) =>
    signNote(sha256, (message) => sign(null, message, privateKey), keyOf(name), text)
  return {
    publicKey,
    signNote: signed,
    keyText: (origin) => formatNoteKey(sha256, keyOf(origin)),
    // Ed25519 is deterministic: the same tree gives the same checkpoint, byte for byte.
    signCheckpoint: (checkpoint) => signed(checkpoint.origin, formatCheckpoint(checkpoint)),
  }
}
