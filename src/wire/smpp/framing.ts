// Cuts a stream of octets into whole PDUs, whatever pieces it comes in.
import { headerOctets } from './command.ts'
import { readUint32 } from './decode.ts'

export type FramingFault = {
  fault: 'command_length_too_small' | 'command_length_too_large'
  /** Offset of the PDU in the stream. */
  at: number
  commandLength: number
}

/** 64 KiB of message_payload and what is around it. */
export const pduOctetsMaxByDefault = 70_000

const lengthOctets = 4

/**
 * Feeds on chunks and gives whole PDUs. Where one lies within a chunk it is a view of it. After a
 * fault the stream cannot be found again: nothing more is given.
 */
export class Framer {
  readonly #pduOctetsMax: number
  /** The first octets of a PDU whose length is not known yet. */
  readonly #head = new Uint8Array(lengthOctets)
  #partial: Uint8Array | null = null
  #have = 0
  #streamOffset = 0
  #fault: FramingFault | null = null

  constructor(pduOctetsMax: number = pduOctetsMaxByDefault) {
    this.#pduOctetsMax = pduOctetsMax
  }

  /** Octets of an unfinished PDU held back. */
  get pending(): number {
    return this.#have
  }

  push(chunk: Uint8Array): { frames: Uint8Array[]; fault: FramingFault | null } {
    const frames: Uint8Array[] = []
    let at = 0
    while (this.#fault === null && at < chunk.length) {
      if (this.#have === 0 && chunk.length - at >= lengthOctets) {
        const length = this.#check(readUint32(chunk, at))
        if (length === null) break
        if (chunk.length - at >= length) {
          frames.push(chunk.subarray(at, at + length))
          at += length
          this.#streamOffset += length
          continue
        }
      }
      at = this.#hold(chunk, at, frames)
    }
    return { frames, fault: this.#fault }
  }

  /** Takes octets of a PDU that the chunk does not hold whole; gives how far it took. */
  #hold(chunk: Uint8Array, start: number, frames: Uint8Array[]): number {
    let at = start
    if (this.#partial === null) {
      while (this.#have < lengthOctets && at < chunk.length) {
        this.#head[this.#have++] = chunk[at++] ?? 0
      }
      if (this.#have < lengthOctets) return at
      const length = this.#check(readUint32(this.#head, 0))
      if (length === null) return at
      this.#partial = new Uint8Array(length)
      this.#partial.set(this.#head)
    }
    const take = Math.min(this.#partial.length - this.#have, chunk.length - at)
    this.#partial.set(chunk.subarray(at, at + take), this.#have)
    this.#have += take
    if (this.#have === this.#partial.length) {
      frames.push(this.#partial)
      this.#streamOffset += this.#partial.length
      this.#partial = null
      this.#have = 0
    }
    return at + take
  }

  #check(commandLength: number): number | null {
    const at = this.#streamOffset
    if (commandLength < headerOctets) {
      this.#fault = { fault: 'command_length_too_small', at, commandLength }
    } else if (commandLength > this.#pduOctetsMax) {
      this.#fault = { fault: 'command_length_too_large', at, commandLength }
    }
    return this.#fault === null ? commandLength : null
  }
}
