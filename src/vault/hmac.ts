// HMAC-SHA-256 (RFC 2104) out of one-shot hashes: no object a call,
// which an import makes millions of.
import { createHmac, hash } from 'node:crypto'

const blockOctets = 64
const digestOctets = 32
/** Longer messages are rare and take the ordinary way. */
const messageOctetsMax = 4_096

const inner = Buffer.alloc(blockOctets + messageOctetsMax)
const outer = Buffer.alloc(blockOctets + digestOctets)
/** What stands behind a key of this length in both blocks is theirs already: keys are alike. */
let paddedFrom = -1
/** Views of the beginnings of `inner`: messages have few lengths, and a view is an object. */
const beginnings: (Buffer | undefined)[] = []

function innerUpTo(end: number): Buffer {
  beginnings[end] ??= inner.subarray(0, end)
  return beginnings[end]
}

/**
 * The first `octets` of the digest. `createHmac` costs three times as much, and its objects then
 * cost the collector as much again (docs/reference/import-budget.md). The primitive is the same:
 * OpenSSL's SHA-256.
 */
export function hmacSha256(
  key: Uint8Array,
  message: string | Uint8Array,
  octets = digestOctets,
): Buffer {
  const digest = digestOf(key, message)
  return Buffer.from(octets === digestOctets ? digest : digest.slice(0, octets), 'latin1')
}

/** The same into 32 octets that are there: for keys that are used at once, and by nobody else. */
export function hmacSha256Into(
  into: Buffer,
  key: Uint8Array,
  message: string | Uint8Array,
): Buffer {
  into.write(digestOf(key, message), 0, 'latin1')
  return into
}

/** As text of one octet a unit. */
function digestOf(key: Uint8Array, message: string | Uint8Array): string {
  const octetsMax = typeof message === 'string' ? message.length * 3 : message.length
  if (key.length > blockOctets || octetsMax > messageOctetsMax) {
    return createHmac('sha256', key).update(message).digest('binary')
  }
  if (key.length !== paddedFrom) {
    inner.fill(0x36, key.length, blockOctets)
    outer.fill(0x5c, key.length, blockOctets)
    paddedFrom = key.length
  }
  for (let index = 0; index < key.length; index += 1) {
    const octet = key[index] as number
    inner[index] = octet ^ 0x36
    outer[index] = octet ^ 0x5c
  }
  let end = blockOctets
  if (typeof message === 'string') end += inner.write(message, blockOctets, 'utf8')
  else {
    inner.set(message, blockOctets)
    end += message.length
  }
  outer.write(hash('sha256', innerUpTo(end), 'binary'), blockOctets, 'latin1')
  return hash('sha256', outer, 'binary')
}

/**
 * Messages of one length under one key, one after another: each is written into `message`, which
 * stands behind the padded key already. Nothing is copied, and a comparison makes no object.
 */
export class HmacRoom {
  readonly message: Buffer
  readonly #inner: Buffer
  readonly #outer = Buffer.alloc(blockOctets + digestOctets, 0x5c)

  constructor(key: Uint8Array, messageOctets: number) {
    this.#inner = Buffer.alloc(blockOctets + messageOctets, 0x36)
    for (let index = 0; index < key.length; index += 1) {
      const octet = key[index] as number
      this.#inner[index] = octet ^ 0x36
      this.#outer[index] = octet ^ 0x5c
    }
    this.message = this.#inner.subarray(blockOctets)
  }

  digest(octets: number): Buffer {
    return Buffer.from(this.#text().slice(0, octets), 'latin1')
  }

  /** Whether these are the first octets of the digest, in one time whatever they are. */
  begins(mac: Uint8Array): boolean {
    const text = this.#text()
    let differs = 0
    for (let at = 0; at < mac.length; at += 1) differs |= (mac[at] as number) ^ text.charCodeAt(at)
    return mac.length > 0 && mac.length <= digestOctets && differs === 0
  }

  #text(): string {
    this.#outer.write(hash('sha256', this.#inner, 'binary'), blockOctets, 'latin1')
    return hash('sha256', this.#outer, 'binary')
  }
}

/** As text and back: Node makes a short text faster than a buffer. */
export function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'latin1')
}

/** Into a place of a room that is there; gives a view of it. */
export function sha256Into(room: Buffer, at: number, bytes: Uint8Array): Buffer {
  room.write(hash('sha256', bytes, 'binary'), at, 'latin1')
  return room.subarray(at, at + digestOctets)
}
