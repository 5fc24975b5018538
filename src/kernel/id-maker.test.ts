// Identifiers in the order in which they were made, whatever the clock does.
import { expect, test } from 'vitest'
import { seededRandomness } from '../../test/support/clock.ts'
import { idMaker } from './id-maker.ts'

const start = Date.UTC(2026, 10, 28)
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

test('within one instant they follow each other, past four thousand of them too', () => {
  const makeId = idMaker({ now: () => start }, seededRandomness())
  const made = Array.from({ length: 10_000 }, makeId)
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(timeOf(made.at(-1) ?? '') - start).toBeLessThan(4)
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/)
})

test('a clock that steps back a little does not break the order', () => {
  const instants = [0, 5, 3, 3, 5, 6, -9_000, 7].map((ms) => start + ms)
  const clock = { now: () => instants.shift() ?? start }
  const makeId = idMaker(clock, seededRandomness())
  const made = Array.from({ length: 8 }, makeId)
  expect(made.toSorted()).toEqual(made)
  expect(made.map((id) => timeOf(id) - start)).toEqual([0, 5, 5, 5, 5, 6, 6, 7])
})

test('a clock that was set anew is followed', () => {
  const instants = [start, start - 86_400_000, start]
  const makeId = idMaker({ now: () => instants.shift() ?? start }, seededRandomness())
  const made = Array.from({ length: 3 }, makeId)
  expect(made.map((id) => timeOf(id) - start)).toEqual([0, -86_400_000, 0])
})

test('two makers share no identifier', () => {
  const clock = { now: () => start }
  const one = idMaker(clock, seededRandomness('one'))
  const other = idMaker(clock, seededRandomness('other'))
  const made = Array.from({ length: 2_000 }, () => [one(), other()]).flat()
  expect(new Set(made).size).toBe(4_000)
})
