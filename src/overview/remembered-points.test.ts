// A count that takes long is asked once in a while; one that does not, each time.
import { expect, test } from 'vitest'
import { makeTestId, testClock } from '../../test/support/clock.ts'
import type { AccountId, Caller } from '../kernel/index.ts'
import { remembered } from './remembered-points.ts'

const makeId = makeTestId()

function slowCount({ ms, people }: { ms: number; people: number }) {
  const clock = testClock()
  const seen = { counts: 0, fails: false }
  const isLarge = async () => people > 10_000
  const read = remembered({ clock, isLarge }, async () => {
    seen.counts += 1
    const count = seen.counts
    await clock.sleep(ms)
    if (seen.fails) throw new Error('the database is away')
    return [{ by: null, details: { count } }]
  })
  const ask = (accountId: AccountId) => read({ accountId } as Caller, clock.now())
  /** What somebody is shown who asks now. */
  const shown = async (accountId: AccountId) => {
    const answer = ask(accountId)
    answer.catch(() => undefined)
    await clock.advance(ms)
    return (await answer)[0]?.details['count']
  }
  return { clock, seen, ask, shown }
}

test('of a large account a count stands for twenty times as long as it took', async () => {
  const { clock, shown } = slowCount({ ms: 300, people: 600_000 })
  const accountId = makeId() as AccountId
  expect(await shown(accountId)).toBe(1)
  expect(await shown(accountId)).toBe(1)
  await clock.advance(5_000)
  expect(await shown(accountId)).toBe(1)
  // Nobody is shown what is older: it is counted anew before they are answered.
  await clock.advance(1_000)
  expect(await shown(accountId)).toBe(2)
  expect(await shown(makeId() as AccountId)).toBe(3)
})

test('however long it takes, it is a minute old at most', async () => {
  const { clock, shown } = slowCount({ ms: 10_000, people: 600_000 })
  const accountId = makeId() as AccountId
  expect(await shown(accountId)).toBe(1)
  await clock.advance(50_001)
  expect(await shown(accountId)).toBe(2)
})

test.each([
  ['that is counted at once', { ms: 20, people: 600_000 }],
  ['of few people on a machine that is held up', { ms: 800, people: 20 }],
])('a count %s is of the moment', async (_which, world) => {
  const { shown } = slowCount(world)
  const accountId = makeId() as AccountId
  expect(await shown(accountId)).toBe(1)
  expect(await shown(accountId)).toBe(2)
})

test('many who ask at once for what took long wait for one count, and a failure is not kept', async () => {
  const { clock, seen, ask, shown } = slowCount({ ms: 300, people: 600_000 })
  const accountId = makeId() as AccountId
  await shown(accountId)
  await clock.advance(10_000)
  const askAll = async () => {
    const all = Promise.allSettled(Array.from({ length: 5 }, () => ask(accountId)))
    await clock.advance(300)
    return (await all).map(({ status }) => status)
  }
  seen.fails = true
  expect(await askAll()).toEqual(Array(5).fill('rejected'))
  expect(seen.counts).toBe(2)
  seen.fails = false
  expect(await shown(accountId)).toBe(3)
})
