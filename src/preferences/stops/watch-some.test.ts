// What is watched as it comes: so many at once, each of them, and whatever becomes of the others.
import { expect, test } from 'vitest'
import { watchSome } from './watch-some.ts'

/** Looks that end when the test says so. */
function looks() {
  const begun: number[] = []
  const ends = new Map<number, (is: boolean | Error) => void>()
  const look = (one: number): Promise<boolean> => {
    begun.push(one)
    return new Promise((resolve, reject) => {
      ends.set(one, (is) => (is instanceof Error ? reject(is) : resolve(is)))
    })
  }
  /** The next one is begun by then. */
  const end = async (one: number, is: boolean | Error): Promise<void> => {
    ends.get(one)?.(is)
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  }
  return { begun, look, end }
}

test('each begins as it comes, up to so many at once, and the next where one is over', async () => {
  const { begun, look, end } = looks()
  const watch = watchSome(2, look)
  watch.begin(1)
  expect(begun).toEqual([1])
  for (const one of [2, 3, 4]) watch.begin(one)
  expect(begun).toEqual([1, 2])
  await end(2, true)
  expect(begun).toEqual([1, 2, 3])
  await end(3, false)
  await end(4, true)
  // All lanes but one are empty: who comes now has room.
  watch.begin(5)
  expect(begun).toEqual([1, 2, 3, 4, 5])
  await end(1, false)
  await end(5, true)
  expect(await watch.end()).toBe(3)
})

test('the fault of one is told at the end, after all others were watched', async () => {
  const { begun, look, end } = looks()
  const watch = watchSome(1, look)
  for (const one of [1, 2, 3]) watch.begin(one)
  const fault = new Error('the database is away')
  await end(1, fault)
  let isOver = false
  const over = watch.end().finally(() => {
    isOver = true
  })
  over.catch(() => undefined)
  await end(2, false)
  expect([begun, isOver]).toEqual([[1, 2, 3], false])
  await end(3, true)
  await expect(over).rejects.toBe(fault)
})

test('of nothing nothing is found', async () => {
  expect(await watchSome(10, async () => true).end()).toBe(0)
})
