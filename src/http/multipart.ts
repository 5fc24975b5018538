// One file out of a multipart/form-data body, as a stream with a limit; its fields come before it.
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../kernel/index.ts'
import type { Upload } from './route.ts'

export const multipartLimits = {
  fieldOctetsMax: 256 * 1024,
  fieldsMax: 50,
} as const

export type ReceivedUpload = { fields: Record<string, unknown>; file: Upload }

export async function receiveUpload(
  request: FastifyRequest,
  fileOctetsMax: number,
): Promise<ReceivedUpload> {
  const parts = request.parts({
    limits: {
      fileSize: Number.POSITIVE_INFINITY,
      fieldSize: multipartLimits.fieldOctetsMax,
      fields: multipartLimits.fieldsMax,
      files: 1,
    },
  })
  const fields: Record<string, unknown> = {}
  for await (const part of parts) {
    if (part.type === 'file') {
      const stream = Readable.from(limited(part.file, fileOctetsMax), { objectMode: false })
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
