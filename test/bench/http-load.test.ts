// The load of the bench ends when the other side hangs up, and says so.
import net from 'node:net'
import { expect, it } from 'vitest'
import { load } from '../../scripts/bench/http-load.ts'

async function serving(
  answer: (socket: net.Socket, n: number) => void,
): Promise<{ port: number; close(): void }> {
  let requests = 0
  const server = net.createServer((socket) => {
    socket.on('data', () => {
      requests += 1
      answer(socket, requests)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as net.AddressInfo).port, close: () => server.close() }
}

const request = () => 'GET / HTTP/1.1\r\n\r\n'

it('counts what was accepted and what was refused', async () => {
  const server = await serving((socket, n) => {
    const status = n % 4 === 0 ? '503 Service Unavailable' : '202 Accepted'
    socket.write(`HTTP/1.1 ${status}\r\nContent-Length: 2\r\n\r\nok`)
  })
  const { accepted, refused } = await load({ port: server.port, connections: 2, count: 8, request })
  server.close()
  expect({ accepted, refused }).toEqual({ accepted: 6, refused: 2 })
})

it('fails when a connection is closed before the answer', async () => {
  const server = await serving((socket, n) => {
    if (n === 3) socket.end()
    else socket.write('HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n')
  })
  const run = load({ port: server.port, connections: 1, count: 8, request })
  await expect(run).rejects.toThrow('the connection was closed before the answer')
  server.close()
})
