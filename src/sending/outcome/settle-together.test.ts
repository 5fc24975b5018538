// Two who settle parts of one message at the same time: whoever comes second sees the first.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import type { AccountId, MessageId, RouteId } from '../../kernel/index.ts'
import { createMetrics } from '../../observability/index.ts'
import type { Tx } from '../../storage/index.ts'
import {
  appendReceiptsInAnyAccount,
  appendResultsInAnyAccount,
  type PartRef,
} from '../store/result-store.ts'
import { settle } from './settle.ts'

let test_: TestDatabase
beforeEach(async () => {
  test_ = await testDatabase()
})
afterEach(() => test_.close())

const makeId = makeTestId()
const at = Date.parse('2026-11-25T09:00:00Z')
const metrics = createMetrics()

const newMessage = (): ((part: number) => PartRef) => {
  const [accountId, messageId] = [makeId() as AccountId, makeId() as MessageId]
  return (part) => ({ accountId, messageId, campaignId: null, part, parts: 2, attempt: 1 })
}

async function taken(tx: Tx, refs: readonly PartRef[]): Promise<void> {
  const shared = { routeId: makeId() as RouteId, claimedAt: at, leftAt: at, answeredAt: at }
  const results = refs.map((ref) => ({
    ...ref,
    ...shared,
    outcome: 'accepted' as const,
    operatorId: String(ref.part),
    status: null,
    checks: null,
  }))
  await tx.together((to) => appendResultsInAnyAccount(to, results))
}

async function delivered(tx: Tx, ref: PartRef): Promise<void> {
  const facts = { outcome: 'delivered' as const, errorCode: null, doneAt: at, receivedAt: at }
  const receipts = [{ ...facts, operatorId: String(ref.part), ref }]
  await tx.together((to) => appendReceiptsInAnyAccount(to, receipts))
  await settle(tx, { records: [], receipts, lateAccepted: [], at, metrics })
}

test('receipts of both parts that two nodes write at once end the message', async () => {
  const { database } = test_
  const part = newMessage()
  await database.inAnyAccount((tx) => taken(tx, [part(1), part(2)]))
  let other: Promise<void> = Promise.resolve()
  await database.inAnyAccount(async (tx) => {
    await delivered(tx, part(1))
    other = database.inAnyAccount((beside) => delivered(beside, part(2)))
    // Time enough for the other to have settled and committed, if nothing held it.
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  await other
  const { rows } = await test_.asSuperuser((client) =>
    client.query<{ state: string }>('select state from sending.outcome'),
  )
  expect(rows).toEqual([{ state: 'delivered' }])
})
