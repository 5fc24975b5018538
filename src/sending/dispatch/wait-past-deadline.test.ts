// An alert whose first attempt had no answer waits for its second until no receipt is waited for.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { openedSlice, recorderAt, toldIn } from '../../../test/support/recorder-fixture.ts'
import { programAt, programsTold } from '../../../test/support/told.ts'
import type { AccountId, CampaignId, MessageId, RouteId } from '../../kernel/index.ts'
import { createMetrics } from '../../observability/index.ts'
import { createCampaignMessages } from '../accept/campaign-messages.ts'
import { receiptDeadlineMs } from '../receipt-deadline.ts'
import type { PutBack } from '../store/queue-store.ts'
import type { PartResult } from '../store/result-store.ts'
import { expireQueued, settleUnanswered } from './sweep.ts'

let test_: TestDatabase
beforeEach(async () => {
  test_ = await testDatabase()
})
afterEach(() => test_.close())

const makeId = makeTestId()
const leftAt = Date.parse('2026-11-25T09:00:00Z')
const endAt = leftAt + receiptDeadlineMs + 60_000
const routeId = makeId() as RouteId
const queued = {
  accountId: makeId() as AccountId,
  messageId: makeId() as MessageId,
  campaignId: makeId() as CampaignId,
  ...{ parts: 1, attempt: 2, partsDone: 0, priority: 0, mayRepeat: true, expiresAt: endAt },
}
const again: PutBack = { ...queued, routeId, dueAt: leftAt, hold: null }
const first: PartResult = {
  ...{ ...queued, attempt: 1, part: 1, routeId, outcome: 'unknown', operatorId: null },
  ...{ status: null, claimedAt: leftAt, leftAt, answeredAt: null, checks: null },
}

const recorder = (now: number) => recorderAt(test_.database, { routeId, now })
const opened = () => openedSlice(test_, { routeId, at: leftAt, queued })

const sweepDeps = () => ({ database: test_.database, metrics: createMetrics() })

const ends = {
  expires: () => expireQueued(sweepDeps(), endAt),
  'is cancelled': async () => {
    const messages = createCampaignMessages({ ...test_, wake: () => undefined })
    const { accountId, campaignId } = queued
    await test_.database.inAccount(accountId, (tx) =>
      messages.cancelSome(tx, accountId, campaignId, endAt),
    )
  },
  'is refused': async () => {
    await test_.asSuperuser((client) => client.query('delete from sending.queue'))
    const end = { ...queued, state: 'refused' as const, reason: 'outlived' as const, at: endAt }
    const record = { ...(await opened()), outcomes: [{ ...end, hadUnknown: false }] }
    await recorder(endAt).slice(record, true)
  },
}

test.each(Object.entries(ends))(
  'what may have left ends as unconfirmed where it %s after the deadline for receipts',
  async (_, end) => {
    await recorder(leftAt).slice({ ...(await opened()), results: [first], putBack: [again] }, true)
    // The sweep comes by while it waits, and does not come by again.
    await settleUnanswered(sweepDeps(), endAt - 1)
    await programAt(test_, queued)
    await end()
    expect(await programsTold(test_, queued.accountId)).toMatchObject([
      { kind: 'message.unconfirmed', about: queued.messageId, facts: { reason: 'maybe_sent' } },
    ])
    await settleUnanswered(sweepDeps(), endAt + receiptDeadlineMs)
    const { ended, counters } = await toldIn(test_)
    expect({ ended, counters }).toEqual({
      ended: [{ state: 'unconfirmed', reason: 'maybe_sent' }],
      counters: { maybe_sent: 1, maybe_settled: 1, unconfirmed: 1 },
    })
  },
)
