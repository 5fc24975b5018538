// So many files of an account are held in memory at once; another account, and the next after one,
// have theirs.
import { expect, test } from 'vitest'
import type { AccountId } from '../kernel/index.ts'
import { heldInMemoryMax, holdInMemory } from './index.ts'

const one = 'one' as AccountId
const other = 'other' as AccountId

test('one more than are held is refused before its work begins, and its place is free after any end', async () => {
  const hold = holdInMemory()
  const ends: ((isWell: boolean) => void)[] = []
  const work = () =>
    new Promise<string>((resolve, reject) => {
      ends.push((isWell) => (isWell ? resolve('kept') : reject(new Error('broke off'))))
    })
  const held = Array.from({ length: heldInMemoryMax }, () => hold(one, work))
  await expect(hold(one, work)).rejects.toMatchObject({
    code: 'files.reading_busy',
    kind: 'rate_limited',
  })
  expect(ends.length).toBe(heldInMemoryMax)
  expect(await hold(other, async () => 'another')).toBe('another')
  ends[0]?.(false)
  await expect(held[0]).rejects.toThrow('broke off')
  expect(await hold(one, async () => 'next')).toBe('next')
  for (const end of ends) end(true)
  await Promise.allSettled(held)
})
