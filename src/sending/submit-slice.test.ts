// What a slice's answers become: what may have left never leaves again, unless its sender wants it.
import { expect, test } from 'vitest'
import { testClock } from '../../test/support/clock.ts'
import type { AccountId, E164, MessageId, RouteId } from '../kernel/index.ts'
import type { OperatorLink, SubmitOutcome } from '../routing/index.ts'
import { planSegments } from '../wire/index.ts'
import type { SliceRecord } from './recorder.ts'
import { type SliceInHand, submitSlice } from './submit-slice.ts'

const uuid = (end: string) => `00000000-0000-7000-8000-00000000${end}`
const routeId = uuid('0001') as RouteId
const text = 'Votre nouvelle collection est arrivée en boutique, et elle vous attend. '.repeat(3)

/** One message of two parts whose parts have these outcomes. */
async function recordOf(
  outcomes: readonly SubmitOutcome[],
  queued: { mayRepeat: boolean; partsDone?: number },
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
  const hand = {
    route: { id: routeId, concatenation: 'udh8' },
    lease: { routeId, nodeId: uuid('0002'), fence: 1, until: Infinity },
    intentId: uuid('0003'),
    claimedAt: clock.now(),
    hasStopped: () => false,
    leave: [
      {
        queued: {
          accountId: uuid('0004') as AccountId,
          messageId: uuid('0005') as MessageId,
          campaignId: null,
          parts: 2,
          partsDone: 0,
          attempt: 1,
          priority: 1,
          expiresAt: null,
          ...queued,
        },
        body: { number: '+33639980001' as E164, text },
        sender: 'LUMEN',
        isMarketing: true,
        checks: '',
        validUntil: null,
        numberTag: Buffer.alloc(16),
      },
    ],
  } as unknown as SliceInHand
  const deps = {
    vault: { replyTag: () => Buffer.alloc(16) },
    routes: {
      senderAddress: (address: string) => ({ ton: 5, npi: 0, address }),
      answerKey: (_route: RouteId, id: string) => id,
    },
    timers: clock,
    makeId: () => uuid('0006'),
  }
  const answered = []
  for await (const one of submitSlice(deps, link as OperatorLink, hand)) answered.push(one)
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

test('a message without an answer waits nowhere and is told as maybe sent', async () => {
  const record = await recordOf([taken, unknown], { mayRepeat: false })
  expect(record.putBack).toEqual([])
  expect(record.maybeSent).toHaveLength(1)
})

test('the rest of a cut message goes alone, and then nothing of it waits', async () => {
  const record = await recordOf([taken, taken], { mayRepeat: false, partsDone: 0b01 })
  expect(record.results).toMatchObject([{ part: 2, outcome: 'accepted' }])
  expect(record.submitted).toHaveLength(1)
})
