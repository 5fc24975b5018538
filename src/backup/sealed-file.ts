// One sealed file of a backup: written once and hashed as it goes, read back the same way.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGunzip, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { AppError } from '../kernel/index.ts'
import { openStream, sealStream } from '../vault/index.ts'
import { backupError } from './errors.ts'

export type SealedFacts = { octets: number; sha256: string }

export type SealedWriter = {
  take(octets: Buffer): Promise<void>
  end(): Promise<SealedFacts>
  abandon(): void
}

/** On a file of WAL it took a third of the time of gzip at its fastest, and came out smaller. */
const fastest = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** `packed`: made smaller first. Keys of people are noise, and do not become smaller. */
export function sealedWriter(path: string, key: Uint8Array, packed: boolean): SealedWriter {
  const hash = createHash('sha256')
  let octets = 0
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      octets += chunk.length
      done(null, chunk)
    },
  })
  const sealing = sealStream(key)
  const head: Transform = packed ? createZstdCompress(fastest) : sealing
  const file = createWriteStream(path, { mode: 0o600, flush: true, flags: 'wx' })
  const streams = packed ? [head, sealing, counting, file] : [head, counting, file]
  const written = pipeline(streams as [Transform, ...Transform[], Writable])
  // Whoever writes hears of it; nobody may be writing just now.
  written.catch(() => undefined)
  return {
    take: async (more) => {
      if (head.destroyed) await written
      if (!head.write(more)) await Promise.race([once(head, 'drain'), written])
    },
    end: async () => {
      head.end()
      await written
      return { octets, sha256: hash.digest('hex') }
    },
    abandon: () => {
      head.destroy()
    },
  }
}

/** What the file says, as it is opened; damage anywhere ends it with `backup.damaged`. */
export async function* readSealed(
  path: string,
  key: Uint8Array,
  packed: boolean,
): AsyncGenerator<Buffer> {
  const opening = openStream(key)
  const read = pipeline(createReadStream(path), opening)
  read.catch(() => undefined)
  try {
    yield* packed ? unpacked(opening) : octetsOf(opening)
    await read
  } catch (error) {
    throw isDamage(error) ? backupError('backup.damaged', { file: path }, error) : error
  }
}

async function* octetsOf(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const octets of stream) yield octets as Buffer
}

/** By its first octet: zstd, or gzip of backups that earlier versions made. */
async function* unpacked(stream: Transform): AsyncGenerator<Buffer> {
  const packed = octetsOf(stream)
  const { value: first } = await packed.next()
  if (first === undefined) return
  const unpacking = first[0] === gzipMark ? createGunzip() : createZstdDecompress()
  const whole = async function* () {
    yield first
    yield* packed
  }
  const read = pipeline(whole, unpacking)
  read.catch(() => undefined)
  yield* octetsOf(unpacking)
  await read
}

const gzipMark = 0x1f

function isDamage(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'vault.sealed_value_damaged'
  const code = String((error as { code?: unknown }).code)
  return code.startsWith('Z') || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ENOENT'
}

/** `step` is waited for now and then. */
export async function hashFile(path: string, step: () => Promise<unknown>): Promise<SealedFacts> {
  const hash = createHash('sha256')
  let octets = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    octets += (chunk as Buffer).length
    await step()
  }
  return { octets, sha256: hash.digest('hex') }
}
