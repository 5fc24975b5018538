// npm run fuzz -- http: malformed requests made from the OpenAPI document,
// at a server of their own.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fireRequests, type HttpFire } from '../test/support/http-fire.ts'
import { newPlace } from '../test/support/process.ts'
import { accountOf, callerOf, setUp } from '../test/support/scenario.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seed: { type: 'string', multiple: true, default: ['1', '2', '3'] },
    quick: { type: 'boolean', default: false },
  },
})
const count = Number(values.count ?? (values.quick ? 1_000 : 20_000))
/** Above this the memory has grown with the count, from the second third of all requests on. */
const grownMbMax = 96

function residentMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/**
 * The least that was held in each third: what a collection leaves, and not what it has yet to take.
 */
function leastOfThirds(samples: readonly number[]): number[] {
  const third = Math.max(1, Math.floor(samples.length / 3))
  return [0, 1, 2].map((at) => Math.min(...samples.slice(at * third, (at + 1) * third)))
}

const wrong: string[] = []
let died: string | null = null
const place = newPlace()
try {
  const server = await place.start({ ACCORD_LOG_LEVEL: 'error', ACCORD_LANGUAGE: 'en' })
  const caller = callerOf(() => server.url)
  const owner = await setUp(caller, server.setupCode ?? '')
  const newToken = async () => (await accountOf(caller, owner.cookie)).token
  const me = await caller.call<{ user: { id: string } }>(owner.cookie, 'GET', '/v1/me')
  server.ended.then(({ code, signal, told }) => {
    died = `the server ended (${signal ?? code}): ${told.slice(-4_000)}`
  })
  const samples: number[] = []
  for (const seed of values.seed) {
    const fire: HttpFire = await fireRequests({
      url: server.url,
      newToken,
      ownerId: me.body.user.id,
      count,
      seed,
      atOnce: 8,
      isOver: () => died !== null,
      progress: () => samples.push(residentMb(server.pid)),
    })
    const statuses = Object.entries(fire.statuses).map(([status, times]) => `${status}: ${times}`)
    console.log(
      `seed ${seed}: ${fire.requests} requests, slowest ${fire.slowestMs.toFixed(0)} ms; ${statuses.join(', ')}`,
    )
    wrong.push(...fire.broken.values())
    if (died !== null) break
  }
  if (died !== null) throw new Error('the server ended')
  const live = await caller.call('', 'GET', '/health/live')
  if (live.status !== 200) wrong.push(`the server answers ${live.status} in the end`)
  const [first = 0, second = 0, last = 0] = leastOfThirds(samples)
  console.log(
    `memory: ${first.toFixed(0)}, ${second.toFixed(0)} and ${last.toFixed(0)} MB in the thirds of the run`,
  )
  if (last - second > grownMbMax) wrong.push(`the memory grew by ${(last - second).toFixed(0)} MB`)
} catch (error) {
  // Where the server is gone, what it said last is told, and not that nobody answers.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  wrong.push(died ?? String((error as Error).cause ?? error))
} finally {
  if (wrong.length > 0) {
    console.error(readFileSync(`${place.data}/log/accord.log`, 'utf8').slice(-20_000))
  }
  await place.remove()
}
for (const one of wrong) console.error(one)
process.exitCode = wrong.length === 0 ? 0 : 1
