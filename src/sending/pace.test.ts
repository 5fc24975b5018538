// The pace by the hour: no hour passes its number, and nothing waits longer than it must.
import { expect, test } from 'vitest'
import { type Pace, takePace } from './pace.ts'

const start = Date.parse('2026-11-25T09:07:30Z')
const hourMs = 3_600_000
const fresh = (perHour: number): Pace => ({ perHour, span: 0, taken: 0, nextAt: 0 })

/** Plays a line of messages through the gate: each comes when it is due, and again in its slot. */
function play(perHour: number, due: readonly number[]): number[] {
  let pace = fresh(perHour)
  const left: number[] = []
  let waiting = [...due]
  while (waiting.length > 0) {
    waiting.sort((a, b) => a - b)
    const at = waiting[0] as number
    const slice = waiting.filter((instant) => instant === at).slice(0, 25)
    const taken = takePace(pace, { at, count: slice.length })
    pace = taken.pace
    for (let index = 0; index < taken.now; index += 1) left.push(at)
    waiting = [...waiting.slice(slice.length), ...taken.slots]
  }
  return left
}

function mostInAnyHour(left: readonly number[]): number {
  return Math.max(...left.map((at) => left.filter((b) => b >= at && b < at + hourMs).length))
}

test.each([10, 60, 100, 1_000])(
  'at %i an hour no clock hour passes it, and none is lost',
  (perHour) => {
    const left = play(perHour, Array(perHour * 3).fill(start))
    expect(left).toHaveLength(perHour * 3)
    // A span that the hour cuts counts whole: one share more at most.
    expect(mostInAnyHour(left)).toBeLessThanOrEqual(perHour + Math.ceil(perHour / 10))
    expect(Math.max(...left) - start).toBeLessThanOrEqual(3 * hourMs)
  },
)

const mostInAClockHour = (left: readonly number[]): number => {
  const byHour = new Map<number, number>()
  for (const at of left) {
    const hour = Math.floor(at / hourMs)
    byHour.set(hour, (byHour.get(hour) ?? 0) + 1)
  }
  return Math.max(...byHour.values())
}

test.each([5, 10, 11, 19, 25, 333])(
  'at %i an hour just as many leave in a full hour',
  (perHour) => {
    const left = play(perHour, Array(perHour * 3).fill(start))
    expect(left).toHaveLength(perHour * 3)
    expect(mostInAClockHour(left)).toBe(perHour)
    expect(mostInAnyHour(left)).toBeLessThanOrEqual(perHour + Math.ceil(perHour / 10))
    // An hour for each share, and what is left of the one in which it begins.
    expect(Math.max(...left) - start).toBeLessThanOrEqual(4 * hourMs)
  },
)

test('what comes late all at once, after a pause or a night, is spread again', () => {
  const left = play(100, [...Array(100).fill(start), ...Array(150).fill(start + 2 * hourMs)])
  expect(mostInAnyHour(left)).toBeLessThanOrEqual(110)
})

test('a message in its own slot leaves in it', () => {
  const first = takePace(fresh(100), { at: start, count: 40 })
  expect(first.now).toBe(10)
  expect(first.slots).toHaveLength(30)
  let { pace } = first
  for (const at of first.slots) {
    const again = takePace(pace, { at, count: 1 })
    expect(again.now).toBe(1)
    pace = again.pace
  }
})
