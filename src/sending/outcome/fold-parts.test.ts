// Answers and receipts of each part, folded into the message's state.
import { expect, test } from 'vitest'
import type { ReceiptOutcome } from '../contract.ts'
import type { ResultOutcome } from '../store/result-store.ts'
import { foldParts } from './fold-parts.ts'

type Answers = readonly (readonly [part: number, attempt: number, outcome: ResultOutcome])[]
type Receipts = readonly (readonly [part: number, outcome: ReceiptOutcome])[]

// biome-ignore format: a table reads as a table
const table: readonly (readonly [number, Answers, Receipts, string])[] = [
  [1, [], [], 'submitting'],
  [1, [[1, 1, 'accepted']], [], 'submitted'],
  [1, [[1, 1, 'rejected']], [], 'rejected'],
  [1, [[1, 1, 'unknown']], [], 'maybe_sent'],
  [1, [[1, 1, 'unknown'], [1, 2, 'accepted']], [], 'submitted'],
  [1, [[1, 1, 'unknown'], [1, 2, 'rejected']], [], 'maybe_sent'],
  [1, [[1, 1, 'unknown']], [[1, 'delivered']], 'delivered'],
  [1, [[1, 1, 'accepted']], [[1, 'undelivered'], [1, 'delivered']], 'undelivered'],
  [1, [[1, 1, 'accepted']], [[1, 'enroute'], [1, 'delivered']], 'delivered'],
  [2, [[1, 1, 'accepted']], [[1, 'delivered']], 'submitting'],
  [2, [[1, 1, 'accepted'], [2, 1, 'accepted']], [[1, 'delivered']], 'submitted'],
  [2, [[1, 1, 'accepted'], [2, 1, 'accepted']], [[1, 'delivered'], [2, 'delivered']], 'delivered'],
  [2, [[1, 1, 'accepted'], [2, 1, 'rejected']], [], 'submitted'],
  [2, [[1, 1, 'accepted'], [2, 1, 'rejected']], [[1, 'delivered']], 'rejected'],
  [2, [[1, 1, 'accepted'], [2, 1, 'unknown']], [[1, 'delivered']], 'maybe_sent'],
  [2, [[1, 1, 'accepted'], [2, 1, 'accepted']], [[1, 'expired'], [2, 'delivered']], 'expired'],
]

test.each(table)('%i part(s), answers %j, receipts %j: %s', (count, answers, receipts, state) => {
  const folded = foldParts(count, {
    results: answers.map(([part, attempt, outcome]) => ({ part, attempt, outcome })),
    receipts: receipts.map(([part, outcome]) => ({ part, outcome })),
  })
  expect(folded.state).toBe(state)
  expect(folded.hadUnknown).toBe(answers.some(([, , outcome]) => outcome === 'unknown'))
})
