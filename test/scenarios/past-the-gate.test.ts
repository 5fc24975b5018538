// Every published attempt to get marketing past the gate gets its one answer; its control passes.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkThatFires } from '../past-the-gate/attempt.ts'
import { attempts } from '../past-the-gate/attempts.ts'
import { openWorld, type World } from '../past-the-gate/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  await world?.close()
})
beforeEach(async () => {
  await world.reset()
})

test('there are at least two hundred, and no two are the same', () => {
  expect(attempts.length).toBeGreaterThanOrEqual(200)
  const named = attempts.map(({ family, what, gate }) => `${family}: ${what} (${gate})`)
  expect(named.filter((one, index) => named.indexOf(one) !== index)).toEqual([])
})

test.each(attempts.map((one) => [`${one.family}: ${one.what} (${one.gate})`, one] as const))(
  '%s',
  async (_name, { make, pass, expected, gate }) => {
    const refused = await make(world)
    expect(refused.verdict).toBe(expected)
    const check = checkThatFires(expected)
    if (gate === 'first' && check !== null) expect(refused.checks).toContain(check)
    await world.reset()
    expect((await pass(world)).verdict).toBe('allowed')
  },
)
