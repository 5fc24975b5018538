// C2SP signed-note: a text, an empty line, and Ed25519 signatures that name their key.
import { utf8Bytes } from '../kernel/index.ts'
import { base64, fromBase64 } from './base64.ts'
import { joinBytes, type Sha256, type SignEd25519, sameBytes, type VerifyEd25519 } from './hash.ts'

/** C2SP signed-note: signature type 0x01 is Ed25519. */
const ed25519Type = 0x01
const signatureLine = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/
/** A key name holds no space and no plus. */
const keyName = /^[^\s+]+$/

export type NoteKey = { name: string; publicKey: Uint8Array }

/** SHA-256(name, newline, type, public key), its first four octets. */
export function noteKeyId(sha256: Sha256, key: NoteKey): Uint8Array {
  const typed = joinBytes([new Uint8Array([ed25519Type]), key.publicKey])
  return sha256(joinBytes([utf8Bytes(`${key.name}\n`), typed])).slice(0, 4)
}

/** `name+hash+key`, as auditors keep it. */
export function formatNoteKey(sha256: Sha256, key: NoteKey): string {
  const id = [...noteKeyId(sha256, key)].map((n) => n.toString(16).padStart(2, '0')).join('')
  return `${key.name}+${id}+${base64(joinBytes([new Uint8Array([ed25519Type]), key.publicKey]))}`
}

export function parseNoteKey(sha256: Sha256, text: string): NoteKey | null {
  const [name, id, encoded] = splitKey(text.trim())
  if (name === undefined || id === undefined || encoded === undefined) return null
  const typed = fromBase64(encoded)
  if (!keyName.test(name) || typed?.length !== 33 || typed[0] !== ed25519Type) return null
  const key = { name, publicKey: typed.slice(1) }
  return formatNoteKey(sha256, key).startsWith(`${name}+${id}+`) ? key : null
}

/** Base 64 may hold a plus too, so only the first two part the text. */
function splitKey(text: string): string[] {
  const first = text.indexOf('+')
  const second = text.indexOf('+', first + 1)
  if (first < 0 || second < 0) return [text]
  return [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)]
}

/** `text` ends with a newline, which the signature covers. */
export function signNote(sha256: Sha256, sign: SignEd25519, key: NoteKey, text: string): string {
  const signature = joinBytes([noteKeyId(sha256, key), sign(utf8Bytes(text))])
  return `${text}\n\u2014 ${key.name} ${base64(signature)}\n`
}

/** The signed text when this key signed it; null when it did not, or the note is malformed. */
export function openNote(
  sha256: Sha256,
  verify: VerifyEd25519,
  key: NoteKey,
  note: string,
): string | null {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n')) return null
  const text = note.slice(0, split + 1)
  const id = noteKeyId(sha256, key)
  let isSigned = false
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const parts = signatureLine.exec(line)
    if (parts === null) return null
    const signature = fromBase64(parts[2] ?? '')
    if (signature === null || signature.length < 5) return null
    // Signatures by other keys (witnesses) are no concern of ours; one by ours must hold.
    if (parts[1] !== key.name || !sameBytes(signature.slice(0, 4), id)) continue
    if (!verify(key.publicKey, utf8Bytes(text), signature.slice(4))) return null
    isSigned = true
  }
  return isSigned ? text : null
}
