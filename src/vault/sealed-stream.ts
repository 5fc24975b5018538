// A stream of any length, sealed in chunks: none can be changed, moved, left out or cut off.
import { Transform, type TransformCallback } from 'node:stream'
import { aead, nonceOctets, tagOctets } from './aead.ts'
import { vaultError } from './errors.ts'

/**
 * The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) as the `age` format writes it:
 * the nonce is the chunk's number, and its last octet says whether the chunk is the last one. The
 * key seals one stream and nothing else.
 */
const chunkOctets = 64 * 1024
const nothing = new Uint8Array(0)

class Chunks {
  readonly #nonce = Buffer.alloc(nonceOctets)
  #number = 0
  #held: Buffer[] = []
  #octets = 0
  readonly size: number

  constructor(size: number) {
    this.size = size
  }

  /** More than one chunk is there: then its first is surely not the last one. */
  get isAhead(): boolean {
    return this.#octets > this.size
  }

  add(octets: Buffer): void {
    this.#held.push(octets)
    this.#octets += octets.length
  }

  take(): Buffer {
    const all = this.#held.length === 1 ? (this.#held[0] as Buffer) : Buffer.concat(this.#held)
    const taken = all.subarray(0, this.size)
    const rest = all.subarray(taken.length)
    this.#held = rest.length === 0 ? [] : [rest]
    this.#octets = rest.length
    return taken
  }

  nonce(isLast: boolean): Buffer {
    this.#nonce.writeUIntBE(this.#number, nonceOctets - 7, 6)
    this.#nonce[nonceOctets - 1] = isLast ? 1 : 0
    this.#number += 1
    return this.#nonce
  }
}

export function sealStream(key: Uint8Array): Transform {
  const chunks = new Chunks(chunkOctets)
  const sealed = (isLast: boolean): Buffer => {
    const plain = chunks.take()
    const into = Buffer.allocUnsafe(plain.length + tagOctets)
    aead.apply(into, { key, nonce: chunks.nonce(isLast), about: nothing }, plain)
    return into
  }
  return inChunks(chunks, sealed)
}

/** What was changed or is cut off fails with `vault.sealed_value_damaged`. */
export function openStream(key: Uint8Array): Transform {
  const chunks = new Chunks(chunkOctets + tagOctets)
  const opened = (isLast: boolean): Buffer => {
    const body = chunks.take()
    if (body.length < tagOctets) throw vaultError('vault.sealed_value_damaged')
    const into = Buffer.allocUnsafe(body.length - tagOctets)
    try {
      aead.undo(into, { key, nonce: chunks.nonce(isLast), about: nothing }, body)
    } catch (error) {
      throw vaultError('vault.sealed_value_damaged', {}, error)
    }
    return into
  }
  return inChunks(chunks, opened)
}

function inChunks(chunks: Chunks, turn: (isLast: boolean) => Buffer): Transform {
  const turnThose = (stream: Transform, isOver: boolean, done: TransformCallback): void => {
    try {
      while (chunks.isAhead) stream.push(turn(false))
      if (isOver) stream.push(turn(true))
      done()
    } catch (error) {
      done(error as Error)
    }
  }
  return new Transform({
    transform(octets: Buffer, _encoding, done) {
      chunks.add(octets)
      if (chunks.isAhead) turnThose(this, false, done)
      else done()
    },
    flush(done) {
      turnThose(this, true, done)
    },
  })
}
