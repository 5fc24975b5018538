// More comes in than can leave: requests are turned away with a reason instead of queued without
// end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppError } from '../../src/kernel/index.ts'
import { createBacklog } from '../../src/sending/accept/backlog.ts'
import { createSendMessage, type SendMessage } from '../../src/sending/index.ts'
import { fictionNumber, type SendingFixture, sendingFixture } from '../support/sending-fixture.ts'

let fixture: SendingFixture
let send: SendMessage
beforeAll(async () => {
  // Nobody listens there: what is accepted stays in the queue.
  const url = 'smpp://accord:secret@127.0.0.1:1?window=10&rate=5'
  fixture = await sendingFixture({ url })
  const { database, timers: clock } = fixture
  send = createSendMessage({
    ...fixture,
    ...fixture.sending.ports,
    clock,
    backlog: createBacklog({ database, clock, secondsMax: 2 }),
    wake: () => undefined,
  })
})
afterAll(() => fixture.close())

const alert = {
  text: 'Votre commande est prête.',
  class: 'alert' as const,
  basis: 'contract' as const,
  sender: 'LUMEN',
  ifUnsure: 'never_twice' as const,
}

test('a route takes what it carries in the time set, and says no to the rest at once', async () => {
  const asked = Array.from({ length: 16 }, (_, index) =>
    send(fixture.caller, { ...alert, to: fictionNumber(index) }),
  )
  const answers = await Promise.allSettled(asked)
  const errors = answers.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as AppError] : [],
  )
  expect(errors.map(({ code }) => code)).toEqual(Array(6).fill('sending.route_full'))
  expect(errors[0]).toMatchObject({ kind: 'unavailable', details: { seconds: 5 } })
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query('select count(*)::int as waiting from sending.queue'),
  )
  expect(rows[0]?.waiting).toBe(10)
})

test('what does not leave now is no reason to say no: a message for tomorrow is taken', async () => {
  const sendAt = new Date(fixture.timers.now() + 86_400_000).toISOString()
  await send(fixture.caller, { ...alert, to: fictionNumber(40), sendAt })
})

test('once there is room the door is open again', async () => {
  await fixture.test.asSuperuser((client) => client.query('delete from sending.queue'))
  await fixture.timers.sleep(1_100)
  await send(fixture.caller, { ...alert, to: fictionNumber(41) })
})
