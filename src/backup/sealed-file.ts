// One sealed file of a backup: written once and hashed as it goes, read back the same way.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { AppError } from '../kernel/index.ts'
import { openStream, sealStream } from '../vault/index.ts'
import { backupError } from './errors.ts'

export type SealedFacts = { octets: number; sha256: string }

export type SealedWriter = {
  take(octets: Buffer): Promise<void>
  end(): Promise<SealedFacts>
  abandon(): void
}

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
  // Level 1: a third of the time of the usual one, for a tenth more of octets.
  const head: Transform = packed ? createGzip({ level: 1 }) : sealing
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
  const last = packed ? createGunzip() : opening
  const streams = [createReadStream(path), opening, ...(packed ? [last] : [])]
  const read = pipeline(streams as [Transform, Transform])
  read.catch(() => undefined)
  try {
    for await (const octets of last) yield octets as Buffer
    await read
  } catch (error) {
    throw isDamage(error) ? backupError('backup.damaged', { file: path }, error) : error
  }
}

function isDamage(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'vault.sealed_value_damaged'
  const code = String((error as { code?: unknown }).code)
  return code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ENOENT'
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
