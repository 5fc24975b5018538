// What a slice's answers become: what may have left never leaves again, unless its sender wants it.
import { expect, test } from 'vitest'
import { testClock } from '../../../test/support/clock.ts'
import type {
  AccountId,
  CampaignId,
  Clock,
  E164,
  MessageId,
  RouteId,
  Timers,
} from '../../kernel/index.ts'
import type { OperatorLink, OutgoingSegment, SubmitOutcome } from '../../routing/index.ts'
import { planSegments } from '../../wire/index.ts'
import type { Leaving } from '../gate/leave-gate.ts'
import type { SliceRecord } from '../outcome/slice-record.ts'
import type { QueuedMessage } from '../store/queue-store.ts'
import { type SliceInFlight, type SubmitDeps, submitSlice } from './submit-slice.ts'

const uuid = (end: string) => `00000000-0000-7000-8000-00000000${end}`
const routeId = uuid('0001') as RouteId
const text = 'Votre nouvelle collection est arrivée en boutique, et elle vous attend. '.repeat(3)

const leavingOf = (end: string, queued: Partial<QueuedMessage> = {}): Leaving => ({
  queued: {
    accountId: uuid('0004') as AccountId,
    messageId: uuid(end) as MessageId,
    campaignId: null,
    parts: 1,
    partsDone: 0,
    attempt: 1,
    priority: 1,
    expiresAt: null,
    mayRepeat: false,
    ...queued,
  },
  body: {
    number: '+33639980001' as E164,
    text: (queued.parts ?? 1) > 1 ? text : 'Bonjour',
    hides: null,
  },
  sender: 'LUMEN',
  cut: null,
  isMarketing: true,
  checks: '',
  validUntil: null,
  numberTag: Buffer.alloc(16),
})

const handOf = (clock: Clock, leave: readonly Leaving[]) =>
  ({
    route: { id: routeId, concatenation: 'udh8' },
    lease: { routeId, nodeId: uuid('0002'), fence: 1, until: Infinity },
    intentId: uuid('0003'),
    claimedAt: clock.now(),
    hasStopped: () => false,
    leave,
  }) as unknown as SliceInFlight

function depsOf(timers: Timers): SubmitDeps {
  let made = 100
  return {
    vault: { replyTag: () => Buffer.alloc(16) },
    routes: {
      senderAddress: (address: string) => ({ ton: 5, npi: 0, address }),
      answerKey: (_route: RouteId, id: string) => id,
    },
    timers,
    makeId: () => {
      made += 1
      return uuid(`0${made}`)
    },
  }
}

/** An id that was made then. */
const idOf = (at: string): MessageId => {
  const hex = Date.parse(at).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000005` as MessageId
}

/** One message of two parts whose parts have these outcomes. */
async function recordOf(
  outcomes: readonly SubmitOutcome[],
  queued: Partial<QueuedMessage>,
): Promise<SliceRecord> {
  expect(planSegments(text).segments).toBe(2)
  const clock = testClock('2026-11-25T09:30:00Z')
  const link: Pick<OperatorLink, 'submitMany'> = {
    submitMany: (segments, done) => {
      for (const segment of segments) {
        const outcome = outcomes[segment.content.partNumber - 1]
        if (outcome !== undefined) done(segment, outcome)
      }
    },
  }
  const slices = submitSlice(
    depsOf(clock),
    link as OperatorLink,
    handOf(clock, [leavingOf('0005', { parts: 2, ...queued })]),
  )
  const answered = []
  for await (const one of slices) answered.push(one)
  const [only] = answered
  if (only === undefined || answered.length > 1) throw new Error('one record was expected')
  return only.record
}

const unknown: SubmitOutcome = { kind: 'unknown', why: 'connection_lost' }
const unsent: SubmitOutcome = { kind: 'not_sent', why: 'link_down' }
const taken: SubmitOutcome = { kind: 'accepted', operatorMessageId: '7' }

test('of a cut message only the part that surely did not leave goes again', async () => {
  const record = await recordOf([unknown, unsent], { mayRepeat: false })
  expect(record.putBack).toMatchObject([{ partsDone: 0b01, attempt: 1 }])
  expect(record.results).toMatchObject([{ part: 1, outcome: 'unknown' }])
  expect(record.maybeSent).toEqual([])
})

test('where twice is better than never the unanswered part goes again, as a new attempt', async () => {
  const record = await recordOf([unknown, unsent], { mayRepeat: true })
  expect(record.putBack).toMatchObject([{ partsDone: 0, attempt: 2 }])
})

test('a part that was taken never goes again, whoever asks for it twice', async () => {
  const record = await recordOf([taken, unsent], { mayRepeat: true })
  expect(record.putBack).toMatchObject([{ partsDone: 0b01, attempt: 1 }])
})

test('the checks as it left stand by the first of its parts that left, whichever that is', async () => {
  const checksOf = async (outcomes: readonly SubmitOutcome[]) =>
    (await recordOf(outcomes, {})).results.map(({ part, checks }) => [part, checks])
  expect(await checksOf([taken, taken])).toEqual([
    [1, ''],
    [2, null],
  ])
  expect(await checksOf([unsent, taken])).toEqual([[2, '']])
})

test('a message without an answer waits nowhere and is told as maybe sent', async () => {
  const record = await recordOf([taken, unknown], { mayRepeat: false })
  expect(record.putBack).toEqual([])
  expect(record.maybeSent).toHaveLength(1)
})

test('a text that is cut into other parts than were counted is not given to the link', async () => {
  for (const partsDone of [0, 0b01]) {
    const record = await recordOf([taken, taken, taken], { mayRepeat: false, partsDone, parts: 3 })
    expect([record.results, record.putBack, record.submitted]).toEqual([[], [], []])
    expect(record.outcomes).toMatchObject([{ state: 'rejected', reason: 'cut_changed' }])
  }
})

test('the rest of a cut message goes alone, and then nothing of it waits', async () => {
  const record = await recordOf([taken, taken], { mayRepeat: false, partsDone: 0b01 })
  expect(record.results).toMatchObject([{ part: 2, outcome: 'accepted' }])
  expect(record.submitted).toHaveLength(1)
})

const later: SubmitOutcome = {
  kind: 'refused',
  status: 8,
  statusName: 'ESME_RSYSERR',
  action: 'retry',
}
const tooFast: SubmitOutcome = {
  kind: 'refused',
  status: 88,
  statusName: 'ESME_RTHROTTLED',
  action: 'throttle',
}

test.each([
  [1, 1_000],
  [2, 2_000],
  [10, 512_000],
  [11, 600_000],
  [39, 600_000],
])('at attempt %i a part that the operator puts off waits %i ms', async (attempt, waitMs) => {
  const record = await recordOf([taken, later], { mayRepeat: false, attempt })
  const dueAt = Date.parse('2026-11-25T09:30:00Z') + waitMs
  expect(record.putBack).toMatchObject([{ partsDone: 0b01, attempt: attempt + 1, dueAt }])
})

test('the fortieth time that a part is put off is the operator’s last word', async () => {
  const record = await recordOf([taken, later], { mayRepeat: false, attempt: 40 })
  expect(record.putBack).toEqual([])
  expect(record.results).toMatchObject([
    { part: 1, outcome: 'accepted' },
    { part: 2, outcome: 'rejected', status: 8 },
  ])
  expect(record.submitted).toHaveLength(1)
})

// A broken operator says "later" to all: then it is no word about this number.
const sixHours = { messageId: idOf('2026-11-25T03:30:00Z'), attempt: 39 }

test('where the operator accepts nothing else the last attempt stays before a message', async () => {
  const dueAt = Date.parse('2026-11-25T09:40:00Z')
  for (const expiresAt of [null, Date.parse('2026-11-28T09:30:00Z')]) {
    const record = await recordOf([later, later], { ...sixHours, expiresAt })
    expect(record.putBack).toMatchObject([{ partsDone: 0, attempt: 39, dueAt }])
  }
  const reached = await recordOf([later, later], { ...sixHours, attempt: 40 })
  expect(reached.putBack).toMatchObject([{ attempt: 40, dueAt }])
  const unheard = await recordOf([unknown, later], { ...sixHours, mayRepeat: true })
  expect(unheard.putBack).toMatchObject([{ attempt: 40 }])
})

test('beside one that is accepted, in the same slice, "later" is the end of a message', async () => {
  const taking = await recordOf([taken, later], sixHours)
  expect(taking.putBack).toMatchObject([{ attempt: 40 }])
  const others = leavingOf('0006')
  const dead = leavingOf('0005', { ...sixHours, attempt: 40 })
  const clock = testClock('2026-11-25T09:30:00Z')
  const link: Pick<OperatorLink, 'submitMany'> = {
    submitMany: (segments, done) => {
      for (const [index, segment] of segments.entries()) done(segment, index === 0 ? later : taken)
    },
  }
  const hand = handOf(clock, [dead, others])
  for await (const { record } of submitSlice(depsOf(clock), link as OperatorLink, hand)) {
    expect(record.putBack).toEqual([])
    expect(record.outcomes).toMatchObject([{ state: 'rejected', reason: 'operator_refused' }])
  }
})

test('without an expiry a message waits a week for an operator that takes nothing', async () => {
  const messageId = idOf('2026-11-18T09:30:00Z')
  const last = await recordOf([later, later], { messageId, attempt: 40 })
  expect(last.results).toMatchObject([{ outcome: 'rejected' }, { outcome: 'rejected' }])
  const expiresAt = Date.parse('2026-11-28T09:30:00Z')
  const useful = await recordOf([later, later], { messageId, attempt: 40, expiresAt })
  expect(useful.putBack).toMatchObject([{ attempt: 40 }])
})

test('attempts that were not put off do not make a first "later" the last word', async () => {
  const messageId = idOf('2026-11-25T08:50:00Z')
  const record = await recordOf([taken, later], { messageId, attempt: 40 })
  expect(record.putBack).toMatchObject([{ partsDone: 0b01, attempt: 40 }])
})

test('what goes too fast, or finds no link, is no attempt, however often', async () => {
  for (const outcome of [tooFast, unsent]) {
    const record = await recordOf([taken, outcome], { mayRepeat: false, attempt: 40 })
    const dueAt = Date.parse('2026-11-25T09:30:01Z')
    expect(record.putBack).toMatchObject([{ partsDone: 0b01, attempt: 40, dueAt }])
  }
})

test('a segment that still waits in the link after a second is not told as written', async () => {
  const clock = testClock('2026-11-25T09:30:00Z')
  const given: { segment: OutgoingSegment; done: () => void }[] = []
  const waiting = new Set<string>()
  const link: Pick<OperatorLink, 'submitMany' | 'waiting'> = {
    submitMany: (segments, done) => {
      for (const segment of segments) {
        given.push({ segment, done: () => done(segment, taken) })
        // The window is full after the first: the second is held back by the link.
        if (given.length > 1) waiting.add(segment.key)
      }
    },
    waiting: () => waiting,
  }
  const messages = [leavingOf('0005'), leavingOf('0006')]
  const records: SliceRecord[] = []
  const run = (async () => {
    const slices = submitSlice(depsOf(clock), link as OperatorLink, handOf(clock, messages))
    for await (const one of slices) records.push(one.record)
  })()
  await clock.advance(1_100)
  const rest = records[0]?.rest.map(({ isWritten, messages: left }) => [
    isWritten,
    left.map(({ messageId }) => messageId),
  ])
  expect(rest).toEqual([
    [true, [messages[0]?.queued.messageId]],
    [false, [messages[1]?.queued.messageId]],
  ])
  waiting.clear()
  await clock.advance(1_000)
  expect(records[1]?.rest).toMatchObject([{ isWritten: true }])
  expect(records[1]?.intentIds).toEqual(records[0]?.rest.map(({ intentId }) => intentId))
  for (const one of given) one.done()
  await clock.advance(1)
  await run
  expect(records[2]?.results).toHaveLength(2)
  expect(records[2]?.intentIds).toEqual(records[1]?.rest.map(({ intentId }) => intentId))
})

const putOff: SubmitOutcome = { kind: 'put_off', againInMs: 40_000 }
const turnAt = Date.parse('2026-11-25T09:30:40Z')

test('what waits for its sender’s turn goes back into the queue until then, and nothing is told', async () => {
  const whole = await recordOf([putOff, putOff], { mayRepeat: true })
  expect(whole.putBack).toMatchObject([{ partsDone: 0, attempt: 1, dueAt: turnAt, hold: null }])
  expect([whole.events, whole.results, whole.outcomes]).toEqual([[], [], []])
  const begun = await recordOf([taken, putOff], { mayRepeat: false })
  expect(begun.putBack).toMatchObject([{ partsDone: 0b01, attempt: 1, dueAt: turnAt }])
  expect([begun.events, begun.submitted, begun.maybeSent]).toEqual([[], [], []])
})

test('a part that failed is told, though another waits for its sender’s turn', async () => {
  const cut = await recordOf([unsent, putOff], { mayRepeat: false })
  expect(cut.putBack).toMatchObject([{ dueAt: Date.parse('2026-11-25T09:30:01Z') }])
  expect(cut.events).toMatchObject([{ what: 'put_back', facts: { why: 'link_down' } }])
  const unheard = await recordOf([unknown, putOff], { mayRepeat: true })
  expect(unheard.putBack).toMatchObject([{ partsDone: 0, attempt: 2 }])
  expect(unheard.events).toMatchObject([{ what: 'put_back', facts: { why: 'no_answer' } }])
})

test('what wholly waits for its sender’s turn gives its share of the hour back', async () => {
  const clock = testClock('2026-11-25T09:30:00Z')
  const campaignId = uuid('0009') as CampaignId
  const paced = { ...leavingOf('0005', { campaignId, parts: 2 }), paceSpan: 77 }
  const sharesAfter = async (second: SubmitOutcome, first: SubmitOutcome, leaving = paced) => {
    const link: Pick<OperatorLink, 'submitMany'> = {
      submitMany: (segments, done) => {
        for (const [index, segment] of segments.entries()) done(segment, index ? second : first)
      },
    }
    const slices = submitSlice(depsOf(clock), link as OperatorLink, handOf(clock, [leaving]))
    for await (const { shares } of slices) return shares
  }
  const share = { accountId: paced.queued.accountId, campaignId, span: 77 }
  expect(await sharesAfter(putOff, putOff)).toEqual([share])
  expect(await sharesAfter(putOff, taken)).toEqual([])
  expect(await sharesAfter(unsent, putOff)).toEqual([])
  const begun = { ...paced, queued: { ...paced.queued, partsDone: 0b01 } }
  expect(await sharesAfter(putOff, putOff, begun)).toEqual([])
})
