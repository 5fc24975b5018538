// The whole server under fire: bent requests one after another, each to end below 500.
import { connect } from 'node:net'
import { realTimers } from './clock.ts'
import { type ApiDocument, type MadeRequest, RequestMaker } from './request-maker.ts'
import type { Chance } from './seeded-chance.ts'
import { seededChance } from './seeded-chance.ts'

export type HttpFire = {
  requests: number
  /** Answers by status; 0: none came. */
  statuses: Record<string, number>
  slowestMs: number
  /** What broke, once an operation and code. */
  broken: Map<string, string>
}

export type FireOptions = {
  url: string
  /** One of an account, made anew when the requests have ended it. */
  newToken(): Promise<string>
  /** Who the owner is: one who is taken out of the account asks for no token any more. */
  ownerId: string
  count: number
  seed: number | string
  atOnce: number
  /** Nobody is there any more. */
  isOver?(): boolean
  progress?(fire: HttpFire): void
}

export async function fireRequests(options: FireOptions): Promise<HttpFire> {
  const { url, count, seed } = options
  const document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as ApiDocument
  const chance = seededChance(seed)
  const maker = new RequestMaker(document, {
    chance,
    token: await options.newToken(),
    ownerId: options.ownerId,
  })
  const fire: HttpFire = { requests: 0, statuses: {}, slowestMs: 0, broken: new Map() }
  const port = Number(new URL(url).port)
  const wires = chance.fork('wires')
  const oneAfterAnother = async () => {
    while (fire.requests < count && !options.isOver?.()) {
      fire.requests += 1
      const request = maker.next()
      const begun = realTimers.monotonicMs()
      const answer = await sent(port, wireOf(request, wires))
      fire.slowestMs = Math.max(fire.slowestMs, realTimers.monotonicMs() - begun)
      const status = Number(
        /^HTTP\/1\.1 (?:100 Continue\r\n\r\nHTTP\/1\.1 )?(\d{3})/.exec(answer)?.[1] ?? 0,
      )
      fire.statuses[status] = (fire.statuses[status] ?? 0) + 1
      if (status >= 200 && status < 300) maker.learn(answer)
      if (status === 401 && maker.showsToken(request)) maker.token = await options.newToken()
      if (status >= 500) tell(fire, request, { status, answer })
      if (fire.requests % 500 === 0) options.progress?.(fire)
    }
  }
  await Promise.all(Array.from({ length: options.atOnce }, oneAfterAnother))
  return fire
}

function tell(
  fire: HttpFire,
  { operation, method, path, body }: MadeRequest,
  { status, answer }: { status: number; answer: string },
): void {
  const code = /"code":"([\w.]+)"/.exec(answer)?.[1] ?? ''
  const trace = /"traceId":"(\w+)"/.exec(answer)?.[1] ?? ''
  const name = `${operation.method} ${operation.path} ${status} ${code}`
  if (fire.broken.has(name)) return
  const shown = (body?.toString('latin1') ?? '').slice(0, 1_500)
  fire.broken.set(name, `${name} (${trace}): ${method} ${path.slice(0, 300)} ${shown}`)
}

/** The octets of the request; now and then they are wrong themselves. */
function wireOf({ method, path, headers, body }: MadeRequest, chance: Chance): Buffer {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', 'connection: close']
  for (const [name, value] of headers) lines.push(`${name}: ${value.replace(/[\r\n]/g, ' ')}`)
  const octets = body ?? Buffer.alloc(0)
  if (body !== null) lines.push(`content-length: ${octets.length}`)
  if (chance.is(0.01))
    lines.push(
      chance.pick(['x', ': y', 'content-length: x', 'a: \u0000', `b: ${'x'.repeat(20_000)}`]),
    )
  const whole = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), octets])
  return chance.is(0.005) ? whole.subarray(0, chance.between(1, whole.length)) : whole
}

/** What came back until the connection closed; of a stream, its first octets. */
function sent(port: number, octets: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    let said = ''
    const done = () => {
      resolve(said)
      socket.destroy()
    }
    socket.on('data', (piece: Buffer) => {
      if (said.length < 200_000) said += piece.toString('latin1')
      if (said.includes('text/event-stream')) done()
    })
    socket.on('error', done)
    socket.on('close', done)
    // A request that was cut is not waited for longer than the server does.
    socket.setTimeout(60_000, done)
    socket.write(octets)
  })
}
