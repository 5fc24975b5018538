// A real name server on 127.0.0.1 with a few records: what is not in them does not exist.
import { createSocket } from 'node:dgram'

export type Records = Readonly<
  Record<string, { mx?: readonly string[]; txt?: readonly string[]; a?: readonly string[] }>
>

export type NameServer = {
  /** As `dns.setServers` takes it. */
  address: string
  setRecords(records: Records): void
  close(): Promise<void>
}

const types = { a: 1, mx: 15, txt: 16 } as const

const nameOctets = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split('.')
      .filter((label) => label !== '')
      .map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label)])),
    Buffer.of(0),
  ])

/** The name that is asked for, and where the question ends (RFC 1035, 4.1.2). */
function questionIn(asked: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  while ((asked[at] ?? 0) !== 0) {
    const length = asked[at] ?? 0
    labels.push(asked.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), type: asked.readUInt16BE(at + 1), end: at + 5 }
}

function answerTo(asked: Buffer, records: Records): Buffer {
  const { name, type, end } = questionIn(asked)
  const own = records[name]
  const found: Buffer[] =
    type === types.mx
      ? (own?.mx ?? []).map((host) => Buffer.concat([Buffer.of(0, 10), nameOctets(host)]))
      : type === types.txt
        ? (own?.txt ?? []).map((text) => Buffer.concat([Buffer.of(text.length), Buffer.from(text)]))
        : type === types.a
          ? (own?.a ?? []).map((ip) => Buffer.from(ip.split('.').map(Number)))
          : []
  const head = Buffer.alloc(12)
  asked.copy(head, 0, 0, 2)
  head.writeUInt16BE(own === undefined ? 0x8183 : 0x8180, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(found.length, 6)
  const rows = found.map((data) => {
    const row = Buffer.alloc(12)
    row.writeUInt16BE(0xc00c, 0)
    row.writeUInt16BE(type, 2)
    row.writeUInt16BE(1, 4)
    row.writeUInt32BE(60, 6)
    row.writeUInt16BE(data.length, 10)
    return Buffer.concat([row, data])
  })
  return Buffer.concat([head, asked.subarray(12, end), ...rows])
}

export async function startNameServer(first: Records): Promise<NameServer> {
  let records = first
  const socket = createSocket('udp4')
  socket.on('message', (asked, { port, address }) => {
    socket.send(answerTo(asked, records), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    setRecords: (others) => {
      records = others
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}
