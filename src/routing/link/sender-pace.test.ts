// A sender's pace on a clock of its own: who goes, who comes again and when.
import { expect, test } from 'vitest'
import { testClock } from '../../../test/support/clock.ts'
import { linkLimits } from './limits.ts'
import { SenderPace, type TurnAsked } from './sender-pace.ts'

function paceAt(perSecond: number) {
  const clock = testClock()
  const pace = new SenderPace(perSecond, clock, linkLimits)
  const ask = (key: string, asked: Partial<TurnAsked> = {}) =>
    pace.turnMs({ key, before: 0, goesFirst: false, hasBegun: false, parts: 1, ...asked })
  /** What a link does with one that it finds to be its turn. */
  const write = (key: string, asked: Partial<TurnAsked> = {}) => {
    const againInMs = ask(key, asked)
    if (againInMs === 0) pace.wrote()
    return againInMs
  }
  return { clock, pace, ask, write }
}

test('the first goes, each other has a turn of its own, and goes in it', async () => {
  const { clock, write } = paceAt(0.1)
  const turns = ['a', 'b', 'c', 'd'].map((key) => write(key))
  expect(turns).toEqual([0, 10_000, 20_000, 30_000])
  for (const key of ['b', 'c', 'd']) {
    await clock.advance(10_000)
    expect(write(key)).toBe(0)
  }
})

test('as many wait in flight as the rate lets go while a slice is in it', () => {
  const { ask } = paceAt(10)
  // One at once, and five in the half second behind it.
  const turns = Array.from({ length: 8 }, (_, before) =>
    ask(String(before), { before: Math.min(before, 6) }),
  )
  expect(turns).toEqual([0, 0, 0, 0, 0, 0, 600, 700])
})

test('a message that has begun is not torn for half a second more', () => {
  const { ask } = paceAt(2)
  expect(ask('a 1', { before: 1 })).toBe(0)
  expect(ask('a 2', { before: 2, hasBegun: true })).toBe(0)
  expect(ask('b 1', { before: 2 })).toBe(1_000)
})

test('below a part a second the parts of a text leave in turns, and no other between them', async () => {
  const { clock, write } = paceAt(0.5)
  expect(write('a 1', { parts: 3 })).toBe(0)
  expect(write('a 2', { parts: 2, hasBegun: true })).toBe(2_000)
  expect(write('b 1', { parts: 3 })).toBe(6_000)
  expect(write('c 1', { parts: 3 })).toBe(12_000)
  for (const part of [2, 3]) {
    await clock.advance(2_000)
    expect(write(`a ${part}`, { parts: 4 - part, hasBegun: true })).toBe(0)
    if (part === 2) expect(write('a 3', { hasBegun: true })).toBe(2_000)
  }
  await clock.advance(2_000)
  expect(write('b 1', { parts: 3 })).toBe(0)
})

test('an alert has the next turn, before all that wait for theirs', async () => {
  const { clock, write } = paceAt(0.1)
  expect(['a', 'b', 'c'].map((key) => write(key))).toEqual([0, 10_000, 20_000])
  expect(write('alert', { goesFirst: true })).toBe(10_000)
  expect(write('alert 2', { goesFirst: true })).toBe(20_000)
  await clock.advance(9_900)
  // Its turn is the alert's now: the other one goes to the end of the line.
  expect(write('b')).toBeGreaterThan(20_000)
  await clock.advance(100)
  expect(write('alert', { goesFirst: true })).toBe(0)
  await clock.advance(10_000)
  expect(write('c')).toBeGreaterThan(0)
  expect(write('alert 2', { goesFirst: true })).toBe(0)
})

test('who comes before its turn keeps it: a pause makes the line no longer', async () => {
  const { clock, write } = paceAt(1)
  const keys = Array.from({ length: 50 }, (_, index) => `m${index}`)
  for (const key of keys) write(key)
  await clock.advance(200)
  const again = keys.slice(1).map((key) => write(key))
  expect(again).toEqual(keys.slice(1).map((_, index) => index * 1_000 + 800))
})

test('a line longer than five minutes asks again within them, not all at once', () => {
  const { write } = paceAt(0.1)
  const turns = Array.from({ length: 1_000 }, (_, index) => write(`m${index}`))
  expect(turns.slice(0, 31)).toEqual(Array.from({ length: 31 }, (_, index) => index * 10_000))
  const later = turns.slice(31)
  expect(Math.min(...later)).toBeGreaterThanOrEqual(150_000)
  expect(Math.max(...later)).toBeLessThanOrEqual(300_000)
  const tens = new Map<number, number>()
  for (const ms of later) {
    const ten = Math.floor(ms / 10_000)
    tens.set(ten, (tens.get(ten) ?? 0) + 1)
  }
  expect(Math.max(...tens.values())).toBeLessThanOrEqual(70)
})

test('ten thousand in a line all go, at the rate, and are asked only now and then', async () => {
  const { clock, pace, ask } = paceAt(10)
  const due = Array.from({ length: 10_000 }, (_, index) => ({ key: `m${index}`, at: 0 }))
  const begin = clock.monotonicMs()
  let [asked, inFlight] = [0, 0]
  let left = due
  while (left.length > 0 || inFlight > 0) {
    for (; inFlight > 0 && pace.waitMs() === 0; inFlight -= 1) pace.wrote()
    const at = clock.monotonicMs() - begin
    const [now, rest] = [left.filter((one) => one.at <= at), left.filter((one) => one.at > at)]
    for (const one of now) {
      asked += 1
      const againInMs = ask(one.key, { before: inFlight })
      if (againInMs > 0) rest.push({ ...one, at: at + againInMs })
      else inFlight += 1
    }
    left = rest
    await clock.advance(100)
  }
  const seconds = (clock.monotonicMs() - begin) / 1_000
  expect(seconds).toBeGreaterThanOrEqual(990)
  expect(seconds).toBeLessThanOrEqual(1_100)
  expect(asked).toBeLessThanOrEqual(6 * 10_000)
}, 60_000)

test('the rate of a node that has a part of the binds is a part of it', async () => {
  const { clock, pace, write } = paceAt(1)
  expect(write('a')).toBe(0)
  pace.setRate(0.5)
  expect(write('b')).toBe(2_000)
  expect(write('c')).toBe(4_000)
  await clock.advance(2_000)
  expect(write('b')).toBe(0)
})
