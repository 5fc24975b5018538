// How long a copy waits beside a server that writes much, by a clock of its own.
import { expect, test } from 'vitest'
import { busyRowsPerSecond, isBusy, Pace, waitMsInAll } from './pace.ts'

/** The server writes so many rows a second; whoever sleeps moves the clock. */
function besideServer(rowsPerSecond: () => number, isBehind: () => boolean = () => false) {
  let now = 1_000_000
  let rows = 0
  let looks = 0
  const pass = (ms: number) => {
    now += ms
    rows += (rowsPerSecond() * ms) / 1_000
  }
  const timers = { now: () => now, sleep: async (ms: number) => pass(ms) }
  const rowsWritten = async () => {
    looks += 1
    return rows
  }
  const pace = new Pace({ timers, rowsWritten })
  /** What was waited behind so much work. */
  const work = async (ms: number): Promise<number> => {
    pass(ms)
    const before = now
    const waited = await pace.step(isBehind)
    expect(waited).toBe(now > before)
    return now - before
  }
  return { work, looks: () => looks, now: () => now }
}

test.each([
  ['nothing is written', 0, 1_000, 0],
  ['what people do', busyRowsPerSecond - 1, 1_000, 0],
  ['a campaign', busyRowsPerSecond, 1_000, 3_000],
  ['a campaign, a short step', 20_000, 100, 300],
  ['a campaign, a step too short to count', 20_000, 49, 0],
  ['a campaign, a step that nobody would wait for three times', 20_000, 120_000, 60_000],
])('%s', async (_, rowsPerSecond, workedMs, waitedMs) => {
  const { work } = besideServer(() => rowsPerSecond)
  // The first look has nothing to compare with.
  await work(2_000)
  await work(1_000)
  expect(await work(workedMs)).toBe(waitedMs)
})

test('The server is looked at once a second at most, and nobody waits on when it has become quiet', async () => {
  let rowsPerSecond = 50_000
  const { work, looks } = besideServer(() => rowsPerSecond)
  await work(1_000)
  for (let step = 0; step < 10; step += 1) await work(50)
  expect(looks()).toBeLessThanOrEqual(4)
  const long = work(20_000)
  rowsPerSecond = 0
  // Until the next look shows it.
  expect(await long).toBeLessThanOrEqual(2_000)
  expect(await work(20_000)).toBe(0)
})

test('Of all waiting there is an end, and after it the work goes on beside any server', async () => {
  const { work } = besideServer(() => 50_000)
  await work(1_000)
  let waited = 0
  for (let step = 0; step < 200; step += 1) waited += await work(30_000)
  expect(waited).toBe(waitMsInAll)
})

test('While the receiver of what the server writes is behind, all else waits for it', async () => {
  let behindMs = 5_000
  let last = 0
  const server = besideServer(
    () => 0,
    () => {
      behindMs -= server.now() - last
      last = server.now()
      return behindMs > 0
    },
  )
  last = server.now()
  expect(await server.work(100)).toBeGreaterThanOrEqual(4_800)
  expect(await server.work(1_000)).toBe(0)
})

test('Rows are compared with the time that has passed', () => {
  const before = { at: 0, rows: 100 }
  expect(isBusy(before, { at: 2_000, rows: 100 + 2 * busyRowsPerSecond })).toBe(true)
  expect(isBusy(before, { at: 4_000, rows: 100 + 2 * busyRowsPerSecond })).toBe(false)
})
