// The pace of whole engines, by the operator's own log: two nodes, eight binds, one rate.
import { afterEach, expect, test } from 'vitest'
import { mostInASecond } from '../support/pace-of-log.ts'
import {
  fictionNumbers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

let fixture: SendingFixture | null = null
afterEach(async () => {
  await fixture?.close()
  fixture = null
})

const people = (count: number) => fictionNumbers(count, 1_000)

test('a campaign on two nodes and eight binds keeps its route’s rate, and uses it', async () => {
  const rate = 200
  const here = await sendingFixture({
    sandbox: { isMagic: false },
    pace: `window=50&binds=8&rate=${rate}`,
  })
  fixture = here
  await here.startNode()
  const held = () => here.nodes.map(({ pool }) => pool.linksOf(here.routeId).length)
  await until(() => held().join() === '4,4', 20_000)
  const numbers = people(800)
  await here.people(numbers, { agreed: true })
  const { ids } = await here.accept(numbers)
  await until(async () => (await here.states(ids))['delivered'] === ids.length, 40_000)
  const times = (here.sandbox?.taken() ?? []).map(({ at }) => at)
  expect(times).toHaveLength(ids.length)
  expect(mostInASecond(times)).toBeLessThanOrEqual(rate * 1.02)
  const [first = 0] = times
  const last = times.at(-1) ?? 0
  // The last slices of a campaign do not fill every bind: the mean is of all but them.
  const until90 = times.filter((at) => at <= first + (last - first) * 0.9)
  const seconds = ((until90.at(-1) ?? 0) - first) / 1_000
  // How near it comes to the rate is for the bench to say: a busy machine is late.
  expect(until90.length / seconds).toBeGreaterThanOrEqual(rate * 0.5)
}, 90_000)

test('a campaign through an operator that throttles goes at nearly its limit', async () => {
  const limit = 200
  const here = await sendingFixture({
    sandbox: { isMagic: false, submitsPerSecondMax: limit },
    pace: 'window=50&binds=2',
  })
  fixture = here
  const numbers = people(1_200)
  await here.people(numbers, { agreed: true })
  const { ids } = await here.accept(numbers)
  await until(async () => (await here.states(ids))['delivered'] === ids.length, 60_000)
  const times = (here.sandbox?.taken() ?? []).map(({ at }) => at)
  expect(times).toHaveLength(ids.length)
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000
  expect(ids.length / seconds).toBeGreaterThanOrEqual(limit * 0.5)
  expect(here.sandbox?.stats().throttled).toBeLessThanOrEqual(ids.length * 0.1)
}, 90_000)
