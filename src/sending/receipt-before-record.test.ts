// A receipt whose part's answer is known here, and not written down yet: it waits for the answer.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestId, realTimers } from '../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../test/support/database.ts'
import type { AccountId, MessageId, RouteId } from '../kernel/index.ts'
import { createMetrics, silentLogger } from '../observability/index.ts'
import type { Database } from '../storage/index.ts'
import type { KeyedReceipt } from './match-receipts.ts'
import { openIntentInAnyAccount } from './queue-store.ts'
import { createRecorder } from './recorder.ts'
import type { PartResult } from './result-store.ts'
import { emptyRecord } from './slice-record.ts'

let test_: TestDatabase
beforeEach(async () => {
  test_ = await testDatabase()
})
afterEach(() => test_.close())

const makeId = makeTestId()
const at = Date.parse('2026-11-25T09:00:00Z')
const routeId = makeId() as RouteId
const routes = {
  learnReceiptKey: () => undefined,
  receiptKeysNotAsked: () => [],
  isReceiptHabitBroken: () => false,
  doubtReceiptHabit: () => undefined,
}

const message = {
  accountId: makeId() as AccountId,
  messageId: makeId() as MessageId,
  campaignId: null,
  parts: 1,
  attempt: 1,
}
const result: PartResult = {
  ...message,
  part: 1,
  routeId,
  outcome: 'accepted',
  operatorId: 'a7',
  status: null,
  claimedAt: at,
  leftAt: at,
  answeredAt: at,
  checks: null,
}
const receipt: KeyedReceipt = {
  outcome: 'delivered',
  errorCode: null,
  doneAt: at,
  receivedAt: at,
  keys: ['a7'],
  trace: () => null,
  matched: () => undefined,
}

const places = async () => {
  const { rows } = await test_.asSuperuser((client) =>
    client.query<{ intents: number; ended: number }>(
      `select (select count(*) from sending.intent)::int as intents,
         (select count(*) from sending.outcome)::int as ended`,
    ),
  )
  return rows[0]
}

test('a message is never both in the hand and at its end', async () => {
  const intentId = makeId()
  const queued = { ...message, partsDone: 0, priority: 1, mayRepeat: false, expiresAt: null }
  const lease = { routeId, bind: 0, nodeId: makeId(), fence: 1 }
  const intent = { intentId, at, lease, isWritten: true, messages: [queued] }
  await test_.database.inAnyAccount((tx) => openIntentInAnyAccount(tx, intent))

  // The connections are all in use: what is to be written waits for one.
  let letGo = (): void => undefined
  const oneIsFree = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const seen: Awaited<ReturnType<typeof places>>[] = []
  const database: Database = {
    ...test_.database,
    inAnyAccount: async (work, options) => {
      await oneIsFree
      const done = await test_.database.inAnyAccount(work, options)
      seen.push(await places())
      return done
    },
  }
  const { sleep, after } = realTimers
  const deps = { database, clock: { now: () => at }, makeId, routes, sleep, after }
  const recorder = createRecorder(
    { ...deps, logger: silentLogger, metrics: createMetrics() },
    routeId,
  )
  const told = recorder.receipts([receipt])
  await sleep(20)
  const record = {
    ...emptyRecord([intentId]),
    results: [result],
    submitted: [{ ...message, part: 1 }],
  }
  const kept = recorder.slice(record, true)
  letGo()
  await Promise.all([told, kept, recorder.idle()])
  expect(seen).not.toContainEqual({ intents: 1, ended: 1 })
  expect(seen.at(-1)).toEqual({ intents: 0, ended: 1 })
})
