// Campaigns through an operator made with the npm package `smpp`: ids in every writing, receipts
// early and repeated, and every one of them finds its message.
import { afterEach, expect, test } from 'vitest'
import { realTimers } from '../support/clock.ts'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
  until,
} from '../support/sending-fixture.ts'
import { type TheirSession, theirSmpp } from '../support/their-smpp.ts'

type Habit = {
  inAnswer(id: number): string
  inReceipt(id: number): string
  /** Receipts leave before the answer. */
  early?: boolean
  times?: number
}

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function operator(habit: Habit) {
  const sessions: TheirSession[] = []
  const submitted: string[] = []
  let answered = 0
  let next = 1_000_000
  const server = theirSmpp.createServer((session) => {
    sessions.push(session)
    session.on('error', () => session.close())
    session.on('bind_transceiver', (pdu) => session.send(pdu.response({ system_id: 'theirs' })))
    session.on('enquire_link', (pdu) => session.send(pdu.response()))
    session.on('unbind', (pdu) => session.send(pdu.response()))
    session.on('submit_sm', (pdu) => {
      next += 1
      const id = next
      submitted.push(String(pdu['destination_addr']))
      const receipts = () => {
        for (let time = 0; time < (habit.times ?? 1); time += 1) {
          session.deliver_sm(
            {
              esm_class: 4,
              source_addr: pdu['destination_addr'],
              destination_addr: pdu['source_addr'],
              short_message:
                `id:${habit.inReceipt(id)} sub:001 dlvrd:001 submit date:2611251030 ` +
                'done date:2611251031 stat:DELIVRD err:000 text:',
            },
            () => {
              answered += 1
            },
          )
        }
      }
      if (habit.early === true) receipts()
      session.send(pdu.response({ message_id: habit.inAnswer(id) }))
      if (habit.early !== true) void realTimers.sleep(20).then(receipts)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    for (const session of sessions) session.close()
    return new Promise<void>((resolve) => server.close(resolve))
  })
  return { port: server.address().port, submitted, answered: () => answered }
}

// biome-ignore format: a table reads as a table
const habits: readonly (readonly [string, Habit])[] = [
  ['decimal in both', { inAnswer: String, inReceipt: String }],
  ['hexadecimal in the answer', { inAnswer: (id) => id.toString(16), inReceipt: String }],
  ['hexadecimal in the receipt', { inAnswer: String, inReceipt: (id) => id.toString(16) }],
  ['padded and in capitals', { inAnswer: (id) => id.toString(16).toUpperCase().padStart(10, '0'), inReceipt: (id) => id.toString(16) }],
  ['before the answer, in the other base', { inAnswer: (id) => id.toString(16), inReceipt: String, early: true }],
  ['three times', { inAnswer: String, inReceipt: String, times: 3 }],
]

test.each(habits)(
  'receipts with ids %s: counts equal, every receipt matched',
  async (_, habit) => {
    const theirs = await operator(habit)
    const fixture: SendingFixture = await sendingFixture({
      url: `smpp://accord:secret@127.0.0.1:${theirs.port}?window=20`,
    })
    closing.unshift(() => fixture.close())
    const numbers = Array.from({ length: 150 }, (__, index) => fictionNumber(3000 + index))
    await fixture.people(numbers, { agreed: true })
    const { ids } = await fixture.accept(numbers)
    await until(async () => (await fixture.states(ids))['delivered'] === 150, 30_000)
    await until(() => theirs.answered() === 150 * (habit.times ?? 1))
    expect(theirs.submitted).toHaveLength(150)
    expect(new Set(theirs.submitted).size).toBe(150)
    const left = await fixture.test.asSuperuser((client) =>
      client.query<{ unmatched: number; kept: number }>(
        `select (select count(*) from sending.unmatched_receipt)::int as unmatched,
         (select count(*) from sending.receipt)::int as kept`,
      ),
    )
    expect(left.rows[0]).toEqual({ unmatched: 0, kept: 150 * (habit.times ?? 1) })
  },
  60_000,
)
