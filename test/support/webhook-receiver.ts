// A program of a client that receives webhooks: what it got, and how it answers.
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { path: string; headers: Record<string, string>; body: string }

export type Receiver = {
  url: string
  got: Received[]
  /** How it answers from now on; null: it does not. */
  answer(status: number | null, headers?: Record<string, string>, body?: string): void
  /** One after the other, counted from 0 from now on. */
  answerEach(replyTo: (nth: number) => { status: number; headers?: Record<string, string> }): void
  /** Requests whose answer is still owed. */
  most(): number
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const got: Received[] = []
  type Reply = { status: number | null; headers: Record<string, string>; body: string }
  let replyTo: (nth: number) => Reply = () => ({ status: 204, headers: {}, body: '' })
  let nth = 0
  let open = 0
  let most = 0
  const server = http.createServer((request, response) => {
    open += 1
    most = Math.max(most, open)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('close', () => {
      open -= 1
    })
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      got.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks).toString('utf8') })
      const reply = replyTo(nth)
      nth += 1
      if (reply.status === null) return
      response.writeHead(reply.status, reply.headers).end(reply.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    got,
    answer: (status, headers = {}, body = '') => {
      replyTo = () => ({ status, headers, body })
    },
    answerEach: (one) => {
      nth = 0
      replyTo = (count) => ({ headers: {}, body: '', ...one(count) })
    },
    most: () => most,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
