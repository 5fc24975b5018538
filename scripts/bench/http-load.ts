// Requests over kept-alive connections with as little of the processor as can be:
// the load of the bench.
import net from 'node:net'
import { sleep } from './wait.ts'

export type LoadOptions = {
  port: number
  connections: number
  count: number
  /** Requests a second, spread evenly; absent: as fast as they are answered. */
  rate?: number
  /** The whole request, ready to be written. */
  request(n: number): string
}

export type LoadResult = {
  seconds: number
  /** Answered with 2xx, and with anything else. */
  accepted: number
  refused: number
  /** Milliseconds from the instant a request was due to its answer. */
  medianMs: number
  p99Ms: number
}

export async function load(options: LoadOptions): Promise<LoadResult> {
  const { port, connections, count, rate, request } = options
  const sockets = await Promise.all(Array.from({ length: connections }, () => connected(port)))
  const times: number[] = []
  const sums = { accepted: 0, refused: 0 }
  let next = 0
  const start = performance.now()
  const work = async (connection: Asking): Promise<void> => {
    for (;;) {
      const n = next
      next += 1
      if (n >= count) return
      const due = rate === undefined ? performance.now() : start + (n * 1000) / rate
      const waitMs = due - performance.now()
      if (waitMs > 0) await sleep(waitMs)
      const status = await connection.ask(request(n))
      times.push(performance.now() - due)
      if (status >= 200 && status < 300) sums.accepted += 1
      else sums.refused += 1
    }
  }
  try {
    await Promise.all(sockets.map(work))
  } finally {
    for (const socket of sockets) socket.end()
  }
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return { seconds, ...sums, medianMs: at(0.5) ?? 0, p99Ms: at(0.99) ?? 0 }
}

type Asking = { ask(request: string): Promise<number>; end(): void }

/** Whoever has not answered by then will not: a bench that waits for ever says nothing. */
const answerMs = 120_000

/** One request at a time; its answer ends where its content-length says. */
function connected(port: number): Promise<Asking> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    let text = ''
    let answered: ((status: number) => void) | null = null
    let failed: (error: Error) => void = reject
    const fail = (why: string) => failed(new Error(`a request of the load: ${why}`))
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      text += String(chunk)
      const head = text.indexOf('\r\n\r\n')
      if (head === -1) return
      const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head))?.[1] ?? '0'
      if (text.length < head + 4 + Number(length)) return
      const status = Number(text.slice(9, 12))
      text = ''
      answered?.(status)
    })
    socket.setTimeout(answerMs, () => {
      fail(`no answer within ${answerMs / 1000} seconds`)
      socket.destroy()
    })
    socket.once('error', (error) => fail(error.message))
    socket.once('close', () => fail('the connection was closed before the answer'))
    socket.once('connect', () => {
      resolve({
        ask: (request) =>
          new Promise((done, refuse) => {
            answered = done
            failed = refuse
            socket.write(request)
          }),
        end: () => socket.destroy(),
      })
    })
  })
}
