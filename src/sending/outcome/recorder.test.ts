// What the recorder of a route writes: slices, receipts beside them or behind,
// answers that come late.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestId, realTimers } from '../../../test/support/clock.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import {
  messageOf,
  openedSlice,
  recorderAt,
  toldIn,
} from '../../../test/support/recorder-fixture.ts'
import type { CampaignId, MessageId, RouteId } from '../../kernel/index.ts'
import { createMetrics, silentLogger } from '../../observability/index.ts'
import type { Database } from '../../storage/index.ts'
import { createCampaignMessages } from '../accept/campaign-messages.ts'
import { expireQueued, settleUnanswered } from '../dispatch/sweep.ts'
import { receiptDeadlineMs } from '../receipt-deadline.ts'
import type { PartResult } from '../store/result-store.ts'
import type { KeyedReceipt } from './match-receipts.ts'
import type { Recorder } from './recorder.ts'
import type { SliceRecord } from './slice-record.ts'

let test_: TestDatabase
beforeEach(async () => {
  test_ = await testDatabase()
})
afterEach(() => test_.close())

const makeId = makeTestId()
const at = Date.parse('2026-11-25T09:00:00Z')
const routeId = makeId() as RouteId
const message = messageOf(null)
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

async function sent(of = result): Promise<SliceRecord> {
  const { part: _, ...parts } = of
  const queued = { ...parts, partsDone: 0, priority: 1, mayRepeat: false, expiresAt: null }
  const record = await openedSlice(test_, { routeId, at, queued })
  return { ...record, results: [of], submitted: [of] }
}

const recorderOn = (database: Database, logger = silentLogger): Recorder =>
  recorderAt(database, { routeId, now: at, logger })

test('a message is never both in flight and at its end', async () => {
  const record = await sent()
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
  const recorder = recorderOn(database)
  const told = recorder.receipts([receipt])
  await realTimers.sleep(20)
  const kept = recorder.slice(record, true)
  letGo()
  await Promise.all([told, kept, recorder.idle()])
  expect(seen).not.toContainEqual({ intents: 1, ended: 1 })
  expect(seen.at(-1)).toEqual({ intents: 0, ended: 1 })
})

test('a slice is written once and whole, with the tags by which replies find it', async () => {
  const warned: string[] = []
  const logger = { ...silentLogger, warn: (what: string) => void warned.push(what) }
  const recorder = recorderOn(test_.database, logger)
  const { messageId, accountId, campaignId } = message
  const tag = { messageId, accountId, campaignId, tag: Buffer.from('0a0b', 'hex') }
  await recorder.slice({ ...(await sent()), replyTags: [tag] }, true)
  const { rows } = await test_.asSuperuser((client) =>
    client.query<{ tags: number; results: number; events: number }>(
      `select (select count(*) from sending.reply_tag)::int as tags,
         (select count(*) from sending.result)::int as results,
         (select count(*) from sending.event)::int as events`,
    ),
  )
  expect(rows).toEqual([{ tags: 1, results: 1, events: 0 }])
  expect(warned).toEqual([])
})

test('receipts of what is on disk wait for no slice', async () => {
  const recorder = recorderOn(test_.database)
  await recorder.slice(await sent(), true)
  const next = await sent({ ...result, messageId: makeId() as MessageId, operatorId: 'a8' })
  let letGo = (): void => undefined
  const isHeld = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const order: string[] = []
  let locked = (): void => undefined
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve
  })
  const holding = test_.asSuperuser(async (client) => {
    await client.query('begin; select from sending.intent for update')
    locked()
    await isHeld
    await client.query('commit')
  })
  await isLocked
  const kept = recorder.slice(next, true).then(() => order.push('slice'))
  const told = recorder.receipts([receipt]).then(() => order.push('receipt'))
  await told
  expect(await places()).toEqual({ intents: 1, ended: 1 })
  letGo()
  await Promise.all([holding, kept, recorder.idle()])
  expect(order).toEqual(['receipt', 'slice'])
  expect(await places()).toEqual({ intents: 0, ended: 1 })
})

test('a receipt that comes again ends nothing twice', async () => {
  const recorder = recorderOn(test_.database)
  await recorder.slice(await sent(), true)
  await recorder.receipts([receipt])
  await recorder.receipts([receipt])
  await Promise.all([recorder.receipts([receipt]), recorder.receipts([receipt])])
  expect(await places()).toEqual({ intents: 0, ended: 1 })
})

test('a write that is made twice tells once how each receipt was matched', async () => {
  const recorder = recorderOn(test_.database)
  await recorder.slice(await sent(), true)
  await recorder.receipts([receipt])
  const told: (string | null)[] = []
  const early = { ...receipt, keys: ['a8'], matched: (key: string | null) => void told.push(key) }
  const again = { ...receipt, matched: (key: string | null) => void told.push(key) }
  // The repeated one makes the first write fail.
  await recorder.receipts([early, again])
  expect(told).toEqual([null, 'a7'])
})

test('receipts one behind the other are each written, though the first has just been', async () => {
  const recorder = recorderOn(test_.database)
  const other = { ...result, messageId: makeId() as MessageId, operatorId: 'a8' }
  await recorder.slice(await sent(), true)
  await recorder.slice(await sent(other), true)
  await recorder.receipts([receipt])
  await recorder.receipts([{ ...receipt, keys: ['a8'] }])
  expect(await places()).toEqual({ intents: 0, ended: 2 })
})

test('an answer that came late is told of a part that is written with it', async () => {
  const recorder = recorderOn(test_.database)
  const unknown: PartResult = { ...result, outcome: 'unknown', operatorId: null, answeredAt: null }
  const slice = await sent(unknown)
  const kept = recorder.slice({ ...slice, submitted: [], maybeSent: [unknown] }, true)
  recorder.late({ ...message, part: 1, operatorId: 'a7', at })
  await Promise.all([kept, recorder.idle()])
  const { rows } = await test_.asSuperuser((client) =>
    client.query('select outcome, operator_id from sending.result'),
  )
  expect(rows).toEqual([{ outcome: 'accepted', operator_id: 'a7' }])
})

const unanswered: PartResult = {
  ...result,
  outcome: 'unknown',
  operatorId: null,
  answeredAt: null,
}
const campaignId = makeId() as CampaignId

/** Written as maybe sent, then answered with a no when its time was over. */
async function refusedLate(parts: readonly PartResult[], { waits } = { waits: false }) {
  const recorder = recorderOn(test_.database)
  const [first] = parts
  if (first === undefined) throw new Error('there is a part')
  const record = { ...(await sent(first)), results: [...parts], submitted: [] }
  const again = {
    ...{ ...first, routeId, dueAt: at, hold: null, partsDone: 0, priority: 0 },
    ...{ attempt: 2, mayRepeat: true, expiresAt: null },
  }
  await recorder.slice(
    waits ? { ...record, putBack: [again] } : { ...record, maybeSent: [first] },
    true,
  )
  const unknown = parts.find(({ outcome }) => outcome === 'unknown') ?? first
  recorder.lateRefused({ ...unknown, status: 69, at })
  await recorder.idle()
  return recorder
}

const told = () => toldIn(test_)

const sweptAt = (now: number) =>
  settleUnanswered({ database: test_.database, metrics: createMetrics() }, now)

test('a yes that comes after the deadline for receipts, or to what goes again, moves no counter', async () => {
  const [ended, again] = [
    { ...unanswered, campaignId },
    { ...unanswered, campaignId },
  ].map((one) => ({ ...one, messageId: makeId() as MessageId })) as [PartResult, PartResult]
  const recorder = recorderOn(test_.database)
  await recorder.slice({ ...(await sent(ended)), submitted: [], maybeSent: [ended] }, true)
  await sweptAt(at + receiptDeadlineMs + 1)
  const rest = {
    dueAt: at,
    hold: null,
    partsDone: 0,
    priority: 0,
    mayRepeat: true,
    expiresAt: null,
  }
  const putBack = [{ ...again, ...rest, attempt: 2 }]
  await recorder.slice({ ...(await sent(again)), submitted: [], putBack }, true)
  const before = await told()
  expect(before.counters).toEqual({ maybe_sent: 1, maybe_settled: 1, unconfirmed: 1 })
  recorder.late({ ...ended, operatorId: 'a7', at })
  recorder.late({ ...again, operatorId: 'a8', at })
  await recorder.idle()
  const { results, counters } = await told()
  expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
  expect(counters).toEqual(before.counters)
})

test('a no that comes late ends what was maybe sent as rejected, and counts it so', async () => {
  await refusedLate([{ ...unanswered, campaignId }])
  expect(await told()).toEqual({
    results: [{ outcome: 'rejected', status: 69 }],
    ended: [{ state: 'rejected', reason: 'operator_refused' }],
    counters: { submitted: 1, rejected: 1 },
  })
})

test('a late no to one part waits for the receipt of the other', async () => {
  const long = { ...result, campaignId, parts: 2 }
  const recorder = await refusedLate([long, { ...unanswered, campaignId, parts: 2, part: 2 }])
  const { ended, counters } = await told()
  expect([ended, counters]).toEqual([[], { submitted: 1 }])
  await recorder.receipts([receipt])
  expect((await told()).ended).toEqual([{ state: 'rejected', reason: null }])
})

test('a late no to what goes again ends nothing', async () => {
  await refusedLate([{ ...unanswered, campaignId }], { waits: true })
  expect(await told()).toEqual({
    results: [{ outcome: 'rejected', status: 69 }],
    ended: [],
    counters: {},
  })
})

test('a late no to what was taken the second time, or has ended, changes nothing', async () => {
  const taken = { ...result, campaignId, attempt: 2 }
  const recorder = await refusedLate([{ ...unanswered, campaignId }, taken])
  expect((await told()).ended).toEqual([])
  await recorder.receipts([receipt])
  const before = await told()
  expect(before.ended).toEqual([{ state: 'delivered', reason: null }])
  recorder.lateRefused({ ...unanswered, campaignId, status: 69, at })
  await recorder.idle()
  expect(await told()).toEqual(before)
})

/** A first attempt without an answer, put back to go again since twice is better than never. */
async function putBackOnce(of: PartResult) {
  const recorder = recorderOn(test_.database)
  const back = { ...of, dueAt: at, hold: null, partsDone: 0, priority: 0, attempt: 2 }
  const again = { ...back, mayRepeat: true, expiresAt: null }
  const record = { ...(await sent(of)), submitted: [], putBack: [again] }
  await recorder.slice(record, true)
  const { counters } = await told()
  expect(counters).toEqual({})
  return recorder
}
async function secondAttempt(of: PartResult): Promise<SliceRecord> {
  const record = await sent({ ...of, attempt: 2, operatorId: of.operatorId && 'a8' })
  await test_.asSuperuser((client) => client.query('delete from sending.queue'))
  const isUnknown = of.outcome === 'unknown'
  const [ref] = record.submitted
  if (!isUnknown || ref === undefined) return record
  return { ...record, submitted: [], maybeSent: [ref] }
}

test.each([1, 2])('a late yes to what goes again counts once, of %s parts', async (parts) => {
  const first = { ...unanswered, campaignId, parts }
  const recorder = await putBackOnce(first)
  if (parts === 2) {
    const other = { ...result, campaignId, parts, part: 2, operatorId: 'a9' }
    const record = { ...(await sent(other)), submitted: [] }
    await recorder.slice(record, true)
  }
  recorder.late({ ...first, operatorId: 'a7', at })
  await recorder.idle()
  expect((await told()).counters).toEqual({})
  await recorder.slice(await secondAttempt({ ...result, campaignId, parts }), true)
  expect((await told()).counters).toEqual({ submitted: 1 })
})

test('a late yes to an attempt before the one that was taken moves nothing', async () => {
  const first = { ...unanswered, campaignId }
  const recorder = await putBackOnce(first)
  await recorder.slice(await secondAttempt({ ...result, campaignId }), true)
  recorder.late({ ...first, operatorId: 'a7', at })
  await recorder.idle()
  expect((await told()).counters).toEqual({ submitted: 1 })
})

test('of two attempts without an answer the first late yes tells that it is submitted', async () => {
  const first = { ...unanswered, campaignId }
  const recorder = await putBackOnce(first)
  await recorder.slice(await secondAttempt(first), true)
  expect((await told()).counters).toEqual({ maybe_sent: 1 })
  for (const attempt of [2, 1]) {
    recorder.late({ ...first, attempt, operatorId: `a${attempt}`, at })
    await recorder.idle()
    expect((await told()).counters).toEqual({ submitted: 1 })
  }
})

test('a late yes while the second attempt is out counts, though that has no answer', async () => {
  const first = { ...unanswered, campaignId }
  const recorder = await putBackOnce(first)
  recorder.late({ ...first, operatorId: 'a7', at })
  await recorder.idle()
  await recorder.slice(await secondAttempt(first), true)
  expect((await told()).counters).toEqual({ submitted: 1 })
  recorder.late({ ...first, attempt: 2, operatorId: 'a8', at })
  await recorder.idle()
  expect((await told()).counters).toEqual({ submitted: 1 })
})

async function refusedAgain(state: 'rejected' | 'refused' | 'expired') {
  const first = { ...unanswered, campaignId }
  const recorder = await putBackOnce(first)
  const no = await secondAttempt({ ...result, campaignId, outcome: 'rejected', operatorId: null })
  const results = state === 'rejected' ? no.results : []
  const end = {
    ...first,
    attempt: 2,
    state,
    reason: 'operator_refused' as const,
    at,
    hadUnknown: false,
  }
  await recorder.slice({ ...no, results, submitted: [], outcomes: [end] }, true)
  return { recorder, first }
}

test.each(['rejected', 'refused', 'expired'] as const)(
  'what may have left and is %s the second time stands as maybe sent, until a yes or a no',
  async (state) => {
    const { recorder, first } = await refusedAgain(state)
    expect(await told()).toMatchObject({ ended: [], counters: { maybe_sent: 1 } })
    recorder.late({ ...first, operatorId: 'a7', at })
    await recorder.idle()
    expect(await told()).toMatchObject({ ended: [], counters: { submitted: 1 } })
  },
)

test('a no to the first attempt as well ends it as rejected', async () => {
  const { recorder, first } = await refusedAgain('rejected')
  recorder.lateRefused({ ...first, status: 69, at })
  await recorder.idle()
  const counters = { submitted: 1, rejected: 1 }
  expect(await told()).toMatchObject({ ended: [{ state: 'rejected' }], counters })
})

test('what was put off before, and never left, ends with what refuses it', async () => {
  const recorder = recorderOn(test_.database)
  const no: PartResult = {
    ...result,
    campaignId,
    attempt: 2,
    outcome: 'rejected',
    operatorId: null,
  }
  const end = {
    ...no,
    state: 'rejected' as const,
    reason: 'operator_refused' as const,
    at,
    hadUnknown: false,
  }
  await recorder.slice({ ...(await sent(no)), submitted: [], outcomes: [end] }, true)
  const counters = { rejected: 1, ended_unsent: 1 }
  expect(await told()).toMatchObject({ ended: [{ state: 'rejected' }], counters })
})

test('what may have left is not told as expired when its use ends while it waits to go again', async () => {
  const recorder = recorderOn(test_.database)
  const waits = (one: PartResult, attempt: number) => ({
    ...{ ...one, attempt, dueAt: at, hold: null, partsDone: 0, priority: 0 },
    ...{ mayRepeat: true, expiresAt: at },
  })
  const gone = { ...unanswered, campaignId }
  const never = { ...unanswered, campaignId, messageId: makeId() as MessageId }
  const record = { ...(await sent(gone)), submitted: [] }
  await recorder.slice({ ...record, putBack: [waits(gone, 2), waits(never, 1)] }, true)
  await expireQueued({ database: test_.database, metrics: createMetrics() }, at + 1)
  expect(await told()).toMatchObject({
    ended: [{ state: 'expired' }],
    counters: { maybe_sent: 1, expired: 1, ended_unsent: 1 },
  })
})

test('a campaign that is cancelled calls back what never left, and not what may have', async () => {
  const recorder = recorderOn(test_.database)
  const gone = { ...unanswered, campaignId }
  const never = { ...unanswered, campaignId, messageId: makeId() as MessageId }
  const waits = (one: PartResult, attempt: number) => ({
    ...{ ...one, attempt, dueAt: at, hold: null, partsDone: 0, priority: 0 },
    ...{ mayRepeat: true, expiresAt: null },
  })
  const record = { ...(await sent(gone)), submitted: [] }
  await recorder.slice({ ...record, putBack: [waits(gone, 2), waits(never, 1)] }, true)
  const messages = createCampaignMessages({ database: test_.database, wake: () => undefined })
  const cancel = () =>
    test_.database.inAccount(message.accountId, (tx) =>
      messages.cancelSome(tx, message.accountId, campaignId, at),
    )
  expect([await cancel(), await cancel()]).toEqual([true, false])
  expect(await told()).toMatchObject({
    ended: [{ state: 'cancelled' }],
    counters: { maybe_sent: 1, cancelled: 1, ended_unsent: 1 },
  })
})

test('at the deadline for receipts what may have left once and was refused then is settled', async () => {
  const first = { ...unanswered, campaignId }
  const recorder = await putBackOnce(first)
  const leftAt = at + 60_000
  const no = await secondAttempt({ ...first, outcome: 'rejected', leftAt })
  const end = {
    ...first,
    attempt: 2,
    state: 'rejected' as const,
    reason: 'operator_refused' as const,
    at,
  }
  await recorder.slice({ ...no, submitted: [], outcomes: [{ ...end, hadUnknown: false }] }, true)
  // Each of its attempts left in a span of its own.
  for (const afterMs of [1_000, 61_000]) await sweptAt(at + receiptDeadlineMs + afterMs)
  expect(await told()).toMatchObject({
    ended: [{ state: 'unconfirmed', reason: 'maybe_sent' }],
    counters: { maybe_sent: 1, maybe_settled: 1, unconfirmed: 1 },
  })
})

test('at the deadline for receipts what was taken the second time is no longer maybe sent', async () => {
  const recorder = await putBackOnce({ ...unanswered, campaignId })
  await recorder.slice(await secondAttempt({ ...result, campaignId }), true)
  await sweptAt(at + receiptDeadlineMs + 1)
  expect(await told()).toMatchObject({
    ended: [{ state: 'unconfirmed', reason: null }],
    counters: { submitted: 1, unconfirmed: 1 },
  })
  expect((await told()).counters).not.toHaveProperty('maybe_settled')
})

test('of an id that comes round again the receipt is of the part in flight', async () => {
  const recorder = recorderOn(test_.database)
  await recorder.slice(await sent(), true)
  const again = { ...result, messageId: makeId() as MessageId }
  const kept = recorder.slice(await sent(again), true)
  const told = recorder.receipts([receipt])
  await Promise.all([kept, told])
  const { rows } = await test_.asSuperuser((client) =>
    client.query('select message_id from sending.outcome'),
  )
  expect(rows).toEqual([{ message_id: again.messageId }])
})
