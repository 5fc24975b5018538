// The pace of real links against the sandbox, judged by the sandbox's own log.
import { afterEach, expect, test } from 'vitest'
import { linkLimits, RoutePace } from '../../src/routing/link/index.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts'
import { realTimers } from '../support/clock.ts'
import { mostInASecond } from '../support/pace-of-log.ts'
import { bound, type Heard, linkTo, segmentsOf, settingsFor, until } from './link-fixture.ts'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function sandboxWith(options: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
  const sandbox = await startSandbox({ isMagic: false, ...options })
  open.push(sandbox)
  return sandbox
}

/** The binds of one node, under one pace. */
async function nodeOf(sandbox: Sandbox, binds: number, rate: number | null) {
  const pace = new RoutePace({
    timers: realTimers,
    limits: linkLimits,
    rates: { segmentsPerSecond: rate },
  })
  const settings = settingsFor(sandbox.port, { windowMax: 100 })
  const links = Array.from({ length: binds }, () => linkTo(settings, { pace }))
  for (const one of links) open.push({ close: () => one.link.close(500) })
  await Promise.all(links.map((one) => bound(one)))
  return { pace, links }
}

/** Keeps each link busy for so long; what was throttled is given again. */
async function keepBusy(links: readonly Heard[], ms: number): Promise<void> {
  const [segment] = segmentsOf('0001')
  if (segment === undefined) throw new Error('none')
  const end = realTimers.monotonicMs() + ms
  const give = ({ link }: Heard, count: number): void => {
    link.submitMany(
      Array.from({ length: count }, () => segment),
      () => {
        if (realTimers.monotonicMs() < end) give({ link } as Heard, 1)
      },
    )
  }
  for (const one of links) give(one, 200)
  await realTimers.sleep(ms)
  for (const { link } of links) link.withdraw(() => true)
  await until(() => links.every(({ link }) => link.open === 0))
}

test('eight binds on two nodes keep a route’s rate in any second, and use it', async () => {
  const sandbox = await sandboxWith({})
  const rate = 400
  const nodes = [await nodeOf(sandbox, 4, rate / 2), await nodeOf(sandbox, 4, rate / 2)]
  await keepBusy(
    nodes.flatMap(({ links }) => links),
    6_000,
  )
  const times = sandbox.taken().map(({ at }) => at)
  expect(mostInASecond(times)).toBeLessThanOrEqual(rate + Math.max(1, rate * 0.02))
  const mean = (times.length * 1_000) / 6_000
  // How near it comes to the rate is for the bench to say: a busy machine is late.
  expect(mean).toBeGreaterThanOrEqual(rate * 0.7)
}, 30_000)

test('the limit of an operator that throttles is found, and then hardly ever touched', async () => {
  const limit = 300
  const sandbox = await sandboxWith({ submitsPerSecondMax: limit })
  const { pace, links } = await nodeOf(sandbox, 4, null)
  await keepBusy(links, 14_000)
  expect(pace.rate).toBeGreaterThanOrEqual(limit * 0.9)
  expect(pace.rate).toBeLessThanOrEqual(limit * 1.1)
  const times = sandbox.taken().map(({ at }) => at)
  const last = times.at(-1) ?? 0
  const mean = times.filter((at) => at > last - 4_000).length / 4
  expect(mean).toBeGreaterThanOrEqual(limit * 0.9)
  // A window that was full when the first no came, and a few at each step of the search.
  expect(sandbox.stats().throttled).toBeLessThanOrEqual(links.length * 100 + 200)
}, 40_000)
