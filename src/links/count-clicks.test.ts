// Many at once are counted by few writes, and each is told whether it was.
import { expect, test } from 'vitest'
import { makeTestId } from '../../test/support/clock.ts'
import type { AccountId } from '../kernel/index.ts'
import { type Click, clickCounter } from './count-clicks.ts'

const accountId = makeTestId()() as AccountId
const click = (id: string): Click => ({ accountId, id, who: 'people' })

function slowTable() {
  const written = new Map<string, number>()
  const under = new Map<string, number>()
  const seen = { most: 0, writes: 0, fails: false }
  const count = clickCounter(async ({ id }, clicks) => {
    under.set(id, (under.get(id) ?? 0) + 1)
    seen.most = Math.max(seen.most, under.get(id) ?? 0)
    seen.writes += 1
    await new Promise((resolve) => setImmediate(resolve))
    under.set(id, (under.get(id) ?? 1) - 1)
    if (seen.fails) throw new Error('the database is away')
    written.set(id, (written.get(id) ?? 0) + clicks)
  })
  return { written, seen, count }
}

test('a thousand clicks at once on a link wait for one write at a time', async () => {
  const { written, seen, count } = slowTable()
  await Promise.all(Array.from({ length: 1_000 }, () => count(click('a'))))
  await Promise.all([count(click('a')), count(click('b'))])
  expect(Object.fromEntries(written)).toEqual({ a: 1_001, b: 1 })
  expect(seen.most).toBe(1)
  expect(seen.writes).toBeLessThan(10)
})

test('a write that fails is told to those that it was for, and the next one goes', async () => {
  const { written, seen, count } = slowTable()
  seen.fails = true
  const lost = await Promise.allSettled([count(click('a')), count(click('a'))])
  expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  seen.fails = false
  await count(click('a'))
  expect(written.get('a')).toBe(1)
})
