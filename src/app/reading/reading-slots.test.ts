// So many files at once, so many of one account; who waits is served in turn,
// or told to come again.
import { expect, test } from 'vitest'
import { readingSlots } from './reading-slots.ts'

const limits = { atOnceMax: 3, ofOneMax: 2, waitingOfOneMax: 1 }

test('one account with many files leaves room for the others', async () => {
  const slots = readingSlots(limits)
  const begun: string[] = []
  const take = (of: string, isRequest = false) =>
    slots.take(of, isRequest).then((release) => {
      begun.push(of)
      return release
    })
  const [first] = await Promise.all([take('a'), take('a')])
  const third = take('a')
  await Promise.resolve()
  expect(begun).toEqual(['a', 'a'])
  // The third of the first account waits; another account does not wait behind it.
  await take('b')
  expect(begun).toEqual(['a', 'a', 'b'])
  first()
  await third
  expect(begun).toEqual(['a', 'a', 'b', 'a'])
})

test('who would wait behind their like is told so', async () => {
  const slots = readingSlots({ ...limits, atOnceMax: 1 })
  const release = await slots.take('a', true)
  const waiting = slots.take('a', true)
  await expect(slots.take('a', true)).rejects.toMatchObject({
    code: 'files.reading_busy',
    kind: 'rate_limited',
  })
  const job = slots.take('a', false)
  // A worker of the queue that waits does nothing else: the second of an account comes again.
  await expect(slots.take('a', false)).rejects.toMatchObject({ code: 'files.reading_busy' })
  release()
  ;(await waiting)()
  ;(await job)()
  expect(await slots.take('b', true)).toBeTypeOf('function')
})

test('whoever waits when it closes is told', async () => {
  const slots = readingSlots({ ...limits, atOnceMax: 1 })
  await slots.take('a', false)
  const waiting = slots.take('b', false)
  slots.close()
  await expect(waiting).rejects.toMatchObject({ code: 'files.reading_cut_off' })
})
