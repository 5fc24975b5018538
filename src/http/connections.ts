// The server that listens: connections are capped, headers come in time,
// no body is invited unasked.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { clientOf } from './client-address.ts'
import type { HttpLimits } from './http-limits.ts'

type Handler = Parameters<typeof createServer>[1]

/** Beyond this share of the connections those that rest are closed. */
const crowdedShare = 0.8

export function newHttpServer(
  handler: NonNullable<Handler>,
  { limits, trustProxy }: { limits: HttpLimits; trustProxy: boolean },
): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.lookEveryMs,
      // The whole of a request is looked after by `body-watch.ts`: an upload may take long.
      requestTimeout: 0,
      keepAliveTimeout: 72_000,
    },
    handler,
  )
  server.maxConnections = limits.connectionsMax
  const ofClient = new Map<string, number>()
  let open = 0
  server.on('connection', (socket) => {
    open += 1
    socket.once('close', () => {
      open -= 1
    })
    if (open > limits.connectionsMax * crowdedShare) server.closeIdleConnections()
    if (!trustProxy) countClient(ofClient, socket, limits.connectionsOfClientMax)
  })
  // Unasked, Node would answer `100 Continue` before anybody knows who sends the body.
  server.on('checkContinue', (request, response) => {
    awaited.add(request)
    handler(request, response)
  })
  return server
}

function countClient(counts: Map<string, number>, socket: Socket, max: number): void {
  const client = clientOf(socket.remoteAddress)
  const count = (counts.get(client) ?? 0) + 1
  if (count > max) {
    socket.destroy()
    return
  }
  counts.set(client, count)
  socket.once('close', () => {
    const left = (counts.get(client) ?? 1) - 1
    if (left <= 0) counts.delete(client)
    else counts.set(client, left)
  })
}

/** Requests whose body waits for a word from us (RFC 9110, 10.1.1). */
const awaited = new WeakSet<IncomingMessage>()

export const expectation = {
  /** Whether the body was not asked for yet, and so does not come. */
  isOpen: (request: IncomingMessage): boolean => awaited.has(request),
  /** True once: the body may come. */
  close: (request: IncomingMessage): boolean => awaited.delete(request),
}
