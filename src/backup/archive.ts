// Several files as one stream: each with its name, in pieces, for lengths that nobody knows before.

/** A piece has its length before it; a length of zero ends a file, and an empty name the whole. */
export class ArchiveWriter {
  readonly #take: (octets: Buffer) => Promise<void>

  constructor(take: (octets: Buffer) => Promise<void>) {
    this.#take = take
  }

  async begin(name: string): Promise<void> {
    await this.#take(withLength(Buffer.from(name)))
  }

  async write(octets: Buffer): Promise<void> {
    if (octets.length > 0) await this.#take(withLength(octets))
  }

  async endFile(): Promise<void> {
    await this.#take(withLength(nothing))
  }

  async end(): Promise<void> {
    await this.#take(withLength(nothing))
  }
}

const nothing = Buffer.alloc(0)

function withLength(octets: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(octets.length)
  return Buffer.concat([length, octets])
}

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
