// An operator that one day begins to write its ids in another base: each receipt finds its part.
import { afterEach, expect, test } from 'vitest'
import type { Habits } from '../../src/sandbox/index.ts'
import {
  fictionNumbers,
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

const people = 130
const numbersFrom = (first: number) => fictionNumbers(people, first)

const decimal: Partial<Habits> = { answerIds: 'decimal', receiptIds: 'decimal' }
const hexInAnswers: Partial<Habits> = { answerIds: 'hex', receiptIds: 'decimal' }
const hexInReceipts: Partial<Habits> = { answerIds: 'decimal', receiptIds: 'hex' }

test.each<[what: string, before: Partial<Habits>, after: Partial<Habits>]>([
  ['alike, then hexadecimal in answers', decimal, hexInAnswers],
  ['hexadecimal in answers, then alike', hexInAnswers, decimal],
  ['hexadecimal in answers, then in receipts', hexInAnswers, hexInReceipts],
])(
  '%s: all are matched',
  async (_, before, after) => {
    const { timers, jump } = jumpingTimers()
    const sandbox = { isMagic: false, receiptForm: 'text', ...before } as const
    const here = await sendingFixture({ timers, sandbox })
    fixture = here
    const [first, second, third] = [numbersFrom(4_000), numbersFrom(5_000), numbersFrom(6_000)]
    await here.people([...first, ...second, ...third], { agreed: true })
    const delivered = async (ids: Parameters<SendingFixture['states']>[0]) =>
      (await here.states(ids))['delivered'] === ids.length
    const sure = await here.accept(first)
    await until(() => delivered(sure.ids), 20_000)

    here.sandbox?.configure(after)
    const since = await here.accept(second)
    const answered = () => here.sandbox?.stats().deliveriesAnswered ?? 0
    await until(() => answered() === 2 * people, 20_000)
    jump(60_000)
    await until(() => delivered(since.ids), 20_000)

    const next = await here.accept(third)
    await until(() => delivered(next.ids), 20_000)
    const counted = await here.test.asSuperuser((client) =>
      client.query<{ receipts: number; unmatched: number }>(
        `select (select count(*)::int from sending.receipt) as receipts,
         (select count(*)::int from sending.unmatched_receipt) as unmatched`,
      ),
    )
    expect(counted.rows[0]).toEqual({ receipts: 3 * people, unmatched: 0 })
  },
  90_000,
)
