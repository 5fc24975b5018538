// What the window of a second keeps: as much as a second holds, however long a route goes on.
import { expect, test } from 'vitest'
import { SecondWindow } from './second-window.ts'

test.each([
  ['asked for its count now and then', true],
  ['never asked, as on a route without a rate', false],
])('a million segments, %s: the instants of two seconds are kept', (_name, isAsked) => {
  let now = 0
  const window = new SecondWindow({ monotonicMs: () => now })
  let most = 0
  for (let segment = 0; segment < 1_000_000; segment += 1) {
    now += 0.1
    window.written()
    window.heard(1, now - 5)
    if (isAsked && segment % 50 === 0) window.counting
    most = Math.max(most, window.remembered)
  }
  expect(most).toBeLessThan(3_100)
  now += 2_000
  expect(window.counting).toBe(0)
})

test('no segment stops counting before its second is over', () => {
  let now = 0.4
  const window = new SecondWindow({ monotonicMs: () => now })
  window.written()
  window.heard(1, now)
  now += 1_001
  expect(window.counting).toBe(1)
  now += 1
  expect(window.counting).toBe(0)
})
