// Receipts that come days late, to a process that was restarted in between: each finds its part.
import { afterEach, expect, test } from 'vitest'
import type { IdStyle } from '../../src/sandbox/index.ts'
import {
  fictionNumber,
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'

let fixture: SendingFixture | null = null
afterEach(async () => {
  await fixture?.close()
  fixture = null
})

const dayMs = 86_400_000
const numbers = Array.from({ length: 40 }, (_, index) => fictionNumber(7_000 + index))

test.each<[days: number, answers: IdStyle, receipts: IdStyle, parts: number, state: string]>([
  [3, 'hex', 'decimal', 1, 'delivered'],
  [3, 'padded', 'HEX', 2, 'delivered'],
  // Behind the deadline the message is told as unconfirmed, and stays so; the receipt is evidence.
  [7, 'decimal', 'hex', 1, 'unconfirmed'],
])(
  '%i days late, ids in %s and %s, %i parts: all are matched',
  async (...given) => {
    const [days, answerIds, receiptIds, parts, state] = given
    const { timers, jump } = jumpingTimers()
    const here = await sendingFixture({
      timers,
      sandbox: {
        isMagic: false,
        answerIds,
        receiptIds,
        receiptForm: 'text',
        receiptDelayMs: 2_500,
      },
    })
    fixture = here
    await here.people(numbers, { agreed: true })
    const text = parts === 1 ? 'Nouvelle collection.' : 'Nouvelle collection. '.repeat(9)
    const { ids } = await here.accept(numbers, { text, pieces: [text] })
    await until(async () => (await here.states(ids))['submitted'] === ids.length)
    await here.stopNodes()
    jump(days * dayMs)
    await here.startNode()
    const expected = ids.length * parts
    await until(() => (here.sandbox?.stats().deliveriesAnswered ?? 0) >= expected, 20_000)
    await until(async () => (await here.states(ids))[state] === ids.length, 20_000)
    const counted = await here.test.asSuperuser(async (client) => {
      const { rows } = await client.query<{ receipts: number; unmatched: number }>(
        `select (select count(*)::int from sending.receipt) as receipts,
         (select count(*)::int from sending.unmatched_receipt) as unmatched`,
      )
      return rows[0]
    })
    expect(counted).toEqual({ receipts: expected, unmatched: 0 })
  },
  60_000,
)

test('early, repeated and strangers’ receipts, part by part, a restart in between: none is left over', async () => {
  const here = await sendingFixture({ sandbox: { answerIds: 'padded', receiptDelayMs: 2_500 } })
  fixture = here
  // What the sandbox does with a number is said by its end; each kind has ten people.
  const kinds = { early: 930, thrice: 932, stranger: 935, ordinary: 100 }
  const tens = Array.from({ length: 10 }, (_, index) => index * 1_000)
  const people = tens.flatMap((ten) => Object.values(kinds).map((end) => fictionNumber(ten + end)))
  await here.people(people, { agreed: true })
  const text = 'Nouvelle collection. '.repeat(9)
  const { ids } = await here.accept(people, { text, pieces: [text] })
  await until(() => here.sandbox?.stats().taken === 80, 20_000)
  await until(async () => !('submitting' in (await here.states(ids))))
  await here.stopNodes()
  await here.startNode()
  // Ten people of each kind in two parts: one, three, one and a stranger's, one.
  const [own, strange] = [20 + 60 + 20 + 20, 20]
  await until(() => (here.sandbox?.stats().deliveriesAnswered ?? 0) >= own + strange, 30_000)
  await until(async () => (await here.states(ids))['delivered'] === ids.length, 20_000)
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ receipts: number; strangers: number }>(
      `select (select count(*)::int from sending.receipt) as receipts,
         (select count(distinct id)::int from sending.unmatched_receipt) as strangers`,
    ),
  )
  expect(rows).toEqual([{ receipts: own, strangers: strange }])
}, 90_000)
