// Receipts that nobody can read: counted, and told once a word, with the word alone.
import { expect, test } from 'vitest'
import { Personal, type RouteId } from '../kernel/index.ts'
import { createLogger, createMetrics } from '../observability/index.ts'
import type { OperatorReceipt } from './link/index.ts'
import { ReceiptDelays } from './receipt-delays.ts'
import { ReceiptHabits } from './receipt-ids.ts'
import { ReceiptWatch } from './receipt-watch.ts'

const a = '0193f6a0-0000-7000-8000-000000000001' as RouteId
const b = '0193f6a0-0000-7000-8000-000000000002' as RouteId
const hour = 3_600_000

function receipt(change: Partial<OperatorReceipt>): OperatorReceipt {
  return {
    operatorMessageId: 'ID-1',
    otherMessageId: null,
    state: 'unknown',
    isFinal: true,
    unreadState: null,
    errorCode: null,
    doneAt: null,
    from: new Personal('+33639980001'),
    to: 'BOUTIQUE',
    reference: null,
    ...change,
  }
}

function newWatch() {
  const lines: Record<string, unknown>[] = []
  const logger = createLogger({
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  })
  const metrics = createMetrics()
  const watch = new ReceiptWatch({ logger, metrics, habits: new ReceiptHabits() })
  const told = () =>
    lines.splice(0).map(({ event, route, word }) => {
      expect(event).toBe('routing.receipt_unread')
      return [route, word]
    })
  const delays = new ReceiptDelays()
  const smpp = (routeId: RouteId, words: readonly (string | null)[], at = 0) => {
    const batch = words.map((unreadState) => receipt({ unreadState }))
    watch.measure(routeId, delays, batch, at)
  }
  return { watch, metrics, told, smpp }
}

test('a state that no table knows is counted, and told once an hour, a word and a route', () => {
  const { metrics, told, smpp } = newWatch()
  smpp(a, ['PARTIAL', null, 'PARTIAL', 'partial'])
  smpp(b, ['PARTIAL'], 1_000)
  expect(told()).toEqual([
    [a, 'PARTIAL'],
    [b, 'PARTIAL'],
  ])
  smpp(a, ['PARTIAL'], hour - 1)
  expect(told()).toEqual([])
  smpp(a, ['PARTIAL', '17'], hour)
  expect(told()).toEqual([
    [a, 'PARTIAL'],
    [a, '17'],
  ])
  const text = metrics.text()
  expect(text).toContain(`accord_receipts_unread_total{route="${a}",why="unknown_state"} 6`)
  expect(text).toContain(`accord_receipts_unread_total{route="${b}",why="unknown_state"} 1`)
})

test('without an id or a state it is counted as such, and nothing is told', () => {
  const { watch, metrics, told, smpp } = newWatch()
  smpp(a, [''])
  watch.unread(a, [{ why: 'no_id' }, { why: 'no_id' }, { why: 'no_state' }], 0)
  expect(told()).toEqual([])
  expect(metrics.text()).toContain(`{route="${a}",why="no_id"} 2`)
  expect(metrics.text()).toContain(`{route="${a}",why="no_state"} 2`)
})

test.each([
  '33639980001',
  '+33639980001',
  '0639-980-001',
  'Delivered to A. Person',
  'person@example.org',
  'X'.repeat(41),
])('what may tell of a person is counted and not repeated: %s', (word) => {
  const { metrics, told, smpp } = newWatch()
  smpp(a, [word])
  expect(told()).toEqual([[a, null]])
  expect(metrics.text()).toContain(`{route="${a}",why="unknown_state"} 1`)
})

test('an operator that never says the same twice fills neither the log nor the memory', () => {
  const { told, smpp } = newWatch()
  smpp(
    a,
    Array.from({ length: 500 }, (_, index) => `S${index}`),
  )
  expect(told()).toHaveLength(20)
})
