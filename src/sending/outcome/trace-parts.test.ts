// Receipts without a known id: settled when exactly one part fits, left alone when in doubt.
import { expect, test } from 'vitest'
import type { AccountId, MessageId } from '../../kernel/index.ts'
import type { TracedStray, UnsettledPart } from '../store/unsettled-store.ts'
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
const stray = (more: Partial<TracedStray> = {}): TracedStray => ({
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

const cases: [string, UnsettledPart[], TracedStray[], [string, string][]][] = [
  ['one part, one receipt', [part()], [stray()], [['m1 1', 'id1']]],
  ['another number', [part()], [stray({ tag: 'bb' })], []],
  ['another sender', [part()], [stray({ sender: 'AUTRE' })], []],
  ['no sender in the receipt', [part()], [stray({ sender: null })], [['m1 1', 'id1']]],
  ['a receipt from before it left', [part()], [stray({ receivedAt: at - 1 })], []],
  ['done long before it left', [part()], [stray({ doneAt: at - 3_600_000 })], []],
  ['done in the same minute', [part()], [stray({ doneAt: at - 59_000 })], [['m1 1', 'id1']]],
  ['two messages to the number: in doubt', [part(), part(other)], [stray()], []],
  [
    'one of the two left by a clock that is ahead of that of the receipt: in doubt',
    [part({ leftAt: at - 20_000 }), part({ ...other, leftAt: at + 9_000 })],
    [stray()],
    [],
  ],
  [
    'the other left long after the receipt',
    [part(), part({ ...other, leftAt: at + 600_000 })],
    [stray()],
    [['m1 1', 'id1']],
  ],
  [
    'two messages and an echoed reference',
    [part(), part(other)],
    [stray({ reference: 200 })],
    [['m2 1', 'id1']],
  ],
  ['an echoed reference of nobody', [part()], [stray({ reference: 7 })], []],
  ['one part and two receipts of two ids', [part()], [stray(), stray({ key: 'id2' })], []],
  [
    'one part and two receipts of one id',
    [part()],
    [stray({ outcome: 'enroute' }), stray()],
    [['m1 1', 'id1']],
  ],
  [
    'two parts of a message, both delivered',
    [part({ parts: 2 }), part(second)],
    [stray(), stray({ key: 'id2' })],
    [
      ['m1 1', 'id1'],
      ['m1 2', 'id2'],
    ],
  ],
  [
    'two parts of a message, one delivered: which?',
    [part({ parts: 2 }), part(second)],
    [stray(), stray({ key: 'id2', outcome: 'undelivered' })],
    [],
  ],
  [
    'two parts, told apart by what is echoed',
    [part({ parts: 2 }), part(second)],
    [stray({ reference: 101 }), stray({ key: 'id2', reference: 100, outcome: 'undelivered' })],
    [
      ['m1 2', 'id1'],
      ['m1 1', 'id2'],
    ],
  ],
  [
    'two messages, two receipts alike: in doubt',
    [part(), part(other)],
    [stray(), stray({ key: 'id2' })],
    [],
  ],
]

test.each(cases)('%s', (_name, parts, strays, expected) => {
  const traced = traceParts(parts, strays).map(({ part: found, key }) => [
    `${found.messageId} ${found.part}`,
    key,
  ])
  expect(traced).toEqual(expected)
})
