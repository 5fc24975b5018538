// Debian's Kannel through the same operator: its store on disk, its receipts, its own best doors.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadResult, load } from './http-load.ts'
import { windowMax } from './installation.ts'
import { cpuSeconds } from './memory.ts'
import type { BenchOperator } from './operator.ts'
import { numberOf } from './people.ts'
import { secondsSince, sleep } from './wait.ts'

const programs = ['bearerbox', 'smsbox', 'mtbatch']

/** What to do when it is not there; null when it is. */
export function kannelMissing(): string | null {
  const missing = programs.filter((name) => spawnSync('which', [name]).status !== 0)
  if (missing.length === 0) return null
  return `${missing.join(', ')} not found: install Debian's package with "apt-get install kannel", then try again.`
}

export type KannelRate = { perSecond: number; cpu: number; messages: number }

export type Kannel = {
  /** Fed by its own mtbatch, without HTTP. */
  batch(first: number, count: number): Promise<KannelRate>
  /** Fed by sendsms, a request a message. */
  singles(
    first: number,
    of: { count: number; connections: number },
  ): Promise<KannelRate & LoadResult>
  stop(): Promise<void>
}

/** Above the numbers of any list. */
export const kannelNumbers = 60_000_000

const text = 'Bench : bonjour Camille, -20 % ce samedi. STOP au 36111'
/** Both steps of each message are reported: taken by the operator, and delivered or not. */
const receiptMask = 31
const prefix = join(tmpdir(), 'accord-kannel-')

export async function startKannel(operator: BenchOperator): Promise<Kannel> {
  const folder = mkdtempSync(prefix)
  const sink = await startSink()
  const [admin, box, http] = [await freePort(), await freePort(), await freePort()]
  const login = { user: 'kannel', password: 'secret' }
  const ports = { admin, box, http, smpp: operator.port, ...login }
  const file = join(folder, 'kannel.conf')
  writeFileSync(file, configurationOf(ports))
  const start = (program: string, args: string[]): ChildProcess =>
    spawn(program, args, { cwd: folder, stdio: 'ignore' })
  const bearerbox = start('bearerbox', ['-v', '4', file])
  await listens(box)
  const smsbox = start('smsbox', ['-v', '4', file])
  await listens(http)
  await sleep(2_000)
  const cpuNow = () => cpuSeconds(bearerbox.pid ?? 0) + cpuSeconds(smsbox.pid ?? 0)
  const dlrUrl = `http://127.0.0.1:${sink.port}/dlr?to=%p&type=%d`

  const measured = async (count: number, feed: () => Promise<unknown>): Promise<KannelRate> => {
    const before = await operator.stats()
    const callbacks = sink.count() + count * 2
    const cpuBefore = cpuNow()
    const began = performance.now()
    await feed()
    await operator.done(before, count)
    const seconds = secondsSince(began)
    // Its callbacks may lag behind: that is not counted as its time, but as its work.
    const patience = performance.now() + 120_000
    while (sink.count() < callbacks && performance.now() < patience) await sleep(50)
    return {
      perSecond: count / seconds,
      cpu: ((cpuNow() - cpuBefore) * 1e6) / count,
      messages: count,
    }
  }

  return {
    batch: (first, count) => {
      const content = join(folder, 'content.txt')
      const receivers = join(folder, 'receivers.txt')
      writeFileSync(content, text)
      writeFileSync(receivers, numbersFrom(first, count).join('\n'))
      const to = ['-b', '127.0.0.1', '-p', String(box), '-f', 'BENCH']
      const dlr = ['-D', String(receiptMask), '-u', dlrUrl]
      return measured(count, () => {
        const batch = start('mtbatch', ['-v', '4', ...to, ...dlr, content, receivers])
        return new Promise((resolve) => batch.once('exit', resolve))
      })
    },
    singles: async (first, { count, connections }) => {
      const numbers = numbersFrom(first, count)
      const query = `username=u&password=p&from=BENCH&text=${encodeURIComponent(text)}`
      const dlr = `dlr-mask=${receiptMask}&dlr-url=${encodeURIComponent(dlrUrl)}`
      let result: LoadResult | null = null
      const rate = await measured(count, async () => {
        result = await load({
          port: http,
          connections,
          count,
          request: (n) =>
            `GET /cgi-bin/sendsms?${query}&${dlr}&to=${numbers[n]} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n`,
        })
      })
      if (result === null) throw new Error('nothing was sent')
      return { ...(result as LoadResult), ...rate }
    },
    stop: async () => {
      for (const child of [smsbox, bearerbox]) await stopped(child)
      await sink.close()
      if (folder.startsWith(prefix)) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const numbersFrom = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `33${numberOf(first + n).slice(1)}`)

export type KannelPlace = {
  admin: number
  box: number
  http: number
  smpp: number
  user: string
  password: string
}

/** Its store in one file, its receipts with itself: the fastest of what it keeps on the disk. */
export function configurationOf(ports: KannelPlace): string {
  const groups: [string, Record<string, string | number>][] = [
    [
      'core',
      {
        'admin-port': ports.admin,
        'admin-interface': '127.0.0.1',
        'admin-password': 'admin',
        'smsbox-port': ports.box,
        'smsbox-interface': '127.0.0.1',
        'log-file': '"bearerbox.log"',
        'log-level': 2,
        'dlr-storage': 'internal',
        'store-type': 'file',
        'store-location': '"messages.store"',
        'sms-resend-freq': 5,
      },
    ],
    [
      'smsc',
      {
        smsc: 'smpp',
        'smsc-id': 'operator',
        host: '127.0.0.1',
        port: ports.smpp,
        'transceiver-mode': 1,
        'smsc-username': ports.user,
        'smsc-password': ports.password,
        'system-type': '""',
        'max-pending-submits': windowMax,
      },
    ],
    [
      'smsbox',
      {
        'bearerbox-host': '127.0.0.1',
        'sendsms-port': ports.http,
        'sendsms-interface': '127.0.0.1',
        'log-file': '"smsbox.log"',
        'log-level': 2,
      },
    ],
    ['sendsms-user', { username: 'u', password: 'p', 'max-messages': 10, concatenation: 'true' }],
  ]
  return groups
    .map(([name, values]) =>
      [
        `group = ${name}`,
        ...Object.entries(values).map(([key, value]) => `${key} = ${value}`),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n')
}

/** Takes the callbacks of receipts and counts them, with a fixed answer. */
async function startSink(): Promise<{ port: number; count(): number; close(): Promise<void> }> {
  let count = 0
  const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n\r\nok'
  const sockets = new Set<net.Socket>()
  const server = net.createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    let text = ''
    socket.setEncoding('latin1')
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      text += String(chunk)
      const parts = text.split('\r\n\r\n')
      text = parts.pop() ?? ''
      count += parts.length
      if (parts.length > 0) socket.write(answer.repeat(parts.length))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    count: () => count,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

export async function listens(port: number): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return
    await sleep(100)
  }
  throw new Error('Kannel did not start')
}

export async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

/** Null where nobody asked for it. */
export async function withKannel<T>(
  isWanted: boolean,
  operator: BenchOperator,
  work: (kannel: Kannel | null) => Promise<T>,
): Promise<T> {
  const kannel = isWanted ? await startKannel(operator) : null
  try {
    return await work(kannel)
  } finally {
    await kannel?.stop()
  }
}
