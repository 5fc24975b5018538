// A file on its way, hashed as it passes: read once, and known again when it is sent again.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

export function hashedStream(file: Readable): {
  stream: Readable
  /** Reads what nobody has read, and tells the hash of the whole. */
  digest(): Promise<string>
} {
  const hash = createHash('sha256')
  async function* passing() {
    for await (const chunk of file) {
      hash.update(chunk as Buffer)
      yield chunk
    }
  }
  const stream = Readable.from(passing(), { objectMode: false })
  return {
    stream,
    digest: async () => {
      if (!stream.readableEnded && !stream.destroyed) for await (const _ of stream);
      return hash.digest('hex')
    },
  }
}
