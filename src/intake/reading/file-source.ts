// A file on disk as a source of bytes.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { LimitedSource, readingLimits } from '../../files/index.ts'
import { intakeError, tooLargeBeyond } from '../errors.ts'

/** Small enough that the cells of a chunk die young, which costs the memory's upkeep least. */
const chunkOctets = 262_144

export async function fileSource(path: string): Promise<LimitedSource> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw intakeError('intake.file_not_found', { path })
    return LimitedSource.of(
      {
        sizeBytes: found.size,
        open: () => createReadStream(path, { highWaterMark: chunkOctets }),
      },
      tooLargeBeyond(readingLimits.contactFileOctetsMax),
    )
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw intakeError('intake.file_not_found', { path })
    if (code === 'EACCES') throw intakeError('intake.file_unreadable', { reason: 'EACCES' }, error)
    throw error
  }
}
