// Serves the page of the reference to anybody: it says nothing that the OpenAPI document does not.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { referencePageOf } from './reference-page.ts'

export const referencePath = '/v1/reference'

type Made = { plain: string; packed: Buffer }

/** Made when somebody first asks for it, and once: a start need not wait. */
export function serveReference(
  server: FastifyInstance,
  documentOf: () => Record<string, unknown>,
): void {
  let made: Promise<Made> | null = null
  server.get(referencePath, async (request, reply) => {
    made ??= make(documentOf())
    const { plain, packed } = await made
    reply
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-encoding')
      .type('text/html; charset=utf-8')
    const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    if (!takesGzip) return plain
    reply.header('content-encoding', 'gzip')
    return packed
  })
}

async function make(document: Record<string, unknown>): Promise<Made> {
  const plain = referencePageOf(document)
  return { plain, packed: await promisify(gzip)(plain) }
}
