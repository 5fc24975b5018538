// The sandbox alone: its table, its faults, its control port.
import { readFileSync } from 'node:fs'
import net from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { decodePdu, encodePdu, Framer, makePdu, type Pdu } from '../wire/index.ts'
import { DueQueue } from './due-queue.ts'
import { faultAt } from './faults.ts'
import { magicNumbers } from './magic-numbers.ts'
import { idStyles, writeId } from './message-ids.ts'
import { type Sandbox, startSandbox } from './start-sandbox.ts'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function sandboxWith(options: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
  const sandbox = await startSandbox({ receiptDelayMs: 10, ...options })
  open.push(sandbox)
  return sandbox
}

/** A client of the test's own: bytes out, PDUs in. */
async function clientOf(sandbox: Sandbox) {
  const socket = net.connect(sandbox.port, '127.0.0.1')
  socket.on('error', () => socket.destroy())
  const framer = new Framer()
  const pdus: Pdu[] = []
  let isClosed = false
  socket.on('close', () => {
    isClosed = true
  })
  socket.on('data', (chunk: Buffer) => {
    for (const frame of framer.push(chunk).frames) {
      const decoded = decodePdu(frame)
      if (decoded.ok) pdus.push(decoded.pdu)
    }
  })
  open.push({ close: async () => socket.destroy() })
  const send = (pdu: Pdu): void => {
    const encoded = encodePdu(pdu)
    if (!encoded.ok) throw new Error(encoded.field)
    socket.write(encoded.octets)
  }
  return { socket, pdus, send, hasClosed: () => isClosed }
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn += 1) {
    if (turn > 400) throw new Error(`waited for ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('the page lists the magic numbers as they are', () => {
  const page = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  const listed = [...page.matchAll(/^\| (\d{3}) +\| (.*?) +\|$/gm)].map((row) => [row[1], row[2]])
  expect(listed).toEqual(Object.entries(magicNumbers).map(([digits, { what }]) => [digits, what]))
})

test('faults fall where the script says', () => {
  const faults = [
    { kind: 'throttle', atSubmit: 3, count: 2 },
    { kind: 'cut', atSubmit: 10, everySubmits: 5 },
  ] as const
  const fallen = Array.from({ length: 20 }, (_, index) => faultAt(faults, index + 1))
  const where = fallen.flatMap((kind, index) => (kind === null ? [] : [`${kind}@${index + 1}`]))
  expect(where).toEqual(['throttle@3', 'throttle@4', 'cut@10', 'cut@15', 'cut@20'])
})

test('ids are written as the habit says', () => {
  const written = idStyles.map((style) => writeId(1_764_028_800_000_255, style))
  expect(written).toEqual([
    '1764028800000255',
    '6445ff5ff60ff',
    '6445FF5FF60FF',
    '00001764028800000255',
    'Zx-hdann5n9j3',
  ])
})

test('calls fall due in their order, with one timer', async () => {
  let armed = 0
  const waiting: { at: number; call: () => void }[] = []
  let now = 1000
  const queue = new DueQueue({
    now: () => now,
    monotonicMs: () => now,
    sleep: async () => {},
    after: (ms, call) => {
      armed += 1
      const entry = { at: now + ms, call }
      waiting.push(entry)
      return () => waiting.splice(waiting.indexOf(entry), 1)
    },
  })
  const called: string[] = []
  for (let index = 0; index < 1000; index += 1) queue.add(100, () => called.push('a'))
  queue.add(50, () => called.push('b'))
  expect(armed).toBeLessThan(5)
  for (now = 1000; waiting.length > 0; now += 1) {
    const due = waiting.findIndex((entry) => entry.at <= now)
    if (due !== -1) waiting.splice(due, 1)[0]?.call()
  }
  expect(called[0]).toBe('b')
  expect(called).toHaveLength(1001)
  expect(queue.size).toBe(0)
})

test('only a bound client may submit, and only the accounts may bind', async () => {
  const sandbox = await sandboxWith({ accounts: [{ systemId: 'a', password: 'b' }] })
  const { pdus, send } = await clientOf(sandbox)
  send(makePdu('submit_sm', 1, { destination: '33639980001' }))
  send(makePdu('bind_transceiver', 2, { systemId: 'a', password: 'c' }))
  send(makePdu('bind_transceiver', 3, { systemId: 'c', password: 'b' }))
  send(makePdu('bind_transceiver', 4, { systemId: 'a', password: 'b' }))
  send(makePdu('bind_transceiver', 5, { systemId: 'a', password: 'b' }))
  await until(() => pdus.length === 5)
  expect(pdus.map((pdu) => pdu.status)).toEqual([0x04, 0x0e, 0x0f, 0, 0x05])
})

test('garbage is answered where it can be, counted, and ends the connection where it cannot', async () => {
  const sandbox = await sandboxWith({})
  const { socket, pdus, hasClosed } = await clientOf(sandbox)
  socket.write(Buffer.from('00000012000000040000000000000009ffff', 'hex'))
  await until(() => pdus.length === 1)
  expect(pdus[0]).toMatchObject({ command: 'generic_nack', sequence: 9 })
  socket.write('GET / HTTP/1.1\r\n\r\n')
  await until(hasClosed)
  expect(sandbox.stats().malformed).toBe(2)
})

test('deliveries wait for a receiving bind, and come again when it is lost', async () => {
  const sandbox = await sandboxWith({})
  const sender = await clientOf(sandbox)
  sender.send(makePdu('bind_transmitter', 1, { systemId: 'a' }))
  sender.send(makePdu('submit_sm', 2, { destination: '33639980001', registeredDelivery: 1 }))
  await until(() => sender.pdus.length === 2)
  const first = await clientOf(sandbox)
  first.send(makePdu('bind_receiver', 1, { systemId: 'a' }))
  await until(() => first.pdus.some((pdu) => pdu.command === 'deliver_sm'))
  first.socket.destroy()
  const second = await clientOf(sandbox)
  second.send(makePdu('bind_receiver', 1, { systemId: 'a' }))
  await until(() => second.pdus.some((pdu) => pdu.command === 'deliver_sm'))
  expect(sandbox.stats()).toMatchObject({ receiptsSent: 2, deliveriesSentAgain: 1 })
})

test('the control port shows counts and masked numbers, takes replies and habits', async () => {
  const sandbox = await sandboxWith({ controlPort: 0 })
  const { pdus, send } = await clientOf(sandbox)
  send(makePdu('bind_transceiver', 1, { systemId: 'a' }))
  const shortMessage = Buffer.from('Bonjour Camille')
  send(makePdu('submit_sm', 2, { source: 'SHOP', destination: '33639980123', shortMessage }))
  await until(() => pdus.length === 2)
  const url = `http://127.0.0.1:${sandbox.controlPort}`
  const post = async (path: string, body: unknown, headers = {}): Promise<number> => {
    const request = { method: 'POST', body: JSON.stringify(body), headers }
    return (await fetch(url + path, request)).status
  }
  expect(await (await fetch(`${url}/stats`)).json()).toMatchObject({ submits: 1, bindsOpen: 1 })
  const messages = await (await fetch(`${url}/messages`)).text()
  expect(JSON.parse(messages)).toMatchObject([{ source: 'SHOP', destination: '+33 6 ** ** ** 23' }])
  expect(messages).not.toContain('33639980123')
  expect(messages).not.toContain('Camille')
  const reply = { from: '+33639980123', to: 'SHOP', text: 'STOP' }
  expect(await post('/mo', reply)).toBe(202)
  await until(() => pdus.some((pdu) => pdu.command === 'deliver_sm'))
  expect(await post('/config', { submitsPerSecondMax: 0 })).toBe(200)
  send(makePdu('submit_sm', 3, { destination: '33639980123' }))
  await until(() => pdus.some((pdu) => pdu.status === 0x58))
  expect(await post('/config', { colour: 'blue' })).toBe(400)
  expect(await post('/mo', { from: 1 })).toBe(400)
  expect(await post('/mo', reply, { origin: 'http://evil.example' })).toBe(403)
  expect((await fetch(`${url}/secrets`)).status).toBe(404)
})

test('when a reply was sent and when it was answered is told, its number masked', async () => {
  const sandbox = await sandboxWith({ controlPort: 0 })
  const client = await clientOf(sandbox)
  client.send(makePdu('bind_transceiver', 1, { systemId: 'a', password: 'b' }))
  await until(() => client.pdus.length === 1)
  sandbox.reply({ from: '33639980001', to: '36111', text: 'STOP' })
  const reply = () => client.pdus.find(({ command }) => command === 'deliver_sm')
  await until(() => reply() !== undefined)
  const [open] = sandbox.replies()
  expect(open).toMatchObject({ from: '33639980001', answeredAt: null })
  client.send(makePdu('deliver_sm_resp', reply()?.sequence ?? 0))
  await until(() => (sandbox.replies()[0]?.answeredAt ?? 0) >= (open?.sentAt ?? 1))
  const shown = await (await fetch(`http://127.0.0.1:${sandbox.controlPort}/replies`)).text()
  expect(shown).not.toContain('33639980001')
  expect(JSON.parse(shown)).toHaveLength(1)
})
