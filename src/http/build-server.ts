// The framework is loaded by whoever serves: threads and commands only define or name routes.
import type { FastifyInstance } from 'fastify'
import type { ServerOptions } from './server-options.ts'

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = await import('./server.ts')
  return server.buildServer(options)
}
