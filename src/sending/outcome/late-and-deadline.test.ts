// An answer that comes as the sweep for missing receipts goes by: the message counts in one place.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestId } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import {
  messageOf,
  openedSlice,
  recorderAt,
  toldIn,
} from '../../../test/support/recorder-fixture.ts'
import { until } from '../../../test/support/sending-fixture.ts'
import type { CampaignId, RouteId } from '../../kernel/index.ts'
import { createMetrics } from '../../observability/index.ts'
import { settleUnanswered } from '../dispatch/sweep.ts'
import { receiptDeadlineMs } from '../receipt-deadline.ts'
import type { PartResult } from '../store/result-store.ts'

let here: TestDatabase
beforeAll(async () => {
  here = await testDatabase()
})
afterAll(() => here.close())

const makeId = makeTestId()
const at = Date.parse('2026-11-25T09:00:00Z')
const routeId = makeId() as RouteId
const message = messageOf(makeId() as CampaignId)

/** How many wait for what somebody else has locked. */
const waiting = async (): Promise<number> => {
  const { rows } = await here.asSuperuser((client) =>
    client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    ),
  )
  return rows[0]?.n ?? 0
}

test('a yes that is being written when the deadline passes is not counted as settled doubt', async () => {
  const result: PartResult = {
    ...{ ...message, part: 1, routeId, outcome: 'unknown', operatorId: null, status: null },
    ...{ claimedAt: at, leftAt: at, answeredAt: null, checks: null },
  }
  const queued = { ...message, partsDone: 0, priority: 1, mayRepeat: false, expiresAt: null }
  const record = await openedSlice(here, { routeId, at, queued })
  const recorder = recorderAt(here.database, { routeId, now: at })
  await recorder.slice({ ...record, results: [result], maybeSent: [result] }, true)

  let letGo = (): void => undefined
  const isOver = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let locked = (): void => undefined
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve
  })
  const holding = here.asSuperuser(async (client) => {
    await client.query('begin')
    await client.query('select from sending.tally for update')
    locked()
    await isOver
    await client.query('commit')
  })
  await isLocked
  recorder.late({ ...message, part: 1, operatorId: 'a7', at: at + 1 })
  await until(async () => (await waiting()) >= 1)
  const sweep = settleUnanswered(
    { database: here.database, metrics: createMetrics() },
    at + receiptDeadlineMs + 1,
  )
  await until(async () => (await waiting()) >= 2)
  letGo()
  await Promise.all([holding, recorder.idle(), sweep])
  expect(await toldIn(here)).toMatchObject({
    results: [{ outcome: 'accepted' }],
    ended: [{ state: 'unconfirmed', reason: null }],
    counters: { submitted: 1, unconfirmed: 1 },
  })
})
