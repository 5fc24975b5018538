// A connection on which a test writes octets as they are: half a request, a slow one, none at all.
import { connect, type Socket } from 'node:net'

export type RawConnection = {
  socket: Socket
  write(text: string): void
  /** All that came so far. */
  said(): string
  /** Resolves when the other side has said this, or has closed. */
  until(text: string): Promise<string>
  closed: Promise<void>
  isClosed(): boolean
  end(): void
}

export async function rawConnection(port: number, host = '127.0.0.1'): Promise<RawConnection> {
  const socket = connect({ port, host })
  let said = ''
  let isClosed = false
  socket.on('data', (piece: Buffer) => {
    said += piece.toString('latin1')
  })
  // Reset by the other side: told by `closed` all the same.
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      isClosed = true
      resolve()
    })
  })
  await new Promise<void>((resolve) => {
    socket.once('connect', resolve)
    socket.once('close', resolve)
  })
  return {
    socket,
    write: (text) => {
      socket.write(text, 'latin1')
    },
    said: () => said,
    until: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (!said.includes(text) && !isClosed) return
          socket.off('data', look).off('close', look)
          resolve(said)
        }
        socket.on('data', look).on('close', look)
        look()
      }),
    closed,
    isClosed: () => isClosed,
    end: () => socket.destroy(),
  }
}

export type RawHead = {
  method?: string
  path: string
  headers?: Record<string, string>
}

/** The first lines of a request, up to where its body begins. */
export function headOf({ method = 'POST', path, headers = {} }: RawHead): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\nHost: here.example\r\n${lines.join('')}\r\n`
}

export function statusOf(said: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0)
}
