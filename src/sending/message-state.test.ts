// Receipts move parts only upwards, and parts make one message.
import { expect, test } from 'vitest'
import { receiptOutcomes } from './contract.ts'
import {
  isFinal,
  messageFromParts,
  type PartState,
  partAfterReceipt,
  partStates,
} from './message-state.ts'

// biome-ignore format: a table reads as a table
const receipts: readonly (readonly [PartState, (typeof receiptOutcomes)[number], PartState])[] = [
  ['submitted', 'enroute', 'submitted'],
  ['submitted', 'unknown', 'submitted'],
  ['submitted', 'delivered', 'delivered'],
  ['submitted', 'undelivered', 'undelivered'],
  ['submitted', 'deleted', 'undelivered'],
  ['submitted', 'expired', 'expired'],
  ['submitted', 'rejected', 'rejected'],
  ['maybe_sent', 'unknown', 'maybe_sent'],
  ['maybe_sent', 'enroute', 'submitted'],
  ['maybe_sent', 'delivered', 'delivered'],
  ['delivered', 'undelivered', 'delivered'],
  ['undelivered', 'delivered', 'undelivered'],
  ['delivered', 'enroute', 'delivered'],
]
test.each(receipts)('a part that is %s and gets %s is %s', (before, outcome, after) => {
  expect(partAfterReceipt(before, outcome)).toBe(after)
})

test('a part that is final stays as it is, whatever comes', () => {
  for (const part of partStates.slice(3)) {
    for (const outcome of receiptOutcomes) expect(partAfterReceipt(part, outcome)).toBe(part)
  }
})

// biome-ignore format: a table reads as a table
const parts: readonly (readonly [readonly PartState[], string])[] = [
  [['delivered'], 'delivered'],
  [['delivered', 'delivered'], 'delivered'],
  [['delivered', 'submitted'], 'submitted'],
  [['undelivered', 'submitted'], 'submitted'],
  [['delivered', 'expired'], 'expired'],
  [['undelivered', 'expired'], 'undelivered'],
  [['rejected', 'undelivered', 'delivered'], 'rejected'],
  [['maybe_sent', 'delivered'], 'maybe_sent'],
  [['maybe_sent', 'rejected'], 'maybe_sent'],
  [['waiting', 'maybe_sent'], 'submitting'],
]
test.each(parts)('parts %j make a message that is %s', (states, message) => {
  expect(messageFromParts(states)).toBe(message)
})

test('a message is final exactly when every part is', () => {
  for (const first of partStates) {
    for (const second of partStates) {
      const final = [first, second].every((part) => partStates.indexOf(part) > 2)
      expect(isFinal(messageFromParts([first, second]))).toBe(final)
    }
  }
})
