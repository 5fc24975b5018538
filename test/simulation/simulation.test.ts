// The short form of `npm run sim`, and that its questions find a program that is broken on purpose.
import { expect, test } from 'vitest'
import { type Sabotage, simulate } from './run-simulation.ts'

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

/** Those first that are soon over, or known to find something. */
const seeds = [3, 5, 4, 2, ...Array.from({ length: 14 }, (_, index) => index + 6)]

const controls: [Sabotage, RegExp, number?][] = [
  ['requeue', /^4: .* was taken \d+ times$/],
  ['forget', /^3: /],
  ['deaf', /^2: .* left after the person had said no$/, 4],
  ['rewrite', /^6: the verifier says no: /],
  ['discreet', /^9: the log does not tell how campaign /],
  ['miscount', /^3: campaign .* tells \d+ accepted, and has \d+$/],
]

test.each(controls)(
  'a program that is broken by "%s" is found',
  async (sabotage, breach, first = 3) => {
    const found: string[] = []
    for (const seed of new Set([first, ...seeds])) {
      if (found.some((one) => breach.test(one))) break
      found.push(...(await simulate(seed, sabotage)).broken)
    }
    expect(found.filter((one) => breach.test(one)).length).toBeGreaterThan(0)
  },
  400_000,
)
