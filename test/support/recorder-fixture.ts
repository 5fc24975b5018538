// A recorder over a real database: a slice as it is opened, and what stands written of it.
import { sandboxAheadMs } from '../../src/accounts/index.ts'
import type { AccountId, CampaignId, Instant, MessageId, RouteId } from '../../src/kernel/index.ts'
import { createMetrics, silentLogger } from '../../src/observability/index.ts'
import { createRecorder, type Recorder } from '../../src/sending/outcome/recorder.ts'
import { emptyRecord, type SliceRecord } from '../../src/sending/outcome/slice-record.ts'
import { openIntentInAnyAccount, type QueuedMessage } from '../../src/sending/store/queue-store.ts'
import type { Database } from '../../src/storage/index.ts'
import { makeTestId, realTimers } from './clock.ts'
import type { TestDatabase } from './database.ts'

const makeId = makeTestId()

/** The one part of a message, which is all of it, at its first attempt. */
export const messageOf = <C extends CampaignId | null>(campaignId: C) => ({
  accountId: makeId() as AccountId,
  messageId: makeId() as MessageId,
  campaignId,
  parts: 1,
  attempt: 1,
})

/** Nothing is known of how the operator writes its ids. */
const routes = {
  learnReceiptKey: () => undefined,
  receiptKeysNotAsked: () => [],
  isReceiptHabitBroken: () => false,
  doubtReceiptHabit: () => undefined,
  hoursAheadMs: sandboxAheadMs,
}

export function recorderAt(
  database: Database,
  {
    routeId,
    now,
    logger = silentLogger,
  }: { routeId: RouteId; now: Instant; logger?: typeof silentLogger },
): Recorder {
  const { sleep, after } = realTimers
  const deps = { database, clock: { now: () => now }, makeId, routes, sleep, after }
  return createRecorder({ ...deps, logger, metrics: createMetrics() }, routeId)
}

/** The message is in flight in an engine; the record ends that, and says nothing else yet. */
export async function openedSlice(
  { database }: TestDatabase,
  { routeId, at, queued }: { routeId: RouteId; at: Instant; queued: QueuedMessage },
): Promise<SliceRecord> {
  const intentId = makeId()
  const lease = { routeId, bind: 0, nodeId: makeId(), fence: 1 }
  const intent = { intentId, at, lease, isWritten: true, messages: [queued] }
  await database.inAnyAccount((tx) => tx.together((to) => openIntentInAnyAccount(to, intent)))
  return emptyRecord([intentId])
}

export const toldIn = (test: TestDatabase) =>
  test.asSuperuser(async (client) => {
    const results = await client.query<{ outcome: string; status: number | null }>(
      'select outcome, status from sending.result order by part',
    )
    const ended = await client.query<{ state: string; reason: string | null }>(
      'select state, reason from sending.outcome',
    )
    const tally = await client.query<{ counter: string; value: number }>(
      'select counter, value::int from sending.tally where value <> 0 order by 1',
    )
    const counters = Object.fromEntries(tally.rows.map(({ counter, value }) => [counter, value]))
    return { results: results.rows, ended: ended.rows, counters }
  })
