// Single messages over HTTP: as many as can be, and how long an answer takes at half of that.

import { walPosition } from './database.ts'
import { type LoadResult, load } from './http-load.ts'
import { type Installation, sender } from './installation.ts'
import { cpuSeconds, ownCpuSeconds } from './memory.ts'
import { numberOf } from './people.ts'

export type Singles = LoadResult & {
  /** All done: accepted, submitted, and each receipt answered. */
  perSecond: number
  cpu: number
  wal: number
}

const text = 'Bench : votre commande est au comptoir.'

/** Numbers above those of any list. */
let nextNumber = 40_000_000

function requestsOf({ url, token }: Installation): (n: number) => string {
  const first = nextNumber
  const { host } = new URL(url)
  return (n) => {
    const to = numberOf(first + n)
    nextNumber = Math.max(nextNumber, first + n + 1)
    const body = JSON.stringify({ to, text, class: 'alert', basis: 'contract', sender })
    return (
      `POST /v1/messages HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    )
  }
}

const portOf = ({ url }: Installation) => Number(new URL(url).port)

export async function sendSingles(
  installation: Installation,
  count: number,
  connections: number,
): Promise<Singles> {
  const { operator, pids } = installation
  const before = await operator.stats()
  const walBefore = await walPosition(installation)
  const cpuNow = () => ownCpuSeconds(pids.server) + cpuSeconds(pids.database)
  const cpuBefore = cpuNow()
  const start = performance.now()
  const request = requestsOf(installation)
  const result = await load({ port: portOf(installation), connections, count, request })
  await operator.done(before, result.accepted)
  const seconds = (performance.now() - start) / 1000
  return {
    ...result,
    perSecond: result.accepted / seconds,
    cpu: ((cpuNow() - cpuBefore) * 1e6) / result.accepted,
    wal: ((await walPosition(installation)) - walBefore) / result.accepted,
  }
}

export async function sendAtRate(
  installation: Installation,
  rate: number,
  seconds: number,
): Promise<LoadResult> {
  const before = await installation.operator.stats()
  const result = await load({
    port: portOf(installation),
    // More than wait at once: a request is sent when it is due, not when another was answered.
    connections: 128,
    count: Math.max(1, Math.round(rate * seconds)),
    rate,
    request: requestsOf(installation),
  })
  await installation.operator.done(before, result.accepted)
  return result
}
