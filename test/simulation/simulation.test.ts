// The short form of `npm run sim`, and that its questions find a program that is broken on purpose.
import { expect, test } from 'vitest'
import { controls, isFound } from './controls.ts'
import { simulate } from './run-simulation.ts'

test('two seeds: no invariant breaks, and enough went wrong for that to mean something', async () => {
  const sums = { crashes: 0, messages: 0, taken: 0, maybeSent: 0 }
  // Over two routes, and over one; `npm run sim` takes as many as one likes.
  for (const seed of [2, 3]) {
    const { broken, facts } = await simulate(seed)
    expect([seed, broken]).toEqual([seed, []])
    for (const name of ['crashes', 'messages', 'taken', 'maybeSent'] as const) {
      sums[name] += facts[name]
    }
  }
  expect(sums.crashes).toBeGreaterThan(2)
  expect(sums.maybeSent).toBeGreaterThan(0)
  expect(sums.messages).toBeGreaterThan(50)
  expect(sums.taken).toBeGreaterThan(50)
}, 400_000)

// One that sends twice and one that loses; `npm run sim` begins with all of them.
test.each(controls.filter(({ sabotage }) => sabotage === 'requeue' || sabotage === 'forget'))(
  'a program that is broken by "$sabotage" is found',
  async (control) => {
    expect(await isFound(control)).toBe(true)
  },
  400_000,
)
