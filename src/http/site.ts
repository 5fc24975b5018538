// Serves the built web app: files with a hash in their name for ever, the page itself always fresh.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

export async function serveSite(server: FastifyInstance, root: string): Promise<void> {
  await server.register(fastifyStatic, {
    root,
    index: ['index.html'],
    wildcard: true,
    dotfiles: 'ignore',
    cacheControl: false,
    // The build wrote each text in brotli and gzip beside it.
    preCompressed: true,
    setHeaders: (response, path) => {
      const isHashed = path.includes('/assets/') || path.includes('\\assets\\')
      response.header(
        'cache-control',
        isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
}
