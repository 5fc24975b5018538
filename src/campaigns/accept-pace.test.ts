// A list becomes messages a few thousand ahead of what leaves, and never waits for a slow route.
import { expect, test } from 'vitest'
import { AcceptPace } from './accept-pace.ts'

type World = { acceptMs: number; perSecond: number; people: number; heldOf?: (n: number) => number }

/** Pages of a thousand, each accepted in `acceptMs`, while so many a second leave. */
async function run({ acceptMs, perSecond, people, heldOf = () => 0 }: World) {
  let now = 0
  let left = 0
  let mayLeave = 0
  const goOn = (ms: number): void => {
    now += ms
    left = Math.min(mayLeave, left + (perSecond * ms) / 1_000)
  }
  const timers = {
    monotonicMs: () => now,
    sleep: async (ms: number) => goOn(ms),
  }
  const pace = new AcceptPace(timers)
  const ahead: number[] = []
  for (let done = 0; done < people; done += 1_000) {
    goOn(acceptMs)
    mayLeave += 1_000 - heldOf(1_000)
    await pace.after({ accepted: mayLeave, left: Math.floor(left) })
    ahead.push(mayLeave - left)
  }
  return { ms: now, aheadMax: Math.max(...ahead), aheadLast: ahead.at(-1) ?? 0 }
}

test('what is accepted twice as fast as it leaves is a few thousand ahead at the end', async () => {
  const { ms, aheadMax, aheadLast } = await run({
    acceptMs: 50,
    perSecond: 10_000,
    people: 200_000,
  })
  expect(aheadMax).toBeLessThan(15_000)
  expect(aheadLast).toBeGreaterThan(3_000)
  expect(aheadLast).toBeLessThan(8_000)
  // Whoever sends was never out of work.
  expect(ms).toBeLessThan(20_500)
})

test.each([
  ['a route that takes 50 a second', { acceptMs: 50, perSecond: 50, people: 50_000 }],
  ['a route that is down', { acceptMs: 50, perSecond: 0, people: 50_000 }],
  ['an acceptance that is the slower one', { acceptMs: 200, perSecond: 10_000, people: 50_000 }],
  [
    'a list of which nearly all are held until the morning',
    { acceptMs: 50, perSecond: 10_000, people: 50_000, heldOf: () => 990 },
  ],
])('%s is not waited for', async (_, world) => {
  expect((await run(world)).ms).toBeLessThan(world.acceptMs * 50 * 1.05)
})

test('a campaign that goes on after a pause counts what has left since', async () => {
  let now = 0
  const pace = new AcceptPace({ monotonicMs: () => now, sleep: async () => undefined })
  for (let page = 1; page <= 6; page += 1) {
    now += 100
    // Half a million had left before; of this run all leaves at once.
    expect(pace.pauseMs({ accepted: page * 1_000, left: 500_000 + page * 1_000 })).toBe(0)
    await pace.after({ accepted: page * 1_000, left: 500_000 + page * 1_000 })
  }
})
