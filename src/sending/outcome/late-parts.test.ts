// Parts whose answer may come late: so many are remembered, and each is given once.
import { expect, test } from 'vitest'
import type { AccountId, MessageId } from '../../kernel/index.ts'
import { LateParts } from './late-parts.ts'

const ref = (part: number) => ({
  accountId: '0193f6a0-0000-7000-8000-000000000001' as AccountId,
  messageId: '0193f6a0-0000-7000-8000-000000000002' as MessageId,
  ...{ campaignId: null, part, parts: 9, attempt: 1 },
})

test('of parts that nobody answers the newest are remembered, each for one answer', () => {
  const parts = new LateParts(3)
  for (let part = 1; part <= 5; part += 1) parts.keep(new Map([[`key ${part}`, ref(part)]]))
  expect([1, 2, 3, 4, 5].map((part) => parts.take(`key ${part}`)?.part ?? null)).toEqual([
    ...[null, null, 3, 4, 5],
  ])
  expect(parts.take('key 5')).toBeNull()
})
