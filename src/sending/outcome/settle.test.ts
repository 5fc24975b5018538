// How messages of several parts move their campaign's counters, once each.
import { expect, test } from 'vitest'
import type { AccountId, CampaignId, MessageId } from '../../kernel/index.ts'
import type { PartRef, PartsOfMessage, ResultOutcome } from '../store/result-store.ts'
import { foldParts } from './fold-parts.ts'
import { countLateLong, countLong, type LongFold } from './settle.ts'

const ref = (part: number, parts = 2, message = 'm1'): PartRef => ({
  accountId: 'a' as AccountId,
  messageId: message as MessageId,
  campaignId: 'c' as CampaignId,
  part,
  parts,
  attempt: 1,
})

/** What is known of m1 after these answers, part by part; null: none yet. */
function foldOf(...answers: (ResultOutcome | null)[]): Map<MessageId, LongFold> {
  const known: PartsOfMessage = { results: [], receipts: [] }
  for (const [index, outcome] of answers.entries()) {
    if (outcome !== null) known.results.push({ part: index + 1, attempt: 1, outcome })
  }
  const message = ref(1, answers.length)
  return new Map([[message.messageId, { ref: message, ...foldParts(answers.length, known) }]])
}
const movesOf = (moves: ReturnType<typeof countLong>) =>
  moves.map(({ counter, by }) => `${counter} ${by}`)

test.each([
  ['all parts taken', foldOf('accepted', 'accepted'), ['submitted 1']],
  [
    'a part of an earlier slice without its answer',
    foldOf('unknown', 'accepted'),
    ['maybe_sent 1'],
  ],
  ['nothing known, though its slice ended', new Map<MessageId, LongFold>(), ['submitted 1']],
])('a message whose last part is out: %s', (_case, folded, expected) => {
  expect(movesOf(countLong([ref(2)], folded))).toEqual(expected)
})

test('a message of one part is counted where its answer is, not here', () => {
  expect(countLong([ref(1, 1)], foldOf('accepted'))).toEqual([])
  expect(countLateLong([ref(1, 1)], foldOf('accepted'))).toEqual([])
})

const late = (part: number) => ({ ...ref(part), operatorId: String(part), at: 0 })

test('with its last missing answer a message goes from maybe sent to submitted, once', () => {
  const both = [late(1), late(2)]
  const moved = ['maybe_sent -1', 'submitted 1']
  expect(movesOf(countLateLong(both, foldOf('accepted', 'accepted')))).toEqual(moved)
  expect(movesOf(countLateLong([late(1)], foldOf('accepted', 'accepted')))).toEqual(moved)
})

test('a late answer moves nothing while another is missing, or the rest still waits', () => {
  expect(countLateLong([late(1)], foldOf('accepted', 'unknown'))).toEqual([])
  // The second part is in the queue: the message was never counted as out.
  expect(countLateLong([late(1)], foldOf('accepted', null))).toEqual([])
  expect(countLateLong([late(1)], new Map())).toEqual([])
})
