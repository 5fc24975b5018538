// An operator that is asked by HTTPS, with a certificate of its own authority: it takes what comes
// with its key, and says under which number it took it.
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { testAuthority } from './certificate.ts'

export type TheirWebOperator = {
  port: number
  /** PEM of its authority, and the name on its certificate. */
  authority: string
  name: string
  taken: Record<string, unknown>[]
  close(): Promise<void>
}

export async function theirWebOperator(key: string): Promise<TheirWebOperator> {
  const name = 'api.operator.example'
  const authority = testAuthority()
  const taken: Record<string, unknown>[] = []
  const server = https.createServer(authority.vouchFor(name), (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.headers['x-api-key'] !== key) {
        response.writeHead(401).end('{"error":"no"}')
        return
      }
      taken.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>)
      response.end(JSON.stringify({ messages: [{ id: `web-${taken.length}`, status: 0 }] }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    authority: authority.cert,
    name,
    taken,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
