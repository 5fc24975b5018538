// Receipts move parts only upwards, and parts make one message.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { finalStates, messageStates, receiptOutcomes } from './contract.ts'
import {
  isFinal,
  messageFromParts,
  type PartState,
  partAfterReceipt,
  partStates,
  partsTable,
  receiptPrecedence,
} from './message-state.ts'
import { answerRank } from './outcome/fold-parts.ts'

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

const page = readFileSync(new URL('../../docs/concepts/message-states.md', import.meta.url), 'utf8')
/** The rows under a heading's first table, each cell without its marks. */
function tableUnder(heading: string): string[][] {
  const lines = page.slice(page.indexOf(heading)).split('\n')
  const first = lines.findIndex((line) => line.startsWith('|---'))
  const rows = lines.slice(first + 1, lines.indexOf('', first))
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

test('the page has the states that there are, and says which are final', () => {
  const rows = tableUnder('# Message states')
  expect(rows.map(([state]) => state)).toEqual([...messageStates])
  const finals = rows.filter(([, , ended]) => ended === 'final').map(([state]) => state)
  expect(finals).toEqual([...finalStates])
})

test('the page shows the tables that the code decides by', () => {
  expect(tableUnder("## The operator's answers")).toEqual(
    Object.entries(answerRank).map(([answer, { rank, part }]) => [answer, String(rank), part]),
  )
  expect(tableUnder('## Precedence of delivery receipts')).toEqual(
    Object.entries(receiptPrecedence).map(([receipt, { weight, part }]) => [
      receipt,
      String(weight),
      part ?? 'as it was',
    ]),
  )
  expect(tableUnder('## From parts')).toEqual([
    ...partsTable.map(([part, state]) => [part, state]),
    ['none of these', 'delivered'],
  ])
})
