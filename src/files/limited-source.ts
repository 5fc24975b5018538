// A stream of outside bytes with a limit; readers accept no other.
import type { AppError } from '../kernel/index.ts'

export type OpenOctets = () => AsyncIterable<Uint8Array>

export type SourceLimit = {
  octetsMax: number
  /** What is said of a source that goes on beyond. */
  tooLarge(): AppError
}

/**
 * Made with a limit or not at all: the constructor is private, and a private field keeps an object
 * that merely looks like one from being taken for one.
 */
export class LimitedSource {
  /** As it says of itself; null where nobody knows before the end. */
  readonly sizeBytes: number | null
  readonly #open: OpenOctets
  readonly #limit: SourceLimit

  private constructor(sizeBytes: number | null, open: OpenOctets, limit: SourceLimit) {
    this.sizeBytes = sizeBytes
    this.#open = open
    this.#limit = limit
  }

  static of(
    source: { sizeBytes: number | null; open: OpenOctets },
    limit: SourceLimit,
  ): LimitedSource {
    const { sizeBytes, open } = source
    if (sizeBytes !== null && sizeBytes > limit.octetsMax) throw limit.tooLarge()
    return new LimitedSource(sizeBytes, open, limit)
  }

  /** Counted while it goes by, whatever size was told before. */
  async *open(): AsyncGenerator<Uint8Array> {
    const { octetsMax, tooLarge } = this.#limit
    let octets = 0
    for await (const chunk of this.#open()) {
      octets += chunk.length
      if (octets > octetsMax) throw tooLarge()
      yield chunk
    }
  }

  /** What went by once, held by the reader so that it can go by again: under the same limit. */
  again(open: OpenOctets, sizeBytes: number): LimitedSource {
    return new LimitedSource(sizeBytes, open, this.#limit)
  }

  /** The whole in one piece: only for what is small enough to be held. */
  async whole(): Promise<Buffer> {
    const chunks: Uint8Array[] = []
    for await (const chunk of this.open()) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
}
