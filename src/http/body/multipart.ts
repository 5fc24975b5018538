// One file out of a multipart/form-data body, as a stream with a limit; its fields come before it.
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../kernel/index.ts'
import type { Upload } from '../route.ts'

export const multipartLimits = {
  fieldOctetsMax: 256 * 1024,
  fieldsMax: 50,
} as const

export type ReceivedUpload = { fields: Record<string, unknown>; file: Upload }

/** Told once when the body comes too slowly. */
export type OnSlow = (fail: (error: AppError) => void) => void

export async function receiveUpload(
  request: FastifyRequest,
  fileOctetsMax: number,
  onSlow: OnSlow,
): Promise<ReceivedUpload> {
  const parts = request.parts({
    limits: {
      fileSize: Number.POSITIVE_INFINITY,
      fieldSize: multipartLimits.fieldOctetsMax,
      fields: multipartLimits.fieldsMax,
      files: 1,
    },
  })
  const slow = new Promise<never>((_resolve, reject) => onSlow(reject))
  slow.catch(() => undefined)
  const fields: Record<string, unknown> = {}
  // By hand, since a loop that is left ends the parts: behind the file they are looked at as well.
  const nextPart = () => Promise.race([parts.next(), slow])
  for (let next = await nextPart(); next.done !== true; next = await nextPart()) {
    const part = next.value
    if (part.type === 'file') {
      // Whoever reads the file hears of it there: a race at each piece would hold them all.
      onSlow((error) => part.file.destroy(error))
      const whole = alone(limited(part.file, fileOctetsMax), parts)
      const stream = Readable.from(whole, { objectMode: false })
      return {
        fields,
        file: { fileName: part.filename ?? '', mediaType: part.mimetype, stream },
      }
    }
    fields[part.fieldname] = part.value
  }
  throw new AppError(
    'http.file_missing',
    'invalid',
    'Send one file in a multipart/form-data body, after its fields.',
  )
}

/** What comes behind the file was not read with the fields: it fails, and is not passed over. */
async function* alone(file: AsyncIterable<Buffer>, parts: AsyncIterator<{ fieldname: string }>) {
  yield* file
  const part = await parts.next().then(
    ({ done, value }) => (done === true ? null : value.fieldname),
    (error: { code?: unknown }) => {
      if (error.code === 'FST_FILES_LIMIT') return 'another file'
      throw error
    },
  )
  if (part === null) return
  throw new AppError(
    'http.part_behind_file',
    'invalid',
    'Something comes behind the file: send the fields before it, and one file at a time.',
    { details: { part } },
  )
}

/** Busboy ends a file that is too long as if it were whole; this fails instead. */
async function* limited(file: AsyncIterable<Buffer>, octetsMax: number) {
  let octets = 0
  for await (const chunk of file) {
    octets += chunk.length
    if (octets > octetsMax) {
      throw new AppError(
        'http.file_too_large',
        'invalid',
        `The file is larger than ${octetsMax} octets, the most that this address accepts.`,
        { details: { octetsMax } },
      )
    }
    yield chunk
  }
}
