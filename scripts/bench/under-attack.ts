// How long somebody's request takes while others send what is made to hold the server up.
import { connect, type Socket } from 'node:net'
import {
  giantHeader,
  openBrackets,
  toAndFroRows,
  widestCsv,
} from '../../test/support/attack-files.ts'
import { progress } from './figures.ts'
import type { Installation } from './installation.ts'
import { currentRss } from './memory.ts'
import { type Bench, onInfrastructure } from './on-infrastructure.ts'
import { secondsSince, sleep, until } from './wait.ts'

type Attack = {
  name: string
  what: string
  /** Made before it is measured: what the attacker's own machine would do. */
  prepare(installation: Installation): Promise<() => Promise<unknown>>
}

const attacks: readonly Attack[] = [
  {
    name: 'rows',
    what: 'the XLSX of 1,019 octets whose rows go to and fro',
    prepare: async (installation) => asImport(installation, toAndFroRows(40)),
  },
  {
    name: 'columns',
    what: 'a CSV of 230,000 columns',
    prepare: async (installation) => asImport(installation, widestCsv()),
  },
  {
    name: 'brackets',
    what: 'a cell of 80,000 brackets',
    prepare: async (installation) => asImport(installation, openBrackets()),
  },
  {
    name: 'header',
    what: 'an archive of receipts with a header of 64 MiB',
    prepare: async (installation) => {
      const pieces: Buffer[] = []
      for await (const piece of giantHeader()) pieces.push(piece)
      const bytes = Buffer.concat(pieces)
      return () => upload(installation, '/v1/consents/import', bytes)
    },
  },
  {
    name: 'bodies',
    what: '200 requests whose body never ends',
    prepare: async (installation) => () => halfSent(installation, 200),
  },
  {
    name: 'receipts',
    what: '20 receipts of a mebibyte with a wrong secret',
    prepare: async (installation) => {
      const { items } = await installation.get<{ items: { id: string }[] }>('/v1/routes')
      const path = `/v1/routes/${items[0]?.id}/receipts`
      const body = JSON.stringify({ list: Array.from({ length: 87_000 }, (_, n) => `m${n}abc`) })
      const headers = { 'content-type': 'application/json', authorization: 'Bearer wrong' }
      const one = () =>
        fetch(`${installation.url}${path}`, { method: 'POST', headers, body })
          .then((answer) => answer.arrayBuffer())
          // Cut off before its body was read: that is the answer.
          .catch(() => null)
      return () => Promise.all(Array.from({ length: 20 }, one))
    },
  },
]

async function upload(installation: Installation, path: string, bytes: Buffer) {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), 'file')
  const headers = { authorization: `Bearer ${installation.token}` }
  const answer = await fetch(`${installation.url}${path}`, { method: 'POST', headers, body: form })
  return { status: answer.status, body: (await answer.json()) as { id?: string } }
}

function asImport(installation: Installation, bytes: Buffer): () => Promise<unknown> {
  return async () => {
    const { status, body } = await upload(installation, '/v1/imports', bytes)
    if (body.id === undefined) throw new Error(`the file was answered with ${status}`)
    const path = `/v1/imports/${body.id}`
    const ask = () => installation.get<{ state: string }>(path)
    return until(ask, ({ state }) => state !== 'received', { forSeconds: 300 })
  }
}

/** With a token that holds: nothing else would be read at all. */
async function halfSent({ url, token }: Installation, count: number): Promise<void> {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  for (let n = 0; n < count; n += 1) {
    const socket = connect(Number(port), hostname)
    open.add(socket)
    socket.on('error', () => undefined).on('close', () => open.delete(socket))
    socket.resume()
    const lines = [
      'POST /v1/messages HTTP/1.1',
      'host: bench',
      `authorization: Bearer ${token}`,
      'content-type: application/json',
      'content-length: 1000',
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n{"to":`)
  }
  const start = performance.now()
  while (open.size > 0) {
    if (secondsSince(start) > 120) throw new Error(`${open.size} bodies are open after two minutes`)
    await sleep(100)
  }
  progress(`  the last of ${count} was closed after ${secondsSince(start).toFixed(1)} s`)
}

/** One after another, with a pause: 99 in 100 take no longer than what is returned, in ms. */
async function requestsDuring(
  installation: Installation,
  work: () => Promise<unknown>,
): Promise<{ p99Ms: number; requests: number; seconds: number }> {
  const times: number[] = []
  let isOver = false
  const start = performance.now()
  const done = work().finally(() => {
    isOver = true
  })
  done.catch(() => undefined)
  while (!isOver || times.length < samplesMin) {
    const from = performance.now()
    await installation.get('/v1/imports')
    times.push(performance.now() - from)
    await sleep(pauseMs)
  }
  await done
  times.sort((a, b) => a - b)
  const p99Ms = times[Math.min(times.length - 1, Math.floor(times.length * 0.99))] ?? 0
  return { p99Ms, requests: times.length, seconds: secondsSince(start) }
}

const samplesMin = 300
const pauseMs = 5
/** So many times its time on the idle server is a request's bound. */
const timesMax = 5

export const underAttack: Bench = {
  figures: ['under_attack_p99', 'under_attack_memory'],
  what: 'a request of one account while another sends what is made to hold the server up',
  run: ({ figures }) =>
    onInfrastructure(async ({ installation }) => {
      const idleFor = (ms: number) => () => sleep(ms)
      await requestsDuring(installation, idleFor(5_000))
      const idle = await requestsDuring(installation, idleFor(15_000))
      const before = currentRss(installation.pids.server) ?? 0
      let worst = 0
      for (const { name, what, prepare } of attacks) {
        const strike = await prepare(installation)
        progress(`  ${what}`)
        const { p99Ms, requests, seconds } = await requestsDuring(installation, strike)
        progress(`  ${requests} requests in ${seconds.toFixed(1)} s`)
        figures.add(`under_attack.${name}_p99`, p99Ms, 'ms', idle.p99Ms * timesMax)
        worst = Math.max(worst, p99Ms)
      }
      // Whoever died was started anew, or does not answer: the process is the one of before.
      process.kill(installation.pids.server, 0)
      await installation.get('/health/ready')
      await sleep(5_000)
      figures.add('under_attack.idle_p99', idle.p99Ms, 'ms')
      figures.add('under_attack_p99', worst, 'ms', idle.p99Ms * timesMax)
      figures.add('under_attack_memory', currentRss(installation.pids.server) ?? 0, 'MiB', before)
    }),
}
