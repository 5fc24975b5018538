// The rule by which receipts show that a number no longer works, as a table.
import { expect, test } from 'vitest'
import type { MessageId } from '../kernel/index.ts'
import { isUnknownSubscriber, judgeNumber, type NumberHistory } from './dead-number-rule.ts'

const day = 86_400_000
const from = Date.UTC(2026, 8, 1)
const failed = (days: number) => ({
  messageId: `m${days}` as MessageId,
  at: from + days * day,
  hasArrived: false,
  code: '027',
})
const arrived = (days: number) => ({ ...failed(days), hasArrived: true, code: null })
const said = (days: number) => ({ messageId: 'c' as MessageId, at: from + days * day, code: '001' })
const nothing: NumberHistory = { ended: [], certain: [], repliedAt: null, worksSince: null }

const cases: readonly (readonly [string, Partial<NumberHistory>, string | null])[] = [
  ['nothing is known', {}, null],
  ['two that failed', { ended: [failed(0), failed(20)] }, null],
  ['three within a week', { ended: [failed(0), failed(3), failed(6)] }, null],
  ['three over two weeks', { ended: [failed(0), failed(3), failed(14)] }, 'repeated_failures'],
  ['in any order', { ended: [failed(14), failed(0), failed(3)] }, 'repeated_failures'],
  ['one arrived between', { ended: [failed(0), arrived(3), failed(9), failed(20)] }, null],
  ['all before one arrived', { ended: [failed(0), failed(3), failed(20), arrived(21)] }, null],
  [
    'a reply since',
    { ended: [failed(0), failed(3), failed(20)], repliedAt: from + 21 * day },
    null,
  ],
  [
    'a reply before them',
    { ended: [failed(1), failed(3), failed(20)], repliedAt: from },
    'repeated_failures',
  ],
  ['nobody has it', { certain: [said(0)] }, 'unknown_subscriber'],
  ['nobody had it, and then it arrived', { certain: [said(0)], ended: [arrived(2)] }, null],
  ['nobody had it before it was lifted', { certain: [said(0)], worksSince: from + day }, null],
  ['nobody has it since', { certain: [said(5)], worksSince: from + day }, 'unknown_subscriber'],
]

test.each(cases)('%s', (_, known, answer) => {
  expect(judgeNumber({ ...nothing, ...known })?.answer ?? null).toBe(answer)
})

test('it is told since when, from which message and by how many', () => {
  const found = judgeNumber({ ...nothing, ended: [failed(0), failed(3), failed(20)] })
  expect(found).toEqual({
    since: from + 20 * day,
    messageId: 'm20',
    answer: 'repeated_failures',
    code: '027',
    failures: 3,
  })
})

test('only a final no with the code of an unknown subscriber is enough by itself', () => {
  expect(isUnknownSubscriber('undelivered', '001')).toBe(true)
  expect(isUnknownSubscriber('rejected', ' 1')).toBe(true)
  expect(isUnknownSubscriber('undelivered', '027')).toBe(false)
  expect(isUnknownSubscriber('undelivered', '0')).toBe(false)
  expect(isUnknownSubscriber('undelivered', null)).toBe(false)
  expect(isUnknownSubscriber('expired', '1')).toBe(false)
  expect(isUnknownSubscriber('delivered', '1')).toBe(false)
})

test('the codes are those of the route', () => {
  expect(isUnknownSubscriber('undelivered', '0042', ['42', '43'])).toBe(true)
  expect(isUnknownSubscriber('undelivered', '1', ['42'])).toBe(false)
  expect(isUnknownSubscriber('undelivered', '1', [])).toBe(false)
})
