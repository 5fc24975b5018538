// Several files as one stream: each with its name, in pieces, for lengths that nobody knows before.

/** What takes them packs and seals in a thread of its own, and is woken for as much at once. */
const blockOctets = 256 * 1024
const lengthOctets = 4

/** A piece has its length before it; a length of zero ends a file, and an empty name the whole. */
export class ArchiveWriter {
  readonly #take: (octets: Buffer) => Promise<void>
  #block = Buffer.allocUnsafe(blockOctets)
  #held = 0

  constructor(take: (octets: Buffer) => Promise<void>) {
    this.#take = take
  }

  async begin(name: string): Promise<void> {
    await this.#piece(Buffer.from(name))
  }

  async write(octets: Buffer): Promise<void> {
    if (octets.length > 0) await this.#piece(octets)
  }

  async endFile(): Promise<void> {
    await this.#piece(nothing)
  }

  async end(): Promise<void> {
    await this.#piece(nothing)
    await this.#handOn()
  }

  /** They are copied: whoever reads them may write over them afterwards. */
  async #piece(octets: Buffer): Promise<void> {
    if (this.#held + lengthOctets > blockOctets) await this.#handOn()
    this.#held = this.#block.writeUInt32BE(octets.length, this.#held)
    for (let at = 0; at < octets.length; ) {
      if (this.#held === blockOctets) await this.#handOn()
      const copied = octets.copy(this.#block, this.#held, at)
      this.#held += copied
      at += copied
    }
  }

  async #handOn(): Promise<void> {
    const octets = this.#block.subarray(0, this.#held)
    this.#block = Buffer.allocUnsafe(blockOctets)
    this.#held = 0
    if (octets.length > 0) await this.#take(octets)
  }
}

const nothing = Buffer.alloc(0)

export type ArchiveFile = { write(octets: Buffer): void; end(): void }

/** False: the stream ended before the archive did. */
export async function readArchive(
  octets: AsyncIterable<Uint8Array>,
  open: (name: string) => ArchiveFile,
): Promise<boolean> {
  let held = nothing
  let file: ArchiveFile | null = null
  let isOver = false
  for await (const more of octets) {
    held = held.length === 0 ? Buffer.from(more) : Buffer.concat([held, more])
    while (held.length >= 4) {
      const end = 4 + held.readUInt32BE(0)
      if (held.length < end) break
      const piece = held.subarray(4, end)
      held = held.subarray(end)
      if (isOver) return false
      if (file === null) {
        if (piece.length === 0) isOver = true
        else file = open(piece.toString('utf8'))
      } else if (piece.length === 0) {
        file.end()
        file = null
      } else file.write(piece)
    }
  }
  return isOver && held.length === 0
}
