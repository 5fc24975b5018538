// Receipts without a known id: settled when exactly one part fits, left alone when in doubt.
import { expect, test } from 'vitest'
import type { AccountId, MessageId } from '../../kernel/index.ts'
import type { TracedUnmatched, UnsettledPart } from '../store/unsettled-store.ts'
import { traceParts } from './trace-parts.ts'

const at = Date.parse('2026-11-25T10:00:00Z')
const part = (more: Partial<UnsettledPart> = {}): UnsettledPart => ({
  accountId: 'a' as AccountId,
  messageId: 'm1' as MessageId,
  campaignId: null,
  part: 1,
  parts: 1,
  attempt: 1,
  leftAt: at,
  tag: 'aa',
  sender: 'LUMEN',
  reference: 100,
  ...more,
})
const unmatched = (more: Partial<TracedUnmatched> = {}): TracedUnmatched => ({
  key: 'id1',
  tag: 'aa',
  sender: 'LUMEN',
  reference: null,
  outcome: 'delivered',
  doneAt: at + 1_000,
  receivedAt: at + 2_000,
  ...more,
})
const other = { messageId: 'm2' as MessageId, reference: 200 }
const second = { part: 2, parts: 2, reference: 101 }

const cases: [string, UnsettledPart[], TracedUnmatched[], [string, string][]][] = [
  ['one part, one receipt', [part()], [unmatched()], [['m1 1', 'id1']]],
  ['another number', [part()], [unmatched({ tag: 'bb' })], []],
  ['another sender', [part()], [unmatched({ sender: 'AUTRE' })], []],
  ['no sender in the receipt', [part()], [unmatched({ sender: null })], [['m1 1', 'id1']]],
  ['a receipt from before it left', [part()], [unmatched({ receivedAt: at - 1 })], []],
  ['done long before it left', [part()], [unmatched({ doneAt: at - 3_600_000 })], []],
  ['done in the same minute', [part()], [unmatched({ doneAt: at - 59_000 })], [['m1 1', 'id1']]],
  ['two messages to the number: in doubt', [part(), part(other)], [unmatched()], []],
  [
    'one of the two left by a clock that is ahead of that of the receipt: in doubt',
    [part({ leftAt: at - 20_000 }), part({ ...other, leftAt: at + 9_000 })],
    [unmatched()],
    [],
  ],
  [
    'the other left long after the receipt',
    [part(), part({ ...other, leftAt: at + 600_000 })],
    [unmatched()],
    [['m1 1', 'id1']],
  ],
  [
    'two messages and an echoed reference',
    [part(), part(other)],
    [unmatched({ reference: 200 })],
    [['m2 1', 'id1']],
  ],
  ['an echoed reference of nobody', [part()], [unmatched({ reference: 7 })], []],
  ['one part and two receipts of two ids', [part()], [unmatched(), unmatched({ key: 'id2' })], []],
  [
    'one part and two receipts of one id',
    [part()],
    [unmatched({ outcome: 'enroute' }), unmatched()],
    [['m1 1', 'id1']],
  ],
  [
    'two parts of a message, both delivered',
    [part({ parts: 2 }), part(second)],
    [unmatched(), unmatched({ key: 'id2' })],
    [
      ['m1 1', 'id1'],
      ['m1 2', 'id2'],
    ],
  ],
  [
    'two parts of a message, one delivered: which?',
    [part({ parts: 2 }), part(second)],
    [unmatched(), unmatched({ key: 'id2', outcome: 'undelivered' })],
    [],
  ],
  [
    'two parts, told apart by what is echoed',
    [part({ parts: 2 }), part(second)],
    [
      unmatched({ reference: 101 }),
      unmatched({ key: 'id2', reference: 100, outcome: 'undelivered' }),
    ],
    [
      ['m1 2', 'id1'],
      ['m1 1', 'id2'],
    ],
  ],
  [
    'two messages, two receipts alike: in doubt',
    [part(), part(other)],
    [unmatched(), unmatched({ key: 'id2' })],
    [],
  ],
]

test.each(cases)('%s', (_name, parts, unmatched, expected) => {
  const traced = traceParts(parts, unmatched).map(({ part: found, key }) => [
    `${found.messageId} ${found.part}`,
    key,
  ])
  expect(traced).toEqual(expected)
})
